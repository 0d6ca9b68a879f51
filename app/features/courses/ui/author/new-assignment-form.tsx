import { Form, useNavigation } from '@remix-run/react';
import { useRef } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import type { NewAssignmentPage } from '../../queries/new-assignment.server.ts';
import { useAssignmentProblems } from './assignment-problem-words.ts';
import { AudienceCount } from './audience-count.tsx';
import { AudienceFields, nobody, type TypedAudience } from './audience-fields.tsx';
import { type CountedAudience, useAudienceSize } from './use-audience-size.ts';

export interface TypedAssignment extends TypedAudience {
  title: string;
  openOn: string;
  dueOn: string;
  closeOn: string;
  lessons: string;
  readingShare: string;
  quizIds: string[];
}

export interface AssignmentAnswer {
  typed: TypedAssignment;
  problems: { field: string; code: string }[];
  counted: CountedAudience;
}

type Props = {
  page: NewAssignmentPage;
  /** The published quizzes of the course, with the pass grade in words. */
  quizzes: readonly { id: string; title: string; passGrade: string }[];
  answer?: AssignmentAnswer;
  /** The one-time id of what the form makes. */
  newId: string;
};

/** Who gets the course, when, and what makes it completed. */
export function NewAssignmentForm({ page, quizzes, answer, newId }: Props) {
  const { create: words } = useMessages(vi, en);
  const form = useRef<HTMLFormElement>(null);
  const problems = useAssignmentProblems(answer?.problems);
  const counted = useAudienceSize(form, answer?.counted ?? null);
  const isBusy = useNavigation().formMethod === 'POST';
  const typed = answer?.typed;
  const date = (name: 'openOn' | 'dueOn' | 'closeOn', hint?: string, first?: string) => (
    <Field id={name} label={words[name]} hint={hint} error={problems.of(name)}>
      <TextInput type="date" name={name} width="short" defaultValue={typed?.[name] ?? first} />
    </Field>
  );
  return (
    <Form ref={form} method="post" noValidate>
      <button type="submit" name="intent" value="assign" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <input type="hidden" name="newId" value={newId} />
      <div className="space-y-8">
        <ErrorSummary title={problems.title} errors={problems.summary} />
        <input type="hidden" name="courseId" value={page.course.id} />
        <Field id="title" label={words.name} hint={words.nameHint} error={problems.of('title')}>
          <TextInput name="title" defaultValue={typed?.title ?? page.course.title} />
        </Field>
        <AudienceFields choices={page} typed={typed ?? nobody} problem={problems.of('unitIds')} />
        <AudienceCount counted={counted} />
        <fieldset className="min-w-0">
          <legend className="text-lg">{words.dates}</legend>
          <div className="mt-3 grid items-end gap-x-8 gap-y-6 sm:grid-cols-3">
            {date('openOn', undefined, page.today)}
            {date('dueOn', words.dueHint)}
            {date('closeOn', words.closeHint)}
          </div>
        </fieldset>
        <ChoiceGroup
          id="lessons"
          type="radio"
          name="lessons"
          label={words.rule}
          error={problems.of('lessons')}
          defaultValue={typed?.lessons || 'all'}
          options={[
            { value: 'all', label: words.lessonsAll },
            { value: 'none', label: words.lessonsNone },
          ]}
        />
        <ChoiceGroup
          id="readingShare"
          type="radio"
          name="readingShare"
          label={words.readingShare}
          hint={words.readingShareHint}
          error={problems.of('readingShare')}
          defaultValue={typed?.readingShare || '0'}
          options={Object.entries(words.readingShares).map(([value, label]) => ({ value, label }))}
        />
        {quizzes.length > 0 ? (
          <ChoiceGroup
            id="quizIds"
            type="checkbox"
            name="quizIds"
            label={words.quizzes}
            hint={words.quizzesHint}
            error={problems.of('quizIds')}
            defaultValue={typed?.quizIds ?? []}
            options={quizzes.map(({ id, title, passGrade }) => ({
              value: id,
              label: title,
              hint: words.passGrade(passGrade),
            }))}
          />
        ) : (
          <p id="quizIds" className="text-muted">
            {words.noQuizzes}
          </p>
        )}
        <ButtonRow>
          <Button type="submit" name="intent" value="assign" look="primary" busy={isBusy}>
            {words.button}
          </Button>
          <LinkButton to={`/author/courses/${page.course.id}`} look="quiet">
            {words.back}
          </LinkButton>
        </ButtonRow>
      </div>
    </Form>
  );
}
