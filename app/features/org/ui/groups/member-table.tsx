import { Form } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { en } from '../../messages/en.ts';
import { vi } from '../../messages/vi.ts';
import type { ListedMember } from '../../queries/groups.server.ts';

/** Who is in a group; each can be taken out. */
export function MemberTable({ members }: { members: readonly ListedMember[] }) {
  const words = useMessages(vi, en).groups;
  const columns: Column<ListedMember>[] = [
    {
      key: 'name',
      header: words.person,
      isRowHeader: true,
      cell: ({ fullName, rank, number }) => (
        <>
          {[rank, fullName].filter(Boolean).join(' ')}
          <span className="block text-sm font-normal text-muted">{number}</span>
        </>
      ),
    },
    { key: 'unit', header: words.unit, cell: ({ unitLabel }) => unitLabel },
    {
      key: 'remove',
      header: words.removeShort,
      cell: ({ personId, fullName }) => (
        <Form method="post">
          <input type="hidden" name="personId" value={personId} />
          <Button type="submit" name="intent" value="remove" size="small" aria-label={words.remove(fullName)}>
            {words.removeShort}
          </Button>
        </Form>
      ),
    },
  ];
  return (
    <DataTable
      caption={words.list}
      isCaptionHidden
      columns={columns}
      rows={members}
      rowKey={({ personId }) => personId}
      empty={<EmptyState title={words.noMembers} />}
    />
  );
}
