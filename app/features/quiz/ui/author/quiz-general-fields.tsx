import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import type { QuizDraft } from '../../core/quiz-draft.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import type { QuizEditorNames } from '../../queries/author-quiz.server.ts';

export interface FieldsProps {
  draft: QuizDraft;
  problemOf: (field: string) => string | undefined;
  onChange: (change: Partial<QuizDraft>) => void;
}

/** An exam says nothing before the submission: a behaviour that does gives way when the kind is chosen. */
const ofKind = (kind: QuizDraft['kind'], { behaviour }: QuizDraft): Partial<QuizDraft> =>
  kind === 'exam' && (behaviour === 'immediate' || behaviour === 'tries') ? { kind, behaviour: 'deferred' } : { kind };

/** What the quiz is called, which mode it is in, where learners find it, and what they read first. */
export function QuizGeneralFields({ draft, names, problemOf, onChange }: FieldsProps & { names: QuizEditorNames }) {
  const { editor: words, kinds, kindHints } = useMessages(vi, en);
  const places = names.places.flatMap(({ courseId, title, modules }) => [
    { value: courseId, label: words.wholeCourse(title) },
    ...modules.map((module) => ({ value: `${courseId}/${module.code}`, label: module.title })),
  ]);
  // A course that was withdrawn from the author's reach stays chosen until the author chooses another.
  const isKnown = draft.place === '' || places.some(({ value }) => value === draft.place);
  return (
    <div className="space-y-6">
      <Field id="title" label={words.name} error={problemOf('title')}>
        <TextInput name="title" value={draft.title} onChange={(event) => onChange({ title: event.target.value })} />
      </Field>
      <ChoiceGroup
        id="kind"
        type="radio"
        name="kind"
        label={words.kind}
        value={draft.kind}
        options={(['practice', 'exam'] as const).map((value) => ({
          value,
          label: kinds[value],
          hint: kindHints[value],
        }))}
        onChange={(value) => onChange(ofKind(value as QuizDraft['kind'], draft))}
      />
      <Field id="place" label={words.place} hint={words.placeHint} error={problemOf('place')}>
        <Select
          name="place"
          emptyLabel={words.noPlace}
          options={isKnown ? places : [...places, { value: draft.place, label: draft.place }]}
          value={draft.place}
          onChange={(event) => onChange({ place: event.target.value })}
        />
      </Field>
      <Field
        id="instructions"
        label={words.instructions}
        hint={words.instructionsHint}
        error={problemOf('instructions')}
      >
        <Textarea
          name="instructions"
          rows={3}
          value={draft.instructions}
          onChange={(event) => onChange({ instructions: event.target.value })}
        />
      </Field>
    </div>
  );
}
