import type { Sql } from '#app/platform/db/sql.server.ts';
import type { MediaPurpose, MimeType } from '../core/media-type.ts';

export interface MediaFile {
  /** SHA-256 of the content. */
  id: string;
  mimeType: MimeType;
  byteSize: number;
  width: number | null;
  height: number | null;
  /** Of sound and film, where the file tells it. */
  seconds: number | null;
  name: string;
  purpose: MediaPurpose;
}

const DAY_MS = 86_400_000;
const COLUMNS = '"id", "mimeType", "byteSize", "width", "height", "seconds", "name", "purpose"';

/** A file, or null. Whose it is is no matter of its own: content is for all, what is personal goes through its attempt. */
export async function findMediaFile(sql: Sql, id: string, purpose?: MediaPurpose): Promise<MediaFile | null> {
  const row = await sql.get<MediaFile>(`SELECT ${COLUMNS} FROM "MediaFile" WHERE "id" = ?`, id);
  return row && (purpose === undefined || row.purpose === purpose) ? row : null;
}

/**
 * Adds a file; what is there already stays, except that an author's use makes a personal one content, and is, a day
 * later, the date from which it may lie unused. Answers whether anything changed.
 */
export async function insertMediaFile(
  sql: Sql,
  file: MediaFile & { uploadedById: string | null; createdAt: Date },
): Promise<boolean> {
  const { id, mimeType, byteSize, width, height, seconds, name, purpose, uploadedById, createdAt } = file;
  const changed = await sql.run(
    `INSERT INTO "MediaFile" (${COLUMNS}, "uploadedById", "createdAt") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT ("id") DO UPDATE SET "purpose" = excluded."purpose", "createdAt" = excluded."createdAt",
       "name" = CASE WHEN "MediaFile"."purpose" = 'personal' THEN excluded."name" ELSE "MediaFile"."name" END
       WHERE excluded."purpose" = 'content' AND ("MediaFile"."purpose" = 'personal' OR "MediaFile"."createdAt" < ?)`,
    ...[id, mimeType, byteSize, width, height, seconds, name, purpose, uploadedById, createdAt],
    new Date(createdAt.getTime() - DAY_MS),
  );
  return changed > 0;
}

/** Forgets personal files; what is content for all stays. Answers which are forgotten. */
export async function deletePersonalMedia(sql: Sql, ids: readonly string[]): Promise<string[]> {
  const gone: string[] = [];
  for (const id of ids) {
    const changed = await sql.run(`DELETE FROM "MediaFile" WHERE "id" = ? AND "purpose" = 'personal'`, id);
    if (changed > 0) gone.push(id);
  }
  return gone;
}
