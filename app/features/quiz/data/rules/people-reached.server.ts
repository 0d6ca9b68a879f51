import type { Sql } from '#app/platform/db/sql.server.ts';
import type { StoredOverride } from './overrides.server.ts';

/** Those among the people with an attempt at the quiz whom an override reaches: whose standing it may change. */
export async function peopleReached(
  sql: Sql,
  quizId: string,
  { personId, unitId, groupId }: Pick<StoredOverride, 'personId' | 'unitId' | 'groupId'>,
): Promise<string[]> {
  const taken = `SELECT DISTINCT a."personId" FROM "Attempt" a`;
  const at = `a."quizId" = ? AND a."number" > 0`;
  const rows = personId
    ? await sql.all<{ personId: string }>(`${taken} WHERE ${at} AND a."personId" = ?`, quizId, personId)
    : groupId
      ? await sql.all<{ personId: string }>(
          `${taken} JOIN "PersonGroupMember" m ON m."personId" = a."personId" WHERE ${at} AND m."groupId" = ?`,
          ...[quizId, groupId],
        )
      : await sql.all<{ personId: string }>(
          `${taken} JOIN "Person" p ON p."id" = a."personId" JOIN "Unit" u ON u."id" = p."unitId"
           JOIN "Unit" top ON top."id" = ? WHERE ${at} AND substr(u."path", 1, length(top."path")) = top."path"`,
          ...[unitId, quizId],
        );
  return rows.map((row) => row.personId).sort();
}
