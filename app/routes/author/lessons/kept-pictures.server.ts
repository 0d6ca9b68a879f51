import type { Actor } from '#app/features/access/core/role.ts';
import { addMedia } from '#app/features/media/commands/add-media.server.ts';
import { stageFile } from '#app/platform/files/media-store.server.ts';
import { largestUpload } from '#app/platform/http/guard.server.ts';

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Keeps pictures that came inside something else; answers the id of each, null for what is no picture that we keep. */
export async function keptPictures(
  actor: Actor,
  pictures: readonly { name: string; bytes: Uint8Array }[],
): Promise<(string | null)[]> {
  const ids: (string | null)[] = [];
  for (const { name, bytes } of pictures) {
    const staged = await stageFile(inOnePiece(bytes), largestUpload);
    const added = staged && (await addMedia(actor, { staged, name }, 'content'));
    ids.push(added?.kind === 'added' ? added.media.id : null);
  }
  return ids;
}
