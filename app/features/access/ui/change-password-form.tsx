import { Form, useNavigation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { PasswordField } from './password-field.tsx';
import { type RefusedForm, useProblemWords } from './problem-words.ts';

type Props = { refused?: RefusedForm; login: string; isFirst: boolean; returnTo: string };

/** The current password (unless it is the one that an administrator gave) and the new one twice. */
export function ChangePasswordForm({ refused, login, isFirst, returnTo }: Props) {
  const words = useMessages(vi, en).password;
  const problems = useProblemWords(refused);
  const isBusy = useNavigation().state !== 'idle';
  return (
    <Form method="post" noValidate className="space-y-6">
      <ErrorSummary title={problems.title} errors={problems.summary} />
      <input type="hidden" name="returnTo" value={returnTo} />
      {/* Lets the browser's password store know whose password this is. */}
      <input type="text" autoComplete="username" defaultValue={login} readOnly hidden />
      {!isFirst && (
        <PasswordField
          name="current"
          label={words.current}
          autoComplete="current-password"
          error={problems.of('current')}
        />
      )}
      <PasswordField
        name="next"
        label={words.next}
        hint={words.hint}
        autoComplete="new-password"
        error={problems.of('next')}
      />
      <PasswordField name="repeat" label={words.repeat} autoComplete="new-password" error={problems.of('repeat')} />
      <ButtonRow>
        <Button type="submit" look="primary" busy={isBusy}>
          {words.button}
        </Button>
        {!isFirst && (
          <LinkButton to="/account" look="quiet">
            {words.back}
          </LinkButton>
        )}
      </ButtonRow>
    </Form>
  );
}
