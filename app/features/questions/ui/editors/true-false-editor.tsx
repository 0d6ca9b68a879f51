import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { Field } from '#app/ui/field.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { en } from '../../messages/en.ts';
import { vi } from '../../messages/vi.ts';
import type { EditorProps } from './editor.ts';

/** Whether the statement is true, and what is said to who takes it for true or false. */
export function TrueFalseEditor({ draft, problemOf, set }: EditorProps) {
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
        onChange={(value) => set({ truth: value as typeof draft.truth })}
      />
      {(['feedbackTrue', 'feedbackFalse'] as const).map((field) => (
        <Field key={field} id={field} label={words[field]} hint={words.feedbackHint} error={problemOf(field)}>
          <Textarea
            name={field}
            rows={2}
            value={draft[field]}
            onChange={(event) => set({ [field]: event.target.value })}
          />
        </Field>
      ))}
    </div>
  );
}
