import type { PaperHead } from '#app/features/quiz/ui/printed/paper-documents.ts';
import { reportForm } from '#app/features/reports/queries/report-draft.server.ts';
import { documentHead } from '#app/features/reports/ui/document-head.ts';
import type { PrintedDocument } from '#app/kernel/printed-document.ts';
import { foldTones } from '#app/kernel/vietnamese-text.ts';
import { printPrintedDocx } from '#app/platform/documents/printed/printed-docx.server.ts';
import { printPrintedPdf } from '#app/platform/documents/printed/printed-pdf.server.ts';
import type { Lang } from '#app/platform/i18n/language.ts';

export type PaperFormat = 'docx' | 'pdf';

const kinds: Record<PaperFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

export const formatOf = (request: Request): PaperFormat =>
  new URL(request.url).pathname.endsWith('.pdf') ? 'pdf' : 'docx';

/** The variant that is asked for; null for all. */
export const variantOf = (request: Request): string | null =>
  new URL(request.url).searchParams.get('variant')?.slice(0, 10) || null;

/** The head of the unit's official documents, as the unit has set it, without what only a letter carries: number and day. */
export async function paperHead(set: { unitPath: string; heldOn: string }, lang: Lang): Promise<PaperHead> {
  const form = await reportForm(set.unitPath);
  const { left, right } = documentHead({ lang, form, number: '', datedOn: set.heldOn });
  return { left: left.slice(0, -1), right: right.slice(0, -1) };
}

/** A paper as a file to keep. Its name stands twice: with its tone marks, and without for old programs. */
export async function paperDownload(document: PrintedDocument, format: PaperFormat): Promise<Response> {
  const bytes = format === 'pdf' ? await printPrintedPdf(document) : await printPrintedDocx(document);
  const name = `${document.title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}.${format}`;
  return new Response(bytes as BodyInit, {
    headers: {
      'Content-Type': kinds[format],
      'Content-Disposition': `attachment; filename="${foldTones(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Content-Length': String(bytes.byteLength),
      'Cache-Control': 'no-store',
    },
  });
}
