import { Form } from '@remix-run/react';
import { type ReactNode, useRef } from 'react';
import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field } from '#app/ui/field.tsx';
import { PlusIcon } from '#app/ui/icons.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { en } from '../../../messages/outline-en.ts';
import { vi } from '../../../messages/outline-vi.ts';
import { en as wordEn } from '../../../messages/word-course-en.ts';
import { vi as wordVi } from '../../../messages/word-course-vi.ts';
import type { OutlineEditor } from '../../../queries/outline-editor.server.ts';
import { ModuleEditor } from './module-editor.tsx';
import type { OutlineAnswer } from './outline-answer.ts';
import { OutlineNotices } from './outline-notices.tsx';
import { StepForm } from './step-form.tsx';
import { useCleared } from './use-cleared.ts';
import { useOutlineKeys } from './use-outline-keys.ts';

type Props = {
  page: OutlineEditor;
  /** Ids for what may be added, minted with the page: one for a module, one for a lesson in each module. */
  newIds: readonly string[];
  answer: OutlineAnswer | undefined;
  under?: (moduleCode: string) => ReactNode;
};

/** The outline of the next revision, to change. Every step is kept at once; learners see nothing of it. */
export function OutlinePage({ page, newIds, answer, under }: Props) {
  const all = useMessages(vi, en);
  const words = all.outline;
  const wordFile = useMessages(wordVi, wordEn);
  const lang = useLang();
  const frame = useRef<HTMLDivElement>(null);
  useOutlineKeys(frame, answer);
  const adding = useCleared(answer, (given) => given?.change === 'add-module');
  const { course, title, summary, revision: base, modules, last, isChanged, problems } = page;
  const at = `/author/courses/${course.id}`;
  // What was typed and not taken stands where it was typed.
  const refused = answer?.kind === 'changed' ? undefined : answer?.sent;
  const typed = (kind: string, field: string) => (refused?.kind === kind ? String(refused[field] ?? '') : '');
  const lastAt = last && formatDateTime(lang, last.at);
  const said = !lastAt ? words.same : last.by ? words.last(last.by, lastAt) : words.lastOfUnknown(lastAt);
  return (
    <Page
      title={title}
      kicker={words.kicker}
      lead={words.lead}
      crumbs={[
        { to: '/author/courses', label: all.courses },
        { to: at, label: title },
      ]}
      crumbsLabel={all.crumbs}
      width="reading"
      actions={
        <>
          <LinkButton to={`${at}/word`}>{wordFile.title}</LinkButton>
          <LinkButton to={`${at}/preview`}>{words.preview}</LinkButton>
          <LinkButton to={`${at}/publication`} look="primary">
            {words.publish}
          </LinkButton>
        </>
      }
    >
      <OutlineNotices answer={answer} base={base} />
      <div className="text-sm text-muted">
        <p>{said}</p>
        {problems > 0 && <p>{words.problems(formatNumber(lang, problems))}</p>}
        {modules.length > 0 && <p className="hidden sm:block">{words.keys}</p>}
      </div>
      <div ref={frame} className="space-y-8">
        {modules.length === 0 && <EmptyState title={words.noModules}>{words.noModulesText}</EmptyState>}
        {modules.map(({ code }, place) => (
          <ModuleEditor
            key={code}
            page={page}
            at={place}
            newId={newIds[place + 1]!}
            typed={refused?.moduleCode === code ? typed('add-lesson', 'title') : ''}
            answer={answer}
          >
            {under?.(code)}
          </ModuleEditor>
        ))}
      </div>
      <Section title={words.addModule}>
        <StepForm
          ref={adding}
          base={base}
          fields={{ kind: 'add-module', code: `m-${newIds[0]}` }}
          className="space-y-4"
        >
          <Field id="new-module" label={words.moduleName}>
            <TextInput name="title" defaultValue={typed('add-module', 'title')} />
          </Field>
          <Field id="new-module-summary" label={words.moduleSummary}>
            <Textarea name="summary" rows={2} defaultValue={typed('add-module', 'summary')} />
          </Field>
          <Button icon={PlusIcon}>{words.addModuleButton}</Button>
        </StepForm>
      </Section>
      <TakenOut page={page} />
      <Section title={words.heading}>
        <StepForm base={base} fields={{ kind: 'retitle' }} className="space-y-4">
          <Field id="course-title" label={words.name}>
            <TextInput key={title} name="title" defaultValue={typed('retitle', 'title') || title} />
          </Field>
          <Field id="course-summary" label={words.summary}>
            <Textarea key={summary} name="summary" rows={3} defaultValue={typed('retitle', 'summary') || summary} />
          </Field>
          <Button>{words.saveHeading}</Button>
        </StepForm>
      </Section>
      {isChanged && course.revision > 0 && (
        <details className="max-w-form border-t border-line pt-6">
          <summary className="text-red underline underline-offset-4">{words.discard}</summary>
          <Form method="post" className="mt-3 space-y-3">
            <p>{words.discardText}</p>
            <input type="hidden" name="state" value={page.state} />
            <Button name="intent" value="discard" look="danger">
              {words.discardButton}
            </Button>
          </Form>
        </details>
      )}
    </Page>
  );
}

/** Lessons that were taken out, each with the way back. */
function TakenOut({ page: { out, revision: base } }: { page: OutlineEditor }) {
  const words = useMessages(vi, en).outline;
  if (out.length === 0) return null;
  return (
    <Section title={words.out} lead={words.outText}>
      <ul className="border-t border-line">
        {out.map(({ lessonId, title, moduleCode, position }) => (
          <li key={lessonId} className="flex items-center justify-between gap-4 border-b border-line py-2">
            <span className="min-w-0">{title}</span>
            <StepForm
              base={base}
              fields={{ kind: 'put-back-lesson', lessonId, moduleCode, ...(position === null ? {} : { position }) }}
            >
              <Button size="small" aria-label={words.putBackOf(title)}>
                {words.putBack}
              </Button>
            </StepForm>
          </li>
        ))}
      </ul>
    </Section>
  );
}
