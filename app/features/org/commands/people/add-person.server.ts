import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import {
  type DayProblem,
  effectiveDay,
  noteOf,
  type PersonProblems,
  personFieldsOf,
  personKeys,
  type TypedPerson,
} from '../../core/people/person-edit.ts';
import { beginInterval, findPersonRecord, isNumberTaken } from '../../data/people/person-records.server.ts';
import { insertPerson } from '../../data/people.server.ts';
import { changeStrength } from '../../data/strength.server.ts';
import { holdUnits } from '../../data/tree/change-tree.server.ts';
import { findTreeUnit } from '../../data/tree/tree-units.server.ts';

export type AddPersonResult =
  | { kind: 'added'; personId: string }
  | { kind: 'invalid'; problems: PersonProblems; day: DayProblem | null; note: 'too-long' | null }
  | { kind: 'refused'; reason: 'closed' };

/**
 * Adds a person to a unit within the actor's reach: row, interval, strength; assignments reach the person by event. The
 * form brings the new id, so that a form sent twice adds one person.
 */
export async function addPerson(
  actor: Actor,
  unitId: string,
  form: { id: string; person: TypedPerson; effectiveOn: string; note: string },
): Promise<AddPersonResult> {
  const scope = requireScope(actor, 'person.manage');
  const today = dateOf(now());
  const { fields, problems } = personFieldsOf(form.person, today);
  const day = effectiveDay(form.effectiveOn, { today, lastFrom: null, bornOn: fields.bornOn });
  const note = noteOf(form.note);
  if (Object.keys(problems).length > 0 || 'problem' in day || note === null)
    return {
      ...{ kind: 'invalid', problems },
      day: 'problem' in day ? day.problem : null,
      note: note === null ? 'too-long' : null,
    };
  return transact<AddPersonResult>(actor, 'org.person-created', async ({ tx, sql, at, record, emit, unchanged }) => {
    const seen = await findTreeUnit(sql, scope, unitId);
    if (!seen) throw new AppError('not-found');
    await holdUnits(sql, [seen.path], []);
    // Asked again behind the lock: it may have been closed while we waited.
    const unit = await findTreeUnit(sql, scope, unitId);
    if (!unit) throw new AppError('not-found');
    const same = await findPersonRecord(sql, ['/'], form.id);
    if (same) {
      if (same.number !== fields.number) throw new AppError('conflict', { reason: 'form-used' });
      unchanged();
      return { kind: 'added', personId: same.id };
    }
    if (unit.closedAt) {
      unchanged();
      return { kind: 'refused', reason: 'closed' };
    }
    if (await isNumberTaken(sql, fields.number, form.id)) {
      unchanged();
      return { kind: 'invalid', problems: { number: 'taken' }, day: null, note: null };
    }
    await changeStrength(sql, [{ unitId, by: 1 }], at);
    const keys = personKeys(fields.fullName, fields.number);
    await insertPerson(tx, { id: form.id, ...fields, ...keys, unitId, createdAt: at });
    const interval = { id: newId(), personId: form.id, unitId, fromAt: at, effectiveOn: day.day, note };
    await beginInterval(sql, { ...fields, ...interval });
    record(form.id, { unitId }, unit.path);
    emit({ type: 'person-joined', personId: form.id, unitId });
    return { kind: 'added', personId: form.id };
  });
}
