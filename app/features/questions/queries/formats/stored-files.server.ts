import { buffer } from 'node:stream/consumers';
import { mediaContent } from '#app/features/media/queries/media-content.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { PrintedPicture } from '#app/kernel/printed-document.ts';
import { openContent } from '#app/platform/files/media-store.server.ts';
import type { AttachedFile } from '../../core/formats/read-question.ts';

export interface StoredFiles {
  /** By id, of the kinds that documents show. */
  pictures: ReadonlyMap<string, PrintedPicture>;
  /** By the address in Markdown: 'media:ID'. */
  files: ReadonlyMap<string, AttachedFile>;
}

/** All files of one export together; what is beyond is named as lost. */
const MOST_BYTES = 200 * 1024 * 1024;
const drawn: Readonly<Record<string, PrintedPicture['type']>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/gif': 'gif',
};

/** The files that some texts show; one that is gone is left out. */
export async function storedFiles(texts: readonly string[]): Promise<StoredFiles> {
  const pictures = new Map<string, PrintedPicture>();
  const files = new Map<string, AttachedFile>();
  const ids = new Set(texts.flatMap((text) => [...text.matchAll(/\(media:([0-9a-f]{64})/g)].map(([, id = '']) => id)));
  let left = MOST_BYTES;
  for (const id of ids) {
    const found = await mediaContent(id).catch((error: unknown) => {
      if (error instanceof AppError) return null;
      throw error;
    });
    const content = found && found.byteSize <= left ? openContent(id, { start: 0, end: found.byteSize - 1 }) : null;
    if (!found || !content) continue;
    left -= found.byteSize;
    const bytes = new Uint8Array(await buffer(content));
    files.set(`media:${id}`, { name: found.name, bytes });
    const { width, height } = found;
    const type = drawn[found.mimeType];
    if (type && width && height) pictures.set(id, { type, bytes, width, height, alt: '' });
  }
  return { pictures, files };
}
