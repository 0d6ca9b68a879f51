import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { endStoredSchedule, findSchedule } from '../data/schedules.server.ts';

/** Ends a schedule; the reports that it has made stay. Twice is once. Throws not-found for one out of reach. */
export async function endSchedule(actor: Actor, scheduleId: string): Promise<void> {
  const scope = requireScope(actor, 'report.make');
  await transact(actor, 'reports.schedule-ended', async ({ tx, at, record, unchanged }) => {
    const schedule = await findSchedule(tx, scope, scheduleId);
    if (!schedule) throw new AppError('not-found');
    if (!(await endStoredSchedule(tx, scheduleId, at))) return unchanged();
    record(scheduleId, { unitId: schedule.unitId }, schedule.unitPath);
  });
}
