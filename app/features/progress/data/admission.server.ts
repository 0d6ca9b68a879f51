import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';
import { everybody, type Within } from './within.server.ts';

/** Who is in an audience, as a condition on "Person" p and its "Unit" u (`audienceCondition`). */
export type Audience = { readonly text: string; readonly values: readonly SqlValue[] };

/** How many of the people looked at must be admitted, taken back, let go, or counted in another unit. */
export interface Misplaced {
  missing: number;
  returned: number;
  outside: number;
  elsewhere: number;
}

/** Compares an assignment's audience with its enrolments. One statement; all 0 when nothing is to be done. */
export async function countMisplaced(
  sql: Sql,
  assignmentId: string,
  { text, values }: Audience,
  within: Within = everybody,
): Promise<Misplaced> {
  const count = (condition: string) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
  const row = await sql.get<Record<keyof Misplaced, number | null>>(
    `SELECT ${count('x."isIn" = 1 AND x."unitId" IS NULL')} AS "missing",
            ${count('x."isIn" = 1 AND x."unitId" IS NOT NULL AND x."isReleased" = 1')} AS "returned",
            ${count('x."isIn" = 0 AND x."unitId" IS NOT NULL AND x."isReleased" = 0')} AS "outside",
            ${count('x."isIn" = 1 AND x."isReleased" = 0 AND x."unitId" <> x."personUnitId"')} AS "elsewhere"
       FROM (SELECT CASE WHEN ${text} THEN 1 ELSE 0 END AS "isIn", p."unitId" AS "personUnitId", e."unitId",
                    CASE WHEN e."releasedAt" IS NULL THEN 0 ELSE 1 END AS "isReleased"
               FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
               LEFT JOIN "Enrolment" e ON e."assignmentId" = ? AND e."personId" = p."id"
              WHERE ${within.people.text}) AS x`,
    ...values,
    assignmentId,
    ...within.people.values,
  );
  const of = (name: keyof Misplaced) => Number(row?.[name] ?? 0);
  return { missing: of('missing'), returned: of('returned'), outside: of('outside'), elsewhere: of('elsewhere') };
}

/**
 * Brings the enrolments of the people looked at in line with the audience, in a statement for each of what is to be done:
 * lets go who is outside (the record stays, counted nowhere), counts who moved where they are now, takes back who
 * returned, admits who is missing as not started. `isClosed`: nobody comes in any more. Every row it writes carries `at`
 * as its last change; the caller holds them, judges and settles the ledger.
 */
export async function admit(
  sql: Sql,
  assignmentId: string,
  audience: Audience,
  { misplaced, isClosed, within, at }: { misplaced: Misplaced; isClosed: boolean; within: Within; at: Date },
): Promise<void> {
  const found = `FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"`;
  // Named twice: by the rows themselves, which are then found by their key, and by what the audience asks of the person.
  const own = `EXISTS (SELECT 1 ${found} WHERE p."id" = e."personId" AND `;
  const update = (set: string, setTo: readonly SqlValue[], condition: string, values: readonly SqlValue[] = []) =>
    sql.run(
      `UPDATE "Enrolment" AS e SET ${set}, "updatedAt" = ?
        WHERE e."assignmentId" = ? AND ${within.enrolments.text} AND ${condition}`,
      ...[...setTo, at, assignmentId, ...within.enrolments.values, ...values],
    );
  if (misplaced.outside > 0) {
    const isOut = `${own} CASE WHEN ${audience.text} THEN 1 ELSE 0 END = 0)`;
    await update('"releasedAt" = ?', [at], `e."releasedAt" IS NULL AND ${isOut}`, audience.values);
  }
  const unitNow = `"unitId" = (SELECT p."unitId" FROM "Person" p WHERE p."id" = e."personId")`;
  if (misplaced.elsewhere > 0) {
    await update(unitNow, [], `e."releasedAt" IS NULL AND ${own} p."unitId" <> e."unitId")`);
  }
  if (isClosed) return;
  if (misplaced.returned > 0) {
    const isBack = `e."releasedAt" IS NOT NULL AND ${own} ${audience.text})`;
    await update(`"releasedAt" = NULL, ${unitNow}`, [], isBack, audience.values);
  }
  if (misplaced.missing > 0) {
    await sql.run(
      `INSERT INTO "Enrolment" ("assignmentId", "personId", "unitId", "status", "lessonsRead", "enrolledAt", "updatedAt")
       SELECT ?, p."id", p."unitId", 'not-started', 0, ?, ? ${found} WHERE ${within.people.text} AND ${audience.text}
           ON CONFLICT ("assignmentId", "personId") DO NOTHING`,
      ...[assignmentId, at, at, ...within.people.values, ...audience.values],
    );
  }
}
