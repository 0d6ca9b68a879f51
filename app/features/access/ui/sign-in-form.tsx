import { Form, useNavigation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { PasswordField } from './password-field.tsx';
import { type RefusedForm, useProblemWords } from './problem-words.ts';

/** Login name and password. A refusal stands on top alone: it must not tell which of the two was wrong. */
export function SignInForm({ refused, returnTo }: { refused?: RefusedForm; returnTo: string }) {
  const words = useMessages(vi, en);
  const problems = useProblemWords(refused);
  const isBusy = useNavigation().state !== 'idle';
  const isWhole = ['refused', 'too-many'].includes(refused?.problems.login?.[0] ?? '');
  return (
    <Form method="post" noValidate className="space-y-6">
      <ErrorSummary title={isWhole ? words.signIn.failed : problems.title} errors={problems.summary} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <Field id="login" label={words.signIn.login} error={isWhole ? undefined : problems.of('login')}>
        <TextInput
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          defaultValue={refused?.typed?.login}
        />
      </Field>
      <PasswordField
        name="password"
        label={words.signIn.password}
        autoComplete="current-password"
        error={problems.of('password')}
      />
      <Button type="submit" look="primary" busy={isBusy} className="w-full sm:w-auto">
        {words.signIn.button}
      </Button>
    </Form>
  );
}
