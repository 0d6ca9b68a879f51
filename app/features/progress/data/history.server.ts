import { rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';
import { personHistory } from '../core/person-history.ts';
import type { AssignmentRow } from './assignments.server.ts';
import { rebuildCounters } from './counters.server.ts';
import { rebuildDays } from './days.server.ts';
import { loadDeeds } from './deeds.server.ts';
import { type Judged, replaceJudged } from './enrolment-writes.server.ts';
import { type EnrolmentRow, holdEnrolmentsOf, listEnrolmentsAfter } from './enrolments.server.ts';
import { derive } from './restate.server.ts';
import { settleLedger } from './settle-ledger.server.ts';
import { loadActivity } from './standings.server.ts';

/** How many people's histories are told at a time. */
const batch = 2000;

/** Whether people are enrolled of whom no history is kept: from before histories were kept. */
export async function lacksHistory(sql: Sql, assignmentId: string): Promise<boolean> {
  const row = await sql.get(
    `SELECT 1 AS "found" FROM "Enrolment" e WHERE e."assignmentId" = ?
        AND NOT EXISTS (SELECT 1 FROM "EnrolmentChange" c WHERE c."assignmentId" = e."assignmentId") LIMIT 1`,
    assignmentId,
  );
  return row !== undefined;
}

/**
 * Tells the history of an assignment anew from the dates of what was done (readings, attempts, exemptions, releases), and
 * days and counters after it; completions get the date of the deed that completed. What was kept of it before is lost:
 * only for assignments that lack one, and for the demonstration. Where people were before the unit in which they are
 * counted now is not told.
 */
export async function rebuildHistory(sql: Sql, assignment: AssignmentRow, at: Date): Promise<void> {
  const { id } = assignment;
  await holdEnrolmentsOf(sql, id);
  await sql.run('DELETE FROM "EnrolmentChange" WHERE "assignmentId" = ?', id);
  for (let after = ''; ; ) {
    const rows = await listEnrolmentsAfter(sql, id, { after, limit: batch });
    if (rows.length === 0) break;
    await tell(sql, assignment, rows, at);
    after = rows.at(-1)!.personId;
  }
  // Where today's rules lead elsewhere than the row stands, the row is right from now on.
  await settleLedger(sql, id, at);
  await rebuildCounters(sql, id);
  await rebuildDays(sql, id);
}

async function tell(sql: Sql, assignment: AssignmentRow, rows: readonly EnrolmentRow[], at: Date): Promise<void> {
  const ids = rows.map(({ personId }) => personId);
  const { lessonsTotalOf, deedsOf, settingsOf } = await loadDeeds(sql, assignment, ids);
  const activityOf = await loadActivity(sql, assignment, ids);
  const judged: Judged[] = [];
  const entries: SqlValue[][] = [];
  for (const row of rows) {
    const { personId, enrolledAt, exemptAt, releasedAt } = row;
    const frame = {
      rule: assignment.rule,
      lessonsTotal: lessonsTotalOf(personId),
      settingsOf: settingsOf(personId),
      enrolledAt,
      exemptAt,
      releasedAt,
    };
    const { steps, completedAt } = personHistory(frame, deedsOf(personId));
    const dated = { ...row, rule: assignment.rule, completedAt };
    judged.push({ personId, ...derive(dated, activityOf(personId), row.completedAt ?? at) });
    for (const step of steps) {
      const unitId = step.isCounted ? row.unitId : null;
      entries.push([assignment.id, personId, step.at, unitId, step.status, step.classification]);
    }
  }
  await replaceJudged(sql, assignment.id, judged, at);
  const columns = { assignmentId: 'TEXT', personId: 'TEXT', at: 'INSTANT', unitId: 'TEXT', status: 'TEXT' } as const;
  await sql.run(
    `INSERT INTO "EnrolmentChange" ("assignmentId", "personId", "at", "unitId", "status", "classification")
     ${rowsOf(sql, { ...columns, classification: 'TEXT' })}`,
    rowsParameter(sql, entries),
  );
}
