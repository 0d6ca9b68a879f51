import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { closingEvent } from '../../core/closing-event.ts';
import { holdAnswers } from '../../data/answers.server.ts';
import { findAttemptPaper } from '../../data/attempt-papers.server.ts';
import { deleteMarks, listMarks } from '../../data/marking/marks.server.ts';
import { settleSlot } from '../../data/marking/settle.server.ts';
import { findTask, updateTask } from '../../data/marking/tasks.server.ts';

/**
 * Opens a settled answer again, with a reason: its marks are taken away and it is marked from the start; until then the
 * attempt waits without a grade. The audit log keeps who gave what. 'unchanged' for an answer that is not settled.
 */
export async function reopenTask(
  actor: Actor,
  taskId: string,
  reason: string,
): Promise<{ kind: 'reopened' | 'unchanged'; quizId: string }> {
  const scope = requireScope(actor, 'exam.mark');
  const { sql: reader } = database();
  const task = await findTask(reader, scope, taskId);
  const own = task && (await findAttemptPaper(reader, task.attemptId));
  if (!own || task.personId === actor.personId) throw new AppError('not-found');
  return transact(actor, 'quiz.marking-reopened', async ({ sql, at, record, emit, unchanged }) => {
    const held = await holdAnswers(sql, task.attemptId);
    const current = await findTask(sql, scope, taskId);
    if (!held || !current) throw new AppError('not-found');
    const { quizId } = own;
    if (current.state !== 'done') {
      unchanged();
      return { kind: 'unchanged', quizId };
    }
    const marks = await listMarks(sql, taskId);
    const given = marks.map(({ markerId, round, fraction }) => ({ markerId, round, fraction }));
    record(taskId, { quizId, reason, given, finalFraction: current.finalFraction });
    await deleteMarks(sql, taskId);
    await updateTask(sql, taskId, { state: 'first', fraction: null, doneAt: null });
    await settleSlot(sql, own, held.answers, { slot: current.slot, fraction: null }, at);
    emit(closingEvent(own, { state: 'submitted' }));
    return { kind: 'reopened', quizId };
  });
}
