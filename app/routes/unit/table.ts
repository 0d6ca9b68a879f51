import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Actor } from '#app/features/access/core/role.ts';
import { recordExport } from '#app/features/progress/commands/record-export.server.ts';
import { unitComparison } from '#app/features/progress/queries/picture/comparison.server.ts';
import { gradesPage } from '#app/features/progress/queries/picture/grades-page.server.ts';
import { unitDashboard } from '#app/features/progress/queries/unit-dashboard.server.ts';
import { unitPeople } from '#app/features/progress/queries/unit-people.server.ts';
import { weakTopics } from '#app/features/progress/queries/weak-topics/weak-topics.server.ts';
import { readDay, readPeopleSearch, readPictureSearch } from '#app/features/progress/schema.picture.ts';
import type { TableView } from '#app/features/progress/ui/export-links.tsx';
import {
  comparisonDocument,
  gradesDocument,
  weakTopicsDocument,
} from '#app/features/progress/ui/picture/picture-documents.ts';
import { peopleDocument, unitsDocument } from '#app/features/progress/ui/table-documents.ts';
import type { TableDocument } from '#app/kernel/table-document.ts';
import { type TableFormat, tableDownload } from '#app/platform/http/download.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import type { Lang } from '#app/platform/i18n/language.ts';
import { langFromCookieHeader } from '#app/platform/i18n/language.ts';
import { asOfParam } from '../as-of.server.ts';
import { requireActor } from '../gate.server.ts';

type Asked = { actor: Actor; unitId: string; search: URLSearchParams; lang: Lang };
type Taken = { document: TableDocument; assignment: { id: string } | null };

/** The tables of a unit's screens, each with the same wishes as its screen. */
const tables: Record<TableView, (asked: Asked) => Promise<Taken>> = {
  async units({ actor, unitId, search, lang }) {
    const page = await unitDashboard(actor, unitId, { ...readPictureSearch(search), asOf: asOfParam(search) });
    return { ...page, document: unitsDocument(page, lang) };
  },
  async people({ actor, unitId, search, lang }) {
    const asked = { ...readPeopleSearch(search), asOf: asOfParam(search) };
    const page = await unitPeople(actor, unitId, { ...asked, page: 'all' });
    return { ...page, document: peopleDocument(page, lang) };
  },
  async 'weak-topics'({ actor, unitId, search, lang }) {
    const page = await weakTopics(actor, unitId, { ...readPictureSearch(search), asOf: asOfParam(search) });
    return { ...page, document: weakTopicsDocument(page, lang) };
  },
  async grades({ actor, unitId, search, lang }) {
    const page = await gradesPage(actor, unitId, { ...readPictureSearch(search), asOf: asOfParam(search) });
    return { ...page, document: gradesDocument(page, lang) };
  },
  async comparison({ actor, unitId, search, lang }) {
    const asked = { ...readPictureSearch(search), asOf: asOfParam(search), fromDay: readDay(search.get('from')) };
    const page = await unitComparison(actor, unitId, asked);
    return { ...page, document: comparisonDocument(page, lang) };
  },
};

const isTable = (view: string): view is TableView => Object.hasOwn(tables, view);

/** The table on the screen as a file: /table.xlsx and /table.csv, `?view=` says which. Logged before it is handed over. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { pathname, searchParams: search } = new URL(request.url);
  const format: TableFormat = pathname.endsWith('.csv') ? 'csv' : 'xlsx';
  const unitId = idParam(params.unitId);
  const lang = langFromCookieHeader(request.headers.get('Cookie'));
  const wanted = search.get('view') ?? '';
  const view = isTable(wanted) ? wanted : 'units';
  const { document, assignment } = await tables[view]({ actor, unitId, search, lang });
  const rows = document.rows.length;
  await recordExport(actor, { unitId, assignmentId: assignment?.id ?? null, view, format, rows });
  return tableDownload(document, format);
});
