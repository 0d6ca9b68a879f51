import type { Sql } from '#app/platform/db/sql.server.ts';
import { judge } from '../core/enrolment-status.ts';
import type { AssignmentRow } from './assignments.server.ts';
import { settleCertificates } from './certificates/settle-certificates.server.ts';
import { passGate } from './course-gate.server.ts';
import {
  type EnrolmentColumns,
  type EnrolmentWrite,
  type Judged,
  replaceJudged,
  writeEnrolments,
} from './enrolment-writes.server.ts';
import {
  type EnrolmentRow,
  type HeldEnrolment,
  holdEnrolments,
  listEnrolmentsAfter,
  type Which,
} from './enrolments.server.ts';
import { type Activity, loadActivity } from './standings.server.ts';
import { everybody, people, type Within } from './within.server.ts';

/** The columns that follow from what a person has done. */
export type Derived = Omit<Judged, 'personId'>;

/** What those columns ought to be. `at` is when it became so: the moment of completion where it is new. */
export function derive(row: EnrolmentRow & Pick<HeldEnrolment, 'rule'>, activity: Activity, at: Date): Derived {
  const wasCompleted = row.completedAt !== null;
  const judged = judge(row.rule, { ...activity, isExempt: row.exemptReason !== null, wasCompleted });
  const isCompleted = judged.status === 'completed';
  return {
    status: judged.status,
    classification: judged.classification,
    bestGrade: judged.grade,
    lessonsRead: activity.lessonsRead,
    startedAt: activity.startedAt,
    completedAt: isCompleted ? (row.completedAt ?? at) : null,
  };
}

/** The columns in which two states differ. */
export function changesBetween(row: EnrolmentRow, next: Derived): Partial<Derived> {
  const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value);
  const entries = Object.entries(next) as [keyof Derived, unknown][];
  return Object.fromEntries(entries.filter(([name, value]) => plain(row[name]) !== plain(value)));
}

/**
 * Judges one person's enrolments anew and writes what changes, with its counters. The rows stay locked to the end of the
 * transaction. Ten short statements for an enrolment that changes, six for one that does not.
 */
export async function restatePerson(sql: Sql, personId: string, which: Which, at: Date): Promise<void> {
  if (which !== 'all' && 'courseId' in which) await passGate(sql, which);
  await write(sql, await judgePerson(sql, personId, which, at), at);
}

type HeldWrite = EnrolmentWrite & { readonly before: HeldEnrolment };

/** Writes, and issues or revokes the certificates of what was completed, or is no more. */
async function write(sql: Sql, changed: readonly HeldWrite[], at: Date): Promise<void> {
  await writeEnrolments(sql, { changed }, at);
  for (const { before, changes } of changed) {
    if (changes.completedAt === undefined) continue;
    const { assignmentId, courseId, certification, personId } = before;
    if (!certification && changes.completedAt !== null) continue;
    await settleCertificates(sql, { id: assignmentId, courseId, certification }, people(sql, [personId]), at);
  }
}

async function judgePerson(sql: Sql, personId: string, which: Which, at: Date): Promise<HeldWrite[]> {
  const writes: HeldWrite[] = [];
  for (const before of await holdEnrolments(sql, personId, which)) {
    const activity = (await loadActivity(sql, before, personId))(personId);
    writes.push({ before, changes: changesBetween(before, derive(before, activity, at)) });
  }
  return writes;
}

/**
 * Changes columns of an enrolment that its state may rest on (an exemption, a renewal) and judges it anew with them, in one
 * write. The row is held: see `holdEnrolment`.
 */
export async function changeAndRestate(
  sql: Sql,
  row: HeldEnrolment,
  changes: Partial<EnrolmentColumns>,
  at: Date,
): Promise<void> {
  const next = { ...row, ...changes };
  const activity = (await loadActivity(sql, next, row.personId))(row.personId);
  const judged = changesBetween(row, derive(next, activity, at));
  await write(sql, [{ before: row, changes: { ...changes, ...judged } }], at);
}

/** How many people are judged at a time. */
const batch = 5000;

/**
 * Judges many people of an assignment anew, in parts of the memory's size; writes only rows that change, and leaves the
 * ledger to the caller (`settleLedger`), who holds the enrolments. `isTouched`: only rows written at this instant.
 */
export async function restateMany(
  sql: Sql,
  assignment: AssignmentRow,
  at: Date,
  { within = everybody, isTouched = false }: { within?: Within; isTouched?: boolean } = {},
): Promise<number> {
  let changed = 0;
  let after = '';
  for (;;) {
    const page = { after, limit: batch, within, touchedAt: isTouched ? at : null };
    const rows = await listEnrolmentsAfter(sql, assignment.id, page);
    if (rows.length === 0) return changed;
    const ids = rows.map(({ personId }) => personId);
    const activityOf = await loadActivity(sql, assignment, ids);
    const judged = rows.flatMap((row): Judged[] => {
      const next = derive({ ...row, rule: assignment.rule }, activityOf(row.personId), at);
      return Object.keys(changesBetween(row, next)).length === 0 ? [] : [{ personId: row.personId, ...next }];
    });
    await replaceJudged(sql, assignment.id, judged, at);
    changed += judged.length;
    after = ids.at(-1)!;
  }
}
