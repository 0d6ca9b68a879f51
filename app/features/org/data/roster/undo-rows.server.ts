import { dateOf } from '#app/kernel/vietnam-time.ts';
import { foldForSearch, nameSortKey } from '#app/kernel/vietnamese-text.ts';
import { rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { StrengthChange } from '../strength.server.ts';
import type { Lines } from './apply-rows.server.ts';

const UNDONE = `r."importId" = ? AND r."undo" = 'undone'`;
const LINES = `${UNDONE} AND r."line" >= ? AND r."line" < ?`;

/**
 * Marks each applied row: `kept` where somebody has changed the person since, where the former unit is closed, or where a
 * new person has signed in and begun; `undone` for the others.
 */
export async function markUndo(sql: Sql, { importId, from, to }: Lines): Promise<void> {
  await sql.run(
    `UPDATE "RosterImportRow" SET "undo" = CASE WHEN EXISTS (
        SELECT 1 FROM "Person" p WHERE p."id" = "RosterImportRow"."personId" AND p."leftAt" IS NULL AND p."erasedAt" IS NULL
           AND p."unitId" = "RosterImportRow"."unitId" AND p."fullName" = "RosterImportRow"."fullName"
           AND p."rank" IS NOT DISTINCT FROM "RosterImportRow"."rank"
           AND p."position" IS NOT DISTINCT FROM "RosterImportRow"."position"
           AND p."personnelClass" = "RosterImportRow"."personnelClass" AND p."membership" = "RosterImportRow"."membership"
           AND p."bornOn" IS NOT DISTINCT FROM "RosterImportRow"."bornOn")
        AND NOT EXISTS (SELECT 1 FROM "Unit" w WHERE w."id" = "RosterImportRow"."wasUnitId" AND w."closedAt" IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM "UnitMembership" m, "RosterImport" i WHERE i."id" = "RosterImportRow"."importId"
           AND m."personId" = "RosterImportRow"."personId" AND m."fromAt" > i."appliedAt")
        AND ("RosterImportRow"."kind" NOT IN ('new', 'returned') OR NOT EXISTS (SELECT 1 FROM "Account" a
           WHERE a."personId" = "RosterImportRow"."personId" AND a."firstIssue" IS NULL))
      THEN 'undone' ELSE 'kept' END
      WHERE "importId" = ? AND "line" >= ? AND "line" < ? AND "decision" = 'apply' AND "personId" IS NOT NULL`,
    importId,
    from,
    to,
  );
}

/** Strength of the units as taking back changes it. */
export async function strengthOfUndoing(sql: Sql, importId: string): Promise<StrengthChange[]> {
  const rows = await sql.all<{ unitId: string; n: number }>(
    `SELECT r."unitId", -COUNT(*) AS n FROM "RosterImportRow" r
      WHERE ${UNDONE} AND r."kind" IN ('new', 'returned', 'transferred') GROUP BY r."unitId"
      UNION ALL
     SELECT r."wasUnitId", COUNT(*) FROM "RosterImportRow" r WHERE ${UNDONE} AND r."kind" = 'transferred' GROUP BY r."wasUnitId"`,
    importId,
    importId,
  );
  return rows.map(({ unitId, n }) => ({ unitId, by: Number(n) }));
}

/**
 * Brings the people of these lines back to how they stood. Who was new leaves as if never come: the row stays for the
 * days in between, on which the person counted.
 */
export async function undoLines(sql: Sql, lines: Lines, at: Date, note: string): Promise<void> {
  const values = [lines.importId, lines.from, lines.to];
  await sql.run(
    `UPDATE "UnitMembership" SET "endReason" = 'undone' WHERE "untilAt" IS NULL
        AND "id" IN (SELECT r."importId" || '-' || r."line" FROM "RosterImportRow" r WHERE ${LINES} AND r."kind" = 'new')`,
    ...values,
  );
  await sql.run(
    `UPDATE "UnitMembership" SET "untilAt" = ? WHERE "untilAt" IS NULL
        AND "id" IN (SELECT r."importId" || '-' || r."line" FROM "RosterImportRow" r WHERE ${LINES})`,
    at,
    ...values,
  );
  await sql.run(
    `INSERT INTO "UnitMembership" ("id", "personId", "unitId", "rank", "position", "personnelClass", "membership", "fromAt", "note")
     SELECT r."importId" || '-' || r."line" || '-u', r."personId", r."wasUnitId", r."wasRank", r."wasPosition",
            r."wasPersonnelClass", r."wasMembership", CAST(? AS TIMESTAMP), CAST(? AS TEXT)
       FROM "RosterImportRow" r WHERE ${LINES} AND r."kind" IN ('changed', 'transferred')
        AND EXISTS (SELECT 1 FROM "UnitMembership" m WHERE m."id" = r."importId" || '-' || r."line")`,
    at,
    note,
    ...values,
  );
  await sql.run(
    `UPDATE "Person" SET "fullName" = r."wasFullName", "rank" = r."wasRank", "position" = r."wasPosition",
       "personnelClass" = r."wasPersonnelClass", "membership" = r."wasMembership", "unitId" = r."wasUnitId",
       "bornOn" = r."wasBornOn", "leftAt" = r."wasLeftAt", "leftReason" = r."wasLeftReason",
       "revision" = "Person"."revision" + 1
       FROM "RosterImportRow" r WHERE ${LINES} AND r."kind" <> 'new' AND r."personId" = "Person"."id"`,
    ...values,
  );
  await sql.run(
    `UPDATE "Person" SET "leftAt" = CAST(? AS TIMESTAMP), "leftReason" = 'undone', "revision" = "Person"."revision" + 1
       FROM "RosterImportRow" r WHERE ${LINES} AND r."kind" = 'new' AND r."personId" = "Person"."id"`,
    at,
    ...values,
  );
  await renameBack(sql, values);
  await endTimesAway(sql, values, at);
  await resumeAttachments(sql, values, at);
}

/** Who is gone again is nobody's guest, and absent no longer. */
async function endTimesAway(sql: Sql, values: readonly (string | number)[], at: Date): Promise<void> {
  const gone = `IN (SELECT r."personId" FROM "RosterImportRow" r WHERE ${LINES} AND r."kind" IN ('new', 'returned'))`;
  const day = dateOf(at);
  await sql.run(`UPDATE "Attachment" SET "endedAt" = ? WHERE "endedAt" IS NULL AND "personId" ${gone}`, at, ...values);
  await sql.run(`DELETE FROM "Absence" WHERE "fromDay" > ? AND "personId" ${gone}`, day, ...values);
  await sql.run(
    `UPDATE "Absence" SET "untilDay" = ? WHERE ("untilDay" IS NULL OR "untilDay" > ?) AND "personId" ${gone}`,
    ...[day, day, ...values],
  );
}

/** Whom the file had brought home for good to where they were guests are guests there again. */
async function resumeAttachments(sql: Sql, values: readonly (string | number)[], at: Date): Promise<void> {
  await sql.run(
    `INSERT INTO "Attachment" ("id", "personId", "unitId", "reason", "fromAt", "untilAt", "enteredById", "createdAt")
     SELECT a."id" || '-' || i."id", a."personId", a."unitId", a."reason", CAST(? AS TIMESTAMP), a."untilAt", a."enteredById",
            CAST(? AS TIMESTAMP)
       FROM "RosterImportRow" r JOIN "RosterImport" i ON i."id" = r."importId"
       JOIN "Attachment" a ON a."personId" = r."personId" AND a."unitId" = r."unitId" AND a."endedAt" = i."appliedAt"
      WHERE ${LINES} AND r."kind" = 'transferred' AND (a."untilAt" IS NULL OR a."untilAt" > ?)`,
    ...[at, at, ...values, at],
  );
}

/** Sort and search keys of who was renamed. */
async function renameBack(sql: Sql, values: readonly (string | number)[]): Promise<void> {
  const rows = await sql.all<{ id: string; fullName: string; number: string }>(
    `SELECT p."id", p."fullName", p."number" FROM "RosterImportRow" r JOIN "Person" p ON p."id" = r."personId"
      WHERE ${LINES} AND r."kind" <> 'new' AND r."fullName" <> r."wasFullName"`,
    ...values,
  );
  if (rows.length === 0) return;
  await sql.run(
    `WITH d AS (${rowsOf(sql, { id: 'TEXT', sortKey: 'TEXT', searchKey: 'TEXT' })})
     UPDATE "Person" SET "sortKey" = d."sortKey", "searchKey" = d."searchKey" FROM d WHERE d."id" = "Person"."id"`,
    rowsParameter(
      sql,
      rows.map(({ id, fullName, number }) => [
        id,
        nameSortKey(fullName),
        `${foldForSearch(fullName)} ${number.toLowerCase()}`,
      ]),
    ),
  );
}

/** The ids of everybody who was brought back, and how many were kept. */
export async function listUndone(sql: Sql, importId: string): Promise<{ personIds: string[]; kept: number }> {
  const rows = await sql.all<{ id: string }>(
    `SELECT r."personId" AS id FROM "RosterImportRow" r WHERE ${UNDONE}`,
    importId,
  );
  const kept = await sql.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM "RosterImportRow" r WHERE r."importId" = ? AND r."undo" = 'kept'`,
    importId,
  );
  return { personIds: rows.map(({ id }) => id), kept: Number(kept?.n ?? 0) };
}
