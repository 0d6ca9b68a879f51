import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { questionVersion } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { DryRun } from '../../core/regrade/dry-run.ts';
import { mayDecide, versionsTouched } from '../../core/regrade/key-change.ts';
import { dryRun } from '../../data/regrade/dry-run.server.ts';
import { figuresSeen } from '../../data/regrade/figures-seen.server.ts';
import {
  findKeyChange,
  holdChangesOf,
  listApproved,
  listKeyChanges,
  updateDecision,
} from '../../data/regrade/key-changes.server.ts';

export type ApproveOutcome =
  | { kind: 'approved' }
  /** The figures have moved since those that the approver saw: these hold now, and nothing was approved. */
  | { kind: 'differs'; dryRun: DryRun; seen: string }
  /** Somebody else decided first; or another change of this question is still being carried out. */
  | { kind: 'refused'; reason: 'decided' | 'busy' };

/**
 * Approves a change of key as the second person: from the commit on the new key holds, and the regrade of what was closed
 * before begins by itself. The dry run is made anew first; when it says something else than what the approver saw, the
 * approver is told instead. Throws forbidden for one's own proposal.
 */
export async function approveKeyChange(
  actor: Actor,
  id: string,
  { note, seen }: { note: string; seen: string },
): Promise<ApproveOutcome> {
  const scope = requireScope(actor, 'key.approve');
  const { sql: reader } = database();
  const change = await findKeyChange(reader, scope, id);
  if (!change) throw new AppError('not-found');
  const permission = mayDecide(change, actor.personId);
  if (permission === 'own-proposal') throw new AppError('forbidden', { reason: 'own-proposal' });
  if (permission === 'decided') return { kind: 'refused', reason: 'decided' };
  const { body: key } = await questionVersion(change.toVersionId);
  const versionIds = versionsTouched(await listApproved(reader), change);
  const figures = await dryRun(reader, { versionIds, key, ownerPath: change.unitPath });
  if (figuresSeen(figures) !== seen) return { kind: 'differs', dryRun: figures, seen: figuresSeen(figures) };
  return transact(actor, 'quiz.key-change-approved', async ({ sql, at, record, unchanged }) => {
    await holdChangesOf(sql, change.questionId);
    const known = await listKeyChanges(sql, scope, { questionId: change.questionId, limit: 1000 });
    const isProposed = known.some((one) => one.id === id && one.state === 'proposed');
    const isBusy = known.some(({ state }) => state === 'approved');
    if (!isProposed || isBusy) {
      unchanged();
      return { kind: 'refused', reason: isProposed ? 'busy' : 'decided' };
    }
    const { personId: byId } = actor;
    const dryRuns = { proposed: change.dryRuns.proposed, approved: figures };
    await updateDecision(sql, id, { state: 'approved', byId, at, note, dryRuns, total: figures.attempts });
    const { attempts, marksChanged, wouldPass, wouldFail } = figures;
    record(id, { question: change.questionCode, attempts, marksChanged, wouldPass, wouldFail }, change.unitPath);
    return { kind: 'approved' };
  });
}
