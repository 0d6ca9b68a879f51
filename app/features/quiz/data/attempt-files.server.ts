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
