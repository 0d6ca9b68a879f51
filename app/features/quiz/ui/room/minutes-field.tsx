import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { boardEn } from '../../messages/board-en.ts';
import { boardVi } from '../../messages/board-vi.ts';

type Props = { id: string; error: string | undefined; defaultValue: string };

/** Whole minutes to give; negative to take back. */
export function MinutesField({ id, error, defaultValue }: Props) {
  const words = useMessages(boardVi, boardEn).measures;
  return (
    <Field id={id} label={words.minutesLabel} hint={words.minutesHint} error={error}>
      <TextInput name="minutes" width="number" autoComplete="off" defaultValue={defaultValue} />
    </Field>
  );
}
