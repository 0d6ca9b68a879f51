import type { LoaderFunctionArgs } from '@remix-run/node';
import { recordReportExport } from '#app/features/reports/commands/record-report-export.server.ts';
import { keptReport } from '#app/features/reports/queries/report-page.server.ts';
import { studyDocument } from '#app/features/reports/ui/study-document.ts';
import { type DocumentFormat, documentDownload } from '#app/platform/http/document-download.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';

/** A kept report as a file: /report.docx, /report.pdf, /report.xlsx. Logged before it is handed over. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const format = new URL(request.url).pathname.split('.').at(-1) as DocumentFormat;
  const { report, names } = await keptReport(actor, idParam(params.reportId));
  await recordReportExport(actor, report.id, format);
  return documentDownload(studyDocument({ ...report, names }), format);
});
