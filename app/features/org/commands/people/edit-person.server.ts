import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import {
  changedFields,
  type DayProblem,
  effectiveDay,
  identityFields,
  noteOf,
  type PersonProblems,
  personFieldsOf,
  personKeys,
  serviceFields,
  type TypedPerson,
} from '../../core/people/person-edit.ts';
import {
  beginInterval,
  correctOpenInterval,
  endOpenInterval,
  findPersonRecord,
  isNumberTaken,
  lastDay,
  writePerson,
} from '../../data/people/person-records.server.ts';

export type EditPersonResult =
  | { kind: 'edited' }
  | { kind: 'unchanged' }
  | { kind: 'invalid'; problems: PersonProblems; day: DayProblem | null; note: 'too-long' | null }
  | { kind: 'refused'; reason: 'left' | 'changed-meanwhile' };

/**
 * Edits what is kept of a person. A *change* of rank, position, class or membership closes the interval under way and opens
 * the next; a *correction* mends the one under way, as if it had been right from its beginning. Name, number and birth day
 * are only ever corrected.
 */
export async function editPerson(
  actor: Actor,
  personId: string,
  form: { person: TypedPerson; as: 'change' | 'correction'; effectiveOn: string; note: string; revision: number },
): Promise<EditPersonResult> {
  const scope = requireScope(actor, 'person.manage');
  const today = dateOf(now());
  const { fields, problems } = personFieldsOf(form.person, today);
  const note = noteOf(form.note);
  return transact<EditPersonResult>(actor, 'org.person-changed', async ({ sql, at, record, emit, unchanged }) => {
    const stays = (result: EditPersonResult): EditPersonResult => {
      unchanged();
      return result;
    };
    const person = await findPersonRecord(sql, scope, personId, sql.forUpdate);
    if (!person) throw new AppError('not-found');
    if (person.leftAt) return stays({ kind: 'refused', reason: 'left' });
    const service = changedFields(person, fields, serviceFields);
    const identity = changedFields(person, fields, identityFields);
    const isChange = form.as === 'change' && service.length > 0;
    const lastFrom = isChange ? await lastDay(sql, personId) : null;
    const day = effectiveDay(isChange ? form.effectiveOn : '', { today, lastFrom, bornOn: fields.bornOn });
    if (!problems.number && (await isNumberTaken(sql, fields.number, personId))) problems.number = 'taken';
    if (Object.keys(problems).length > 0 || 'problem' in day || note === null)
      return stays({
        ...{ kind: 'invalid', problems },
        day: 'problem' in day ? day.problem : null,
        note: note === null ? 'too-long' : null,
      });
    if (service.length + identity.length === 0) return stays({ kind: 'unchanged' });
    if (person.revision !== form.revision) return stays({ kind: 'refused', reason: 'changed-meanwhile' });
    await writePerson(sql, personId, { ...fields, ...personKeys(fields.fullName, fields.number) });
    if (isChange) {
      await endOpenInterval(sql, personId, at);
      const { unitId } = person;
      const interval = { id: newId(), personId, unitId, fromAt: at, effectiveOn: day.day, note };
      await beginInterval(sql, { ...fields, ...interval });
    } else if (service.length > 0) await correctOpenInterval(sql, personId, fields);
    if (service.length > 0) emit({ type: 'person-changed', personId, unitId: person.unitId });
    // Names and numbers stay out of the log, which is never erased.
    record(personId, { as: isChange ? 'change' : 'correction', fields: [...service, ...identity] });
    return { kind: 'edited' };
  });
}
