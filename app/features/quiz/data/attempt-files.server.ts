import type { Sql } from '#app/platform/db/sql.server.ts';

/** The slots of an attempt to which a file is attached now. */
export async function listSlotsWithFiles(sql: Sql, attemptId: string): Promise<Set<number>> {
  const rows = await sql.all<{ slot: number }>(
    'SELECT DISTINCT "slot" FROM "AttemptFile" WHERE "attemptId" = ? AND "removedAt" IS NULL',
    attemptId,
  );
  return new Set(rows.map(({ slot }) => slot));
}

export interface AttachedFile {
  id: string;
  mediaId: string;
  name: string;
  mimeType: string;
  byteSize: number;
}

/** The files attached to one answer now, in the order in which they were added. */
export async function listAttachedFiles(sql: Sql, attemptId: string, slot: number): Promise<AttachedFile[]> {
  return sql.all<AttachedFile>(
    `SELECT f."id", f."mediaId", f."name", m."mimeType", m."byteSize" FROM "AttemptFile" f
     JOIN "MediaFile" m ON m."id" = f."mediaId"
     WHERE f."attemptId" = ? AND f."slot" = ? AND f."removedAt" IS NULL ORDER BY f."addedAt", f."id"`,
    ...[attemptId, slot],
  );
}

/** One file that is attached to an attempt now; null for one that was removed, and for another attempt's. */
export async function findAttachedFile(
  sql: Sql,
  attemptId: string,
  fileId: string,
): Promise<(AttachedFile & { slot: number }) | null> {
  const row = await sql.get<AttachedFile & { slot: number }>(
    `SELECT f."id", f."slot", f."mediaId", f."name", m."mimeType", m."byteSize" FROM "AttemptFile" f
     JOIN "MediaFile" m ON m."id" = f."mediaId"
     WHERE f."attemptId" = ? AND f."id" = ? AND f."removedAt" IS NULL`,
    ...[attemptId, fileId],
  );
  return row ?? null;
}

/** How large a kept content is, or null where there is none. */
export async function findContentSize(sql: Sql, mediaId: string): Promise<number | null> {
  const row = await sql.get<{ byteSize: number }>('SELECT "byteSize" FROM "MediaFile" WHERE "id" = ?', mediaId);
  return row ? Number(row.byteSize) : null;
}

export async function insertAttemptFile(
  sql: Sql,
  file: { id: string; attemptId: string; slot: number; mediaId: string; name: string; addedAt: Date },
): Promise<void> {
  await sql.run(
    'INSERT INTO "AttemptFile" ("id", "attemptId", "slot", "mediaId", "name", "addedAt") VALUES (?, ?, ?, ?, ?, ?)',
    ...[file.id, file.attemptId, file.slot, file.mediaId, file.name, file.addedAt],
  );
}

/** Takes a file off an answer; its row stays as history. Answers whether it was there. */
export async function removeAttemptFile(sql: Sql, attemptId: string, fileId: string, at: Date): Promise<boolean> {
  const changed = await sql.run(
    'UPDATE "AttemptFile" SET "removedAt" = ? WHERE "attemptId" = ? AND "id" = ? AND "removedAt" IS NULL',
    ...[at, attemptId, fileId],
  );
  return changed > 0;
}

/** Files that learners sent before an instant and that no answer has or ever had, the oldest first. */
export async function listUnattachedFiles(sql: Sql, before: Date, most: number): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT m."id" FROM "MediaFile" m WHERE m."purpose" = 'personal' AND m."createdAt" < ?
       AND NOT EXISTS (SELECT 1 FROM "AttemptFile" f WHERE f."mediaId" = m."id") ORDER BY m."createdAt", m."id" LIMIT ${most}`,
    before,
  );
  return rows.map(({ id }) => id);
}
