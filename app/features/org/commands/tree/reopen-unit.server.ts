import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { newId } from '#app/platform/ids.server.ts';
import { holdTree, writeClosed } from '../../data/tree/change-tree.server.ts';
import { beginSpans } from '../../data/tree/spans.server.ts';
import { findTreeUnit, isNameTaken, listTreeUnits } from '../../data/tree/tree-units.server.ts';

export type ReopenUnitResult =
  | { kind: 'reopened' | 'unchanged' }
  | { kind: 'refused'; reason: 'parent-closed' | 'name-taken' };

/** Opens a closed unit again where it stood, empty. Whoever was merged into another unit stays there. */
export async function reopenUnit(actor: Actor, unitId: string): Promise<ReopenUnitResult> {
  const scope = requireScope(actor, 'unit.manage');
  return transact<ReopenUnitResult>(actor, 'org.unit-reopened', async ({ sql, at, record, unchanged }) => {
    const stays = (result: ReopenUnitResult): ReopenUnitResult => {
      unchanged();
      return result;
    };
    await holdTree(sql);
    const unit = await findTreeUnit(sql, scope, unitId, sql.forUpdate);
    if (!unit) throw new AppError('not-found');
    if (!unit.closedAt) return stays({ kind: 'unchanged' });
    const [parent] = unit.parentId ? await listTreeUnits(sql, [unit.parentId]) : [];
    if (parent?.closedAt) return stays({ kind: 'refused', reason: 'parent-closed' });
    if (await isNameTaken(sql, unit.parentId, unit.name, unitId))
      return stays({ kind: 'refused', reason: 'name-taken' });
    await writeClosed(sql, unitId, null, null);
    await beginSpans(sql, { text: 'u."id" = ?', values: [unitId] }, at, newId());
    record(unitId, { name: unit.name }, unit.path);
    return { kind: 'reopened' };
  });
}
