import type { LoaderFunctionArgs } from '@remix-run/node';
import { recordExport } from '#app/features/progress/commands/record-export.server.ts';
import { callSheet } from '#app/features/progress/queries/reminders/call-sheet.server.ts';
import { readRemindersSearch } from '#app/features/progress/schema.reminders.ts';
import { callSheetDocument } from '#app/features/progress/ui/reminders/call-sheet-document.ts';
import { type TableFormat, tableDownload } from '#app/platform/http/download.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { langFromCookieHeader } from '#app/platform/i18n/language.ts';
import { requireActor } from '../gate.server.ts';

/** The call sheet as a file. Logged before it is handed over. */
export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { pathname, searchParams } = new URL(request.url);
  const format: TableFormat = pathname.endsWith('.csv') ? 'csv' : 'xlsx';
  const { unitId, assignmentId } = readRemindersSearch(searchParams);
  const sheet = await callSheet(actor, idParam(unitId ?? undefined), assignmentId);
  const taken = { unitId: sheet.unit.id, assignmentId, view: 'call-sheet' as const, format };
  await recordExport(actor, { ...taken, rows: sheet.people.length });
  return tableDownload(callSheetDocument(sheet, langFromCookieHeader(request.headers.get('Cookie'))), format);
});
