import type { Sql } from '#app/platform/db/sql.server.ts';

/** The groups that a person is in. */
export const listGroupsOf = (sql: Sql, personId: string): Promise<{ group: string; unit: string }[]> =>
  sql.all(
    `SELECT g."name" AS "group", u."name" AS "unit" FROM "PersonGroupMember" m JOIN "PersonGroup" g ON g."id" = m."groupId"
       JOIN "Unit" u ON u."id" = g."unitId" WHERE m."personId" = ? ORDER BY g."name"`,
    personId,
  );
