import { Readable } from 'node:stream';
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
  return fileDownload(format === 'xlsx' ? await printXlsx(document) : printCsv(document), document.title, format);
}

/** A spreadsheet that is made already, as a file to keep. */
export const fileDownload = (bytes: Uint8Array, title: string, format: TableFormat): Response =>
  namedDownload({ bytes, title, ending: format, mediaType: kinds[format] });

/** Any file that is made already, as a file to keep. */
export function namedDownload(file: { bytes: Uint8Array; title: string; ending: string; mediaType: string }): Response {
  const { bytes, title, ending, mediaType } = file;
  const name = `${title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'tep'}.${ending}`;
  return new Response(bytes as BodyInit, {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${foldTones(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Content-Length': String(bytes.byteLength),
      'Cache-Control': 'no-store',
    },
  });
}

/** A file that is made while it is sent, of a size that is known before. */
export function streamedDownload(file: {
  chunks: AsyncIterable<Uint8Array>;
  byteSize: number;
  name: string;
  mediaType: string;
}): Response {
  const { chunks, byteSize, name, mediaType } = file;
  const plain = foldTones(name).replace(/[^\w.-]/g, '_');
  return new Response(Readable.toWeb(Readable.from(chunks)) as ReadableStream, {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Content-Length': String(byteSize),
      'Cache-Control': 'no-store',
    },
  });
}
