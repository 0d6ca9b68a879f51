import { Form } from '@remix-run/react';
import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Field } from '#app/ui/field.tsx';
import { PrintIcon } from '#app/ui/icons.tsx';
import { Section } from '#app/ui/page.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { Slip } from '../../commands/first-passwords.server.ts';
import type { LoginProblem } from '../../core/accounts/login-suggestion.ts';
import { en } from '../../messages/accounts-en.ts';
import { vi } from '../../messages/accounts-vi.ts';
import type { PersonAccountPage } from '../../queries/accounts/person-account.server.ts';

type Props = {
  page: PersonAccountPage;
  problem: LoginProblem | null;
  typed: string | null;
  slip: Slip | null;
};

/** Somebody else's account: how it stands, and what can be done with it. */
export function AccountSections({ page, problem, typed, slip }: Props) {
  const words = useMessages(vi, en);
  const { account, suggestion } = page;
  if (account.login === null) {
    if (account.hasLeft) return <Section title={words.none}>{words.refused.left}</Section>;
    return (
      <Section title={words.opening} lead={words.openingLead}>
        <Form method="post" noValidate className="space-y-6">
          <Field id="login" label={words.login} hint={words.loginHint} error={problem && words.problems[problem]}>
            <TextInput
              name="login"
              width="half"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              defaultValue={typed ?? suggestion}
            />
          </Field>
          <Button type="submit" look="primary" name="intent" value="open">
            {words.openButton}
          </Button>
        </Form>
      </Section>
    );
  }
  return (
    <>
      <AccountState page={page} />
      {account.firstIssue !== null && !account.disabledAt && !account.hasLeft && <SlipSection slip={slip} />}
      {!account.disabledAt && (
        <>
          <Section title={words.reset} lead={words.resetLead} className="screen-only">
            <Form method="post">
              <Button type="submit" name="intent" value="reissue">
                {words.resetButton}
              </Button>
            </Form>
          </Section>
          <Section title={words.disable} lead={words.disableLead} className="screen-only">
            <Form method="post" className="space-y-4">
              <Field label={words.reason}>
                <TextInput name="reason" maxLength={300} autoComplete="off" />
              </Field>
              <Button type="submit" look="danger" name="intent" value="disable">
                {words.disableButton}
              </Button>
            </Form>
          </Section>
        </>
      )}
      {account.disabledAt && !account.hasLeft && (
        <Section title={words.enable} lead={words.enableLead}>
          <Form method="post">
            <Button type="submit" look="primary" name="intent" value="enable">
              {words.enableButton}
            </Button>
          </Form>
        </Section>
      )}
    </>
  );
}

/** How the account stands, in a few lines; also part of the person's page. */
export function AccountState({ page: { account } }: { page: PersonAccountPage }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  if (account.login === null) return <Section title={words.state}>{words.none}</Section>;
  return (
    <Section title={words.state}>
      <DefinitionList
        items={[
          { term: words.login, value: account.login },
          {
            term: words.state,
            value: account.disabledAt ? words.disabled(formatDate(lang, account.disabledAt)) : words.open,
          },
          {
            term: words.password,
            value:
              account.firstIssue !== null || !account.passwordChangedAt
                ? words.waiting
                : words.own(formatDate(lang, account.passwordChangedAt)),
          },
          ...(account.createdAt ? [{ term: words.created, value: formatDate(lang, account.createdAt) }] : []),
        ]}
      />
    </Section>
  );
}

function SlipSection({ slip }: { slip: Slip | null }) {
  const words = useMessages(vi, en);
  return (
    <Section title={words.slip} lead={slip ? words.slipHint : words.slipLead}>
      {slip ? (
        <>
          <DefinitionList
            items={[
              { term: words.login, value: <code className="text-lg">{slip.login}</code> },
              { term: words.slipPassword, value: <code className="text-lg">{slip.password}</code> },
            ]}
          />
          <PrintButton />
        </>
      ) : (
        <Form method="post">
          <Button type="submit" name="intent" value="slip">
            {words.slipButton}
          </Button>
        </Form>
      )}
    </Section>
  );
}

function PrintButton() {
  const words = useMessages(vi, en);
  return (
    <Button type="button" icon={PrintIcon} className="screen-only mt-4" onClick={() => window.print()}>
      {words.print}
    </Button>
  );
}
