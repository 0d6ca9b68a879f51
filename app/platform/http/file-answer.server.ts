import { Readable } from 'node:stream';
import { AppError } from '#app/kernel/app-error.ts';
import { foldTones } from '#app/kernel/vietnamese-text.ts';
import { openContent, type VariantWidth } from '../files/media-store.server.ts';

/** A kept file as it is handed out. */
export interface FileToSend {
  /** The hash of the content. */
  id: string;
  mimeType: string;
  byteSize: number;
  name: string;
  /** Shown in the page; else it is saved. */
  isInline: boolean;
  /** Everybody who is signed in may keep it for ever: an address never changes its content. */
  isLasting: boolean;
  /** A smaller form of a picture, of that many pixels across; `byteSize` is its own. */
  width?: VariantWidth;
}

/**
 * A kept file, whole or the part that is asked for (players and broken downloads ask for parts). Nothing in it can run: the
 * type is ours and not guessed, and its page may load and do nothing. Throws not-found where the content is missing.
 */
export function fileAnswer(request: Request, file: FileToSend): Response {
  const tag = file.width === undefined ? `"${file.id}"` : `"${file.id}-${file.width}"`;
  const headers = new Headers({
    ETag: tag,
    'Accept-Ranges': 'bytes',
    'Cache-Control': file.isLasting ? 'private, max-age=31536000, immutable' : 'private, no-store',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
  });
  if (file.isLasting && request.headers.get('If-None-Match')?.includes(tag)) {
    return new Response(null, { status: 304, headers });
  }
  headers.set('Content-Type', file.mimeType);
  headers.set('Content-Disposition', disposition(file));
  const part = rangeOf(request, file.byteSize, tag);
  if (part === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${file.byteSize}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = part ?? { start: 0, end: file.byteSize - 1 };
  headers.set('Content-Length', String(end - start + 1));
  if (part) headers.set('Content-Range', `bytes ${start}-${end}/${file.byteSize}`);
  const status = part ? 206 : 200;
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  const content = openContent(file.id, { start, end }, file.width);
  if (!content) throw new AppError('not-found', { reason: 'content-missing' });
  return new Response(Readable.toWeb(content) as ReadableStream, { status, headers });
}

function disposition({ name, isInline }: FileToSend): string {
  const plain = foldTones(name).replace(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
  return `${isInline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** One part; null for all of it, also where several parts are asked for, or parts of an older content. */
function rangeOf(request: Request, size: number, tag: string): { start: number; end: number } | 'unsatisfiable' | null {
  const condition = request.headers.get('If-Range');
  if (condition !== null && condition !== tag) return null;
  const match = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get('Range')?.trim() ?? '');
  const [, from = '', until = ''] = match ?? [];
  if (!match || (from === '' && until === '')) return null;
  const start = from === '' ? Math.max(0, size - Number(until)) : Number(from);
  const end = from === '' || until === '' ? size - 1 : Math.min(Number(until), size - 1);
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}
