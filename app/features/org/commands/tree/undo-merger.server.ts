import { may, requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { ancestorsOf } from '#app/kernel/unit-path.ts';
import { newId } from '#app/platform/ids.server.ts';
import { placeUnit } from '../../core/tree/unit-edit.ts';
import { moveGuests, movePeople } from '../../data/people/move-people.server.ts';
import { changeStrength } from '../../data/strength.server.ts';
import { holdTree, holdUnits, moveSubtree, writeClosed } from '../../data/tree/change-tree.server.ts';
import { holdWhoStayed, listMovedParts } from '../../data/tree/mergers.server.ts';
import { beginSpans } from '../../data/tree/spans.server.ts';
import {
  countLevels,
  findTreeUnit,
  isNameTaken,
  lastPosition,
  listTreeUnits,
} from '../../data/tree/tree-units.server.ts';

export type UndoMergerResult =
  | { kind: 'undone'; people: number; parts: number }
  | { kind: 'unchanged' }
  | { kind: 'refused'; reason: 'not-merged' | 'parent-closed' | 'name-taken' | 'beyond-reach' };

/**
 * Takes a merger back: the unit opens again where it stood, with the people and sub-units that came from it and are still
 * where the merger put them. Who has gone on since stays there. What was counted in between stays as it was: the time
 * together is an interval like any other. Roles on the unit have ended and are granted anew.
 */
export async function undoMerger(actor: Actor, unitId: string): Promise<UndoMergerResult> {
  const scope = requireScope(actor, 'unit.manage');
  return transact<UndoMergerResult>(actor, 'org.unit-reopened', async ({ sql, at, record, emit, unchanged }) => {
    const stays = (result: UndoMergerResult): UndoMergerResult => {
      unchanged();
      return result;
    };
    await holdTree(sql);
    const unit = await findTreeUnit(sql, scope, unitId);
    if (!unit) throw new AppError('not-found');
    if (!unit.closedAt) return stays({ kind: 'unchanged' });
    if (!unit.mergedIntoId) return stays({ kind: 'refused', reason: 'not-merged' });
    const above = ancestorsOf(unit.path).at(-1);
    const into = await findTreeUnit(sql, scope, unit.mergedIntoId);
    if (!into || (above && !may(actor, 'unit.manage', above)))
      return stays({ kind: 'refused', reason: 'beyond-reach' });
    const [parent] = unit.parentId ? await listTreeUnits(sql, [unit.parentId]) : [];
    if (parent?.closedAt) return stays({ kind: 'refused', reason: 'parent-closed' });
    if (await isNameTaken(sql, unit.parentId, unit.name, unitId))
      return stays({ kind: 'refused', reason: 'name-taken' });

    const merger = { unitId, intoId: into.id, at: unit.closedAt };
    const moved = await listMovedParts(sql, merger);
    await holdUnits(
      sql,
      [unit.path, into.path],
      moved.map(({ path }) => path),
    );
    const key = newId();
    await writeClosed(sql, unitId, null, null);
    await beginSpans(sql, { text: 'u."id" = ?', values: [unitId] }, at, key);
    let parts = 0;
    for (const part of moved) {
      // The tree above may have been put under the part meanwhile, or the part have grown too deep: then it stays.
      const levels = await countLevels(sql, part.path);
      const decision = placeUnit(part, { ...unit, closedAt: null }, { revision: part.revision, levels });
      if (decision !== 'kept') continue;
      const position = await lastPosition(sql, unitId);
      const toPath = await moveSubtree(sql, part, { ...unit, position }, at, key);
      emit({ type: 'unit-moved', unitId: part.id, fromPath: part.path, toPath });
      parts += 1;
    }
    const personIds = await holdWhoStayed(sql, merger);
    await changeStrength(
      sql,
      [
        { unitId: into.id, by: -personIds.length },
        { unitId, by: personIds.length },
      ],
      at,
    );
    const way = { fromUnitId: into.id, toUnitId: unitId };
    await movePeople(sql, { ...way, personIds, note: '' }, at, key);
    await moveGuests(sql, { ...way, sinceAt: merger.at }, at, key);
    if (personIds.length > 0) emit({ type: 'people-placed', personIds });
    record(unitId, { fromId: into.id, people: personIds.length, parts }, unit.path);
    return { kind: 'undone', people: personIds.length, parts };
  });
}
