import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { listUnattachedFiles } from '../../data/attempt-files.server.ts';

/** An upload is attached in the same request: what is not by now was refused, or its process died between the two. */
const UNATTACHED_MS = 24 * 3_600_000;
const mostAtOnce = 500;

/**
 * The sweeper of files that learners sent and that no answer took: they are nobody's, so nobody could ever see or erase
 * them. Answers how many went.
 */
export async function removeUnattachedFiles(): Promise<number> {
  const before = new Date(now().getTime() - UNATTACHED_MS);
  if ((await listUnattachedFiles(database().sql, before, 1)).length === 0) return 0;
  return transact(theSystem, 'quiz.unattached-files-removed', async ({ sql, record, emit, unchanged }) => {
    const mediaIds = await listUnattachedFiles(sql, before, mostAtOnce);
    if (mediaIds.length === 0) unchanged();
    else emit({ type: 'media-released', mediaIds });
    record('attempts', { files: mediaIds.length });
    return mediaIds.length;
  });
}
