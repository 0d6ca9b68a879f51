import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { AccountPage } from '../queries/account-page.server.ts';

/** Who this account belongs to and what it may do, as the unit's administrator entered it. */
export function AccountFacts({ account }: { account: AccountPage }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const roles = account.roles.map(({ role, unitName, untilAt }) =>
    [words.account.roleAt(words.roles[role], unitName), untilAt && words.account.until(formatDate(lang, untilAt))]
      .filter(Boolean)
      .join(', '),
  );
  return (
    <DefinitionList
      items={[
        { term: words.account.name, value: account.fullName },
        { term: words.account.rank, value: account.rank ?? words.account.noRank },
        { term: words.account.number, value: account.number },
        { term: words.account.unit, value: account.unitNames.join(', ') },
        { term: words.account.login, value: account.login },
        {
          term: words.account.roles,
          value: (
            <ul>
              {[...roles, words.account.learner].map((role) => (
                <li key={role}>{role}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
