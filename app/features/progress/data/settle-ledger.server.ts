import { dateOf } from '#app/kernel/vietnam-time.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { type CounterDelta, deltasOf } from '../core/counter-delta.ts';
import type { Classification, Status } from '../core/status.ts';
import { addToCounters } from './counters.server.ts';
import { everybody, type Within } from './within.server.ts';

const counted = `CASE WHEN e."releasedAt" IS NULL THEN e."unitId" END`;

/** Enrolments beside the last entry of their history, where the two differ. Takes the assignment's id. */
const differing = (within: Within, isTouched: boolean) => `
    FROM "Enrolment" e
    LEFT JOIN "EnrolmentChange" l ON l."assignmentId" = e."assignmentId" AND l."personId" = e."personId"
     AND l."at" = (SELECT MAX(x."at") FROM "EnrolmentChange" x
                    WHERE x."assignmentId" = e."assignmentId" AND x."personId" = e."personId")
   WHERE e."assignmentId" = ? AND ${within.enrolments.text}${isTouched ? ' AND e."updatedAt" = ?' : ''}
     AND (l."personId" IS NULL OR l."unitId" IS DISTINCT FROM ${counted} OR l."status" <> e."status"
      OR l."classification" IS DISTINCT FROM e."classification")`;

type Group = {
  late: RawInstant;
  fromUnit: string | null;
  fromStatus: Status | null;
  fromClass: Classification | null;
  toUnit: string | null;
  toStatus: Status;
  toClass: Classification | null;
  people: number;
};

/**
 * Brings history, counters and days in line with enrolments that were written in bulk, for however many people: what
 * differs from the last entry of its history is entered and counted. `isTouched`: looks only at rows written at this very
 * instant, which is all that a bulk write has changed. Answers how many entries were missing.
 */
export async function settleLedger(
  sql: Sql,
  assignmentId: string,
  at: Date,
  { within = everybody, isTouched = false }: { within?: Within; isTouched?: boolean } = {},
): Promise<number> {
  const from = differing(within, isTouched);
  const values = [assignmentId, ...within.enrolments.values, ...(isTouched ? [at] : [])];
  const late = 'CASE WHEN l."at" > ? THEN l."at" END';
  const groups = await sql.all<Group>(
    `SELECT "late", "fromUnit", "fromStatus", "fromClass", "toUnit", "toStatus", "toClass", COUNT(*) AS "people"
       FROM (SELECT ${late} AS "late", l."unitId" AS "fromUnit", l."status" AS "fromStatus",
                    l."classification" AS "fromClass", ${counted} AS "toUnit", e."status" AS "toStatus",
                    e."classification" AS "toClass" ${from}) AS d
      GROUP BY "late", "fromUnit", "fromStatus", "fromClass", "toUnit", "toStatus", "toClass"`,
    at,
    ...values,
  );
  if (groups.length === 0) return 0;
  await sql.run(
    `INSERT INTO "EnrolmentChange" ("assignmentId", "personId", "at", "unitId", "status", "classification")
     SELECT e."assignmentId", e."personId", CASE WHEN l."at" > ? THEN l."at" ELSE ? END, ${counted}, e."status",
            e."classification" ${from}
         ON CONFLICT ("assignmentId", "personId", "at") DO UPDATE
        SET "unitId" = excluded."unitId", "status" = excluded."status", "classification" = excluded."classification"`,
    at,
    at,
    ...values,
  );
  const byDay = new Map<string, CounterDelta[]>();
  for (const group of groups) {
    const day = dateOf(instantOf(group.late) ?? at);
    const deltas = byDay.get(day) ?? [];
    deltas.push(...deltasOfGroup(assignmentId, group));
    byDay.set(day, deltas);
  }
  for (const [day, deltas] of byDay) await addToCounters(sql, deltas, day);
  return groups.reduce((sum, { people }) => sum + Number(people), 0);
}

function deltasOfGroup(assignmentId: string, group: Group): CounterDelta[] {
  const { fromUnit, fromStatus, fromClass, toUnit, toStatus, toClass, people } = group;
  const from = fromStatus === null ? null : { unitId: fromUnit, status: fromStatus, classification: fromClass };
  const to = { unitId: toUnit, status: toStatus, classification: toClass };
  return deltasOf(assignmentId, from, to).map((delta) => ({ ...delta, by: delta.by * Number(people) }));
}

/** Enrolments that the last entry of their history does not say, as `unit status class`; at most `limit`. */
export async function listUnsettled(
  sql: Sql,
  assignmentId: string,
  limit: number,
): Promise<{ personId: string; unitId: string; stored: string; entered: string }[]> {
  type Row = { personId: string; unitId: string } & Omit<Group, 'late' | 'people'>;
  const rows = await sql.all<Row>(
    `SELECT e."personId", e."unitId", l."unitId" AS "fromUnit", l."status" AS "fromStatus",
            l."classification" AS "fromClass", ${counted} AS "toUnit", e."status" AS "toStatus",
            e."classification" AS "toClass" ${differing(everybody, false)} LIMIT ${limit}`,
    assignmentId,
  );
  const words = (...parts: (string | null)[]) => parts.map((part) => part ?? '-').join(' ');
  return rows.map(({ personId, unitId, ...row }) => ({
    ...{ personId, unitId },
    stored: words(row.toUnit, row.toStatus, row.toClass),
    entered: words(row.fromUnit, row.fromStatus, row.fromClass),
  }));
}
