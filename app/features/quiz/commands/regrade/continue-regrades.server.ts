import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { questionVersion } from '#app/features/questions/queries/question-versions.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { log } from '#app/platform/log.server.ts';
import { versionsTouched } from '../../core/regrade/key-change.ts';
import { regradeAttempt } from '../../core/regrade/regrade-attempt.ts';
import { holdHolding, listAffected } from '../../data/regrade/affected-attempts.server.ts';
import {
  holdKeyChange,
  listApproved,
  listToRegrade,
  updateCursor,
  updateFinished,
} from '../../data/regrade/key-changes.server.ts';
import { storeRegraded } from '../../data/regrade/regraded.server.ts';

/** How many attempts one transaction regrades: few enough that the saves of an exam wait for it no longer than for each other. */
const batchSize = 25;

/**
 * The regrader: carries approved changes of key out, one small transaction after another, each of which notes how far it
 * came. A server that ends in between goes on from there; several servers take turns. `batches` bounds one run. Answers
 * how many attempts were regraded.
 */
export async function continueRegrades(batches = Number.POSITIVE_INFINITY): Promise<number> {
  let regraded = 0;
  let left = batches;
  for (const id of await listToRegrade(database().sql)) {
    try {
      for (let isMore = true; isMore && left > 0; left -= 1) {
        const batch = await regradeBatch(id);
        regraded += batch.attempts;
        isMore = batch.isMore;
      }
    } catch (error) {
      // One damaged attempt must not keep the other changes waiting; this one is tried again by the next run.
      log().error({ err: error, keyChangeId: id }, 'a regrade could not go on');
    }
  }
  return regraded;
}

async function regradeBatch(changeId: string): Promise<{ attempts: number; isMore: boolean }> {
  // Outside of the transaction: versions never change, and the change names its own.
  const found = (await listApproved(database().sql)).find(({ id }) => id === changeId);
  if (!found) return { attempts: 0, isMore: false };
  const { body: key } = await questionVersion(found.toVersionId);
  const step = await transact(theSystem, 'quiz.attempt-regraded', async ({ sql, at, record, emit, unchanged }) => {
    const rest = (attempts: number, isMore: boolean, isFinished = false) => {
      if (attempts === 0) unchanged();
      return { attempts, isMore, isFinished };
    };
    const change = await holdKeyChange(sql, changeId);
    if (change?.state !== 'approved' || change.stoppedAt !== null) return rest(0, false);
    const versionIds = versionsTouched(await listApproved(sql), change);
    const ids = await holdHolding(sql, versionIds, change.cursor ?? '', batchSize);
    const last = ids.at(-1);
    if (last === undefined) return rest(0, false, true);
    const attempts = await listAffected(sql, ids, versionIds);
    let changed = 0;
    for (const attempt of attempts) {
      const { attemptId, personId, quizId, courseId, gradedAt } = attempt;
      const regraded = regradeAttempt(attempt, key);
      await storeRegraded(sql, regraded, { changeId, toVersionId: change.toVersionId, gradedAt, at });
      if (regraded.oldMark === regraded.newMark) continue;
      changed += 1;
      emit({ type: 'attempt-regraded', personId, quizId, courseId, attemptId });
    }
    await updateCursor(sql, changeId, last, attempts.length);
    record(changeId, { attempts: attempts.length, changed, from: ids[0], to: last });
    return { attempts: attempts.length, isMore: true, isFinished: false };
  });
  if (step.isFinished) await finish(changeId);
  return step;
}

async function finish(changeId: string): Promise<void> {
  await transact(theSystem, 'quiz.regrade-finished', async ({ sql, at, record, unchanged }) => {
    const change = await holdKeyChange(sql, changeId);
    if (change?.state !== 'approved') return unchanged();
    await updateFinished(sql, changeId, at);
    record(changeId, {});
  });
}
