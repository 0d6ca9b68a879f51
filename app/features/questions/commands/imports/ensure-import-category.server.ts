import { requireMay } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { idsOf } from '#app/kernel/unit-path.ts';
import { ensureCategoryPath } from '../../data/category-paths.server.ts';

/** The category at a path of a unit's bank, each level made where there is none; null for a path without any name. */
export async function ensureImportCategory(actor: Actor, unitPath: UnitPath, path: string): Promise<string | null> {
  requireMay(actor, 'question.author', unitPath);
  return transact(actor, 'questions.category-created', async ({ tx, record, unchanged }) => {
    const ensured = await ensureCategoryPath(tx, idsOf(unitPath).at(-1)!, path);
    if (!ensured || ensured.created.length === 0) unchanged();
    else record(ensured.created.at(-1)!, { code: path }, unitPath);
    return ensured?.categoryId ?? null;
  });
}
