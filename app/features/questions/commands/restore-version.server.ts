import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { canonicalQuestion } from '../core/canonical-question.ts';
import { addVersion } from '../data/imports/add-version.server.ts';
import { findQuestion, type StoredQuestion } from '../data/questions.server.ts';
import { findVersion } from '../data/versions.server.ts';

export type RestoreVersionResult = { kind: 'restored'; number: number } | { kind: 'unchanged' | 'stale' };

/**
 * Makes an earlier version the current one again, as a new version: nothing that was written since is lost. `seen` is the
 * number of the version that was current when the actor looked.
 */
export async function restoreVersion(
  actor: Actor,
  questionId: string,
  { number: wanted, seen }: { number: number; seen: number },
): Promise<RestoreVersionResult> {
  const scope = requireScope(actor, 'question.author');
  return transact(actor, 'questions.version-restored', async ({ tx, at, record, unchanged }) => {
    const refuse = (result: RestoreVersionResult) => {
      unchanged();
      return result;
    };
    const current = await findQuestion(tx, scope, questionId);
    const version = current && (await findVersion(tx, questionId, wanted));
    if (!version) throw new AppError('not-found');
    if (current.number !== seen) return refuse({ kind: 'stale' });
    const { difficulty, tags, code } = current;
    const textOf = ({ body, explanation, source }: Pick<StoredQuestion, 'body' | 'explanation' | 'source'>) =>
      canonicalQuestion({ body, explanation, source, difficulty, tags });
    if (textOf(version) === textOf(current)) return refuse({ kind: 'unchanged' });
    if (!(await addVersion(tx, current, version, { at, byId: actor.personId }))) return refuse({ kind: 'stale' });
    const number = seen + 1;
    record(questionId, { code, number, from: wanted }, current.unitPath);
    return { kind: 'restored', number };
  });
}
