import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { newId } from '#app/platform/ids.server.ts';
import { type UnitFieldProblems, unitNamingOf } from '../../core/tree/unit-edit.ts';
import { writeNaming } from '../../data/tree/change-tree.server.ts';
import { renewSpans } from '../../data/tree/spans.server.ts';
import { findTreeUnit, isNameTaken } from '../../data/tree/tree-units.server.ts';

export type RenameUnitResult =
  | { kind: 'renamed' | 'unchanged' }
  | { kind: 'invalid'; problems: UnitFieldProblems }
  | { kind: 'refused'; reason: 'closed' | 'changed-meanwhile' };

/** Gives a unit another name, short name or kind from now on; what it was called before stays in its history. */
export async function renameUnit(
  actor: Actor,
  unitId: string,
  form: { name: string; shortName: string; kind: string; revision: number },
): Promise<RenameUnitResult> {
  const scope = requireScope(actor, 'unit.manage');
  const { naming, problems } = unitNamingOf(form);
  if (Object.keys(problems).length > 0) return { kind: 'invalid', problems };
  return transact<RenameUnitResult>(actor, 'org.unit-renamed', async ({ sql, at, record, unchanged }) => {
    const unit = await findTreeUnit(sql, scope, unitId, sql.forUpdate);
    if (!unit) throw new AppError('not-found');
    const { name, shortName, kind } = unit;
    const stays = (result: RenameUnitResult): RenameUnitResult => {
      unchanged();
      return result;
    };
    if (name === naming.name && shortName === naming.shortName && kind === naming.kind)
      return stays({ kind: 'unchanged' });
    if (unit.closedAt) return stays({ kind: 'refused', reason: 'closed' });
    if (unit.revision !== form.revision) return stays({ kind: 'refused', reason: 'changed-meanwhile' });
    if (await isNameTaken(sql, unit.parentId, naming.name, unitId))
      return stays({ kind: 'invalid', problems: { name: 'taken' } });
    await writeNaming(sql, unitId, naming);
    await renewSpans(sql, { text: 'u."id" = ?', values: [unitId] }, at, newId());
    record(unitId, { before: { name, shortName, kind }, ...naming }, unit.path);
    return { kind: 'renamed' };
  });
}
