import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { holdImport, replaceImport } from '../../data/imports/question-imports.server.ts';

/**
 * Puts an import away: it leaves the list, and what was taken of it stays in the bank. Answers false where another tab has changed
 * it since, so that nothing unseen goes.
 */
export async function discardImport(
  actor: Actor,
  importId: string,
  { revision }: { revision: number },
): Promise<boolean> {
  const scope = requireScope(actor, 'question.author');
  return transact(actor, 'questions.import-discarded', async ({ tx, sql, at, record, unchanged }) => {
    const stored = await holdImport({ tx, sql }, scope, importId);
    if (!stored) throw new AppError('not-found');
    if (stored.state === 'discarded') {
      unchanged();
      return true;
    }
    if (!(await replaceImport(tx, { id: importId, revision }, { state: 'discarded' }, at))) {
      unchanged();
      return false;
    }
    record(importId, {}, stored.unitPath);
    return true;
  });
}
