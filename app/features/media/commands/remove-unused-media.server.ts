import { transact } from '#app/features/audit/commands/transact.server.ts';
import { removeContent } from '#app/platform/files/media-store.server.ts';
import { deleteContentMedia } from '../data/unused-media.server.ts';
import { listUnusedMedia, type UnusedMedia, type UsedMedia } from '../queries/unused-media.server.ts';

type Doer = Parameters<typeof transact>[0];

/**
 * Takes away the files of content that came before `before` and that nothing uses: rows first, then contents. Who uploads
 * the same content again makes it new. Only a text that names an old unused file without uploading it, in the very instant
 * between looking and taking, would lose it. Answers what is gone.
 */
export async function removeUnusedMedia(doer: Doer, used: readonly UsedMedia[], before: Date): Promise<UnusedMedia[]> {
  const unused = await listUnusedMedia(used, before);
  if (unused.length === 0) return [];
  return transact(doer, 'media.unused-removed', async ({ sql, record, after, unchanged }) => {
    const ids = await deleteContentMedia(
      sql,
      unused.map(({ id }) => id),
      before,
    );
    const gone = unused.filter(({ id }) => ids.has(id));
    if (gone.length === 0) unchanged();
    record('media', { files: gone.length, bytes: gone.reduce((sum, { byteSize }) => sum + byteSize, 0) });
    after(async () => {
      for (const { id } of gone) await removeContent(id);
    });
    return gone;
  });
}
