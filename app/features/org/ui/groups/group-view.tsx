import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import type { AddedMembers } from '../../commands/add-group-members.server.ts';
import type { GroupProblem } from '../../core/group.ts';
import { en } from '../../messages/en.ts';
import { en as requirementsEn } from '../../messages/groups-en.ts';
import { vi as requirementsVi } from '../../messages/groups-vi.ts';
import { vi } from '../../messages/vi.ts';
import type { FoundPerson, GroupRow, ListedMember } from '../../queries/groups.server.ts';
import { AddMembers } from './add-members.tsx';
import { GroupSettings } from './group-settings.tsx';
import { MemberTable } from './member-table.tsx';

type Props = {
  group: GroupRow;
  members: readonly ListedMember[];
  found: readonly FoundPerson[];
  search: string;
  done: string | null;
  answered: { problem: GroupProblem | null; added: AddedMembers | null } | undefined;
};

/** One group: its people, the ways in, its name and its end. */
export function GroupView({ group, members, found, search, done, answered }: Props) {
  const words = useMessages(vi, en).groups;
  const requirements = useMessages(requirementsVi, requirementsEn);
  const lang = useLang();
  const isOpen = group.closedAt === null;
  const says = { created: words.created, renamed: words.renamed, closed: words.closedNow, removed: words.removed };
  const said = !answered && done && done in says ? says[done as keyof typeof says] : null;
  return (
    <Page
      title={group.name}
      kicker={group.unitName}
      lead={isOpen ? words.people(formatNumber(lang, group.members)) : words.closed(formatDate(lang, group.closedAt!))}
      crumbs={[{ to: '/groups', label: words.title }]}
      crumbsLabel={words.crumbs}
      actions={
        <LinkButton to={`/groups/${group.id}/requirements`} size="small">
          {requirements.link}
        </LinkButton>
      }
    >
      {said && <Notice kind="success" live title={said} />}
      {answered?.added && <Added added={answered.added} />}
      <MemberTable members={members} />
      {isOpen && (
        <>
          <AddMembers search={search} found={found} />
          <GroupSettings name={group.name} problem={answered?.problem ?? null} />
        </>
      )}
    </Page>
  );
}

function Added({ added }: { added: AddedMembers }) {
  const words = useMessages(vi, en).groups;
  const lang = useLang();
  const kind = added.unknown.length > 0 ? 'warning' : 'success';
  return (
    <Notice kind={kind} live title={words.added(formatNumber(lang, added.added))}>
      {added.known > 0 && <p>{words.known(formatNumber(lang, added.known))}</p>}
      {added.unknown.length > 0 && <p>{words.unknown(added.unknown.slice(0, 30).join(', '))}</p>}
    </Notice>
  );
}
