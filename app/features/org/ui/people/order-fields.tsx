import { useMessages } from '#app/platform/i18n/use-messages.ts';
import type { SummaryError } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { DayProblem } from '../../core/people/person-edit.ts';
import { en } from '../../messages/people-en.ts';
import { vi } from '../../messages/people-vi.ts';

export type OrderProblems = { day: DayProblem | null; note: 'too-long' | null };
export const noOrderProblems: OrderProblems = { day: null, note: null };

/** The day that an order names, and the order. */
export function OrderFields({
  problems,
  typed,
  today,
}: {
  problems: OrderProblems;
  typed?: { effectiveOn: string; note: string };
  today: string;
}) {
  const words = useMessages(vi, en);
  return (
    <>
      <Field
        id="effectiveOn"
        label={words.field.effectiveOn}
        hint={words.hint.effectiveOn}
        error={problems.day && words.problems.day[problems.day]}
      >
        <TextInput
          name="effectiveOn"
          type="date"
          width="short"
          max={today}
          defaultValue={typed?.effectiveOn ?? today}
        />
      </Field>
      <Field id="note" label={words.field.note} hint={words.hint.note} error={problems.note && words.problems.note}>
        <TextInput name="note" maxLength={300} autoComplete="off" defaultValue={typed?.note} />
      </Field>
    </>
  );
}

/** The same problems for the summary on top. */
export function useOrderErrors({ day, note }: OrderProblems): SummaryError[] {
  const words = useMessages(vi, en);
  return [
    ...(day ? [{ id: 'effectiveOn', message: words.problems.day[day] }] : []),
    ...(note ? [{ id: 'note', message: words.problems.note }] : []),
  ];
}
