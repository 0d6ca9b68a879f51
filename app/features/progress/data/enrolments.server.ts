import type { CompletionRule } from '#app/features/courses/core/assignment.ts';
import { instantOf, type RawInstant, type Sql, type SqlValue } from '#app/platform/db/sql.server.ts';
import type { Classification, Status } from '../core/status.ts';
import { readCompletionRule } from '../schema.ts';

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
}

/** The same with what it is judged by. */
export interface HeldEnrolment extends EnrolmentRow {
  courseId: string;
  rule: CompletionRule;
}

const instants = ['exemptAt', 'enrolledAt', 'releasedAt', 'startedAt', 'completedAt'] as const;
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
  const raws = await sql.all<Raw<EnrolmentRow> & { courseId: string; rule: string }>(
    `SELECT ${columns},
            (SELECT a."courseId" FROM "Assignment" a WHERE a."id" = e."assignmentId") AS "courseId",
            (SELECT a."rule" FROM "Assignment" a WHERE a."id" = e."assignmentId") AS "rule"
       FROM "Enrolment" e WHERE e."personId" = ?${text} ORDER BY e."assignmentId"${sql.forUpdate}`,
    personId,
    ...values,
  );
  return raws.map((raw) => ({
    ...rowOf<EnrolmentRow>(raw),
    courseId: raw.courseId,
    rule: readCompletionRule(raw.rule),
  }));
}

/** Whether an attempt that begins can change one of these enrolments: nothing was begun in it, or all was used up. */
export async function isBeginner(sql: Sql, personId: string, which: Which): Promise<boolean> {
  const { text, values } = conditionOf(which);
  const row = await sql.get(
    `SELECT 1 AS "found" FROM "Enrolment" e WHERE e."personId" = ?${text}
       AND (e."startedAt" IS NULL OR e."status" IN ('not-started', 'failed')) LIMIT 1`,
    personId,
    ...values,
  );
  return row !== undefined;
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

/** Locks every enrolment of an assignment before its counters are counted anew. */
export async function holdEnrolmentsOf(sql: Sql, assignmentId: string): Promise<void> {
  await sql.all(
    `SELECT 1 AS held FROM "Enrolment" WHERE "assignmentId" = ? ORDER BY "personId"${sql.forUpdate}`,
    assignmentId,
  );
}

/** Every enrolment of an assignment. */
export async function listEnrolmentsOf(sql: Sql, assignmentId: string): Promise<EnrolmentRow[]> {
  const raws = await sql.all<Raw<EnrolmentRow>>(
    `SELECT ${columns} FROM "Enrolment" e WHERE e."assignmentId" = ? ORDER BY e."personId"`,
    assignmentId,
  );
  return raws.map((raw) => rowOf<EnrolmentRow>(raw));
}

/** One of a person's enrolments with what the person's page says about it. */
export interface PersonEnrolment extends HeldEnrolment {
  title: string;
  dueAt: Date | null;
  exemptByName: string | null;
}

/** All of a person's enrolments, released ones and those of withdrawn assignments last. */
export async function listPersonEnrolments(sql: Sql, personId: string): Promise<PersonEnrolment[]> {
  const raws = await sql.all<
    Raw<EnrolmentRow> & {
      courseId: string;
      rule: string;
      title: string;
      dueAt: RawInstant;
      exemptByName: string | null;
    }
  >(
    `SELECT ${columns}, a."courseId", a."rule", a."title", a."dueAt", d."fullName" AS "exemptByName"
       FROM "Enrolment" e JOIN "Assignment" a ON a."id" = e."assignmentId"
       LEFT JOIN "Person" d ON d."id" = e."exemptById"
      WHERE e."personId" = ?
      ORDER BY CASE WHEN e."releasedAt" IS NULL THEN 0 ELSE 1 END, a."openAt" DESC, a."id"`,
    personId,
  );
  return raws.map((raw) => {
    const { courseId, title, exemptByName } = raw;
    const held = { ...rowOf<EnrolmentRow>(raw), courseId, rule: readCompletionRule(raw.rule) };
    return { ...held, title, exemptByName, dueAt: instantOf(raw.dueAt) };
  });
}

/** Puts a person into an assignment as not started. */
export async function insertEnrolment(
  sql: Sql,
  { assignmentId, personId, unitId, at }: { assignmentId: string; personId: string; unitId: string; at: Date },
): Promise<void> {
  await sql.run(
    `INSERT INTO "Enrolment" ("assignmentId", "personId", "unitId", "status", "lessonsRead", "enrolledAt", "updatedAt")
     VALUES (?, ?, ?, 'not-started', 0, ?, ?) ON CONFLICT ("assignmentId", "personId") DO NOTHING`,
    assignmentId,
    personId,
    unitId,
    at,
    at,
  );
}

type Mutable = Omit<EnrolmentRow, 'assignmentId' | 'personId' | 'enrolledAt'> & { exemptById?: string | null };

/** Writes the given columns of one enrolment. */
export async function updateEnrolment(
  sql: Sql,
  { assignmentId, personId }: { assignmentId: string; personId: string },
  changes: Partial<Mutable>,
  at: Date,
): Promise<void> {
  const names = Object.keys(changes) as (keyof Mutable)[];
  await sql.run(
    `UPDATE "Enrolment" SET ${[...names, 'updatedAt'].map((name) => `"${name}" = ?`).join(', ')}
      WHERE "assignmentId" = ? AND "personId" = ?`,
    ...names.map((name) => changes[name] ?? null),
    at,
    assignmentId,
    personId,
  );
}
