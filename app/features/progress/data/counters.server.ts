import type { Sql } from '#app/platform/db/sql.server.ts';
import { type CounterDelta, netDeltas } from '../core/counter-delta.ts';

/** One stored counter. */
export interface CounterOfUnit {
  assignmentId: string;
  unitId: string;
  dimension: string;
  key: string;
  count: number;
}

const key = '("assignmentId", "unitId", "dimension", "key")';

/** Adds signed changes to the counters, in an order that lets two transactions meet without blocking each other for good. */
export async function addToCounters(sql: Sql, deltas: readonly CounterDelta[]): Promise<void> {
  for (const { assignmentId, unitId, dimension, key: name, by } of netDeltas(deltas)) {
    await sql.run(
      `INSERT INTO "ProgressCounter" ("assignmentId", "unitId", "dimension", "key", "count") VALUES (?, ?, ?, ?, ?)
       ON CONFLICT ${key} DO UPDATE SET "count" = "ProgressCounter"."count" + excluded."count"`,
      assignmentId,
      unitId,
      dimension,
      name,
      by,
    );
  }
}

/** What the counters of an assignment ought to be, as one grouped SELECT over its rows. Takes the id twice. */
const recount = `
  SELECT "assignmentId", "unitId", 'status' AS "dimension", "status" AS "key", COUNT(*) AS "count"
    FROM "Enrolment" WHERE "assignmentId" = ? AND "releasedAt" IS NULL GROUP BY "assignmentId", "unitId", "status"
  UNION ALL
  SELECT "assignmentId", "unitId", 'classification' AS "dimension", "classification" AS "key", COUNT(*) AS "count"
    FROM "Enrolment" WHERE "assignmentId" = ? AND "releasedAt" IS NULL AND "classification" IS NOT NULL
   GROUP BY "assignmentId", "unitId", "classification"`;

/** Counts an assignment anew from its enrolments, which the caller holds (`holdEnrolmentsOf`). */
export async function rebuildCounters(sql: Sql, assignmentId: string): Promise<void> {
  await sql.run('DELETE FROM "ProgressCounter" WHERE "assignmentId" = ?', assignmentId);
  await sql.run(
    `INSERT INTO "ProgressCounter" ("assignmentId", "unitId", "dimension", "key", "count")
     SELECT * FROM (${recount}) AS counted WHERE true ON CONFLICT ${key} DO UPDATE SET "count" = excluded."count"`,
    assignmentId,
    assignmentId,
  );
}

/** The counters as the enrolments say. */
export const listRecounted = (sql: Sql, assignmentId: string): Promise<CounterOfUnit[]> =>
  sql.all<CounterOfUnit>(recount, assignmentId, assignmentId);

/** The counters as they are stored. */
export const listCounters = (sql: Sql, assignmentId: string): Promise<CounterOfUnit[]> =>
  sql.all<CounterOfUnit>(
    `SELECT "assignmentId", "unitId", "dimension", "key", "count" FROM "ProgressCounter" WHERE "assignmentId" = ?`,
    assignmentId,
  );
