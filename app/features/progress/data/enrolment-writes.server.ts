import type { UnitPath } from '#app/kernel/unit-path.ts';
import { rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { CountedAs } from '../core/counter-delta.ts';
import type { EnrolmentRow } from './enrolments.server.ts';
import { enterChanges, type LedgerEntry } from './ledger.server.ts';

/** Columns that may change; those that nobody judges by are written as they come. */
export interface EnrolmentColumns extends Omit<EnrolmentRow, 'assignmentId' | 'personId' | 'enrolledAt'> {
  exemptById: string | null;
  extendedDueAt: Date | null;
  extendReason: string | null;
  extendedById: string | null;
  countsFromAt: Date | null;
}

/** One enrolment that changes, as the caller holds it (`holdEnrolments`). */
export interface EnrolmentWrite {
  readonly before: EnrolmentRow & { readonly unitPath?: UnitPath };
  readonly changes: Partial<EnrolmentColumns>;
}

/** One that begins, in the state that the person's deeds have earned already. */
export type NewEnrolment = Pick<EnrolmentRow, 'assignmentId' | 'personId' | 'unitId'> &
  Partial<Pick<EnrolmentRow, 'status' | 'classification' | 'bestGrade' | 'lessonsRead' | 'startedAt' | 'completedAt'>>;

/** How an enrolment counts: nowhere once it is released. */
export const countedAs = (
  row: Pick<EnrolmentRow, 'releasedAt' | 'unitId' | 'status' | 'classification'>,
): CountedAs => ({
  unitId: row.releasedAt === null ? row.unitId : null,
  status: row.status,
  classification: row.classification,
});

/**
 * The door to enrolments: writes changes and beginnings and with them, in the same transaction, the history, the counters
 * and the day. Call it once for what one transaction changes, so that counters are locked in one order. For thousands of
 * people at once there is `placement.server.ts`. One statement for each enrolment, and three for the ledger.
 */
export async function writeEnrolments(
  sql: Sql,
  { changed = [], begun = [] }: { changed?: readonly EnrolmentWrite[]; begun?: readonly NewEnrolment[] },
  at: Date,
  known: ReadonlyMap<string, UnitPath> = new Map(),
): Promise<void> {
  const entries: LedgerEntry[] = [];
  const paths = new Map(known);
  for (const { before, changes } of changed) {
    if (Object.keys(changes).length === 0) continue;
    await update(sql, before, changes, at);
    if (before.unitPath !== undefined) paths.set(before.unitId, before.unitPath);
    const { assignmentId, personId } = before;
    entries.push({ assignmentId, personId, from: countedAs(before), to: countedAs({ ...before, ...changes }) });
  }
  for (const row of begun) {
    const { assignmentId, personId, unitId, status = 'not-started', classification = null } = row;
    if (await insert(sql, row, at)) {
      entries.push({ assignmentId, personId, from: null, to: { unitId, status, classification } });
    }
  }
  await enterChanges(sql, entries, at, paths);
}

async function insert(sql: Sql, row: NewEnrolment, at: Date): Promise<boolean> {
  const count = await sql.run(
    `INSERT INTO "Enrolment" ("assignmentId", "personId", "unitId", "status", "classification", "bestGrade",
            "lessonsRead", "startedAt", "completedAt", "enrolledAt", "updatedAt")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT ("assignmentId", "personId") DO NOTHING`,
    ...[row.assignmentId, row.personId, row.unitId, row.status ?? 'not-started', row.classification ?? null],
    ...[row.bestGrade ?? null, row.lessonsRead ?? 0, row.startedAt ?? null, row.completedAt ?? null, at, at],
  );
  return count === 1;
}

async function update(
  sql: Sql,
  { assignmentId, personId }: EnrolmentRow,
  changes: Partial<EnrolmentColumns>,
  at: Date,
) {
  const names = Object.keys(changes) as (keyof EnrolmentColumns)[];
  await sql.run(
    `UPDATE "Enrolment" SET ${[...names, 'updatedAt'].map((name) => `"${name}" = ?`).join(', ')}
      WHERE "assignmentId" = ? AND "personId" = ?`,
    ...names.map((name) => changes[name] ?? null),
    at,
    assignmentId,
    personId,
  );
}

/** What is judged of an enrolment, for many at once. */
export type Judged = Pick<
  EnrolmentRow,
  'personId' | 'status' | 'classification' | 'bestGrade' | 'lessonsRead' | 'startedAt' | 'completedAt'
>;

/** Writes what was judged of many people of one assignment, in one statement; the caller settles the ledger (`settleLedger`). */
export async function replaceJudged(
  sql: Sql,
  assignmentId: string,
  judged: readonly Judged[],
  at: Date,
): Promise<void> {
  if (judged.length === 0) return;
  // The assignment stands in each row: SQLite, told it once, reads the whole assignment for each person.
  const texts = { assignmentId: 'TEXT', personId: 'TEXT', status: 'TEXT', classification: 'TEXT' } as const;
  const rows = rowsOf(sql, {
    ...texts,
    ...{ bestGrade: 'REAL', lessonsRead: 'INTEGER', startedAt: 'INSTANT', completedAt: 'INSTANT' },
  } as const);
  const names = ['status', 'classification', 'bestGrade', 'lessonsRead', 'startedAt', 'completedAt'] as const;
  await sql.run(
    `WITH d AS (${rows}) UPDATE "Enrolment" SET ${names.map((name) => `"${name}" = d."${name}"`).join(', ')}, "updatedAt" = ?
       FROM d WHERE "Enrolment"."assignmentId" = d."assignmentId" AND "Enrolment"."personId" = d."personId"`,
    rowsParameter(
      sql,
      judged.map((row) => [assignmentId, row.personId, ...names.map((name) => row[name])]),
    ),
    at,
  );
}
