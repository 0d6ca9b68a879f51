import type { Actor } from '#app/features/access/core/role.ts';
import { transactTogether } from '#app/features/audit/commands/transact.server.ts';
import { questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { SubmissionCause } from '../core/attempt.ts';
import { closingEvent } from '../core/closing-event.ts';
import { findOwnPaper } from '../data/attempt-papers.server.ts';
import { closeAttempt } from '../data/closing.server.ts';

/**
 * Submits the learner's own attempt with what is saved and grades it, in one transaction. From the deadline on the cause
 * is 'time' whoever asks. A second submission is 'unchanged' and changes nothing. A preview is graded and tells nobody.
 * Answers that a person must mark wait in the markers' queue.
 * Throws conflict with 'paused' while an examiner has stopped the clock, with 'abandoned' for a voided attempt.
 */
export async function submitAttempt(
  actor: Actor,
  attemptId: string,
): Promise<{ outcome: 'submitted' | 'unchanged'; cause: SubmissionCause }> {
  const own = await findOwnPaper(database().sql, actor.personId, attemptId);
  if (!own) throw new AppError('not-found');
  const bodies = await questionVersions(own.paper.map((slot) => slot.questionVersionId));
  return transactTogether(actor, 'quiz.attempt-submitted', async ({ sql, at, record, emit, unchanged }) => {
    const closed = await closeAttempt(sql, own, bodies, at, 'learner');
    if (closed.kind === 'refused') throw new AppError('conflict', { reason: closed.reason });
    const { cause } = closed.attempt;
    if (closed.kind === 'unchanged') {
      unchanged();
      return { outcome: 'unchanged', cause };
    }
    const { quizId, preview } = own;
    record(attemptId, { quizId, cause, preview }, actor.unitPath);
    if (!preview) emit(closingEvent(own, closed.attempt));
    return { outcome: 'submitted', cause };
  });
}
