import { dateOf, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { type CountedAs, type CounterDelta, deltasOf } from '../core/counter-delta.ts';
import { addToCounters, type Paths } from './counters.server.ts';

/** One person's change in one assignment: counted how before, and how from now on. */
export interface LedgerEntry {
  readonly assignmentId: string;
  readonly personId: string;
  readonly from: CountedAs | null;
  readonly to: CountedAs;
}

const columns = '"assignmentId", "personId", "at", "unitId", "status", "classification"';
const given = {
  assignmentId: 'TEXT',
  personId: 'TEXT',
  unitId: 'TEXT',
  status: 'TEXT',
  classification: 'TEXT',
} as const;

/**
 * Writes into the history of each person, the counters and the day what `writeEnrolments` changes: three statements, for
 * one person as for thousands. Several changes of a person at one instant leave the last; a change that arrives behind a later one
 * (two servers whose clocks differ) takes its instant, so that the last entry always says how the person stands.
 */
export async function enterChanges(sql: Sql, entries: readonly LedgerEntry[], at: Date, paths?: Paths): Promise<void> {
  const changed = entries.filter(({ from, to }) => !isSame(from, to));
  if (changed.length === 0) return;
  const written = await sql.all<{ assignmentId: string; personId: string; at: RawInstant }>(
    `INSERT INTO "EnrolmentChange" (${columns})
     SELECT d."assignmentId", d."personId",
            COALESCE((SELECT MAX(c."at") FROM "EnrolmentChange" c
                       WHERE c."assignmentId" = d."assignmentId" AND c."personId" = d."personId" AND c."at" > ?), ?),
            d."unitId", d."status", d."classification"
       FROM (${rowsOf(sql, given)}) AS d WHERE true ORDER BY d."assignmentId", d."personId"
         ON CONFLICT ("assignmentId", "personId", "at") DO UPDATE
        SET "unitId" = excluded."unitId", "status" = excluded."status", "classification" = excluded."classification"
     RETURNING "assignmentId", "personId", "at"`,
    at,
    at,
    rowsParameter(
      sql,
      changed.map(({ assignmentId, personId, to }) => [
        ...[assignmentId, personId],
        ...[to.unitId, to.status, to.classification],
      ]),
    ),
  );
  const days = new Map(written.map((row) => [`${row.assignmentId} ${row.personId}`, dateOf(instantOf(row.at)!)]));
  const byDay = new Map<LocalDate, CounterDelta[]>();
  for (const { assignmentId, personId, from, to } of changed) {
    const day = days.get(`${assignmentId} ${personId}`) ?? dateOf(at);
    const deltas = byDay.get(day) ?? [];
    deltas.push(...deltasOf(assignmentId, from, to));
    byDay.set(day, deltas);
  }
  for (const [day, deltas] of byDay) await addToCounters(sql, deltas, day, paths);
}

const isSame = (a: CountedAs | null, b: CountedAs): boolean =>
  a !== null && a.unitId === b.unitId && a.status === b.status && a.classification === b.classification;
