import type { TableDocument } from '#app/kernel/table-document.ts';
import { foldTones } from '#app/kernel/vietnamese-text.ts';
import { printCsv } from '../documents/csv.server.ts';
import { printXlsx } from '../documents/xlsx.server.ts';

const kinds = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
export type TableFormat = keyof typeof kinds;

/** A table as a file to keep. Its name stands twice: with its tone marks, and without for old programs. */
export async function tableDownload(document: TableDocument, format: TableFormat): Promise<Response> {
  const bytes = format === 'xlsx' ? await printXlsx(document) : printCsv(document);
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
