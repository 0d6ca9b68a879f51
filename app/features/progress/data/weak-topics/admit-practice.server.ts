import type { Sql } from '#app/platform/db/sql.server.ts';

/**
 * Enrols the group of a practice assignment before it is placed, so that only what is read and answered from now on counts:
 * who has passed that practice before has not practised since. The placing that follows enters them into the ledger.
 */
export async function admitPractice(sql: Sql, practiceId: string, at: Date): Promise<void> {
  const instant = sql.provider === 'sqlite' ? 'INTEGER' : 'TIMESTAMP(3)';
  await sql.run(
    `INSERT INTO "Enrolment" ("assignmentId", "personId", "unitId", "status", "lessonsRead", "enrolledAt", "countsFromAt", "updatedAt")
     SELECT m."groupId", p."id", p."unitId", 'not-started', 0, t."at", t."at", t."at"
       FROM (SELECT CAST(? AS ${instant}) AS "at") AS t CROSS JOIN "PersonGroupMember" m CROSS JOIN "Person" p
      WHERE m."groupId" = ? AND p."id" = m."personId" AND p."leftAt" IS NULL ORDER BY p."id"
     ON CONFLICT ("assignmentId", "personId") DO NOTHING`,
    at,
    practiceId,
  );
}
