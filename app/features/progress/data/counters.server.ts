import { idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import { among, rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { alongPaths, type CounterChange, type CounterDelta, netDeltas, sortedChanges } from '../core/counter-delta.ts';

/** Paths of units that the caller has read within the transaction, behind the gate of the course. */
export type Paths = ReadonlyMap<string, UnitPath>;

/**
 * Adds signed changes of units' own counters: to these, to the totals of every unit above, and to the day. Two statements
 * however many changes; one more for paths that the caller does not know. Called by the ledger alone.
 */
export async function addToCounters(
  sql: Sql,
  deltas: readonly CounterDelta[],
  day: LocalDate,
  known: Paths = new Map(),
): Promise<void> {
  const net = netDeltas(deltas);
  if (net.length === 0) return;
  const unknown = [...new Set(net.map(({ unitId }) => unitId))].filter((id) => !known.has(id));
  const read = unknown.length === 0 ? new Map<string, UnitPath>() : await readPaths(sql, unknown);
  await writeChanges(
    sql,
    alongPaths(net, (id) => known.get(id) ?? read.get(id)),
    day,
  );
}

/** The paths of these units. */
export async function readPaths(sql: Sql, unitIds: readonly string[]): Promise<Map<string, UnitPath>> {
  const { text, values } = among(sql, unitIds);
  const rows = await sql.all<{ id: string; path: string }>(
    `SELECT "id", "path" FROM "Unit" WHERE "id" ${text}`,
    ...values,
  );
  return new Map(rows.map(({ id, path }) => [id, path]));
}

/**
 * Moves the totals of a unit that stands elsewhere now from the units above its former place to those above its new one,
 * in every assignment. Three statements. The caller has closed the gates of these assignments.
 */
export async function moveTotals(
  sql: Sql,
  { unitId, fromPath, toPath }: { unitId: string; fromPath: UnitPath; toPath: UnitPath },
  day: LocalDate,
): Promise<void> {
  const counters = await sql.all<Omit<CounterChange, 'unitId' | 'count'>>(
    `SELECT "assignmentId", "dimension", "key", "total" FROM "ProgressCounter" WHERE "unitId" = ? AND "total" <> 0`,
    unitId,
  );
  const before = idsOf(fromPath).slice(0, -1);
  const after = idsOf(toPath).slice(0, -1);
  const changes = counters.flatMap(({ total, ...counter }) => [
    ...before.filter((id) => !after.includes(id)).map((id) => ({ ...counter, unitId: id, count: 0, total: -total })),
    ...after.filter((id) => !before.includes(id)).map((id) => ({ ...counter, unitId: id, count: 0, total })),
  ]);
  await writeChanges(sql, sortedChanges(changes), day);
}

const columns = '"assignmentId", "unitId", "dimension", "key"';
const given = { assignmentId: 'TEXT', unitId: 'TEXT', dimension: 'TEXT', key: 'TEXT' } as const;
const adding = (table: string) =>
  `"count" = "${table}"."count" + excluded."count", "total" = "${table}"."total" + excluded."total"`;

/** Rows of one statement; beyond, nothing is gained and the parameter grows. */
const part = 5000;

async function writeChanges(sql: Sql, changes: readonly CounterChange[], day: LocalDate): Promise<void> {
  const rows = `SELECT * FROM (${rowsOf(sql, { ...given, count: 'INTEGER', total: 'INTEGER' })}) AS d`;
  for (let from = 0; from < changes.length; from += part) {
    const parameter = rowsParameter(
      sql,
      changes
        .slice(from, from + part)
        .map(({ assignmentId, unitId, dimension, key, count, total }) => [
          ...[assignmentId, unitId, dimension, key],
          ...[count, total],
        ]),
    );
    await sql.run(
      `INSERT INTO "ProgressCounter" (${columns}, "count", "total") ${rows} WHERE true ORDER BY ${columns}
           ON CONFLICT (${columns}) DO UPDATE SET ${adding('ProgressCounter')}`,
      parameter,
    );
    await sql.run(
      `INSERT INTO "ProgressDay" ("day", ${columns}, "count", "total") SELECT ?, d.* FROM (${rows}) AS d
        WHERE true ORDER BY ${columns}
           ON CONFLICT ("assignmentId", "unitId", "day", "dimension", "key") DO UPDATE SET ${adding('ProgressDay')}`,
      day,
      parameter,
    );
  }
}

/** What the own counters of an assignment ought to be, as one grouped SELECT over its rows. Takes the id twice. */
const recount = `
  SELECT "assignmentId", "unitId", 'status' AS "dimension", "status" AS "key", COUNT(*) AS "by"
    FROM "Enrolment" WHERE "assignmentId" = ? AND "releasedAt" IS NULL GROUP BY "assignmentId", "unitId", "status"
  UNION ALL
  SELECT "assignmentId", "unitId", 'classification' AS "dimension", "classification" AS "key", COUNT(*) AS "by"
    FROM "Enrolment" WHERE "assignmentId" = ? AND "releasedAt" IS NULL AND "classification" IS NOT NULL
   GROUP BY "assignmentId", "unitId", "classification"`;

/** The counters of an assignment as the enrolments and today's paths say, sorted; as many as units and keys. */
export async function listRecounted(sql: Sql, assignmentId: string): Promise<CounterChange[]> {
  const own = await sql.all<CounterDelta>(recount, assignmentId, assignmentId);
  const paths = await readPaths(sql, [...new Set(own.map(({ unitId }) => unitId))]);
  return alongPaths(
    own.map((row) => ({ ...row, by: Number(row.by) })),
    (id) => paths.get(id),
  );
}

/** The counters as they are stored. */
export const listCounters = (sql: Sql, assignmentId: string): Promise<CounterChange[]> =>
  sql.all<CounterChange>(
    `SELECT ${columns}, "count", "total" FROM "ProgressCounter" WHERE "assignmentId" = ?`,
    assignmentId,
  );

/** Counts an assignment anew from its enrolments, which the caller holds (`holdEnrolmentsOf`); leaves the days alone. */
export async function rebuildCounters(sql: Sql, assignmentId: string): Promise<void> {
  const counted = await listRecounted(sql, assignmentId);
  await sql.run('DELETE FROM "ProgressCounter" WHERE "assignmentId" = ?', assignmentId);
  const rows = rowsOf(sql, { ...given, count: 'INTEGER', total: 'INTEGER' });
  for (let from = 0; from < counted.length; from += part) {
    await sql.run(
      `INSERT INTO "ProgressCounter" (${columns}, "count", "total") ${rows}`,
      rowsParameter(
        sql,
        counted
          .slice(from, from + part)
          .map((each) => [each.assignmentId, each.unitId, each.dimension, each.key, each.count, each.total]),
      ),
    );
  }
}
