import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { blindFileName } from '../../core/marking/blind-code.ts';
import { type AttachedFile, listAttachedFiles } from '../../data/attempt-files.server.ts';
import { findTask } from '../../data/marking/tasks.server.ts';

/** A file attached to an answer, for whoever may mark that answer, under a name that tells nobody's. */
export async function markingFile(actor: Actor, taskId: string, fileId: string): Promise<AttachedFile> {
  const scope = requireScope(actor, 'exam.mark');
  const { sql } = database();
  const task = await findTask(sql, scope, taskId);
  if (!task || task.personId === actor.personId) throw new AppError('not-found');
  const files = await listAttachedFiles(sql, task.attemptId, task.slot);
  const place = files.findIndex(({ id }) => id === fileId);
  const file = files[place];
  if (!file) throw new AppError('not-found');
  return { ...file, name: blindFileName(file.name, place) };
}
