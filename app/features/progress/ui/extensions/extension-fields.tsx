import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { en } from '../../messages/extensions-en.ts';
import { vi } from '../../messages/extensions-vi.ts';

/** What was typed into the form that extends, and what is wrong with it. */
export interface ExtensionAnswer {
  assignmentId: string;
  dueOn: string;
  reason: string;
  personIds: string[];
  problems: { field: 'personIds' | 'dueOn' | 'reason'; code: string }[];
}

/** The sentences for the problems, each with the id of its control. */
export function useExtensionProblems(answer: ExtensionAnswer | null | undefined, prefix = '') {
  const words = useMessages(vi, en);
  const known: Record<string, string> = words.problems;
  const summary = (answer?.problems ?? []).map(({ field, code }) => ({
    id: `${prefix}${field}`,
    message: known[code] ?? words.problems.other,
  }));
  return {
    title: words.problemsTitle(summary.length),
    summary,
    of: (field: string) => summary.find(({ id }) => id === `${prefix}${field}`)?.message,
  };
}

type Props = { answer: ExtensionAnswer | null | undefined; prefix?: string };

/** Until when, and why. */
export function ExtensionFields({ answer, prefix = '' }: Props) {
  const words = useMessages(vi, en);
  const problems = useExtensionProblems(answer, prefix);
  return (
    <>
      <Field id={`${prefix}dueOn`} label={words.dueOn} hint={words.dueHint} error={problems.of('dueOn')}>
        <TextInput type="date" name="dueOn" width="short" defaultValue={answer?.dueOn ?? ''} />
      </Field>
      <Field id={`${prefix}reason`} label={words.reason} hint={words.reasonHint} error={problems.of('reason')}>
        <Textarea name="reason" rows={3} maxLength={500} defaultValue={answer?.reason ?? ''} />
      </Field>
    </>
  );
}
