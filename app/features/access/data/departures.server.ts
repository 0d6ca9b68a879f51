import { idsIn } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** Of these people, those who serve no longer: their sessions end, their accounts are shut, their roles are over. */
export async function shutOutWhoLeft(sql: Sql, personIds: readonly string[], at: Date): Promise<void> {
  const gone = `SELECT "id" FROM "Person" WHERE "leftAt" IS NOT NULL AND "id" IN (${idsIn(sql)})`;
  const ids = JSON.stringify(personIds);
  await sql.run(`DELETE FROM "Session" WHERE "personId" IN (${gone})`, ids);
  await sql.run(
    `UPDATE "Account" SET "disabledAt" = ? WHERE "disabledAt" IS NULL AND "personId" IN (${gone})`,
    at,
    ids,
  );
  await sql.run(
    `UPDATE "RoleGrant" SET "untilAt" = ?, "endedAt" = ?
      WHERE ("untilAt" IS NULL OR "untilAt" > ?) AND "personId" IN (${gone})`,
    ...[at, at, at, ids],
  );
}

/** Ends the roles granted on a unit that is closed. */
export async function endGrantsOn(sql: Sql, unitId: string, at: Date): Promise<void> {
  await sql.run(
    `UPDATE "RoleGrant" SET "untilAt" = ?, "endedAt" = ? WHERE "unitId" = ? AND ("untilAt" IS NULL OR "untilAt" > ?)`,
    ...[at, at, unitId, at],
  );
}

/** Takes away how a person signed in: login, password, devices. Which roles were held stays, under no name. */
export async function eraseAccount(sql: Sql, personId: string): Promise<void> {
  await sql.run('DELETE FROM "Session" WHERE "personId" = ?', personId);
  await sql.run('DELETE FROM "Account" WHERE "personId" = ?', personId);
}
