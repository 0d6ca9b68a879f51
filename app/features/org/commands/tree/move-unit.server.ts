import { may, requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { ancestorsOf } from '#app/kernel/unit-path.ts';
import { newId } from '#app/platform/ids.server.ts';
import { type PlaceRefusal, placeUnit } from '../../core/tree/unit-edit.ts';
import { holdTree, holdUnits, moveSubtree } from '../../data/tree/change-tree.server.ts';
import { countLevels, findTreeUnit, lastPosition } from '../../data/tree/tree-units.server.ts';

export type MoveUnitResult =
  | { kind: 'moved' | 'unchanged' }
  | { kind: 'refused'; reason: PlaceRefusal | 'beyond-reach' };

/**
 * Puts a unit with its whole subtree under another one. Both, and the unit that it leaves, lie within the actor's reach:
 * nobody takes a unit out of a superior's hands. Paths, spans and strengths follow in the same transaction, and so do
 * counters, by the event.
 */
export async function moveUnit(
  actor: Actor,
  unitId: string,
  form: { parentId: string; revision: number },
): Promise<MoveUnitResult> {
  const scope = requireScope(actor, 'unit.manage');
  return transact<MoveUnitResult>(actor, 'org.unit-moved', async ({ sql, at, record, emit, unchanged }) => {
    const stays = (result: MoveUnitResult): MoveUnitResult => {
      unchanged();
      return result;
    };
    await holdTree(sql);
    const unit = await findTreeUnit(sql, scope, unitId);
    const target = await findTreeUnit(sql, scope, form.parentId);
    if (!unit || !target) throw new AppError('not-found');
    const above = ancestorsOf(unit.path).at(-1);
    if (above && !may(actor, 'unit.manage', above)) return stays({ kind: 'refused', reason: 'beyond-reach' });
    const levels = await countLevels(sql, unit.path);
    const decision = placeUnit(unit, target, { revision: form.revision, levels });
    if (decision === 'unchanged') return stays({ kind: 'unchanged' });
    if (decision !== 'kept') return stays({ kind: 'refused', reason: decision });
    await holdUnits(sql, [unit.path, target.path], [unit.path]);
    const position = await lastPosition(sql, target.id);
    const toPath = await moveSubtree(sql, unit, { ...target, position }, at, newId());
    emit({ type: 'unit-moved', unitId, fromPath: unit.path, toPath });
    record(unitId, { fromParentId: unit.parentId, toParentId: target.id }, toPath);
    return { kind: 'moved' };
  });
}
