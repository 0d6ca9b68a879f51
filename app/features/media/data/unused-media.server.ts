import { idsIn } from '#app/platform/db/rows-of.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';

/** The files of content that were last added before an instant. */
export async function listContentMediaBefore(sql: Sql, before: Date) {
  const rows = await sql.all<{ id: string; name: string; byteSize: number; createdAt: RawInstant }>(
    `SELECT "id", "name", "byteSize", "createdAt" FROM "MediaFile" WHERE "purpose" = 'content' AND "createdAt" < ?`,
    before,
  );
  return rows.map((row) => ({ ...row, byteSize: Number(row.byteSize), createdAt: instantOf(row.createdAt)! }));
}

/** Forgets those of these files of content that nobody added anew since, with their captions; answers their ids. */
export async function deleteContentMedia(sql: Sql, ids: readonly string[], before: Date): Promise<Set<string>> {
  const rows = await sql.all<{ id: string }>(
    `DELETE FROM "MediaFile" WHERE "purpose" = 'content' AND "createdAt" < ? AND "id" IN (${idsIn(sql)}) RETURNING "id"`,
    ...[before, JSON.stringify(ids)],
  );
  return new Set(rows.map(({ id }) => id));
}
