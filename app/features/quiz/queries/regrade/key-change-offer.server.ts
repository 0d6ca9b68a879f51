import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { isKeyChanged, isKeyCompatible } from '#app/features/questions/core/key-change.ts';
import {
  type VersionedQuestion,
  versionedQuestion,
} from '#app/features/questions/queries/versioned-question.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { KeyChangeState } from '../../core/regrade/key-change.ts';
import { resolveKeys, versionsGradedBy } from '../../core/regrade/resolve-keys.ts';
import { countHolding } from '../../data/regrade/affected-attempts.server.ts';
import { listApproved, listKeyChanges } from '../../data/regrade/key-changes.server.ts';

export interface KeyChangeOffer {
  questionId: string;
  /** The newest version, whose key would grade. */
  current: number;
  /** Older versions that attempts hold and whose key is another, the newest first. */
  versions: { versionId: string; number: number; attempts: number; isCompatible: boolean }[];
  /** A change of this question that waits or is being carried out. */
  open: { id: string; state: KeyChangeState } | null;
}

/** What could be graded anew by the key of a question's newest version. Reads a few counts. */
export async function keyChangeOffer(actor: Actor, questionId: string): Promise<KeyChangeOffer> {
  const scope = requireScope(actor, 'question.author');
  return offerOf(scope, await versionedQuestion(scope, questionId));
}

/** The same of a question that was read already. */
export async function offerOf(scope: readonly string[], question: VersionedQuestion): Promise<KeyChangeOffer> {
  const { sql } = database();
  const [current, ...older] = question.versions;
  const keys = resolveKeys(await listApproved(sql));
  const held = await countHolding(
    sql,
    question.versions.map(({ id }) => id),
  );
  const versions = older.flatMap(({ id, number, body }) => {
    // A version that an approved change has led away is counted with the one that grades it now.
    if (!current || keys.has(id) || !isKeyChanged(body, current.body)) return [];
    const attempts = versionsGradedBy(keys, id).reduce((sum, each) => sum + (held.get(each) ?? 0), 0);
    return attempts > 0 ? [{ versionId: id, number, attempts, isCompatible: isKeyCompatible(body, current.body) }] : [];
  });
  const changes = await listKeyChanges(sql, scope, { questionId: question.id, limit: 100 });
  const open = changes.find(({ state }) => state === 'proposed' || state === 'approved');
  return {
    questionId: question.id,
    current: current?.number ?? 0,
    versions,
    open: open ? { id: open.id, state: open.state } : null,
  };
}
