import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { type DayProblem, effectiveDay, type LeaveReason, noteOf } from '../../core/people/person-edit.ts';
import { endAbsences, endAttachments } from '../../data/people/attachments.server.ts';
import { endOpenInterval, findPersonRecord, lastDay, writePlace } from '../../data/people/person-records.server.ts';
import { changeStrength } from '../../data/strength.server.ts';
import { holdUnits } from '../../data/tree/change-tree.server.ts';
import { findTreeUnit } from '../../data/tree/tree-units.server.ts';

export type DischargeResult =
  | { kind: 'discharged' | 'unchanged' }
  | { kind: 'invalid'; day: DayProblem | null; note: 'too-long' | null }
  | { kind: 'refused'; reason: 'self' | 'changed-meanwhile' };

/**
 * Lets a person leave the service or the corps: off the strength from today, the record stays. The account is shut, sessions
 * and roles end in the same transaction (access reacts). Nobody discharges oneself.
 */
export async function dischargePerson(
  actor: Actor,
  personId: string,
  form: { reason: LeaveReason; effectiveOn: string; note: string; revision: number },
): Promise<DischargeResult> {
  const scope = requireScope(actor, 'person.manage');
  return transact<DischargeResult>(actor, 'org.person-left', async ({ sql, at, record, emit, unchanged }) => {
    const stays = (result: DischargeResult): DischargeResult => {
      unchanged();
      return result;
    };
    const seen = await findPersonRecord(sql, scope, personId);
    const unit = seen && (await findTreeUnit(sql, scope, seen.unitId));
    if (!seen || !unit) throw new AppError('not-found');
    await holdUnits(sql, [unit.path], []);
    const person = await findPersonRecord(sql, scope, personId, sql.forUpdate);
    if (!person) throw new AppError('not-found');
    if (person.leftAt) return stays({ kind: 'unchanged' });
    if (personId === actor.personId) return stays({ kind: 'refused', reason: 'self' });
    if (person.unitId !== unit.id || person.revision !== form.revision)
      return stays({ kind: 'refused', reason: 'changed-meanwhile' });
    const note = noteOf(form.note);
    const lastFrom = await lastDay(sql, personId);
    const today = dateOf(at);
    const day = effectiveDay(form.effectiveOn, { today, lastFrom, bornOn: person.bornOn });
    if ('problem' in day || note === null)
      return stays({
        kind: 'invalid',
        day: 'problem' in day ? day.problem : null,
        note: note === null ? 'too-long' : null,
      });
    await changeStrength(sql, [{ unitId: unit.id, by: -1 }], at);
    await endOpenInterval(sql, personId, at, { endedOn: day.day, endReason: form.reason, endNote: note });
    await endAttachments(sql, personId, at);
    await endAbsences(sql, personId, today);
    await writePlace(sql, personId, { unitId: unit.id, leftAt: at, leftReason: form.reason });
    emit({ type: 'person-left', personId, unitId: unit.id });
    record(personId, { reason: form.reason, effectiveOn: day.day }, unit.path);
    return { kind: 'discharged' };
  });
}
