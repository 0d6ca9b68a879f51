import { useMessages } from '#app/platform/i18n/use-messages.ts';
import type { SummaryError } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { AttachmentProblems } from '../../core/people/attachment.ts';
import { en } from '../../messages/people-en.ts';
import { vi } from '../../messages/people-vi.ts';

type Props = {
  problems: AttachmentProblems;
  note: 'too-long' | null;
  typed?: { fromOn: string; untilOn: string; reason: string };
  today: string;
};

/** From when, until when, and what for. */
export function AttachmentFields({ problems, note, typed, today }: Props) {
  const words = useMessages(vi, en);
  const error = (field: 'fromOn' | 'untilOn') => problems[field] && words.problems.attachment[problems[field]];
  return (
    <>
      <Field id="fromOn" label={words.field.fromOn} error={error('fromOn')}>
        <TextInput name="fromOn" type="date" width="short" defaultValue={typed?.fromOn ?? today} />
      </Field>
      <Field id="untilOn" label={words.field.untilOn} hint={words.hint.untilOn} error={error('untilOn')}>
        <TextInput name="untilOn" type="date" width="short" defaultValue={typed?.untilOn} />
      </Field>
      <Field id="note" label={words.field.reason} hint={words.hint.attachReason} error={note && words.problems.note}>
        <TextInput name="reason" maxLength={300} autoComplete="off" defaultValue={typed?.reason} />
      </Field>
    </>
  );
}

/** The same problems for the summary on top. */
export function useAttachmentErrors(problems: AttachmentProblems, note: 'too-long' | null): SummaryError[] {
  const words = useMessages(vi, en);
  const days = (['fromOn', 'untilOn'] as const).flatMap((id) => {
    const problem = problems[id];
    return problem ? [{ id, message: words.problems.attachment[problem] }] : [];
  });
  return note ? [...days, { id: 'note', message: words.problems.note }] : days;
}
