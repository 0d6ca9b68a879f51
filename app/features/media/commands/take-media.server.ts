import type { Change } from '#app/features/audit/commands/transact.server.ts';
import type { MimeType } from '../core/media-type.ts';
import { insertMediaFile } from '../data/media-files.server.ts';
import { insertTakenCaption } from '../data/taken-captions.server.ts';

export interface MediaToTake {
  /** Their contents are on the disk already. */
  files: readonly {
    id: string;
    mimeType: MimeType;
    byteSize: number;
    width: number | null;
    height: number | null;
    seconds: number | null;
    name: string;
  }[];
  captions: readonly { mediaId: string; lang: string; text: string }[];
}

/**
 * A step of a greater change (a whole course that came from elsewhere): names contents that were kept before. Captions that
 * a file has here stay as they are.
 */
export async function takeMedia(
  { sql, at }: Change,
  byId: string | null,
  { files, captions }: MediaToTake,
): Promise<void> {
  for (const file of files)
    await insertMediaFile(sql, { ...file, purpose: 'content', uploadedById: byId, createdAt: at });
  for (const caption of captions) await insertTakenCaption(sql, caption, at);
}
