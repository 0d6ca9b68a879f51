import { idsOf } from '#app/kernel/unit-path.ts';
import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import { dayOf } from '#app/platform/db/day-of.server.ts';
import { rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { dayTotals, type OwnChange, type PathSpan } from '../core/day-totals.ts';

/** Whether units are there without a history: from before histories were kept. */
export async function lacksSpans(sql: Sql): Promise<boolean> {
  const row = await sql.get(
    'SELECT 1 AS "found" FROM "Unit" u WHERE NOT EXISTS (SELECT 1 FROM "UnitSpan" s WHERE s."unitId" = u."id") LIMIT 1',
  );
  return row !== undefined;
}

/**
 * Begins the history of units that have none: they were always what they are now, and their people too. Intervals of
 * people from before hold no rank, class or membership of their own: they get those of the person.
 */
export async function beginHistory(sql: Sql): Promise<void> {
  await sql.run(
    `UPDATE "UnitMembership" SET "rank" = p."rank", "position" = p."position", "personnelClass" = p."personnelClass",
            "membership" = p."membership"
       FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
      WHERE p."id" = "UnitMembership"."personId"
        AND NOT EXISTS (SELECT 1 FROM "UnitSpan" s WHERE s."unitId" = u."id")`,
  );
  await sql.run(
    `INSERT INTO "UnitSpan" ("id", "unitId", "parentId", "kind", "name", "shortName", "path", "position", "fromAt", "untilAt")
     SELECT u."id" || '-0', u."id", u."parentId", u."kind", u."name", u."shortName", u."path", u."position",
            u."createdAt", u."closedAt"
       FROM "Unit" u WHERE NOT EXISTS (SELECT 1 FROM "UnitSpan" s WHERE s."unitId" = u."id")`,
  );
}

/** A unit's strength as its people say: its own and its subtree's. */
export interface Recounted {
  unitId: string;
  own: number;
  subtree: number;
}

/** The strength of every unit, counted from the people and today's paths. Two statements. */
export async function listRecountedStrength(sql: Sql): Promise<Recounted[]> {
  const units = await sql.all<{ id: string; path: string; people: number }>(
    `SELECT u."id", u."path", COALESCE(c."people", 0) AS "people" FROM "Unit" u
       LEFT JOIN (SELECT "unitId", COUNT(*) AS "people" FROM "Person" WHERE "leftAt" IS NULL GROUP BY "unitId") c
         ON c."unitId" = u."id"`,
  );
  const subtree = new Map<string, number>();
  for (const { path, people } of units) {
    if (Number(people) === 0) continue;
    for (const id of idsOf(path)) subtree.set(id, (subtree.get(id) ?? 0) + Number(people));
  }
  return units.map(({ id, people }) => ({ unitId: id, own: Number(people), subtree: subtree.get(id) ?? 0 }));
}

/** One day of a unit's strength. */
export interface DayOfStrength extends Recounted {
  day: LocalDate;
}

/** The days of every unit's strength as the intervals of people and units say, in the order of the days. */
export async function listRecountedDays(sql: Sql): Promise<DayOfStrength[]> {
  const day = (column: string) => dayOf(sql, `m."${column}"`);
  const own = await sql.all<{ day: LocalDate; unitId: string; by: number }>(
    `SELECT "day", "unitId", SUM("by") AS "by" FROM (
       SELECT ${day('fromAt')} AS "day", m."unitId", COUNT(*) AS "by" FROM "UnitMembership" m GROUP BY 1, 2
       UNION ALL
       SELECT ${day('untilAt')} AS "day", m."unitId", -COUNT(*) AS "by" FROM "UnitMembership" m
        WHERE m."untilAt" IS NOT NULL GROUP BY 1, 2) AS d
      GROUP BY "day", "unitId" HAVING SUM("by") <> 0`,
  );
  const { totalsOf, movingDays } = await loadDayTotals(sql);
  const byDay = new Map<LocalDate, OwnChange[]>(movingDays.map((moving) => [moving, []]));
  for (const row of own) {
    const changes = byDay.get(row.day) ?? [];
    changes.push({ unitId: row.unitId, name: 'people', by: Number(row.by) });
    byDay.set(row.day, changes);
  }
  return [...byDay.keys()].sort().flatMap((each): DayOfStrength[] => {
    const changes = byDay.get(each)!;
    const owns = new Map(changes.map(({ unitId, by }) => [unitId, by]));
    const totals = new Map(totalsOf(each, changes).map(({ unitId, by }) => [unitId, by]));
    const units = [...new Set([...owns.keys(), ...totals.keys()])];
    return units.map((unitId) => ({
      ...{ day: each, unitId },
      ...{ own: owns.get(unitId) ?? 0, subtree: totals.get(unitId) ?? 0 },
    }));
  });
}

async function loadDayTotals(sql: Sql) {
  const units = await sql.all<{ id: string; path: string }>('SELECT "id", "path" FROM "Unit"');
  const spans = await sql.all<Omit<PathSpan, 'fromAt'> & { fromAt: RawInstant }>(
    `SELECT s."unitId", s."path", s."fromAt" FROM "UnitSpan" s
      WHERE s."unitId" IN (SELECT o."unitId" FROM "UnitSpan" o JOIN "Unit" u ON u."id" = o."unitId" WHERE o."path" <> u."path")
        AND (s."untilAt" IS NULL OR s."untilAt" > s."fromAt") ORDER BY s."fromAt"`,
  );
  const paths = new Map(units.map(({ id, path }) => [id, path]));
  return dayTotals(
    spans.map((row) => ({ ...row, fromAt: instantOf(row.fromAt)! })),
    (id) => paths.get(id),
  );
}

const part = 5000;

/** Counts the strength of all units anew, and its days from the intervals; the caller holds the units. */
export async function rebuildStrength(sql: Sql): Promise<void> {
  const counted = await listRecountedStrength(sql);
  const columns = { unitId: 'TEXT', own: 'INTEGER', subtree: 'INTEGER' } as const;
  for (let from = 0; from < counted.length; from += part) {
    await sql.run(
      `WITH d AS MATERIALIZED (${rowsOf(sql, columns)})
       UPDATE "Unit" SET "strength" = d."own", "subtreeStrength" = d."subtree" FROM d WHERE "Unit"."id" = d."unitId"`,
      rowsParameter(
        sql,
        counted.slice(from, from + part).map(({ unitId, own, subtree }) => [unitId, own, subtree]),
      ),
    );
  }
  await sql.run('DELETE FROM "StrengthDay"');
  const days = await listRecountedDays(sql);
  for (let from = 0; from < days.length; from += part) {
    await sql.run(
      `INSERT INTO "StrengthDay" ("unitId", "day", "own", "subtree") ${rowsOf(sql, {
        ...{ unitId: 'TEXT', day: 'TEXT' },
        ...{ own: 'INTEGER', subtree: 'INTEGER' },
      } as const)}`,
      rowsParameter(
        sql,
        days.slice(from, from + part).map(({ unitId, day, own, subtree }) => [unitId, day, own, subtree]),
      ),
    );
  }
}
