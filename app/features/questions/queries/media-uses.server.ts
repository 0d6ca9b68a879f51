import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import type { MediaUse } from '#app/features/media/core/media-use.ts';
import { database } from '#app/platform/db/database.server.ts';
import { listQuestionUses } from '../data/media-uses.server.ts';

/** Where questions that the actor may write name files, or this one file. */
export const mediaUsesOfQuestions = (actor: Actor, mediaId?: string): Promise<MediaUse[]> =>
  listQuestionUses(database().sql, requireScope(actor, 'question.author'), mediaId);
