import { rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { listRecountedDays, listRecountedStrength } from './strength-history.server.ts';

/** Something stored of units and people that does not agree with what it follows from. */
export interface StrengthGap {
  kind: 'strength' | 'subtree-strength' | 'strength-day' | 'span' | 'membership';
  unitId: string;
  subject: string;
  stored: string | number;
  recomputed: string | number;
}

/** How many differences of one kind are told. */
const most = 200;

/** Strengths of units that are not the number of their people, or not the sum along the paths below. */
export async function listStrengthGaps(sql: Sql): Promise<StrengthGap[]> {
  const recounted = new Map((await listRecountedStrength(sql)).map((row) => [row.unitId, row]));
  const units = await sql.all<{ id: string; strength: number; subtreeStrength: number }>(
    'SELECT "id", "strength", "subtreeStrength" FROM "Unit"',
  );
  const gap = (kind: StrengthGap['kind'], unitId: string, stored: number, recomputed: number): StrengthGap[] =>
    stored === recomputed ? [] : [{ kind, unitId, subject: '', stored, recomputed }];
  return units.flatMap(({ id, strength, subtreeStrength }) => {
    const { own, subtree } = recounted.get(id)!;
    return [...gap('strength', id, strength, own), ...gap('subtree-strength', id, subtreeStrength, subtree)];
  });
}

/** Days of strength that the intervals of people and units do not give, or the other way round. */
export async function listStrengthDayGaps(sql: Sql): Promise<StrengthGap[]> {
  const days = await listRecountedDays(sql);
  const columns = { unitId: 'TEXT', day: 'TEXT', own: 'INTEGER', subtree: 'INTEGER' } as const;
  const rows = await sql.all<{ unitId: string; day: string; own: number; subtree: number; o: number; s: number }>(
    `SELECT "unitId", "day", SUM("own") AS "own", SUM("subtree") AS "subtree", SUM("o") AS "o", SUM("s") AS "s" FROM (
       SELECT "unitId", "day", "own", "subtree", 0 AS "o", 0 AS "s" FROM "StrengthDay"
       UNION ALL
       SELECT "unitId", "day", 0, 0, "own", "subtree" FROM (${rowsOf(sql, columns)}) AS d) AS x
      GROUP BY "unitId", "day" HAVING SUM("own") <> SUM("o") OR SUM("subtree") <> SUM("s") LIMIT ${most}`,
    rowsParameter(
      sql,
      days.map(({ unitId, day, own, subtree }) => [unitId, day, own, subtree]),
    ),
  );
  return rows.map(({ unitId, day, own, subtree, o, s }) => ({
    ...{ kind: 'strength-day', unitId, subject: day },
    ...{ stored: `${own}/${subtree}`, recomputed: `${o}/${s}` },
  }));
}

/** Units whose open span says something else than they do, or that have none or several; closed ones have none open. */
export async function listSpanGaps(sql: Sql): Promise<StrengthGap[]> {
  const rows = await sql.all<{ unitId: string; open: number; agreeing: number; isClosed: number }>(
    `SELECT u."id" AS "unitId", COUNT(s."id") AS "open", CASE WHEN u."closedAt" IS NULL THEN 0 ELSE 1 END AS "isClosed",
            COALESCE(SUM(CASE WHEN s."path" = u."path" AND s."name" = u."name" AND s."shortName" = u."shortName"
                      AND s."kind" = u."kind" AND s."parentId" IS NOT DISTINCT FROM u."parentId" THEN 1 ELSE 0 END), 0) AS "agreeing"
       FROM "Unit" u LEFT JOIN "UnitSpan" s ON s."unitId" = u."id" AND s."untilAt" IS NULL
      GROUP BY u."id", u."closedAt"
     HAVING (u."closedAt" IS NULL AND (COUNT(s."id") <> 1 OR SUM(CASE WHEN s."path" = u."path" AND s."name" = u."name"
              AND s."shortName" = u."shortName" AND s."kind" = u."kind"
              AND s."parentId" IS NOT DISTINCT FROM u."parentId" THEN 1 ELSE 0 END) <> 1))
         OR (u."closedAt" IS NOT NULL AND COUNT(s."id") <> 0) LIMIT ${most}`,
  );
  return rows.map(({ unitId, open, agreeing, isClosed }) => ({
    ...{ kind: 'span', unitId, subject: '' },
    ...{ stored: `${open}/${agreeing}`, recomputed: Number(isClosed) === 1 ? '0/0' : '1/1' },
  }));
}

/** People whose open interval says something else than they do, or who have none or several; who left has none open. */
export async function listMembershipGaps(sql: Sql): Promise<StrengthGap[]> {
  const agrees = `m."unitId" = p."unitId" AND m."personnelClass" = p."personnelClass" AND m."membership" = p."membership"
    AND m."rank" IS NOT DISTINCT FROM p."rank" AND m."position" IS NOT DISTINCT FROM p."position"`;
  const rows = await sql.all<{ unitId: string; personId: string; open: number; isGone: number }>(
    `SELECT p."unitId", p."id" AS "personId", CASE WHEN p."leftAt" IS NULL THEN 0 ELSE 1 END AS "isGone",
            (SELECT COUNT(*) FROM "UnitMembership" m WHERE m."personId" = p."id" AND m."untilAt" IS NULL) AS "open"
       FROM "Person" p
      WHERE (p."leftAt" IS NULL AND (NOT EXISTS (
               SELECT 1 FROM "UnitMembership" m WHERE m."personId" = p."id" AND m."untilAt" IS NULL AND ${agrees})
          OR 1 < (SELECT COUNT(*) FROM "UnitMembership" m WHERE m."personId" = p."id" AND m."untilAt" IS NULL)))
         OR (p."leftAt" IS NOT NULL AND EXISTS (
               SELECT 1 FROM "UnitMembership" m WHERE m."personId" = p."id" AND m."untilAt" IS NULL))
      LIMIT ${most}`,
  );
  return rows.map(({ unitId, personId, open, isGone }) => ({
    ...{ kind: 'membership', unitId, subject: personId },
    ...{ stored: Number(open), recomputed: Number(isGone) === 1 ? 0 : 1 },
  }));
}
