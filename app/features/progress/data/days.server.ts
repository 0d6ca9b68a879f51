import { dayTotals, type OwnChange, type PathSpan } from '#app/features/org/core/day-totals.ts';
import { addDays, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { dayOf } from '#app/platform/db/day-of.server.ts';
import { rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';

const counterOf = '"unitId", "dimension", "key"';

/**
 * The changes of each unit's own counters by day, as the histories of people say: takes the assignment's id. Each entry
 * counts for what the person became, and against what the entry before it said.
 */
export const ownChanges = (sql: Sql): string => {
  const steps = `
    SELECT "unitId" AS "u", "status" AS "s", "classification" AS "c", ${dayOf(sql, '"at"')} AS "day",
           LAG("unitId") OVER w AS "u0", LAG("status") OVER w AS "s0", LAG("classification") OVER w AS "c0"
      FROM "EnrolmentChange" WHERE "assignmentId" = ? WINDOW w AS (PARTITION BY "personId" ORDER BY "at")`;
  const part = (dimension: string, unit: string, key: string, sign: string) =>
    `SELECT "day", "${unit}" AS "unitId", '${dimension}' AS "dimension", "${key}" AS "key", ${sign}"n" AS "by" FROM g
      WHERE "${unit}" IS NOT NULL AND "${key}" IS NOT NULL`;
  const parts = [
    ...[part('status', 'u', 's', ''), part('classification', 'u', 'c', '')],
    ...[part('status', 'u0', 's0', '-'), part('classification', 'u0', 'c0', '-')],
  ];
  return `
    WITH g AS MATERIALIZED (
      SELECT "day", "u", "s", "c", "u0", "s0", "c0", COUNT(*) AS "n" FROM (${steps}) AS t
       GROUP BY "day", "u", "s", "c", "u0", "s0", "c0")
    SELECT "day", ${counterOf}, SUM("by") AS "count" FROM (${parts.join(' UNION ALL ')}) AS p
     GROUP BY "day", ${counterOf} HAVING SUM("by") <> 0`;
};

/** Writes the days of an assignment anew from the histories of its people and the units' places; in one transaction. */
export async function rebuildDays(sql: Sql, assignmentId: string): Promise<void> {
  await sql.run('DELETE FROM "ProgressDay" WHERE "assignmentId" = ?', assignmentId);
  await sql.run(
    `INSERT INTO "ProgressDay" ("assignmentId", "unitId", "day", "dimension", "key", "count", "total")
     SELECT ?, o."unitId", o."day", o."dimension", o."key", o."count", 0 FROM (${ownChanges(sql)}) AS o`,
    assignmentId,
    assignmentId,
  );
  const rows = rowsOf(sql, { unitId: 'TEXT', dimension: 'TEXT', key: 'TEXT', total: 'INTEGER' });
  for await (const { day, totals } of recomputedTotals(sql, assignmentId)) {
    if (totals.length === 0) continue;
    await sql.run(
      `INSERT INTO "ProgressDay" ("assignmentId", "unitId", "day", "dimension", "key", "count", "total")
       SELECT ?, d."unitId", ?, d."dimension", d."key", 0, d."total" FROM (${rows}) AS d WHERE true
           ON CONFLICT ("assignmentId", "unitId", "day", "dimension", "key") DO UPDATE SET "total" = excluded."total"`,
      assignmentId,
      day,
      rowsParameter(
        sql,
        totals.map(({ unitId, name, by }) => [unitId, ...name.split(' '), by]),
      ),
    );
  }
}

/** How many days are read at a time. */
const span = 7;

/** A day of an assignment: its totals as they are stored, and as the own counts by day and the units' places say. */
export interface ComparedDay {
  day: LocalDate;
  stored: OwnChange[];
  totals: OwnChange[];
}

/** The days of an assignment in order; a week is read at a time. */
export async function* recomputedTotals(sql: Sql, assignmentId: string): AsyncGenerator<ComparedDay> {
  const bounds = await sql.get<{ first: LocalDate | null; last: LocalDate | null }>(
    'SELECT MIN("day") AS "first", MAX("day") AS "last" FROM "ProgressDay" WHERE "assignmentId" = ?',
    assignmentId,
  );
  if (!bounds?.first || !bounds.last) return;
  const { totalsOf, movingDays } = await loadDayTotals(sql);
  const last = [bounds.last, ...movingDays].sort().at(-1)!;
  for (let from = bounds.first; from <= last; from = addDays(from, span)) {
    const until = addDays(from, span);
    type Row = { day: LocalDate; unitId: string; dimension: string; key: string; count: number; total: number };
    const rows = await sql.all<Row>(
      `SELECT "day", ${counterOf}, "count", "total" FROM "ProgressDay"
        WHERE "assignmentId" = ? AND "day" >= ? AND "day" < ?`,
      assignmentId,
      from,
      until,
    );
    const days = new Map<LocalDate, { own: OwnChange[]; stored: OwnChange[] }>();
    for (const day of movingDays) if (day >= from && day < until) days.set(day, { own: [], stored: [] });
    for (const { day, unitId, dimension, key, count, total } of rows) {
      const { own, stored } = days.get(day) ?? { own: [], stored: [] };
      if (Number(count) !== 0) own.push({ unitId, name: `${dimension} ${key}`, by: Number(count) });
      if (Number(total) !== 0) stored.push({ unitId, name: `${dimension} ${key}`, by: Number(total) });
      days.set(day, { own, stored });
    }
    for (const day of [...days.keys()].sort()) {
      const { own, stored } = days.get(day)!;
      yield { day, stored, totals: totalsOf(day, own) };
    }
  }
}

/** `dayTotals` over the places of all units. */
export async function loadDayTotals(sql: Sql) {
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
