import { transact } from '#app/features/audit/commands/transact.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { removeContent } from '#app/platform/files/media-store.server.ts';
import { mayRemove } from '../core/may-remove.ts';
import type { AuthoredFile } from '../core/media-use.ts';
import { deleteContentMedia } from '../data/unused-media.server.ts';
import type { UsedMedia } from '../queries/unused-media.server.ts';

type Doer = Parameters<typeof transact>[0];

/**
 * Takes a file away that no text names, with its captions, for good. `file` is as the desk of the doer has found it; what is
 * used is looked at again. Answers whether it is gone.
 */
export async function removeMedia(
  doer: Doer,
  file: Pick<AuthoredFile, 'id' | 'createdAt' | 'isOwn'>,
  used: readonly UsedMedia[],
): Promise<'removed' | 'used' | 'young'> {
  for (const list of used) for (const id of await list()) if (id === file.id) return 'used';
  if (mayRemove({ ...file, isUnused: true }, now()) !== 'yes') return 'young';
  // Who uploads it anew a day later makes it new.
  const before = new Date(new Date(file.createdAt).getTime() + 1);
  return transact(doer, 'media.removed', async ({ sql, record, after, unchanged }) => {
    const gone = await deleteContentMedia(sql, [file.id], before);
    record(file.id);
    if (gone.size === 0) unchanged();
    else after(() => removeContent(file.id));
    return 'removed' as const;
  });
}
