import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { plainText } from '#app/features/questions/core/plain-text.ts';
import { questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type KeyChangeState, mayDecide } from '../../core/regrade/key-change.ts';
import { listKeyChanges } from '../../data/regrade/key-changes.server.ts';

export interface KeyChangeLine {
  id: string;
  code: string;
  stem: string;
  reason: string;
  state: KeyChangeState;
  isStopped: boolean;
  requestedBy: string | null;
  requestedAt: Date;
  /** As approved, or else as proposed. */
  attempts: number;
  marksChanged: number;
  /** It waits for somebody else than the proposer, and the actor may be that one. */
  isForActor: boolean;
}

const most = 200;

/** The changes of key of the actor's questions: those that wait first, then the newest. */
export async function keyChangesPage(actor: Actor): Promise<KeyChangeLine[]> {
  const scope = requireScope(actor, 'question.author');
  const changes = await listKeyChanges(database().sql, scope, { limit: most });
  const versions = await questionVersions(changes.map(({ toVersionId }) => toVersionId));
  return changes.map((change) => {
    const { attempts, marksChanged } = change.dryRuns.approved ?? change.dryRuns.proposed;
    const { id, questionCode: code, reason, state, requestedBy, requestedAt } = change;
    return {
      ...{ id, code, reason, state, requestedBy, requestedAt, attempts, marksChanged },
      stem: plainText(versions.get(change.toVersionId)?.body.stem ?? ''),
      isStopped: change.stoppedAt !== null && state === 'approved',
      isForActor: mayDecide(change, actor.personId) === 'yes',
    };
  });
}
