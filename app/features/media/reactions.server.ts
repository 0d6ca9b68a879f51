import { onEvent } from '#app/features/audit/commands/reactions.server.ts';
import { removeContent } from '#app/platform/files/media-store.server.ts';
import { deletePersonalMedia } from './data/media-files.server.ts';

/** Personal files that nothing points at any more go: their rows at once, their contents once that is durable. */
export function reactInMedia(): void {
  onEvent('media-released', 'media', async ({ sql, after }, { mediaIds }) => {
    const gone = await deletePersonalMedia(sql, mediaIds);
    after(async () => {
      for (const id of gone) await removeContent(id);
    });
  });
}
