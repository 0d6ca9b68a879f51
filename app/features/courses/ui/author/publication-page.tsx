import { Form, Link, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import type { PublishProblem } from '../../core/publish-problems.ts';
import { en as outlineEn } from '../../messages/outline-en.ts';
import { vi as outlineVi } from '../../messages/outline-vi.ts';
import { en } from '../../messages/revision-en.ts';
import { vi } from '../../messages/revision-vi.ts';
import type { PublicationPage as Publication } from '../../queries/publication-page.server.ts';
import { DifferenceTable } from './outline/difference-table.tsx';

/** What came of a press that did not publish. */
export interface PublicationAnswer {
  kind: 'already-published' | 'changed-meanwhile' | 'nothing-new' | 'note-missing' | 'refused' | 'invalid';
  revision?: number;
  note: string;
  readAgain: string[];
}

type Props = {
  page: Publication;
  /** Who studies which revision; told by a higher feature. */
  people: ReactNode;
  answer: PublicationAnswer | undefined;
};

/** What publishing would change, what is missing, and the press that does it. */
export function PublicationPage({ page, people, answer }: Props) {
  const words = useMessages(vi, en).publish;
  const outline = useMessages(outlineVi, outlineEn);
  const lang = useLang();
  const { course, difference, problems, captionHints, isChanged } = page;
  const isFirst = course.revision === 0;
  const at = `/author/courses/${course.id}`;
  const isReady = problems.length === 0 && (isChanged || course.state !== 'published');
  return (
    <Page
      title={isFirst ? words.first : words.next(formatNumber(lang, course.revision + 1))}
      kicker={course.title}
      lead={isFirst ? words.leadFirst : words.lead}
      crumbs={[
        { to: '/author/courses', label: outline.courses },
        { to: at, label: course.title },
        { to: `${at}/outline`, label: outline.course.edit },
      ]}
      crumbsLabel={outline.crumbs}
      width="reading"
    >
      <Refusal answer={answer} />
      {problems.length > 0 && (
        <Notice kind="warning" title={words.problems(formatNumber(lang, problems.length))}>
          <Problems courseId={course.id} problems={problems} />
        </Notice>
      )}
      {captionHints.length > 0 && (
        <Notice title={words.captions(formatNumber(lang, captionHints.length))}>
          <p>{words.captionsText}</p>
          <CaptionHints courseId={course.id} hints={captionHints} />
        </Notice>
      )}
      <Section
        title={words.changes}
        lead={words.contents(formatNumber(lang, page.modules), formatNumber(lang, page.lessons))}
      >
        {isChanged ? (
          <DifferenceTable difference={difference} caption={words.changes} />
        ) : (
          <EmptyState title={words.nothing}>{words.nothingText}</EmptyState>
        )}
      </Section>
      {!isFirst && <Section title={words.people}>{people}</Section>}
      {isReady ? (
        <PublishForm page={page} answer={answer} />
      ) : (
        <LinkButton to={`${at}/outline`}>{words.back}</LinkButton>
      )}
    </Page>
  );
}

function Refusal({ answer }: { answer: PublicationAnswer | undefined }) {
  const words = useMessages(vi, en).publish;
  const lang = useLang();
  if (answer?.kind === 'already-published')
    return (
      <Notice kind="warning" title={words.already(formatNumber(lang, answer.revision ?? 0))} live>
        {words.alreadyText}
      </Notice>
    );
  if (answer?.kind === 'changed-meanwhile')
    return (
      <Notice kind="warning" title={words.meanwhile} live>
        {words.meanwhileText}
      </Notice>
    );
  return null;
}

function Problems({ courseId, problems }: { courseId: string; problems: readonly PublishProblem[] }) {
  const words = useMessages(vi, en).publish;
  const lang = useLang();
  return (
    <ul className="list-disc space-y-1 pl-5">
      {problems.map(({ code, title, lessonId, line }, at) => (
        <li key={at}>
          {words.problem[code]}
          {title !== '' && ': '}
          {lessonId ? <Link to={`/author/courses/${courseId}/lessons/${lessonId}`}>{title}</Link> : title}
          {line !== null && ` (${words.line(formatNumber(lang, line))})`}
        </li>
      ))}
    </ul>
  );
}

function CaptionHints({ courseId, hints }: { courseId: string; hints: Publication['captionHints'] }) {
  const words = useMessages(vi, en).publish;
  const lang = useLang();
  return (
    <ul className="mt-1 list-disc space-y-1 pl-5">
      {hints.map(({ lessonId, mediaId, title, name, line }) => (
        <li key={`${lessonId} ${mediaId}`}>
          {name}, <Link to={`/author/courses/${courseId}/lessons/${lessonId}`}>{title}</Link> (
          {words.line(formatNumber(lang, line))}):{' '}
          <Link to={`/author/media/${mediaId}/captions`}>{words.writeCaptions}</Link>
        </li>
      ))}
    </ul>
  );
}

function PublishForm({ page, answer }: Pick<Props, 'page' | 'answer'>) {
  const words = useMessages(vi, en).publish;
  const isBusy = useNavigation().formMethod === 'POST';
  const { course, state, difference } = page;
  const isFirst = course.revision === 0;
  const changed = difference.lessons.filter(({ kind }) => kind === 'changed');
  const problem = answer?.kind === 'note-missing' ? words.noteMissing : undefined;
  return (
    <Form method="post" noValidate className="space-y-6">
      <ErrorSummary title={words.noteMissing} errors={problem ? [{ id: 'note', message: problem }] : []} />
      <input type="hidden" name="revision" value={course.revision} />
      <input type="hidden" name="state" value={state} />
      <Field id="note" label={words.note} hint={isFirst ? words.noteFirstHint : words.noteHint} error={problem}>
        <Textarea name="note" rows={3} defaultValue={answer?.note} />
      </Field>
      {!isFirst && changed.length > 0 && (
        <ChoiceGroup
          type="checkbox"
          name="readAgain[]"
          label={words.again}
          hint={words.againHint}
          options={changed.map(({ lessonId, title }) => ({ value: lessonId, label: title }))}
          defaultValue={answer?.readAgain ?? []}
        />
      )}
      <ButtonRow>
        <Button look="primary" busy={isBusy}>
          {words.button}
        </Button>
        <LinkButton to={`/author/courses/${course.id}/outline`} look="quiet">
          {words.back}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}
