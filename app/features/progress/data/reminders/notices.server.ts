import type { UnitPath } from '#app/kernel/unit-path.ts';
import { idsIn, rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { Notice } from '../../core/reminders/notice.ts';

/** An open notice: laid before somebody and not settled. */
export interface NoticeRow extends Notice {
  id: string;
  assignmentId: string;
  unitId: string;
  acknowledgedById: string | null;
  acknowledgedByName: string | null;
  note: string;
}

/** The open notices about units within the scope, of one assignment or all; held when they are to be changed. */
export async function listNotices(
  sql: Sql,
  scope: readonly UnitPath[],
  { assignmentId, isHeld = false }: { assignmentId?: string; isHeld?: boolean } = {},
): Promise<NoticeRow[]> {
  const within = pathWithin('u."path"', scope);
  const rows = await sql.all<
    Omit<NoticeRow, 'raisedAt' | 'acknowledgedAt'> & Record<'raisedAt' | 'acknowledgedAt', RawInstant>
  >(
    `SELECT n."id", n."assignmentId", n."unitId", n."level", n."raisedAt", n."acknowledgedAt", n."acknowledgedById",
            n."note", (SELECT p."fullName" FROM "Person" p WHERE p."id" = n."acknowledgedById") AS "acknowledgedByName"
       FROM "LateNotice" n JOIN "Unit" u ON u."id" = n."unitId"
      WHERE n."settledAt" IS NULL AND ${within.text}${assignmentId === undefined ? '' : ' AND n."assignmentId" = ?'}
      ORDER BY n."raisedAt", n."id"${isHeld && sql.forUpdate !== '' ? `${sql.forUpdate} OF n` : ''}`,
    ...[...within.values, ...(assignmentId === undefined ? [] : [assignmentId])],
  );
  return rows.map((row) => ({
    ...row,
    level: Number(row.level),
    raisedAt: instantOf(row.raisedAt)!,
    acknowledgedAt: instantOf(row.acknowledgedAt),
  }));
}

/** Lets one after another lay late units of an assignment before anybody: no unit has two open notices. */
export async function holdNoticesOf(sql: Sql, assignmentId: string): Promise<void> {
  if (sql.forUpdate === '') return;
  await sql.get(`SELECT "id" FROM "Assignment" WHERE "id" = ?${sql.forUpdate}`, assignmentId);
}

export interface NewNotice {
  id: string;
  assignmentId: string;
  unitId: string;
  level: number;
  late: number;
  acknowledgement?: { byId: string; note: string };
}

/** Lays late units before whoever answers, in one statement. */
export async function insertNotices(sql: Sql, notices: readonly NewNotice[], at: Date): Promise<void> {
  if (notices.length === 0) return;
  const columns = {
    ...({
      id: 'TEXT',
      assignmentId: 'TEXT',
      unitId: 'TEXT',
      level: 'INTEGER',
      late: 'INTEGER',
      raisedAt: 'INSTANT',
    } as const),
    ...({ acknowledgedAt: 'INSTANT', acknowledgedById: 'TEXT', note: 'TEXT' } as const),
  };
  const names = Object.keys(columns).map((name) => `"${name}"`);
  await sql.run(
    `WITH d AS (${rowsOf(sql, columns)}) INSERT INTO "LateNotice" (${names.join(', ')}) SELECT * FROM d WHERE true`,
    rowsParameter(
      sql,
      notices.map(({ id, assignmentId, unitId, level, late, acknowledgement: given }) => [
        ...[id, assignmentId, unitId, level, late, at],
        ...(given ? [at, given.byId, given.note] : [null, null, '']),
      ]),
    ),
  );
}

/** Raises notices a level or asks anew, as each says; the acknowledgement before is over. */
export async function raiseNotices(
  sql: Sql,
  raised: readonly { id: string; level: number; late: number }[],
  at: Date,
): Promise<void> {
  if (raised.length === 0) return;
  await sql.run(
    `WITH d AS (${rowsOf(sql, { id: 'TEXT', level: 'INTEGER', late: 'INTEGER' })})
     UPDATE "LateNotice" SET "level" = d."level", "late" = d."late", "raisedAt" = ?, "acknowledgedAt" = NULL,
            "acknowledgedById" = NULL FROM d WHERE "LateNotice"."id" = d."id"`,
    ...[
      rowsParameter(
        sql,
        raised.map(({ id, level, late }) => [id, level, late]),
      ),
      at,
    ],
  );
}

/** Nobody is late there any more. */
export async function settleNotices(sql: Sql, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await sql.run(`UPDATE "LateNotice" SET "settledAt" = ? WHERE "id" IN (${idsIn(sql)})`, at, JSON.stringify(ids));
}

/** Writes an acknowledgement, or takes it back (null). */
export async function acknowledgeNotice(
  sql: Sql,
  id: string,
  given: { byId: string; note: string } | null,
  at: Date,
): Promise<void> {
  await sql.run(
    `UPDATE "LateNotice" SET "acknowledgedAt" = ?, "acknowledgedById" = ?, "note" = ? WHERE "id" = ?`,
    ...[given && at, given?.byId ?? null, given?.note ?? '', id],
  );
}

/** Open notices of assignments that are withdrawn or closed: nothing is expected there any more. */
export async function listStaleNotices(sql: Sql, at: Date): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT n."id" FROM "LateNotice" n JOIN "Assignment" a ON a."id" = n."assignmentId"
      WHERE n."settledAt" IS NULL AND (a."withdrawnAt" IS NOT NULL OR a."closeAt" <= ? OR a."dueAt" >= ?
          OR (a."dueAt" IS NULL AND NOT EXISTS (
                SELECT 1 FROM "Enrolment" e WHERE e."assignmentId" = a."id" AND e."extendedDueAt" < ?)))`,
    ...[at, at, at],
  );
  return rows.map(({ id }) => id);
}
