import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { reorder } from '../../core/tree/unit-edit.ts';
import { writeOrder } from '../../data/tree/change-tree.server.ts';
import { findTreeUnit, holdParts, listTreeUnits } from '../../data/tree/tree-units.server.ts';

/**
 * Puts a unit before or after one of its siblings. Said twice, or of a unit that has gone elsewhere meanwhile, it changes
 * nothing: the list shows how it is.
 */
export async function orderUnit(
  actor: Actor,
  parentId: string,
  form: { unitId: string; neighbourId: string; side: 'before' | 'after' },
): Promise<'ordered' | 'unchanged'> {
  const scope = requireScope(actor, 'unit.manage');
  return transact(actor, 'org.unit-moved', async ({ sql, record, unchanged }) => {
    const parent = await findTreeUnit(sql, scope, parentId, sql.forUpdate);
    if (!parent) throw new AppError('not-found');
    const ids = await holdParts(sql, parentId);
    const next = reorder(ids, form.unitId, form);
    if (!next) {
      unchanged();
      return 'unchanged';
    }
    await writeOrder(sql, next);
    const [unit] = await listTreeUnits(sql, [form.unitId]);
    record(form.unitId, { position: next.indexOf(form.unitId) + 1 }, unit!.path);
    return 'ordered';
  });
}
