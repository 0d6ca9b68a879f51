import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** A unit that became part of another, and when. */
export interface Merger {
  readonly unitId: string;
  readonly intoId: string;
  readonly at: Date;
}

// Moved by the merger, and since then neither transferred nor let go.
const STAYED = `p."unitId" = ? AND p."leftAt" IS NULL AND NOT EXISTS (SELECT 1 FROM "UnitMembership" o
  WHERE o."personId" = p."id" AND o."fromAt" >= ? AND (o."unitId" <> ? OR o."endedOn" IS NOT NULL))`;
const MOVED = `EXISTS (SELECT 1 FROM "UnitMembership" m
  WHERE m."personId" = p."id" AND m."unitId" = ? AND m."untilAt" = ? AND m."endedOn" IS NULL)`;

/** Who came by a merger and has stayed where it put them; held for this transaction. */
export async function holdWhoStayed(sql: Sql, { unitId, intoId, at }: Merger): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT p."id" FROM "Person" p WHERE ${STAYED} AND ${MOVED} ORDER BY p."id"${sql.forUpdate}`,
    ...[intoId, at, intoId, unitId, at],
  );
  return rows.map(({ id }) => id);
}

/** How many came by a merger and have stayed, and how many have gone on from there. */
export async function countMoved(
  sql: Sql,
  { unitId, intoId, at }: Merger,
): Promise<{ stayed: number; elsewhere: number }> {
  const row = await sql.get<{ all: number; stayed: number | null }>(
    `SELECT COUNT(*) AS "all", SUM(CASE WHEN ${STAYED} THEN 1 ELSE 0 END) AS "stayed" FROM "Person" p WHERE ${MOVED}`,
    ...[intoId, at, intoId, unitId, at],
  );
  const stayed = Number(row?.stayed ?? 0);
  return { stayed, elsewhere: Number(row?.all ?? 0) - stayed };
}

/** The open sub-units that came by a merger and still stand directly under the unit that took them in. */
export async function listMovedParts(
  sql: Sql,
  { unitId, intoId, at }: Merger,
): Promise<{ id: string; parentId: string; path: UnitPath; closedAt: null; revision: number }[]> {
  const rows = await sql.all<{ id: string; path: UnitPath; revision: number }>(
    `SELECT u."id", u."path", u."revision" FROM "Unit" u
      WHERE u."parentId" = ? AND u."closedAt" IS NULL AND EXISTS (SELECT 1 FROM "UnitSpan" s
        WHERE s."unitId" = u."id" AND s."parentId" = ? AND s."untilAt" = ?) ORDER BY u."path"`,
    ...[intoId, unitId, at],
  );
  return rows.map(({ revision, ...row }) => ({
    ...row,
    ...{ parentId: intoId, closedAt: null, revision: Number(revision) },
  }));
}

/** The unit that was last merged into this one and is still closed. */
export async function lastMergedInto(sql: Sql, intoId: string): Promise<string | null> {
  const row = await sql.get<{ id: string }>(
    'SELECT "id" FROM "Unit" WHERE "mergedIntoId" = ? AND "closedAt" IS NOT NULL ORDER BY "closedAt" DESC LIMIT 1',
    intoId,
  );
  return row?.id ?? null;
}
