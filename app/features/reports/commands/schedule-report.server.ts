import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { assignmentChoice } from '#app/features/progress/queries/assignment-choice.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { firstRun, type Period } from '../core/schedule.ts';
import type { NameChoice } from '../core/stored-report.ts';
import { insertSchedule, isScheduleKept } from '../data/schedules.server.ts';
import { findNamedUnit } from '../data/units.server.ts';

export interface NewSchedule {
  /** Chosen when the form was shown: sent twice it makes one schedule. */
  key: string;
  unitId: string;
  every: Period;
  assignmentIds: readonly string[];
  names: NameChoice;
}

/** Lets a report be made by itself as each week, month or quarter ends, from the next end on. */
export async function scheduleReport(
  actor: Actor,
  { key, unitId, every, assignmentIds, names }: NewSchedule,
): Promise<void> {
  const scope = requireScope(actor, 'report.make');
  const unit = await findNamedUnit(database().read, scope, unitId);
  if (!unit) throw new AppError('not-found');
  const { choices } = await assignmentChoice(unit, null);
  if (assignmentIds.some((id) => !choices.some((choice) => choice.id === id))) throw new AppError('not-found');
  await transact(actor, 'reports.scheduled', async ({ tx, at, record, unchanged }) => {
    if (await isScheduleKept(tx, key)) return unchanged();
    const parameters = { assignmentIds: [...assignmentIds], names };
    await insertSchedule(tx, {
      ...{ id: key, unitId, unitPath: unit.path, kind: 'study-result', parameters, every },
      ...{ nextAt: firstRun(every, at), createdById: actor.personId, createdAt: at },
    });
    record(key, { unitId, every, assignmentIds }, unit.path);
  });
}
