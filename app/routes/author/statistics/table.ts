import type { LoaderFunctionArgs } from '@remix-run/node';
import { recordStatisticsExport } from '#app/features/quiz/commands/statistics/record-statistics-export.server.ts';
import { quizStatistics } from '#app/features/quiz/queries/statistics/quiz-statistics.server.ts';
import { readStatisticsSearch } from '#app/features/quiz/schema.statistics.ts';
import { statisticsDocument } from '#app/features/quiz/ui/statistics/statistics-document.ts';
import { type TableFormat, tableDownload } from '#app/platform/http/download.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { langFromCookieHeader } from '#app/platform/i18n/language.ts';
import { requireActor } from '../../gate.server.ts';

/** The table of questions as a file: what the address of the page asks for. Logged before it is handed over. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { pathname, searchParams } = new URL(request.url);
  const format: TableFormat = pathname.endsWith('.csv') ? 'csv' : 'xlsx';
  const quizId = idParam(params.quizId);
  const asked = readStatisticsSearch(searchParams);
  const page = await quizStatistics(actor, quizId, asked);
  await recordStatisticsExport(actor, quizId, { format, rows: page.items.length, unitId: asked.filter.unitId });
  return tableDownload(statisticsDocument(page, langFromCookieHeader(request.headers.get('Cookie'))), format);
});
