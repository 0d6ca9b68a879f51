import type { Sql } from '#app/platform/db/sql.server.ts';
import { newId } from '#app/platform/ids.server.ts';

interface Of {
  readonly assignmentId: string;
  readonly personId: string;
}

/** Keeps an exemption as it was decided, so that the reason of an earlier day can be told; ends the one before. */
export async function insertExemption(
  sql: Sql,
  { assignmentId, personId, reason, byId }: Of & { reason: string; byId: string },
  at: Date,
): Promise<void> {
  await endExemptions(sql, { assignmentId, personId, byId }, at);
  await sql.run(
    `INSERT INTO "Exemption" ("id", "assignmentId", "personId", "reason", "decidedById", "decidedAt")
     VALUES (?, ?, ?, ?, ?, ?)`,
    ...[newId(), assignmentId, personId, reason, byId, at],
  );
}

/** Ends what is in force; the history keeps it. */
export async function endExemptions(
  sql: Sql,
  { assignmentId, personId, byId }: Of & { byId: string },
  at: Date,
): Promise<void> {
  await sql.run(
    `UPDATE "Exemption" SET "endedAt" = ?, "endedById" = ?
      WHERE "assignmentId" = ? AND "personId" = ? AND "endedAt" IS NULL`,
    ...[at, byId, assignmentId, personId],
  );
}
