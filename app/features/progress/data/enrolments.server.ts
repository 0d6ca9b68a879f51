import type { CompletionRule } from '#app/features/courses/core/assignment.ts';
import type { Certification } from '#app/features/courses/core/certification.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { among } from '#app/platform/db/rows-of.server.ts';
import { instantOf, type RawInstant, type Sql, type SqlValue } from '#app/platform/db/sql.server.ts';
import type { Classification, Status } from '../core/status.ts';
import { readCertification, readCompletionRule } from '../schema.ts';
import { passGateOf } from './course-gate.server.ts';
import { everybody, type Within } from './within.server.ts';

/** One person in one assignment. */
export interface EnrolmentRow {
  assignmentId: string;
  personId: string;
  unitId: string;
  status: Status;
  classification: Classification | null;
  bestGrade: number | null;
  lessonsRead: number;
  exemptReason: string | null;
  exemptAt: Date | null;
  enrolledAt: Date;
  releasedAt: Date | null;
  startedAt: Date | null;
  completedAt: Date | null;
  /** Reading and attempts before this instant count no more: a certificate is being renewed. */
  countsFromAt: Date | null;
  /** A due date of this person's own, beside that of all. */
  extendedDueAt: Date | null;
}

/** The same with what it is judged by, and the path of the unit in whose counters it stands. */
export interface HeldEnrolment extends EnrolmentRow {
  courseId: string;
  rule: CompletionRule;
  /** Null: completing it certifies nothing. */
  certification: Certification | null;
  unitPath: UnitPath;
}

const instants = [
  ...(['exemptAt', 'enrolledAt', 'releasedAt', 'startedAt', 'completedAt'] as const),
  ...(['countsFromAt', 'extendedDueAt'] as const),
] as const;
type Raw<Row> = Omit<Row, (typeof instants)[number]> & Record<(typeof instants)[number], RawInstant>;

const columns = [
  ...['assignmentId', 'personId', 'unitId', 'status', 'classification', 'bestGrade', 'lessonsRead', 'exemptReason'],
  ...instants,
]
  .map((name) => `e."${name}"`)
  .join(', ');

function rowOf<Row extends EnrolmentRow>(raw: Raw<Row>): Row {
  const row = { ...raw } as Record<string, unknown>;
  for (const name of instants) row[name] = instantOf(raw[name]);
  return row as unknown as Row;
}

/** Which of a person's enrolments: all, those of one assignment, or those that a lesson or quiz bears upon. */
export type Which = { assignmentId: string } | { courseId: string | null; quizId?: string } | 'all';

/**
 * The enrolments of a person, held until the transaction ends: a second device waits here, and then reads what the first
 * has left. Only the enrolments are locked, hence the sub-selects.
 */
export async function holdEnrolments(sql: Sql, personId: string, which: Which): Promise<HeldEnrolment[]> {
  const { text, values } = conditionOf(which);
  type Found = Raw<EnrolmentRow> & {
    courseId: string;
    rule: string;
    certification: string | null;
    unitPath: UnitPath;
  };
  const raws = await sql.all<Found>(
    `SELECT ${columns},
            (SELECT a."courseId" FROM "Assignment" a WHERE a."id" = e."assignmentId") AS "courseId",
            (SELECT a."rule" FROM "Assignment" a WHERE a."id" = e."assignmentId") AS "rule",
            (SELECT a."certification" FROM "Assignment" a WHERE a."id" = e."assignmentId") AS "certification",
            (SELECT u."path" FROM "Unit" u WHERE u."id" = e."unitId") AS "unitPath"
       FROM "Enrolment" e WHERE e."personId" = ?${text} ORDER BY e."assignmentId"${sql.forUpdate}`,
    personId,
    ...values,
  );
  return raws.map((raw) => ({
    ...rowOf<EnrolmentRow>(raw),
    courseId: raw.courseId,
    rule: readCompletionRule(raw.rule),
    certification: readCertification(raw.certification),
    unitPath: raw.unitPath,
  }));
}

/** Who of these has an enrolment that an attempt which begins can change: nothing was begun in it, or all was used up. */
export async function listBeginners(sql: Sql, personIds: readonly string[], which: Which): Promise<string[]> {
  const wanted = among(sql, personIds);
  const { text, values } = conditionOf(which);
  const rows = await sql.all<{ personId: string }>(
    `SELECT DISTINCT e."personId" FROM "Enrolment" e WHERE e."personId" ${wanted.text}${text}
       AND (e."startedAt" IS NULL OR e."status" IN ('not-started', 'failed'))`,
    ...wanted.values,
    ...values,
  );
  return rows.map(({ personId }) => personId);
}

function conditionOf(which: Which): { text: string; values: SqlValue[] } {
  if (which === 'all') return { text: '', values: [] };
  if ('assignmentId' in which) return { text: ' AND e."assignmentId" = ?', values: [which.assignmentId] };
  const { courseId, quizId } = which;
  // A quiz may also stand in the rule of an assignment of another course; its id occurs in no other part of the rule.
  const byQuiz = quizId === undefined ? '' : ' OR a."rule" LIKE ?';
  return {
    text: ` AND e."assignmentId" IN (SELECT a."id" FROM "Assignment" a WHERE a."courseId" = ?${byQuiz})`,
    values: [courseId ?? '', ...(quizId === undefined ? [] : [`%"${quizId}"%`])],
  };
}

/** The assignments in which a person has a record already. */
export async function listEnrolledIn(sql: Sql, personId: string): Promise<Set<string>> {
  const rows = await sql.all<{ id: string }>(
    `SELECT "assignmentId" AS "id" FROM "Enrolment" WHERE "personId" = ?`,
    personId,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Locks the enrolments of an assignment (of these people) before they are written in bulk. SQLite has one writer anyway. */
export async function holdEnrolmentsOf(sql: Sql, assignmentId: string, within: Within = everybody): Promise<void> {
  if (sql.forUpdate === '') return;
  await sql.all(
    `SELECT 1 AS held FROM "Enrolment" e WHERE e."assignmentId" = ? AND ${within.enrolments.text}
      ORDER BY e."personId"${sql.forUpdate}`,
    assignmentId,
    ...within.enrolments.values,
  );
}

/**
 * One enrolment of a person, held behind the gate of its course, or null. For changes that begin with the enrolment itself:
 * an exemption, an extension, a renewal; then `changeAndRestate`.
 */
export async function holdEnrolment(sql: Sql, personId: string, assignmentId: string): Promise<HeldEnrolment | null> {
  await passGateOf(sql, assignmentId);
  return (await holdEnrolments(sql, personId, { assignmentId }))[0] ?? null;
}

/** The enrolments of an assignment in the order of the people's ids, a page at a time: those after one id. */
export async function listEnrolmentsAfter(
  sql: Sql,
  assignmentId: string,
  page: { after: string; limit: number; within?: Within; touchedAt?: Date | null },
): Promise<EnrolmentRow[]> {
  const { after, limit, within = everybody, touchedAt = null } = page;
  const raws = await sql.all<Raw<EnrolmentRow>>(
    `SELECT ${columns} FROM "Enrolment" e
      WHERE e."assignmentId" = ? AND e."personId" > ? AND ${within.enrolments.text}${touchedAt ? ' AND e."updatedAt" = ?' : ''}
      ORDER BY e."personId" LIMIT ${limit}`,
    assignmentId,
    after,
    ...within.enrolments.values,
    ...(touchedAt ? [touchedAt] : []),
  );
  return raws.map((raw) => rowOf<EnrolmentRow>(raw));
}

/** One of a person's enrolments with what the person's page says about it. */
export interface PersonEnrolment extends Omit<HeldEnrolment, 'unitPath' | 'certification'> {
  title: string;
  openAt: Date;
  dueAt: Date | null;
  closeAt: Date | null;
  exemptByName: string | null;
  /** Null: its own due date follows from a certificate. */
  extendReason: string | null;
  extendedByName: string | null;
}

/** All of a person's enrolments, released ones and those of withdrawn assignments last. */
export async function listPersonEnrolments(sql: Sql, personId: string): Promise<PersonEnrolment[]> {
  const raws = await sql.all<
    Raw<EnrolmentRow> & {
      courseId: string;
      rule: string;
      title: string;
      openAt: RawInstant;
      dueAt: RawInstant;
      closeAt: RawInstant;
      exemptByName: string | null;
      extendReason: string | null;
      extendedByName: string | null;
    }
  >(
    `SELECT ${columns}, a."courseId", a."rule", a."title", a."openAt", a."dueAt", a."closeAt", d."fullName" AS "exemptByName",
            e."extendReason", x."fullName" AS "extendedByName"
       FROM "Enrolment" e JOIN "Assignment" a ON a."id" = e."assignmentId"
       LEFT JOIN "Person" d ON d."id" = e."exemptById"
       LEFT JOIN "Person" x ON x."id" = e."extendedById"
      WHERE e."personId" = ?
      ORDER BY CASE WHEN e."releasedAt" IS NULL THEN 0 ELSE 1 END, a."openAt" DESC, a."id"`,
    personId,
  );
  return raws.map((raw) => {
    const { courseId, title, exemptByName, extendReason, extendedByName } = raw;
    const held = { ...rowOf<EnrolmentRow>(raw), courseId, rule: readCompletionRule(raw.rule) };
    const dates = { openAt: instantOf(raw.openAt)!, dueAt: instantOf(raw.dueAt), closeAt: instantOf(raw.closeAt) };
    return { ...held, ...dates, title, exemptByName, extendReason, extendedByName };
  });
}
