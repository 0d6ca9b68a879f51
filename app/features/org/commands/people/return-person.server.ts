import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { newId } from '#app/platform/ids.server.ts';
import { type DayProblem, effectiveDay, noteOf } from '../../core/people/person-edit.ts';
import { beginInterval, findPersonRecord, lastDay, writePlace } from '../../data/people/person-records.server.ts';
import { changeStrength } from '../../data/strength.server.ts';
import { holdUnits } from '../../data/tree/change-tree.server.ts';
import { findTreeUnit } from '../../data/tree/tree-units.server.ts';

export type ReturnResult =
  | { kind: 'returned' | 'unchanged' }
  | { kind: 'invalid'; day: DayProblem | null; note: 'too-long' | null }
  | { kind: 'refused'; reason: 'erased' | 'closed' | 'changed-meanwhile' };

/** Takes a person who left back into a unit of the actor's reach. The account stays shut until somebody opens it. */
export async function returnPerson(
  actor: Actor,
  personId: string,
  form: { unitId: string; effectiveOn: string; note: string; revision: number },
): Promise<ReturnResult> {
  const scope = requireScope(actor, 'person.manage');
  return transact<ReturnResult>(actor, 'org.person-returned', async ({ sql, at, record, emit, unchanged }) => {
    const stays = (result: ReturnResult): ReturnResult => {
      unchanged();
      return result;
    };
    const unit = await findTreeUnit(sql, scope, form.unitId);
    if (!unit) throw new AppError('not-found');
    await holdUnits(sql, [unit.path], []);
    const person = await findPersonRecord(sql, scope, personId, sql.forUpdate);
    if (!person) throw new AppError('not-found');
    if (!person.leftAt) return stays({ kind: 'unchanged' });
    if (person.erasedAt) return stays({ kind: 'refused', reason: 'erased' });
    if (person.revision !== form.revision) return stays({ kind: 'refused', reason: 'changed-meanwhile' });
    if ((await findTreeUnit(sql, scope, unit.id))?.closedAt !== null)
      return stays({ kind: 'refused', reason: 'closed' });
    const note = noteOf(form.note);
    const lastFrom = await lastDay(sql, personId);
    const day = effectiveDay(form.effectiveOn, { today: dateOf(at), lastFrom, bornOn: person.bornOn });
    if ('problem' in day || note === null)
      return stays({
        kind: 'invalid',
        day: 'problem' in day ? day.problem : null,
        note: note === null ? 'too-long' : null,
      });
    await changeStrength(sql, [{ unitId: unit.id, by: 1 }], at);
    const interval = { id: newId(), personId, unitId: unit.id, fromAt: at, effectiveOn: day.day, note };
    await beginInterval(sql, { ...person, ...interval });
    await writePlace(sql, personId, { unitId: unit.id, leftAt: null, leftReason: null });
    emit({ type: 'person-joined', personId, unitId: unit.id });
    record(personId, { unitId: unit.id, effectiveOn: day.day }, unit.path);
    return { kind: 'returned' };
  });
}
