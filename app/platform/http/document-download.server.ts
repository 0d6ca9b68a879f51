import type { OfficialDocument } from '#app/kernel/official-document.ts';
import { foldTones } from '#app/kernel/vietnamese-text.ts';
import { printDocx } from '../documents/docx.server.ts';
import { printPdf } from '../documents/pdf.server.ts';
import { printWorkbook } from '../documents/workbook.server.ts';

const formats = {
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', printDocx],
  pdf: ['application/pdf', printPdf],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', printWorkbook],
} as const;
export type DocumentFormat = keyof typeof formats;

/** An official document as a file to keep. Its name stands twice: with its tone marks, and without for old programs. */
export async function documentDownload(document: OfficialDocument, format: DocumentFormat): Promise<Response> {
  const [type, print] = formats[format];
  const bytes = await print(document);
  const name = `${document.title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}.${format}`;
  return new Response(bytes as BodyInit, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${foldTones(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Content-Length': String(bytes.byteLength),
      'Cache-Control': 'no-store',
    },
  });
}
