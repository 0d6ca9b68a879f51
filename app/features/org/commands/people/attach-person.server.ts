import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { addDays, dateOf, endOfDay, startOfDay } from '#app/kernel/vietnam-time.ts';
import { type AttachmentProblems, attachmentDays, OLDEST_DAYS } from '../../core/people/attachment.ts';
import { noteOf } from '../../core/people/person-edit.ts';
import { insertAttachment, listAttachments } from '../../data/people/attachments.server.ts';
import { findPersonRecord } from '../../data/people/person-records.server.ts';
import { holdUnits } from '../../data/tree/change-tree.server.ts';
import { findTreeUnit } from '../../data/tree/tree-units.server.ts';

export type AttachResult =
  | { kind: 'attached' | 'unchanged' }
  | { kind: 'invalid'; problems: AttachmentProblems; note: 'too-long' | null }
  | { kind: 'refused'; reason: 'left' | 'closed' | 'own-unit' };

/**
 * Lets a person serve with another unit for a while: the person stays on the strength and in the counters of the own unit
 * and stands in a list of the host's. The form brings the id, so that it may come twice.
 */
export async function attachPerson(
  actor: Actor,
  personId: string,
  form: { id: string; unitId: string; fromOn: string; untilOn: string; reason: string },
): Promise<AttachResult> {
  const scope = requireScope(actor, 'person.manage');
  return transact<AttachResult>(actor, 'org.person-attached', async ({ sql, at, record, unchanged }) => {
    const stays = (result: AttachResult): AttachResult => {
      unchanged();
      return result;
    };
    const seen = await findTreeUnit(sql, scope, form.unitId);
    if (!seen) throw new AppError('not-found');
    await holdUnits(sql, [seen.path], []);
    const unit = await findTreeUnit(sql, scope, form.unitId);
    const person = await findPersonRecord(sql, scope, personId, sql.forUpdate);
    if (!unit || !person) throw new AppError('not-found');
    const known = await listAttachments(sql, personId);
    if (known.some(({ id }) => id === form.id)) return stays({ kind: 'unchanged' });
    if (person.leftAt) return stays({ kind: 'refused', reason: 'left' });
    if (unit.closedAt) return stays({ kind: 'refused', reason: 'closed' });
    if (unit.id === person.unitId) return stays({ kind: 'refused', reason: 'own-unit' });
    const today = dateOf(at);
    const limits = { today, earliest: addDays(today, -OLDEST_DAYS), bornOn: person.bornOn };
    const { fromOn, untilOn, problems } = attachmentDays(form, limits);
    const reason = noteOf(form.reason);
    if (Object.keys(problems).length > 0 || reason === null)
      return stays({ kind: 'invalid', problems, note: reason === null ? 'too-long' : null });
    const fromAt = startOfDay(fromOn);
    const untilAt = untilOn ? endOfDay(untilOn) : null;
    const overlaps = known.some((other) => {
      const end = other.endedAt ?? other.untilAt;
      return (end === null || end > fromAt) && (untilAt === null || other.fromAt < untilAt);
    });
    if (overlaps) return stays({ kind: 'invalid', problems: { fromOn: 'overlaps' }, note: null });
    const { personId: enteredById } = actor;
    const row = { id: form.id, personId, unitId: unit.id, reason, fromAt, untilAt, enteredById, createdAt: at };
    await insertAttachment(sql, row);
    record(personId, { unitId: unit.id, fromOn, untilOn }, unit.path);
    return { kind: 'attached' };
  });
}
