import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import type { MediaUse } from '#app/features/media/core/media-use.ts';
import { database } from '#app/platform/db/database.server.ts';
import { listLibraryUses } from '../data/media-uses.server.ts';

/** Where things of the library that the actor may write carry or show files, or this one file. */
export const mediaUsesOfLibrary = (actor: Actor, mediaId?: string): Promise<MediaUse[]> =>
  listLibraryUses(database().sql, requireScope(actor, 'course.author'), mediaId);
