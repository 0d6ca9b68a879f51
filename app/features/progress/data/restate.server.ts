import type { Sql } from '#app/platform/db/sql.server.ts';
import { type CounterDelta, deltasOf } from '../core/counter-delta.ts';
import { judge } from '../core/enrolment-status.ts';
import type { AssignmentRow } from './assignments.server.ts';
import { addToCounters } from './counters.server.ts';
import { passGate } from './course-gate.server.ts';
import {
  type EnrolmentRow,
  type HeldEnrolment,
  holdEnrolments,
  isBeginner,
  listEnrolmentsOf,
  updateEnrolment,
  type Which,
} from './enrolments.server.ts';
import { type Activity, loadActivity } from './standings.server.ts';

/** The columns that follow from what a person has done. */
export type Derived = Pick<
  EnrolmentRow,
  'status' | 'classification' | 'bestGrade' | 'lessonsRead' | 'startedAt' | 'completedAt'
>;

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

const countedAs = (row: EnrolmentRow, next: Derived = row) => ({
  unitId: row.releasedAt === null ? row.unitId : null,
  status: next.status,
  classification: next.classification,
});

/**
 * Judges one person's enrolments anew and changes the counters by the difference. The rows stay locked to the end of the
 * transaction. Ten short statements for an enrolment that changes, six for one that does not.
 */
export async function restatePerson(sql: Sql, personId: string, which: Which, at: Date): Promise<void> {
  if (which !== 'all' && 'courseId' in which) await passGate(sql, which);
  await addToCounters(sql, await judgePerson(sql, personId, which, at));
}

/**
 * The same after a start, which changes only enrolments of people who had not begun, or had used up their attempts: the
 * others are left with one short question, since a whole room starts in the same second.
 */
export async function restateBeginner(
  sql: Sql,
  personId: string,
  which: { courseId: string | null; quizId: string },
  at: Date,
): Promise<void> {
  await passGate(sql, which);
  if (await isBeginner(sql, personId, which)) await addToCounters(sql, await judgePerson(sql, personId, which, at));
}

/** The same but for the counters: answers what is to be added to them, so that one transaction adds in one order. */
export async function judgePerson(sql: Sql, personId: string, which: Which, at: Date): Promise<CounterDelta[]> {
  const deltas: CounterDelta[] = [];
  for (const row of await holdEnrolments(sql, personId, which)) {
    const activityOf = await loadActivity(sql, row, personId);
    deltas.push(...(await restate(sql, row, activityOf(personId), at)));
  }
  return deltas;
}

async function restate(sql: Sql, row: HeldEnrolment, activity: Activity, at: Date): Promise<CounterDelta[]> {
  const next = derive(row, activity, at);
  const changes = changesBetween(row, next);
  if (Object.keys(changes).length === 0) return [];
  await updateEnrolment(sql, row, changes, at);
  return deltasOf(row.assignmentId, countedAs(row), countedAs(row, next));
}

/**
 * Judges everybody of an assignment anew; writes only rows that change. The caller holds the enrolments and counts the
 * assignment anew afterwards.
 */
export async function restateAll(sql: Sql, assignment: AssignmentRow, at: Date): Promise<number> {
  const activityOf = await loadActivity(sql, assignment, null);
  let changed = 0;
  for (const row of await listEnrolmentsOf(sql, assignment.id)) {
    const changes = changesBetween(row, derive({ ...row, rule: assignment.rule }, activityOf(row.personId), at));
    if (Object.keys(changes).length === 0) continue;
    await updateEnrolment(sql, row, changes, at);
    changed += 1;
  }
  return changed;
}
