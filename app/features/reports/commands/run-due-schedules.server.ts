import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { assignmentChoice } from '#app/features/progress/queries/assignment-choice.server.ts';
import { isAppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { sha256 } from '#app/platform/ids.server.ts';
import { log } from '#app/platform/log.server.ts';
import { runOf } from '../core/schedule.ts';
import { sealedPart } from '../core/stored-report.ts';
import { insertReport, isReportKept } from '../data/reports.server.ts';
import { advanceSchedule, listDueSchedules, type ScheduleRow } from '../data/schedules.server.ts';
import { checksumOf } from '../queries/checksum.server.ts';
import { draftReport, type ReportDraft } from '../queries/report-draft.server.ts';

/** Without end in sight a clock that leapt years ahead would make reports until the disk is full. */
const mostAtOnce = 60;

/**
 * Makes the reports whose period has ended, the oldest first; after a downtime each period that was missed gets its one.
 * A report's id follows from schedule and period, and the schedule moves on in the same transaction: however often this
 * runs, or dies, or runs in two processes, no period has two. Answers how many were made.
 */
export async function runDueSchedules(): Promise<number> {
  let made = 0;
  const failed = new Set<string>();
  for (let round = 0; round < mostAtOnce; round += 1) {
    const due = (await listDueSchedules(database().read, now())).filter(({ id }) => !failed.has(id));
    if (due.length === 0) return made;
    for (const schedule of due) {
      try {
        made += (await runOnce(schedule)) ? 1 : 0;
      } catch (error) {
        // A report that cannot be made waits for the next time and keeps no other unit from its own.
        failed.add(schedule.id);
        log().error({ err: error, scheduleId: schedule.id }, 'a scheduled report could not be made');
      }
    }
  }
  return made;
}

async function runOnce(schedule: ScheduleRow): Promise<boolean> {
  const { id, unitId, unitPath, kind, every, nextAt } = schedule;
  const { asOfAt, datedOn, following } = runOf(every, nextAt);
  const reportId = sha256(`${id} ${nextAt.toISOString()}`).slice(0, 20);
  const draft = await draftOf(schedule, asOfAt);
  return transact(theSystem, 'reports.made', async ({ tx, at, record, unchanged }) => {
    const isOurs = await advanceSchedule(tx, id, nextAt, following);
    if (!isOurs || (await isReportKept(tx, reportId))) {
      if (!isOurs) unchanged();
      return false;
    }
    record(
      draft ? reportId : id,
      { scheduleId: id, unitId, asOf: asOfAt.toISOString(), isMade: draft !== null },
      unitPath,
    );
    if (!draft) return false;
    const title = draft.figures.study.assignments.map((each) => each.title).join('; ');
    const report = {
      ...{ id: reportId, unitId, kind, title, number: '', datedOn, asOfAt, ...draft },
      ...{ scheduleId: id, createdById: null, createdAt: at, withdrawnAt: null },
    };
    await insertReport(tx, { ...report, checksum: checksumOf(sealedPart(report)) });
    return true;
  });
}

/**
 * Of the assignments that were asked for, those that the unit still has: one that was withdrawn takes the others with it
 * nowhere. Null where there is nothing to report of any more, or the unit was not there then.
 */
async function draftOf({ unitId, unitPath, parameters }: ScheduleRow, asOfAt: Date): Promise<ReportDraft | null> {
  const { choices } = await assignmentChoice({ id: unitId, path: unitPath }, null, asOfAt);
  const assignmentIds = parameters.assignmentIds.filter((id) => choices.some((choice) => choice.id === id));
  if (assignmentIds.length === 0) return null;
  try {
    return await draftReport({ ...parameters, unitId, unitPath, assignmentIds, lang: 'vi', remarks: '', asOfAt });
  } catch (error) {
    if (isAppError(error, 'not-found')) return null;
    throw error;
  }
}
