import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { questionVersion } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { closingEvent } from '../../core/closing-event.ts';
import { decideMarks, nextRound, type TaskState } from '../../core/marking/decide-marks.ts';
import { mayMark } from '../../core/marking/may-mark.ts';
import { readMark, type TypedMark } from '../../core/marking/read-mark.ts';
import { holdAnswers } from '../../data/answers.server.ts';
import { findAttemptPaper } from '../../data/attempt-papers.server.ts';
import { listMarks, replaceMark } from '../../data/marking/marks.server.ts';
import { settleSlot } from '../../data/marking/settle.server.ts';
import { findTask, updateTask } from '../../data/marking/tasks.server.ts';

export type MarkOutcome =
  | { kind: 'marked'; state: TaskState; questionId: string; quizId: string }
  | { kind: 'incomplete'; missing: readonly number[] }
  | { kind: 'not-a-mark' }
  /** One's own answer; or others have settled it in the meantime, so that this mark is not kept. */
  | { kind: 'refused'; reason: 'own-answer' | 'done' };

/**
 * Keeps the actor's mark of one answer, in place of an earlier one while the answer is not settled. The mark that settles
 * it is stored with the attempt, which is graded with its last answer, all in one transaction. Throws not-found outside
 * of the actor's units: those of the quiz or of the learner.
 */
export async function markAnswer(
  actor: Actor,
  taskId: string,
  typed: TypedMark & { comment: string },
): Promise<MarkOutcome> {
  const scope = requireScope(actor, 'exam.mark');
  const { sql: reader } = database();
  const task = await findTask(reader, scope, taskId);
  if (!task) throw new AppError('not-found');
  const own = await findAttemptPaper(reader, task.attemptId);
  const place = own?.paper[task.slot - 1];
  if (!own || !place) throw new AppError('not-found');
  const read = readMark((await questionVersion(place.questionVersionId)).body, place.maxMark, typed);
  if (read.kind !== 'read') return read;
  const { personId: markerId } = actor;
  return transact(actor, 'quiz.answer-marked', async ({ sql, at, record, emit, unchanged }) => {
    // The attempt is held first: marks, regrades and voidings of it follow one another.
    const held = await holdAnswers(sql, task.attemptId);
    const current = await findTask(sql, scope, taskId);
    if (!held || !current) throw new AppError('not-found');
    const marks = await listMarks(sql, taskId);
    const permission = mayMark({ ...current, markerIds: marks.map((one) => one.markerId) }, markerId);
    if (permission.kind === 'refused') {
      unchanged();
      return permission;
    }
    const before = marks.find((one) => one.markerId === markerId);
    const round = before?.round ?? nextRound(current.state) ?? 1;
    const { fraction, levels } = read;
    await replaceMark(sql, taskId, { markerId, round, fraction, levels, comment: typed.comment, markedAt: at });
    const given = [...marks.filter((one) => one !== before), { round, fraction }];
    const decision = decideMarks(given, current);
    const isDone = decision.state === 'done';
    await updateTask(sql, taskId, { ...decision, doneAt: isDone ? at : null });
    record(taskId, { quizId: own.quizId, round, fraction, state: decision.state, changed: before !== undefined });
    if (isDone && (await settleSlot(sql, own, held.answers, { slot: current.slot, fraction: decision.fraction }, at))) {
      emit(closingEvent(own, { state: 'graded' }));
    }
    return { kind: 'marked', state: decision.state, questionId: current.questionId, quizId: own.quizId };
  });
}
