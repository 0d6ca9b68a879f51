import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ItemList } from '#app/ui/item-list.tsx';
import { Section } from '#app/ui/page.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { en } from '../../messages/accounts-en.ts';
import { vi } from '../../messages/accounts-vi.ts';
import { en as accessEn } from '../../messages/en.ts';
import { vi as accessVi } from '../../messages/vi.ts';
import type { PersonAccountPage } from '../../queries/accounts/person-account.server.ts';

/** The roles that a person holds or held. */
export function RoleList({ roles }: { roles: PersonAccountPage['roles'] }) {
  const words = useMessages(vi, en);
  const access = useMessages(accessVi, accessEn);
  const lang = useLang();
  return (
    <Section title={words.roles}>
      {roles.length === 0 && <p className="text-muted">{words.noRoles}</p>}
      {roles.length > 0 && (
        <ItemList
          items={roles.map(({ id, role, unitName, fromAt, untilAt, isInForce }) => ({
            key: id,
            title: words.roleAt(access.roles[role], unitName),
            note: untilAt
              ? words.periodUntil(formatDate(lang, fromAt), formatDate(lang, untilAt))
              : words.period(formatDate(lang, fromAt)),
            aside: <Tag kind={isInForce ? 'done' : 'aside'}>{isInForce ? words.inForce : words.over}</Tag>,
          }))}
        />
      )}
    </Section>
  );
}
