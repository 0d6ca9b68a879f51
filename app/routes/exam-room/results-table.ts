import type { LoaderFunctionArgs } from '@remix-run/node';
import { recordResultsExport } from '#app/features/quiz/commands/room/record-results-export.server.ts';
import { resultPrint } from '#app/features/quiz/queries/room/print-pages.server.ts';
import { resultsDocument } from '#app/features/quiz/ui/room/print/results-document.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { tableDownload } from '#app/platform/http/download.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { langFromCookieHeader } from '#app/platform/i18n/language.ts';
import { requireActor } from '../gate.server.ts';

/** The result list of a closed session as a file, logged before it is handed over. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const sessionId = idParam(params.sessionId);
  const { print } = await resultPrint(actor, sessionId);
  if (!print) throw new AppError('conflict', { reason: 'session-not-closed' });
  await recordResultsExport(actor, { sessionId, rows: print.results.length, format: 'xlsx' });
  return tableDownload(resultsDocument(print, langFromCookieHeader(request.headers.get('Cookie'))), 'xlsx');
});
