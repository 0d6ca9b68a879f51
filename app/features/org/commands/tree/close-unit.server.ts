import { may, requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { ancestorsOf } from '#app/kernel/unit-path.ts';
import { type CloseRefusal, type Contents, closeUnitDecision } from '../../core/tree/unit-edit.ts';
import { holdPeopleOf } from '../../data/people/move-people.server.ts';
import { holdTree, writeClosed } from '../../data/tree/change-tree.server.ts';
import { endSpan } from '../../data/tree/spans.server.ts';
import { countParts, findTreeUnit } from '../../data/tree/tree-units.server.ts';

export type CloseUnitResult =
  | { kind: 'closed' | 'unchanged' }
  | { kind: 'refused'; reason: CloseRefusal | 'beyond-reach'; contents: Contents };

/** Closes an empty unit: its history stays, roles granted on it end. Refused while people or open sub-units are in it. */
export async function closeUnit(actor: Actor, unitId: string, form: { revision: number }): Promise<CloseUnitResult> {
  const scope = requireScope(actor, 'unit.manage');
  return transact<CloseUnitResult>(actor, 'org.unit-closed', async ({ sql, at, record, emit, unchanged }) => {
    await holdTree(sql);
    const unit = await findTreeUnit(sql, scope, unitId, sql.forUpdate);
    if (!unit) throw new AppError('not-found');
    const people = (await holdPeopleOf(sql, unitId)).length;
    const contents = { people, openParts: (await countParts(sql, [unitId])).get(unitId)?.open ?? 0 };
    const above = ancestorsOf(unit.path).at(-1);
    const isBeyond = above !== undefined && !may(actor, 'unit.manage', above);
    const decision = isBeyond ? 'beyond-reach' : closeUnitDecision(unit, contents, form.revision);
    if (decision !== 'kept') {
      unchanged();
      return decision === 'unchanged' ? { kind: 'unchanged' } : { kind: 'refused', reason: decision, contents };
    }
    await writeClosed(sql, unitId, at, null);
    await endSpan(sql, unitId, at);
    emit({ type: 'unit-closed', unitId });
    record(unitId, { name: unit.name }, unit.path);
    return { kind: 'closed' };
  });
}
