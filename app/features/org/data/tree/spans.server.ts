import type { Sql } from '#app/platform/db/sql.server.ts';

/**
 * Ends the open spans of open units that match and begins the next ones as the units now stand, in two statements however
 * many they are. `where` speaks of "Unit" u. `key` makes the new ids: one word for each call.
 */
export async function renewSpans(
  sql: Sql,
  where: { text: string; values: readonly (string | null)[] },
  at: Date,
  key: string,
): Promise<void> {
  await sql.run(
    `UPDATE "UnitSpan" SET "untilAt" = ? WHERE "untilAt" IS NULL
        AND "unitId" IN (SELECT u."id" FROM "Unit" u WHERE u."closedAt" IS NULL AND ${where.text})`,
    at,
    ...where.values,
  );
  await beginSpans(sql, where, at, key);
}

/** Begins the spans of open units that match, as the units now stand. */
export async function beginSpans(
  sql: Sql,
  where: { text: string; values: readonly (string | null)[] },
  at: Date,
  key: string,
): Promise<void> {
  await sql.run(
    `INSERT INTO "UnitSpan" ("id", "unitId", "parentId", "kind", "name", "shortName", "path", "position", "fromAt", "untilAt")
     SELECT u."id" || '-' || ?, u."id", u."parentId", u."kind", u."name", u."shortName", u."path", u."position", ?, NULL
       FROM "Unit" u WHERE u."closedAt" IS NULL AND ${where.text}`,
    key,
    at,
    ...where.values,
  );
}

/** Ends the open span of a unit that is closed. */
export async function endSpan(sql: Sql, unitId: string, at: Date): Promise<void> {
  await sql.run('UPDATE "UnitSpan" SET "untilAt" = ? WHERE "unitId" = ? AND "untilAt" IS NULL', at, unitId);
}
