import { Link } from '@remix-run/react';
import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { en } from '../messages/en.ts';
import { en as grantsEn } from '../messages/grants-en.ts';
import { vi as grantsVi } from '../messages/grants-vi.ts';
import { vi } from '../messages/vi.ts';
import type { AccountPage } from '../queries/account-page.server.ts';

/** Who this account belongs to and what it may do, as the unit's administrator entered it. */
export function AccountFacts({ account }: { account: AccountPage }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const grants = useMessages(grantsVi, grantsEn);
  const roles = account.roles.map(({ grantId, role, unitId, unitName, untilAt, standsForName }) => ({
    key: grantId,
    // Who sees the unit sees its roles too; a leader goes on from there to let somebody stand in.
    to: role === 'leader' || role === 'administrator' ? `/units/${unitId}/roles/${grantId}` : null,
    text: words.account.roleAt(words.roles[role], unitName),
    note: [
      untilAt && words.account.until(formatDate(lang, untilAt)),
      standsForName && grants.standsFor(standsForName),
    ].filter(Boolean),
  }));
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
              {roles.map(({ key, to, text, note }) => (
                <li key={key}>
                  {to ? <Link to={to}>{text}</Link> : text}
                  {note.length > 0 && `, ${note.join(', ')}`}
                </li>
              ))}
              <li>{words.account.learner}</li>
              <li className="mt-1">
                <Link to={`/people/${account.personId}/access`}>{grants.who.ownTitle}</Link>
              </li>
            </ul>
          ),
        },
      ]}
    />
  );
}
