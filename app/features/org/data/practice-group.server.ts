import { idsIn } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** A group of exactly these people, whoever of them has not left. Two statements; a second time nothing is changed. */
export async function insertGroupOf(
  sql: Sql,
  group: { id: string; unitId: string; name: string; purpose: string; personIds: readonly string[] },
  at: Date,
): Promise<void> {
  const { id, unitId, name, purpose, personIds } = group;
  await sql.run(
    `INSERT INTO "PersonGroup" ("id", "unitId", "name", "purpose", "createdAt") VALUES (?, ?, ?, ?, ?)
     ON CONFLICT ("id") DO NOTHING`,
    ...[id, unitId, name, purpose, at],
  );
  await sql.run(
    `INSERT INTO "PersonGroupMember" ("groupId", "personId", "addedAt")
     SELECT ?, p."id", CAST(? AS ${sql.provider === 'sqlite' ? 'INTEGER' : 'TIMESTAMP(3)'}) FROM "Person" p
      WHERE p."leftAt" IS NULL AND p."id" IN (${idsIn(sql)}) ORDER BY p."id"
     ON CONFLICT ("groupId", "personId") DO NOTHING`,
    ...[id, at, JSON.stringify(personIds)],
  );
}
