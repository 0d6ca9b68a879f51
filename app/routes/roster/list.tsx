import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { startImport } from '#app/features/org/commands/roster/start-import.server.ts';
import { en } from '#app/features/org/messages/roster-en.ts';
import { vi } from '#app/features/org/messages/roster-vi.ts';
import { type RosterImport, rostersPage } from '#app/features/org/queries/roster/roster-pages.server.ts';
import { newRosterSchema } from '#app/features/org/schema.roster.ts';
import { type SendProblem, UploadForm } from '#app/features/org/ui/roster/upload-form.tsx';
import { dropStaged } from '#app/platform/files/media-store.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand } from '#app/platform/http/form.server.ts';
import { largestUpload } from '#app/platform/http/guard.server.ts';
import { readUpload } from '#app/platform/http/upload.server.ts';
import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'admin' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const unitId = new URL(request.url).searchParams.get('unit');
  return rostersPage(await requireActor(request), unitId);
});

const refuse = (refused: SendProblem) => data(refused, { status: 400 });
const LARGEST = largestUpload - 2 * 1024 * 1024;

/** Takes a file in; reading it is the server's job, whose page follows at once. */
export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const { fields, file, isTooLarge } = await readUpload(request, LARGEST);
  if (isTooLarge) return refuse({ field: 'file', problem: 'too-large' });
  if (!file) return refuse({ field: 'file', problem: 'no-file' });
  if (!fields.unitId) {
    await dropStaged(file.staged);
    return refuse({ field: 'unitId', problem: 'unit' });
  }
  const form = demand(newRosterSchema, fields);
  const id = await startImport(actor, { ...form, makesUnits: form.makesUnits === 'yes', file });
  throw redirect(`/roster-imports/${id}`, 303);
});

const stateTags: Record<RosterImport['state'], TagKind> = {
  reading: 'started',
  read: 'soon',
  applying: 'started',
  applied: 'done',
  undoing: 'started',
  undone: 'aside',
  cancelled: 'aside',
  failed: 'wrong',
};

export default function Rosters() {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { imports, units, unitId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const columns: Column<RosterImport>[] = [
    {
      key: 'file',
      header: words.columnFile,
      isRowHeader: true,
      cell: ({ id, fileName, unitName }) => (
        <>
          <Link to={`/roster-imports/${id}`}>{fileName}</Link>
          <span className="block text-sm font-normal text-muted">{unitName}</span>
        </>
      ),
    },
    {
      key: 'state',
      header: words.columnState,
      cell: ({ state }) => <Tag kind={stateTags[state]}>{words.states[state]}</Tag>,
    },
    {
      key: 'rows',
      header: words.columnRows,
      isNumber: true,
      cell: ({ outcome }) => (outcome ? formatNumber(lang, outcome.rows) : '–'),
    },
    { key: 'by', header: words.columnBy, cell: ({ createdByName }) => createdByName },
    { key: 'at', header: words.columnAt, cell: ({ createdAt }) => formatDateTime(lang, createdAt) },
  ];
  const templates = (['people', 'units'] as const).flatMap((subject) =>
    (['xlsx', 'csv'] as const).map((format) => ({
      key: `${subject} ${format}`,
      to: `/roster-imports/template.${format}?subject=${subject}`,
      title:
        subject === 'people' ? words.templatePeople(format.toUpperCase()) : words.templateUnits(format.toUpperCase()),
    })),
  );
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Section title={words.send}>
          <UploadForm units={units} unitId={unitId} refused={refused} />
        </Section>
        <Section title={words.templates}>
          <ul className="border-t border-line">
            {templates.map(({ key, to, title }) => (
              <li key={key} className="border-b border-line py-2">
                <a href={to} download>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      </div>
      <Section title={words.list}>
        <DataTable
          caption={words.list}
          isCaptionHidden
          columns={columns}
          rows={imports}
          rowKey={({ id }) => id}
          empty={<EmptyState title={words.empty}>{words.emptyText}</EmptyState>}
        />
      </Section>
    </Page>
  );
}
