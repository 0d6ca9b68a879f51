import type { UnitPath } from '#app/kernel/unit-path.ts';
import { idsIn, rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { isOwing, type Status, statuses } from '../../core/status.ts';

const owing = statuses.filter(isOwing);
const owingMarks = owing.map(() => '?').join(', ');

/** Of these people those within the scope who owe something in the assignment, held until the transaction ends. */
export async function holdOwing(
  sql: Sql,
  scope: readonly UnitPath[],
  assignmentId: string,
  personIds: readonly string[],
): Promise<{ personId: string; path: UnitPath; ownDueAt: Date | null; reason: string | null }[]> {
  const within = pathWithin('u."path"', scope);
  const rows = await sql.all<{ personId: string; path: string; ownDueAt: RawInstant; reason: string | null }>(
    `SELECT e."personId", u."path", e."extendedDueAt" AS "ownDueAt", e."extendReason" AS "reason"
       FROM "Enrolment" e JOIN "Unit" u ON u."id" = e."unitId"
      WHERE e."assignmentId" = ? AND e."releasedAt" IS NULL AND e."status" IN (${owingMarks})
        AND e."personId" IN (${idsIn(sql)}) AND ${within.text}
      ORDER BY e."personId"${sql.forUpdate === '' ? '' : `${sql.forUpdate} OF e`}`,
    ...[assignmentId, ...owing, JSON.stringify(personIds), ...within.values],
  );
  return rows.map((row) => ({ ...row, ownDueAt: instantOf(row.ownDueAt) }));
}

/** Ends what is in force for these people; the history keeps it. */
async function endInForce(
  sql: Sql,
  assignmentId: string,
  personIds: readonly string[],
  byId: string | null,
  at: Date,
): Promise<void> {
  await sql.run(
    `UPDATE "DueExtension" SET "endedAt" = ?, "endedById" = ?
      WHERE "assignmentId" = ? AND "endedAt" IS NULL AND "personId" IN (${idsIn(sql)})`,
    ...[at, byId, assignmentId, JSON.stringify(personIds)],
  );
}

/** Gives these people until `dueAt`, in place of any date of their own before. */
export async function writeExtensions(
  sql: Sql,
  given: { assignmentId: string; personIds: readonly string[]; dueAt: Date; reason: string; byId: string },
  at: Date,
): Promise<void> {
  const { assignmentId, personIds, dueAt, reason, byId } = given;
  await endInForce(sql, assignmentId, personIds, byId, at);
  const columns = {
    ...({ id: 'TEXT', assignmentId: 'TEXT', personId: 'TEXT', kind: 'TEXT', dueAt: 'INSTANT' } as const),
    ...({ reason: 'TEXT', decidedById: 'TEXT', decidedAt: 'INSTANT' } as const),
  };
  const names = Object.keys(columns).map((name) => `"${name}"`);
  await sql.run(
    `WITH d AS (${rowsOf(sql, columns)}) INSERT INTO "DueExtension" (${names.join(', ')}) SELECT * FROM d WHERE true`,
    rowsParameter(
      sql,
      personIds.map((personId) => [newId(), assignmentId, personId, 'extension', dueAt, reason, byId, at]),
    ),
  );
  await sql.run(
    `UPDATE "Enrolment" SET "extendedDueAt" = ?, "extendReason" = ?, "extendedById" = ?, "updatedAt" = ?
      WHERE "assignmentId" = ? AND "personId" IN (${idsIn(sql)})`,
    ...[dueAt, reason, byId, at, assignmentId, JSON.stringify(personIds)],
  );
}

/** Takes a person's extension away; the end of a certificate that is being renewed stands again. */
export async function removeExtension(
  sql: Sql,
  { assignmentId, personId, byId }: { assignmentId: string; personId: string; byId: string },
  at: Date,
): Promise<void> {
  await endInForce(sql, assignmentId, [personId], byId, at);
  const renewal = await sql.get<{ dueAt: RawInstant }>(
    `SELECT x."dueAt" FROM "DueExtension" x
       JOIN "Enrolment" e ON e."assignmentId" = x."assignmentId" AND e."personId" = x."personId"
      WHERE x."assignmentId" = ? AND x."personId" = ? AND x."kind" = 'renewal' AND x."decidedAt" >= e."countsFromAt"
      ORDER BY x."decidedAt" DESC LIMIT 1`,
    ...[assignmentId, personId],
  );
  const dueAt = instantOf(renewal?.dueAt ?? null);
  if (dueAt) {
    await sql.run(
      `INSERT INTO "DueExtension" ("id", "assignmentId", "personId", "kind", "dueAt", "reason", "decidedAt")
       VALUES (?, ?, ?, 'renewal', ?, '', ?)`,
      ...[newId(), assignmentId, personId, dueAt, at],
    );
  }
  await sql.run(
    `UPDATE "Enrolment" SET "extendedDueAt" = ?, "extendReason" = NULL, "extendedById" = NULL, "updatedAt" = ?
      WHERE "assignmentId" = ? AND "personId" = ?`,
    ...[dueAt, at, assignmentId, personId],
  );
}

/** A person of a unit who still owes something. */
export interface OwingPerson {
  personId: string;
  fullName: string;
  rank: string | null;
  unitName: string;
  status: Status;
  ownDueAt: Date | null;
  /** Null while the own date follows from a certificate, or there is none. */
  reason: string | null;
  decidedBy: string | null;
}

/** The people of a subtree who owe something in an assignment, those with a date of their own first; at most `limit`. */
export async function listOwing(
  sql: Sql,
  scope: readonly UnitPath[],
  assignmentId: string,
  limit: number,
): Promise<OwingPerson[]> {
  const within = pathWithin('u."path"', scope);
  const rows = await sql.all<Omit<OwingPerson, 'ownDueAt'> & { ownDueAt: RawInstant }>(
    `SELECT p."id" AS "personId", p."fullName", p."rank", u."shortName" AS "unitName", e."status",
            e."extendedDueAt" AS "ownDueAt", e."extendReason" AS "reason", d."fullName" AS "decidedBy"
       FROM "Enrolment" e JOIN "Person" p ON p."id" = e."personId" JOIN "Unit" u ON u."id" = e."unitId"
       LEFT JOIN "Person" d ON d."id" = e."extendedById"
      WHERE e."assignmentId" = ? AND e."releasedAt" IS NULL AND e."status" IN (${owingMarks}) AND ${within.text}
      ORDER BY CASE WHEN e."extendReason" IS NULL THEN 1 ELSE 0 END, u."path", p."sortKey", p."id" LIMIT ?`,
    ...[assignmentId, ...owing, ...within.values, limit],
  );
  return rows.map((row) => ({ ...row, ownDueAt: instantOf(row.ownDueAt) }));
}
