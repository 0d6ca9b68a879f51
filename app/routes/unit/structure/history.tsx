import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en as orgEn } from '#app/features/org/messages/en.ts';
import { en } from '#app/features/org/messages/tree-en.ts';
import { vi } from '#app/features/org/messages/tree-vi.ts';
import { vi as orgVi } from '#app/features/org/messages/vi.ts';
import { type UnitEra, unitHistory } from '#app/features/org/queries/tree/unit-history.server.ts';
import { UnitStep } from '#app/features/org/ui/tree/unit-step.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'admin' };
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).historyTitle(data?.unit.name ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) =>
  unitHistory(await requireActor(request), idParam(params.unitId)),
);

export default function UnitHistory() {
  const words = useMessages(vi, en);
  const org = useMessages(orgVi, orgEn);
  const lang = useLang();
  const page = useLoaderData<typeof loader>();
  const kinds: Record<string, string> = org.kinds;
  const columns: Column<UnitEra>[] = [
    {
      key: 'period',
      header: words.period,
      isRowHeader: true,
      cell: ({ fromAt, untilAt }) =>
        untilAt
          ? words.fromUntil(formatDateTime(lang, fromAt), formatDateTime(lang, untilAt))
          : words.from(formatDateTime(lang, fromAt)),
    },
    { key: 'name', header: words.field.name, cell: ({ name }) => name },
    { key: 'shortName', header: words.shortName, cell: ({ shortName }) => shortName },
    { key: 'kind', header: words.kind, cell: ({ kind }) => kinds[kind] },
    { key: 'parent', header: words.parent, cell: ({ parentName }) => parentName ?? words.topUnit },
  ];
  return (
    <UnitStep page={page} title={words.historyTitle(page.unit.name)} lead={words.historyLead}>
      <DataTable
        caption={words.historyTitle(page.unit.name)}
        isCaptionHidden
        columns={columns}
        rows={page.eras}
        rowKey={({ id }) => id}
      />
    </UnitStep>
  );
}
