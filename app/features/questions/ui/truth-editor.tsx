import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { Field } from '#app/ui/field.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import type { QuestionDraft } from '../core/question-draft.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

type Props = {
  draft: QuestionDraft;
  problemOf: (field: string) => string | undefined;
  onChange: (change: Partial<QuestionDraft>) => void;
};

/** Whether the statement is true, and what is said to who takes it for true or false. */
export function TruthEditor({ draft, problemOf, onChange }: Props) {
  const { editor: words, truth } = useMessages(vi, en);
  return (
    <div className="space-y-6">
      <ChoiceGroup
        id="truth"
        type="radio"
        name="truth"
        label={words.truth}
        error={problemOf('truth')}
        inline
        value={draft.truth}
        options={[
          { value: 'true', label: truth.true },
          { value: 'false', label: truth.false },
        ]}
        onChange={(value) => onChange({ truth: value as QuestionDraft['truth'] })}
      />
      {(['feedbackTrue', 'feedbackFalse'] as const).map((field) => (
        <Field key={field} id={field} label={words[field]} hint={words.feedbackHint} error={problemOf(field)}>
          <Textarea
            name={field}
            rows={2}
            value={draft[field]}
            onChange={(event) => onChange({ [field]: event.target.value })}
          />
        </Field>
      ))}
    </div>
  );
}
