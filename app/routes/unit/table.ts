import type { LoaderFunctionArgs } from '@remix-run/node';
import { recordExport } from '#app/features/progress/commands/record-export.server.ts';
import { unitDashboard } from '#app/features/progress/queries/unit-dashboard.server.ts';
import { unitPeople } from '#app/features/progress/queries/unit-people.server.ts';
import { readPeopleSearch, readPictureSearch } from '#app/features/progress/schema.picture.ts';
import { peopleDocument, unitsDocument } from '#app/features/progress/ui/table-documents.ts';
import { type TableFormat, tableDownload } from '#app/platform/http/download.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { langFromCookieHeader } from '#app/platform/i18n/language.ts';
import { asOfParam } from '../as-of.server.ts';
import { requireActor } from '../gate.server.ts';

/** The table on the screen as a file: /table.xlsx and /table.csv, `?view=people` for the list. Logged before it is handed over. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { pathname, searchParams } = new URL(request.url);
  const format: TableFormat = pathname.endsWith('.csv') ? 'csv' : 'xlsx';
  const unitId = idParam(params.unitId);
  const asOf = asOfParam(searchParams);
  const lang = langFromCookieHeader(request.headers.get('Cookie'));
  if (searchParams.get('view') === 'people') {
    const page = await unitPeople(actor, unitId, { ...readPeopleSearch(searchParams), page: 'all', asOf });
    const taken = { unitId, assignmentId: page.assignment?.id ?? null, view: 'people' as const, format };
    await recordExport(actor, { ...taken, rows: page.people.length });
    return tableDownload(peopleDocument(page, lang), format);
  }
  const page = await unitDashboard(actor, unitId, { ...readPictureSearch(searchParams), asOf });
  const taken = { unitId, assignmentId: page.assignment?.id ?? null, view: 'units' as const, format };
  await recordExport(actor, { ...taken, rows: page.parts.length });
  return tableDownload(unitsDocument(page, lang), format);
});
