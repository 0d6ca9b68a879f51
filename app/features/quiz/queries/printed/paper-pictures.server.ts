import { buffer } from 'node:stream/consumers';
import { mediaContent } from '#app/features/media/queries/media-content.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { PrintedPicture } from '#app/kernel/printed-document.ts';
import { keptPictures } from '#app/platform/documents/printed/rich-blocks.server.ts';
import { openContent } from '#app/platform/files/media-store.server.ts';

const printable = { 'image/png': 'png', 'image/jpeg': 'jpeg' } as const;

/** The pictures that some texts hold, for print; one that is gone, or of a kind that paper files do not take, is left out. */
export async function paperPictures(texts: readonly string[]): Promise<Map<string, PrintedPicture>> {
  const pictures = new Map<string, PrintedPicture>();
  for (const id of new Set(texts.flatMap(keptPictures))) {
    const picture = await pictureOf(id);
    if (picture) pictures.set(id, picture);
  }
  return pictures;
}

async function pictureOf(id: string): Promise<PrintedPicture | null> {
  try {
    const { mimeType, byteSize, width, height } = await mediaContent(id);
    const type = printable[mimeType as keyof typeof printable];
    const content = type && width && height ? openContent(id, { start: 0, end: byteSize - 1 }) : null;
    if (!content || !width || !height) return null;
    return { type, bytes: new Uint8Array(await buffer(content)), width, height, alt: '' };
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
