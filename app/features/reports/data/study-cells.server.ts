import type { Membership, PersonnelClass } from '#app/features/org/core/person.ts';
import type { AbsenceReason } from '#app/features/org/core/presence/absence.ts';
import type { Classification, Status } from '#app/features/progress/core/status.ts';
import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { instantOf, type RawInstant, type Sql, type SqlValue } from '#app/platform/db/sql.server.ts';
import type { StudyCell } from '../core/study-figures.ts';
import type { UnitThen } from '../core/study-parts.ts';

const heldAt = (alias: string) => `${alias}."fromAt" <= ? AND (${alias}."untilAt" IS NULL OR ${alias}."untilAt" > ?)`;

/** A unit of the tree as of an instant, with about how many people to expect there. */
export interface WeighedUnit extends UnitThen {
  weight: number;
}

/** The units of a subtree as they stood at an instant, in the order of their paths. Empty where the top did not exist yet. */
export async function listUnitsThen(sql: Sql, unitId: string, asOf: Date): Promise<WeighedUnit[]> {
  const top = await sql.get<{ path: UnitPath }>(
    `SELECT s."path" FROM "UnitSpan" s WHERE s."unitId" = ? AND ${heldAt('s')}`,
    ...[unitId, asOf, asOf],
  );
  if (!top) return [];
  const rows = await sql.all<WeighedUnit>(
    `SELECT s."unitId" AS "id", s."parentId", s."kind", s."name", s."shortName", s."path", s."position", u."strength" AS "weight"
       FROM "UnitSpan" s JOIN "Unit" u ON u."id" = s."unitId"
      WHERE s."path" >= ? AND s."path" < ? AND ${heldAt('s')} ORDER BY s."path"`,
    ...[top.path, pathUpperBound(top.path), asOf, asOf],
  );
  return rows.map((row) => ({ ...row, position: Number(row.position), weight: Number(row.weight) }));
}

/** An assignment as it was at an instant: its due date may have been another. */
export interface AssignmentThen {
  id: string;
  title: string;
  openAt: Date;
  dueAt: Date | null;
}

export async function findAssignmentThen(sql: Sql, id: string, asOf: Date): Promise<AssignmentThen | null> {
  type Raw = { id: string; title: string; openAt: RawInstant; dueAt: RawInstant };
  const row = await sql.get<Raw>(`SELECT "id", "title", "openAt", "dueAt" FROM "Assignment" WHERE "id" = ?`, id);
  if (!row) return null;
  const former = await sql.get<{ dueAt: RawInstant }>(
    `SELECT "dueAt" FROM "FormerDueDate" WHERE "assignmentId" = ? AND "untilAt" > ? ORDER BY "untilAt" LIMIT 1`,
    ...[id, asOf],
  );
  const { title } = row;
  return { id, title, openAt: instantOf(row.openAt)!, dueAt: instantOf((former ?? row).dueAt) };
}

/** Units whose paths follow one another: what one statement reads. */
export interface PathRange {
  from: UnitPath;
  /** Not among them; null = to the end of the subtree. */
  until: UnitPath;
}

// A person stands where the interval of membership says, as what the last change before the instant says; who is absent by
// a day's absence counts by its reason, else by an attachment to another unit.
const people = `
  FROM "UnitSpan" s
  JOIN "UnitMembership" m ON m."unitId" = s."unitId" AND ${heldAt('m')}
  JOIN "Person" p ON p."id" = m."personId" AND (p."leftAt" IS NULL OR p."leftAt" > ?)
  LEFT JOIN "EnrolmentChange" c ON c."assignmentId" = ? AND c."personId" = m."personId" AND c."unitId" IS NOT NULL
   AND c."at" = (SELECT MAX(x."at") FROM "EnrolmentChange" x
                  WHERE x."assignmentId" = ? AND x."personId" = m."personId" AND x."at" <= ?)
 WHERE s."path" >= ? AND s."path" < ? AND ${heldAt('s')}`;

const away = `COALESCE(
    (SELECT MIN(a."reason") FROM "Absence" a
      WHERE a."personId" = m."personId" AND a."fromDay" <= ? AND (a."untilDay" IS NULL OR a."untilDay" >= ?)),
    (SELECT 'attached' FROM "Attachment" b
      WHERE b."personId" = m."personId" AND b."fromAt" <= ? AND (b."untilAt" IS NULL OR b."untilAt" >= ?)
        AND (b."endedAt" IS NULL OR b."endedAt" > ?) LIMIT 1))`;

// Lateness is measured by the later of the common due date and one's own, while that was in force. The greatest of a bare column would
// lead SQLite through all extensions of the assignment, person after person; of an expression it goes to the person's own.
const late = `CASE WHEN c."status" IN ('not-started', 'in-progress') AND COALESCE(
    (SELECT MAX(COALESCE(d."dueAt", d."decidedAt")) FROM "DueExtension" d
      WHERE d."assignmentId" = ? AND d."personId" = m."personId" AND d."decidedAt" <= ?
        AND (d."endedAt" IS NULL OR d."endedAt" > ?)), ?) < ? THEN 1 ELSE 0 END`;

// As it was decided and in force then; of who was exempt before histories of it were kept, as it stands.
const exemptReason = `COALESCE(
    (SELECT h."reason" FROM "Exemption" h WHERE h."assignmentId" = c."assignmentId" AND h."personId" = c."personId"
        AND h."decidedAt" <= ? AND (h."endedAt" IS NULL OR h."endedAt" > ?) ORDER BY h."decidedAt" DESC LIMIT 1),
    (SELECT e."exemptReason" FROM "Enrolment" e
      WHERE e."assignmentId" = c."assignmentId" AND e."personId" = c."personId"))`;

function peopleValues(assignmentId: string, asOf: Date, { from, until }: PathRange): SqlValue[] {
  return [asOf, asOf, asOf, assignmentId, assignmentId, asOf, from, until, asOf, asOf];
}

function shownValues(assignment: Pick<AssignmentThen, 'id' | 'dueAt'>, asOf: Date): SqlValue[] {
  const day = dateOf(asOf);
  // Before the common date nobody is late, however early an own date was: nothing lies before the first instant of all.
  const over = assignment.dueAt !== null && assignment.dueAt >= asOf ? new Date(0) : asOf;
  return [...[day, day, asOf, asOf, asOf], ...[assignment.id, asOf, asOf, assignment.dueAt, over]];
}

/** Counts the people of a range of units by all that a report splits by. One statement; `id` '' counts them in no assignment. */
export async function listStudyCells(
  sql: Sql,
  assignment: Pick<AssignmentThen, 'id' | 'dueAt'>,
  asOf: Date,
  range: PathRange,
): Promise<StudyCell[]> {
  type Raw = {
    unitId: string;
    personnelClass: PersonnelClass;
    membership: Membership;
    status: Status | null;
    classification: Classification | null;
    away: AbsenceReason | null;
    late: number | bigint;
    people: number | bigint;
  };
  const rows = await sql.all<Raw>(
    `SELECT q."unitId", q."personnelClass", q."membership", q."status", q."classification", q."away", q."late", COUNT(*) AS "people"
       FROM (SELECT m."unitId", m."personnelClass", m."membership", c."status", c."classification",
                    ${away} AS "away", ${late} AS "late" ${people}) q
      GROUP BY q."unitId", q."personnelClass", q."membership", q."status", q."classification", q."away", q."late"`,
    ...shownValues(assignment, asOf),
    ...peopleValues(assignment.id, asOf, range),
  );
  return rows.map(({ late: isLate, people: count, ...row }) => ({
    ...row,
    isLate: Number(isLate) === 1,
    people: Number(count),
  }));
}

/** Why people of a range are exempt. */
export async function listExemptReasons(sql: Sql, assignmentId: string, asOf: Date, range: PathRange) {
  const rows = await sql.all<{ reason: string | null; people: number | bigint }>(
    `SELECT q."reason", COUNT(*) AS "people" FROM (SELECT ${exemptReason} AS "reason" ${people}
        AND c."status" = 'exempt') q GROUP BY q."reason"`,
    ...[asOf, asOf, ...peopleValues(assignmentId, asOf, range)],
  );
  return rows.map(({ reason, people: count }) => ({ reason: reason ?? '', people: Number(count) }));
}

/** A person of an annex as stored. */
export interface PersonThen {
  personId: string;
  unitId: string;
  rank: string | null;
  position: string | null;
  status: Status | null;
  away: AbsenceReason | null;
  isLate: boolean;
  exemptReason: string | null;
  sortKey: string;
}

/** The people of a range by name; `owing` leaves out who has completed and who stands outside of the audience. */
export async function listPeopleThen(
  sql: Sql,
  assignment: Pick<AssignmentThen, 'id' | 'dueAt'>,
  asOf: Date,
  range: PathRange,
  which: 'owing' | 'all',
): Promise<PersonThen[]> {
  const rows = await sql.all<Omit<PersonThen, 'isLate'> & { late: number | bigint }>(
    `SELECT m."personId", m."unitId", m."rank", m."position", c."status", p."sortKey",
            ${away} AS "away", ${late} AS "late",
            CASE WHEN c."status" = 'exempt' THEN ${exemptReason} END AS "exemptReason"
       ${people} ${which === 'owing' ? `AND c."status" IS NOT NULL AND c."status" <> 'completed'` : ''}
      ORDER BY s."path", p."sortKey", p."id"`,
    ...[...shownValues(assignment, asOf), asOf, asOf],
    ...peopleValues(assignment.id, asOf, range),
  );
  return rows.map(({ late: isLate, ...row }) => ({ ...row, isLate: Number(isLate) === 1 }));
}
