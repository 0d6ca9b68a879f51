import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { claimTask, listNextTasks } from '../../data/marking/queue.server.ts';

/**
 * Takes the next answer of a quiz out of the queue and puts it on the actor's table for a quarter of an hour: two markers
 * at once get different answers. Null when nothing is left that this person may mark now.
 */
export async function takeTask(
  actor: Actor,
  { quizId, questionId = null }: { quizId: string; questionId?: string | null },
): Promise<string | null> {
  const scope = requireScope(actor, 'exam.mark');
  const wanted = { markerId: actor.personId, quizId, questionId };
  return transactQuietly('quiz.marking-claimed', async (sql, at) => {
    for (const taskId of await listNextTasks(sql, scope, wanted, at)) {
      if (await claimTask(sql, taskId, actor.personId, at)) return taskId;
    }
    return null;
  });
}
