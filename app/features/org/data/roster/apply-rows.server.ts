import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { StrengthChange } from '../strength.server.ts';

/** Lines of an import from one (included) to another (not). */
export interface Lines {
  readonly importId: string;
  readonly from: number;
  readonly to: number;
}

const CHOSEN = `r."importId" = ? AND r."decision" = 'apply'`;
const LINES = `${CHOSEN} AND r."line" >= ? AND r."line" < ?`;
const valuesOf = ({ importId, from, to }: Lines) => [importId, from, to];

/** What an interval keeps differs: the person's stay is closed and another one begins. */
const OTHER_STAY = `(r."unitId" <> r."wasUnitId" OR r."rank" IS DISTINCT FROM r."wasRank" OR r."position" IS DISTINCT FROM r."wasPosition"
  OR r."personnelClass" <> r."wasPersonnelClass" OR r."membership" <> r."wasMembership")`;
const OPENS_STAY = `(r."kind" IN ('new', 'returned') OR (r."kind" IN ('changed', 'transferred') AND ${OTHER_STAY}))`;

/** The last line of an import; 0 for none. */
export async function lastLine(sql: Sql, importId: string): Promise<number> {
  const row = await sql.get<{ line: number | null }>(
    'SELECT MAX("line") AS line FROM "RosterImportRow" WHERE "importId" = ?',
    importId,
  );
  return Number(row?.line ?? 0);
}

/** Strength of the units as applying changes it. */
export async function strengthOfApplying(sql: Sql, importId: string): Promise<StrengthChange[]> {
  const rows = await sql.all<{ unitId: string; n: number }>(
    `SELECT r."unitId", COUNT(*) AS n FROM "RosterImportRow" r
      WHERE ${CHOSEN} AND r."personId" IS NOT NULL AND r."kind" IN ('new', 'returned', 'transferred') GROUP BY r."unitId"
      UNION ALL
     SELECT r."wasUnitId", -COUNT(*) FROM "RosterImportRow" r WHERE ${CHOSEN} AND r."kind" = 'transferred' GROUP BY r."wasUnitId"`,
    importId,
    importId,
  );
  return rows.map(({ unitId, n }) => ({ unitId, by: Number(n) }));
}

/** Holds the known people of the import for this transaction, in the order in which everybody holds people. */
export async function holdPeople(sql: Sql, importId: string): Promise<void> {
  if (sql.forUpdate === '') return;
  await sql.run(
    `SELECT 1 FROM "Person" WHERE "id" IN (SELECT r."personId" FROM "RosterImportRow" r WHERE ${CHOSEN}) ORDER BY "id"${sql.forUpdate}`,
    importId,
  );
}

/** How many of these rows speak of what has changed since they were read: people, or units that are closed. */
export async function countStale(sql: Sql, lines: Lines): Promise<number> {
  const row = await sql.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM "RosterImportRow" r
       LEFT JOIN "Person" p ON p."id" = r."personId"
       LEFT JOIN "Unit" u ON u."id" = r."unitId"
      WHERE ${LINES} AND (u."id" IS NULL OR u."closedAt" IS NOT NULL
        OR (r."kind" = 'new' AND EXISTS (SELECT 1 FROM "Person" o WHERE o."number" = r."number"))
        OR (r."kind" <> 'new' AND (p."id" IS NULL OR p."erasedAt" IS NOT NULL OR p."unitId" <> r."wasUnitId"
          OR p."fullName" <> r."wasFullName" OR p."rank" IS DISTINCT FROM r."wasRank"
          OR p."position" IS DISTINCT FROM r."wasPosition" OR p."personnelClass" <> r."wasPersonnelClass"
          OR p."membership" <> r."wasMembership" OR p."bornOn" IS DISTINCT FROM r."wasBornOn"
          OR p."leftAt" IS DISTINCT FROM r."wasLeftAt")))`,
    ...valuesOf(lines),
  );
  return Number(row?.n ?? 0);
}

/** How many rows would place somebody into, or take somebody from, a unit outside of the scope. */
export async function countBeyond(sql: Sql, importId: string, scope: readonly UnitPath[]): Promise<number> {
  const within = pathWithin('u."path"', scope);
  const row = await sql.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM "RosterImportRow" r JOIN "Unit" u ON u."id" IN (r."unitId", r."wasUnitId")
      WHERE ${CHOSEN} AND NOT ${within.text}`,
    importId,
    ...within.values,
  );
  return Number(row?.n ?? 0);
}

/** Stores what these lines say of people: rows, intervals, where guests have come home. Five statements however many. */
export async function applyLines(sql: Sql, lines: Lines, at: Date, note: string): Promise<void> {
  const values = valuesOf(lines);
  await sql.run(
    `INSERT INTO "Person" ("id", "number", "fullName", "sortKey", "searchKey", "rank", "position", "personnelClass", "membership",
       "unitId", "bornOn", "createdAt")
     SELECT r."personId", r."number", r."fullName", r."sortKey", r."searchKey", r."rank", r."position", r."personnelClass",
            r."membership", r."unitId", r."bornOn", CAST(? AS TIMESTAMP) FROM "RosterImportRow" r WHERE ${LINES} AND r."kind" = 'new'`,
    at,
    ...values,
  );
  await sql.run(
    `UPDATE "UnitMembership" SET "untilAt" = ? WHERE "untilAt" IS NULL AND "personId" IN
       (SELECT r."personId" FROM "RosterImportRow" r WHERE ${LINES} AND r."kind" IN ('changed', 'transferred') AND ${OTHER_STAY})`,
    at,
    ...values,
  );
  await sql.run(
    `INSERT INTO "UnitMembership" ("id", "personId", "unitId", "rank", "position", "personnelClass", "membership", "fromAt", "note")
     SELECT r."importId" || '-' || r."line", r."personId", r."unitId", r."rank", r."position", r."personnelClass", r."membership",
            CAST(? AS TIMESTAMP), CAST(? AS TEXT) FROM "RosterImportRow" r WHERE ${LINES} AND ${OPENS_STAY}`,
    at,
    note,
    ...values,
  );
  await sql.run(
    `UPDATE "Person" SET "fullName" = r."fullName", "sortKey" = r."sortKey", "searchKey" = r."searchKey", "rank" = r."rank",
       "position" = r."position", "personnelClass" = r."personnelClass", "membership" = r."membership", "unitId" = r."unitId",
       "bornOn" = r."bornOn", "leftAt" = NULL, "leftReason" = NULL, "revision" = "Person"."revision" + 1
       FROM "RosterImportRow" r WHERE ${LINES} AND r."kind" <> 'new' AND r."personId" = "Person"."id"`,
    ...values,
  );
  await sql.run(
    `UPDATE "Attachment" SET "endedAt" = ? WHERE "endedAt" IS NULL AND EXISTS (SELECT 1 FROM "RosterImportRow" r
       WHERE ${LINES} AND r."kind" = 'transferred' AND r."personId" = "Attachment"."personId" AND r."unitId" = "Attachment"."unitId")`,
    at,
    ...values,
  );
}

/** The ids of everybody whom applying changes. */
export async function listApplied(sql: Sql, importId: string): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT r."personId" AS id FROM "RosterImportRow" r WHERE ${CHOSEN} AND r."personId" IS NOT NULL`,
    importId,
  );
  return rows.map(({ id }) => id);
}
