import { transactTogether } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { log } from '#app/platform/log.server.ts';
import { closingEvent } from '../core/closing-event.ts';
import { findAttemptPaper } from '../data/attempt-papers.server.ts';
import { closeAttempt } from '../data/closing.server.ts';
import { listOverdueAttempts, type OverdueAttempt } from '../data/overdue-attempts.server.ts';

/** The most attempts that one run ends: the next run takes the rest. */
const mostAtOnce = 200;
/** How many share a flush; saves get their turn in between. */
const together = 20;

/**
 * The sweeper: submits and grades attempts whose deadline and grace have passed, with what was saved, some at
 * a time, none by the fault of another. Reads say the same before it has run. Answers how many it ended.
 */
export async function finishOverdueAttempts(): Promise<number> {
  let finished = 0;
  const all = await listOverdueAttempts(database().sql, now(), mostAtOnce);
  for (let from = 0; from < all.length; from += together) {
    const done = await Promise.all(all.slice(from, from + together).map(finishOrLog));
    finished += done.filter(Boolean).length;
  }
  return finished;
}

async function finishOrLog(overdue: OverdueAttempt): Promise<boolean> {
  try {
    return await finish(overdue);
  } catch (error) {
    // One damaged attempt must not keep the others open.
    log().error({ err: error, attemptId: overdue.attemptId }, 'an overdue attempt could not be finished');
    return false;
  }
}

async function finish({ attemptId, unitPath }: OverdueAttempt): Promise<boolean> {
  const own = await findAttemptPaper(database().sql, attemptId);
  if (!own) return false;
  const bodies = await questionVersions(own.paper.map((slot) => slot.questionVersionId));
  return transactTogether(theSystem, 'quiz.attempt-submitted', async ({ sql, at, record, emit, unchanged }) => {
    const closed = await closeAttempt(sql, own, bodies, at, 'clock');
    if (closed.kind !== 'done') {
      unchanged();
      return false;
    }
    const { quizId, preview } = own;
    record(attemptId, { quizId, cause: closed.attempt.cause, preview }, unitPath);
    if (!preview) emit(closingEvent(own, closed.attempt));
    return true;
  });
}
