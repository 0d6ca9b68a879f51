import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { newId } from '#app/platform/ids.server.ts';
import { levelsOf } from '../../core/reminders/answering-unit.ts';
import { listDueAssignments } from '../../data/reminders/late-units.server.ts';
import { listLedUnits } from '../../data/reminders/led-units.server.ts';
import { acknowledgeNotice, holdNoticesOf, insertNotices, listNotices } from '../../data/reminders/notices.server.ts';
import { findUnitPath } from '../../data/units.server.ts';
import { lateByAnswering } from '../../queries/reminders/late-by-answering.server.ts';

export type Acknowledged = { kind: 'acknowledged' | 'undone' | 'unchanged' };

/**
 * Says that the actor follows up a late unit of the own scope, or takes that back (`isUndone`): until it asks again, it is
 * raised to nobody. One that no job has laid before anybody yet is taken up all the same. Throws not-found outside of the
 * scope and for a unit in which nobody is late.
 */
export async function acknowledgeLate(
  actor: Actor,
  input: { assignmentId: string; unitId: string; note: string; isUndone: boolean },
): Promise<Acknowledged> {
  const scope = requireScope(actor, 'late.answer');
  const { assignmentId, unitId, note, isUndone } = input;
  return transact(
    actor,
    'progress.late-acknowledged',
    async ({ sql, at, record, unchanged }): Promise<Acknowledged> => {
      const path = await findUnitPath(sql, scope, unitId);
      if (!path) throw new AppError('not-found');
      await holdNoticesOf(sql, assignmentId);
      const notice = (await listNotices(sql, [path], { assignmentId, isHeld: true })).find(
        (each) => each.unitId === unitId,
      );
      if (notice) {
        const isSame = isUndone
          ? notice.acknowledgedAt === null
          : notice.acknowledgedById === actor.personId && notice.note === note;
        if (isSame) {
          unchanged();
          return { kind: 'unchanged' };
        }
        await acknowledgeNotice(sql, notice.id, isUndone ? null : { byId: actor.personId, note }, at);
        record(unitId, { assignmentId, isUndone }, path);
        return { kind: isUndone ? 'undone' : 'acknowledged' };
      }
      const assignment = (await listDueAssignments(sql, at)).find(({ id }) => id === assignmentId);
      const units = await listLedUnits(sql, [path], at);
      const late = assignment ? await lateByAnswering(sql, assignment, [path], units, at) : [];
      const own = late.find(({ unit }) => unit.id === unitId);
      if (!own) throw new AppError('not-found');
      if (isUndone) {
        unchanged();
        return { kind: 'unchanged' };
      }
      const levels = levelsOf(path, (id) => units.get(id));
      const level = Math.max(0, levels.indexOf(true));
      const acknowledgement = { byId: actor.personId, note };
      await insertNotices(sql, [{ id: newId(), assignmentId, unitId, level, late: own.late, acknowledgement }], at);
      record(unitId, { assignmentId }, path);
      return { kind: 'acknowledged' };
    },
  );
}
