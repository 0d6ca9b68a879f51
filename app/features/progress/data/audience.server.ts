import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';
import type { AssignmentRow } from './assignments.server.ts';
import { listAudiencePaths } from './assignments.server.ts';

/** A condition on "Person" p and its "Unit" u. */
type Condition = { text: string; values: SqlValue[] };

/**
 * Who is in the audience of an assignment now, as a condition. A withdrawn assignment has no audience.
 */
export async function audienceCondition(sql: Sql, assignment: AssignmentRow): Promise<Condition> {
  if (assignment.withdrawnAt) return { text: '1 = 0', values: [] };
  const within = pathWithin('u."path"', await listAudiencePaths(sql, assignment.id));
  const { classes = [], memberships = [] } = assignment.filter;
  const only = (column: string, allowed: readonly string[]) =>
    allowed.length === 0 ? '' : ` AND ${column} IN (${allowed.map(() => '?').join(', ')})`;
  return {
    text: `p."leftAt" IS NULL AND ${within.text}${only('p."personnelClass"', classes)}${only('p."membership"', memberships)}`,
    values: [...within.values, ...classes, ...memberships],
  };
}

/**
 * Keeps people from joining, leaving or moving between these units until the transaction ends: each of those changes
 * the strength of the unit, and waits here. So nobody falls between an assignment and a join at the same moment. Always
 * from the top down, so that two who hold units never wait for each other.
 */
export async function holdUnits(sql: Sql, paths: readonly UnitPath[]): Promise<void> {
  const within = pathWithin('"path"', paths);
  await sql.all(`SELECT "id" FROM "Unit" WHERE ${within.text} ORDER BY "path"${sql.forUpdate}`, ...within.values);
}

/** Enrols everybody of the audience who is not, in one statement, as not started. */
export async function admitAudience(sql: Sql, assignment: AssignmentRow, at: Date): Promise<number> {
  const { text, values } = await audienceCondition(sql, assignment);
  return sql.run(
    `INSERT INTO "Enrolment" ("assignmentId", "personId", "unitId", "status", "lessonsRead", "enrolledAt", "updatedAt")
     SELECT ?, p."id", p."unitId", 'not-started', 0, ?, ?
       FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE ${text}
         ON CONFLICT ("assignmentId", "personId") DO NOTHING`,
    assignment.id,
    at,
    at,
    ...values,
  );
}

/** Takes those back who were released and are in the audience again, at the unit where they are now. */
export async function readmitAudience(sql: Sql, assignment: AssignmentRow, at: Date): Promise<number> {
  const { text, values } = await audienceCondition(sql, assignment);
  return sql.run(
    `UPDATE "Enrolment" SET "releasedAt" = NULL, "updatedAt" = ?,
            "unitId" = (SELECT p."unitId" FROM "Person" p WHERE p."id" = "Enrolment"."personId")
      WHERE "assignmentId" = ? AND "releasedAt" IS NOT NULL
        AND "personId" IN (SELECT p."id" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE ${text})`,
    at,
    assignment.id,
    ...values,
  );
}

/** Lets those go who are outside of the audience: the record stays, counted nowhere. */
export async function releaseOutsiders(sql: Sql, assignment: AssignmentRow, at: Date): Promise<number> {
  const { text, values } = await audienceCondition(sql, assignment);
  return sql.run(
    `UPDATE "Enrolment" SET "releasedAt" = ?, "updatedAt" = ?
      WHERE "assignmentId" = ? AND "releasedAt" IS NULL
        AND "personId" NOT IN (SELECT p."id" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE ${text})`,
    at,
    at,
    assignment.id,
    ...values,
  );
}

/** People who are in the audience without being enrolled, and enrolled without being in it: 0 and 0 when all is well. */
export async function countMisplaced(sql: Sql, assignment: AssignmentRow): Promise<{ missing: number; extra: number }> {
  const { text, values } = await audienceCondition(sql, assignment);
  const people = `SELECT p."id" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE ${text}`;
  const enrolled = `SELECT e."personId" FROM "Enrolment" e WHERE e."assignmentId" = ? AND e."releasedAt" IS NULL`;
  const missing = await sql.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM (${people}) AS m WHERE m."id" NOT IN (${enrolled})`,
    ...values,
    assignment.id,
  );
  const extra = await sql.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM (${enrolled}) AS m WHERE m."personId" NOT IN (${people})`,
    assignment.id,
    ...values,
  );
  return { missing: Number(missing?.n ?? 0), extra: Number(extra?.n ?? 0) };
}
