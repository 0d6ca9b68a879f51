import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { isKeyChanged, isKeyCompatible } from '#app/features/questions/core/key-change.ts';
import { versionedQuestion } from '#app/features/questions/queries/versioned-question.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { versionsTouched } from '../../core/regrade/key-change.ts';
import { dryRun } from '../../data/regrade/dry-run.server.ts';
import { holdChangesOf, insertKeyChange, listApproved, listKeyChanges } from '../../data/regrade/key-changes.server.ts';

export type ProposeOutcome =
  | { kind: 'proposed'; id: string }
  /** already-open: another change of this question waits or is being carried out. already-graded: by a later key. */
  | { kind: 'refused'; reason: 'incompatible' | 'same-key' | 'already-open' | 'already-graded' };

/**
 * Proposes that attempts which drew an older version of a question be graded by the key of its current one, with what that
 * would change. Nothing changes before a second person has approved. Throws not-found for a question outside of the
 * actor's units, and for a version that it does not have.
 */
export async function proposeKeyChange(
  actor: Actor,
  { questionId, fromVersionId, reason }: { questionId: string; fromVersionId: string; reason: string },
): Promise<ProposeOutcome> {
  const scope = requireScope(actor, 'question.author');
  const { sql: reader } = database();
  const question = await versionedQuestion(scope, questionId);
  const to = question.versions[0];
  const from = question.versions.find(({ id }) => id === fromVersionId);
  if (!to || !from) throw new AppError('not-found');
  const refused = (reason: Extract<ProposeOutcome, { kind: 'refused' }>['reason']) =>
    ({ kind: 'refused', reason }) as const;
  if (!isKeyCompatible(from.body, to.body)) return refused('incompatible');
  if (!isKeyChanged(from.body, to.body)) return refused('same-key');
  const id = newId();
  const change = { id, fromVersionId, toVersionId: to.id };
  const versionIds = versionsTouched(await listApproved(reader), change);
  const proposed = await dryRun(reader, { versionIds, key: to.body, ownerPath: question.unitPath });
  return transact(actor, 'quiz.key-change-proposed', async ({ sql, at, record, unchanged }) => {
    await holdChangesOf(sql, questionId);
    const known = await listKeyChanges(sql, scope, { questionId, limit: 1000 });
    const isOpen = known.some(({ state }) => state === 'proposed' || state === 'approved');
    if (isOpen || known.some((one) => one.state === 'done' && one.fromVersionId === fromVersionId)) {
      unchanged();
      return refused(isOpen ? 'already-open' : 'already-graded');
    }
    await insertKeyChange(sql, {
      ...change,
      ...{ questionId, reason, requestedById: actor.personId, requestedAt: at },
      dryRuns: { proposed, approved: null },
    });
    const { attempts, marksChanged } = proposed;
    record(
      id,
      { question: question.code, from: from.number, to: to.number, attempts, marksChanged },
      question.unitPath,
    );
    return { kind: 'proposed', id };
  });
}
