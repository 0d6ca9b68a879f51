import { Field } from '#app/ui/field.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { RowMore } from '../rows.tsx';

type Props = {
  field: string;
  words: { more: string; feedback: string; feedbackHint: string };
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
};

/** What is said to who answered this part, folded away until it is wanted. */
export function FeedbackMore({ field, words, value, problem, onChange }: Props) {
  return (
    <RowMore summary={words.more} isOpen={Boolean(value || problem)}>
      <Field id={field} label={words.feedback} hint={words.feedbackHint} error={problem}>
        <Textarea name={field} rows={2} value={value} onChange={(event) => onChange(event.target.value)} />
      </Field>
    </RowMore>
  );
}
