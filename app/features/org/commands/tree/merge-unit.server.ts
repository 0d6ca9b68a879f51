import { may, requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { ancestorsOf } from '#app/kernel/unit-path.ts';
import { newId } from '#app/platform/ids.server.ts';
import { type MergeRefusal, mergeUnits } from '../../core/tree/unit-edit.ts';
import { holdPeopleOf, moveGuests, movePeople } from '../../data/people/move-people.server.ts';
import { changeStrength } from '../../data/strength.server.ts';
import { holdTree, holdUnits, moveSubtree, writeClosed } from '../../data/tree/change-tree.server.ts';
import { endSpan } from '../../data/tree/spans.server.ts';
import { countLevels, findTreeUnit, lastPosition, listParts } from '../../data/tree/tree-units.server.ts';

export type MergeUnitResult =
  | { kind: 'merged'; people: number; parts: number }
  | { kind: 'unchanged' }
  | { kind: 'refused'; reason: MergeRefusal | 'beyond-reach' };

/** More sub-units than any unit has; a tree that is wrong in the root is mended by an import. */
const MOST_PARTS = 1000;

/**
 * Makes a unit part of another: its people move there with their intervals, its open sub-units come under it with all that
 * is below, and the unit is closed, naming what it became. Closed sub-units stay with it, in its history. Sub-units move
 * one by one, people all at once.
 */
export async function mergeUnit(
  actor: Actor,
  unitId: string,
  form: { intoId: string; revision: number; note: string },
): Promise<MergeUnitResult> {
  const scope = requireScope(actor, 'unit.manage');
  return transact<MergeUnitResult>(actor, 'org.unit-merged', async ({ sql, at, record, emit, unchanged }) => {
    const stays = (result: MergeUnitResult): MergeUnitResult => {
      unchanged();
      return result;
    };
    await holdTree(sql);
    const unit = await findTreeUnit(sql, scope, unitId);
    const into = await findTreeUnit(sql, scope, form.intoId);
    if (!unit || !into) throw new AppError('not-found');
    const above = ancestorsOf(unit.path).at(-1);
    if (above && !may(actor, 'unit.manage', above)) return stays({ kind: 'refused', reason: 'beyond-reach' });
    const levels = await countLevels(sql, unit.path);
    const decision = mergeUnits(unit, into, { revision: form.revision, levels });
    if (decision === 'unchanged') return stays({ kind: 'unchanged' });
    if (decision !== 'kept') return stays({ kind: 'refused', reason: decision });
    await holdUnits(sql, [unit.path, into.path], [unit.path]);
    const key = newId();
    const parts = await listParts(sql, [unitId], { limit: MOST_PARTS, withClosed: false });
    for (const part of parts) {
      const position = await lastPosition(sql, into.id);
      const toPath = await moveSubtree(sql, part, { ...into, position }, at, key);
      emit({ type: 'unit-moved', unitId: part.id, fromPath: part.path, toPath });
    }
    const personIds = await holdPeopleOf(sql, unitId);
    await changeStrength(
      sql,
      [
        { unitId, by: -personIds.length },
        { unitId: into.id, by: personIds.length },
      ],
      at,
    );
    const way = { fromUnitId: unitId, toUnitId: into.id };
    await movePeople(sql, { ...way, personIds, note: form.note }, at, key);
    await moveGuests(sql, way, at, key);
    await writeClosed(sql, unitId, at, into.id);
    await endSpan(sql, unitId, at);
    if (personIds.length > 0) emit({ type: 'people-placed', personIds });
    emit({ type: 'unit-closed', unitId });
    record(unitId, { intoId: into.id, people: personIds.length, parts: parts.length, note: form.note }, unit.path);
    return { kind: 'merged', people: personIds.length, parts: parts.length };
  });
}
