import type { Sql } from '#app/platform/db/sql.server.ts';

/** Ranks and names of people, by id: who did something in a room. */
export async function listNames(sql: Sql, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await sql.all<{ id: string; fullName: string; rank: string | null }>(
    `SELECT "id", "fullName", "rank" FROM "Person" WHERE "id" IN (${personIds.map(() => '?').join(', ')})`,
    ...personIds,
  );
  return new Map(rows.map(({ id, fullName, rank }) => [id, rank ? `${rank} ${fullName}` : fullName]));
}
