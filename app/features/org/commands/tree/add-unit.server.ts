import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { childPath, depthOf } from '#app/kernel/unit-path.ts';
import { newId } from '#app/platform/ids.server.ts';
import { MOST_LEVELS, type UnitFieldProblems, unitNamingOf } from '../../core/tree/unit-edit.ts';
import { holdTree } from '../../data/tree/change-tree.server.ts';
import { beginSpans } from '../../data/tree/spans.server.ts';
import { findTreeUnit, isNameTaken, lastPosition, listTreeUnits } from '../../data/tree/tree-units.server.ts';
import { insertUnit } from '../../data/units.server.ts';

export type AddUnitResult =
  | { kind: 'added'; unitId: string }
  | { kind: 'invalid'; problems: UnitFieldProblems }
  | { kind: 'refused'; reason: 'parent-closed' | 'too-deep' };

/**
 * Adds a unit under another within the actor's reach. The form brings the new id, so that a form sent twice adds one unit.
 * Throws not-found for a parent outside of the reach.
 */
export async function addUnit(
  actor: Actor,
  parentId: string,
  form: { id: string; name: string; shortName: string; kind: string },
): Promise<AddUnitResult> {
  const scope = requireScope(actor, 'unit.manage');
  const { naming, problems } = unitNamingOf(form);
  if (Object.keys(problems).length > 0) return { kind: 'invalid', problems };
  return transact(actor, 'org.unit-created', async ({ tx, sql, at, record, unchanged }) => {
    await holdTree(sql);
    const parent = await findTreeUnit(sql, scope, parentId, sql.forUpdate);
    if (!parent) throw new AppError('not-found');
    const [same] = await listTreeUnits(sql, [form.id]);
    if (same) {
      if (same.parentId !== parentId || same.name !== naming.name)
        throw new AppError('conflict', { reason: 'form-used' });
      unchanged();
      return { kind: 'added', unitId: same.id };
    }
    if (parent.closedAt) return refuse(unchanged, 'parent-closed');
    if (depthOf(parent.path) >= MOST_LEVELS) return refuse(unchanged, 'too-deep');
    if (await isNameTaken(sql, parentId, naming.name, null)) {
      unchanged();
      return { kind: 'invalid', problems: { name: 'taken' } };
    }
    const path = childPath(parent.path, form.id);
    const position = await lastPosition(sql, parentId);
    await insertUnit(tx, { id: form.id, parentId, ...naming, path, position, createdAt: at });
    await beginSpans(sql, { text: 'u."id" = ?', values: [form.id] }, at, newId());
    record(form.id, { name: naming.name, parentId }, path);
    return { kind: 'added', unitId: form.id };
  });
}

function refuse(unchanged: () => void, reason: 'parent-closed' | 'too-deep'): AddUnitResult {
  unchanged();
  return { kind: 'refused', reason };
}
