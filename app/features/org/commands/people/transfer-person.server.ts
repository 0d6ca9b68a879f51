import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { newId } from '#app/platform/ids.server.ts';
import { type DayProblem, effectiveDay, noteOf } from '../../core/people/person-edit.ts';
import { endAttachmentsAt } from '../../data/people/attachments.server.ts';
import {
  beginInterval,
  endOpenInterval,
  findPersonRecord,
  lastDay,
  writePlace,
} from '../../data/people/person-records.server.ts';
import { changeStrength } from '../../data/strength.server.ts';
import { holdUnits } from '../../data/tree/change-tree.server.ts';
import { findTreeUnit } from '../../data/tree/tree-units.server.ts';

export type TransferResult =
  | { kind: 'transferred' | 'unchanged' }
  | { kind: 'invalid'; day: DayProblem | null; note: 'too-long' | null }
  | { kind: 'refused'; reason: 'left' | 'closed' | 'changed-meanwhile' };

/**
 * Puts a person into another unit of the actor's reach. The order's day is kept beside the interval; strengths and counters
 * change on the day of entry, so that what was reported of earlier days stays as it was reported.
 */
export async function transferPerson(
  actor: Actor,
  personId: string,
  form: { unitId: string; effectiveOn: string; note: string; revision: number },
): Promise<TransferResult> {
  const scope = requireScope(actor, 'person.manage');
  return transact<TransferResult>(actor, 'org.person-moved', async ({ sql, at, record, emit, unchanged }) => {
    const stays = (result: TransferResult): TransferResult => {
      unchanged();
      return result;
    };
    const target = await findTreeUnit(sql, scope, form.unitId);
    const seen = await findPersonRecord(sql, scope, personId);
    const from = seen && (await findTreeUnit(sql, scope, seen.unitId));
    if (!target || !seen || !from) throw new AppError('not-found');
    await holdUnits(sql, [from.path, target.path], []);
    const person = await findPersonRecord(sql, scope, personId, sql.forUpdate);
    if (!person) throw new AppError('not-found');
    if (person.leftAt) return stays({ kind: 'refused', reason: 'left' });
    if (person.unitId === target.id) return stays({ kind: 'unchanged' });
    if (person.unitId !== from.id || person.revision !== form.revision)
      return stays({ kind: 'refused', reason: 'changed-meanwhile' });
    if ((await findTreeUnit(sql, scope, target.id))?.closedAt !== null)
      return stays({ kind: 'refused', reason: 'closed' });
    const note = noteOf(form.note);
    const { bornOn } = person;
    const lastFrom = await lastDay(sql, personId);
    const day = effectiveDay(form.effectiveOn, { today: dateOf(at), lastFrom, bornOn });
    if ('problem' in day || note === null)
      return stays({
        kind: 'invalid',
        day: 'problem' in day ? day.problem : null,
        note: note === null ? 'too-long' : null,
      });
    const changes = [
      { unitId: from.id, by: -1 },
      { unitId: target.id, by: 1 },
    ];
    await changeStrength(sql, changes, at);
    await endOpenInterval(sql, personId, at);
    const interval = { id: newId(), personId, unitId: target.id, fromAt: at, effectiveOn: day.day, note };
    await beginInterval(sql, { ...person, ...interval });
    await writePlace(sql, personId, { unitId: target.id, leftAt: null, leftReason: null });
    await endAttachmentsAt(sql, personId, target.id, at);
    emit({ type: 'person-moved', personId, fromUnitId: from.id, toUnitId: target.id });
    record(personId, { fromUnitId: from.id, toUnitId: target.id, effectiveOn: day.day }, target.path);
    return { kind: 'transferred' };
  });
}
