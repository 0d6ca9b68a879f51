import { Form, useNavigation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/printed-en.ts';
import { vi } from '../../messages/printed-vi.ts';

/** Takes a sheet back, with the reason. */
export function WithdrawSheet({ setId, typed, isMissing }: { setId: string; typed: string; isMissing: boolean }) {
  const words = useMessages(vi, en).set;
  const isBusy = useNavigation().formMethod === 'POST';
  return (
    <Form method="post" noValidate className="space-y-6">
      <p className="max-w-reading">{words.withdrawText}</p>
      <Field
        id="reason"
        label={words.reason}
        hint={words.reasonHint}
        error={isMissing ? words.reasonMissing : undefined}
      >
        <TextInput name="reason" maxLength={500} defaultValue={typed} />
      </Field>
      <ButtonRow>
        <Button type="submit" look="danger" busy={isBusy}>
          {words.withdraw}
        </Button>
        <LinkButton to={`/paper-sets/${setId}`} look="quiet">
          {words.cancel}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}
