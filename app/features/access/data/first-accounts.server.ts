import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import { idsIn, rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { booleanOf, type Sql } from '#app/platform/db/sql.server.ts';

/**
 * Whoever holds a role beyond the scope is not for who manages people within it: a first password in other hands would be
 * that role in other hands.
 */
function noRoleBeyond(scope: readonly UnitPath[], at: Date) {
  const within = pathWithin('gu."path"', scope);
  return {
    text: `NOT EXISTS (SELECT 1 FROM "RoleGrant" g JOIN "Unit" gu ON gu."id" = g."unitId" WHERE g."personId" = p."id"
             AND g."endedAt" IS NULL AND (g."untilAt" IS NULL OR g."untilAt" > ?) AND NOT ${within.text})`,
    values: [at, ...within.values],
  };
}

interface Nameless {
  id: string;
  number: string;
  fullName: string;
}

/** Who of these serves within the scope and has no account yet. */
export async function listWithoutAccount(
  sql: Sql,
  scope: readonly UnitPath[],
  personIds: readonly string[],
  at: Date,
): Promise<Nameless[]> {
  const within = pathWithin('u."path"', scope);
  const own = noRoleBeyond(scope, at);
  return sql.all<Nameless>(
    `SELECT p."id", p."number", p."fullName" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
      WHERE p."id" IN (${idsIn(sql)}) AND p."leftAt" IS NULL AND ${within.text}
        AND NOT EXISTS (SELECT 1 FROM "Account" a WHERE a."personId" = p."id") AND ${own.text} ORDER BY p."id"`,
    JSON.stringify(personIds),
    ...within.values,
    ...own.values,
  );
}

/** The ids of everybody who serves in a subtree and has no account. */
export async function listIdsWithoutAccount(sql: Sql, path: UnitPath): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT p."id" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" LEFT JOIN "Account" a ON a."personId" = p."id"
      WHERE u."path" >= ? AND u."path" < ? AND p."leftAt" IS NULL AND a."personId" IS NULL ORDER BY u."path", p."sortKey"`,
    path,
    pathUpperBound(path),
  );
  return rows.map(({ id }) => id);
}

/** The login names that begin with one of these. */
export async function listTakenLogins(sql: Sql, bases: readonly string[]): Promise<Set<string>> {
  const rows = await sql.all<{ login: string }>(
    `SELECT a."login" FROM (${idsIn(sql)}) b JOIN "Account" a ON a."login" >= b."id" AND a."login" < b."id" || '~'`,
    JSON.stringify([...new Set(bases)]),
  );
  return new Set(rows.map(({ login }) => login));
}

/** Opens accounts whose first password is of this issue. */
export async function insertFirstAccounts(
  sql: Sql,
  accounts: readonly { personId: string; login: string }[],
  issue: number,
  at: Date,
): Promise<void> {
  if (accounts.length === 0) return;
  await sql.run(
    `INSERT INTO "Account" ("personId", "login", "passwordHash", "firstIssue", "mustChange", "createdAt")
     SELECT d."personId", d."login", '', CAST(? AS INTEGER), CAST(? AS BOOLEAN), CAST(? AS TIMESTAMP)
       FROM (${rowsOf(sql, { personId: 'TEXT', login: 'TEXT' })}) AS d`,
    ...[issue, true, at],
    rowsParameter(
      sql,
      accounts.map(({ personId, login }) => [personId, login]),
    ),
  );
}

/**
 * Gives accounts of people within the scope a first password of a new issue: slips, passwords and sessions of before are
 * worth nothing. Answers whose.
 */
export async function reissue(
  sql: Sql,
  scope: readonly UnitPath[],
  personIds: readonly string[],
  issue: number,
  at: Date,
): Promise<string[]> {
  const within = pathWithin('u."path"', scope);
  const own = noRoleBeyond(scope, at);
  const rows = await sql.all<{ id: string }>(
    `SELECT a."personId" AS id FROM "Account" a JOIN "Person" p ON p."id" = a."personId" JOIN "Unit" u ON u."id" = p."unitId"
      WHERE a."personId" IN (${idsIn(sql)}) AND p."leftAt" IS NULL AND ${within.text} AND ${own.text}
      ORDER BY a."personId"`,
    JSON.stringify(personIds),
    ...within.values,
    ...own.values,
  );
  const ids = JSON.stringify(rows.map(({ id }) => id));
  await sql.run(
    `UPDATE "Account" SET "passwordHash" = '', "mustChange" = ?, "passwordChangedAt" = NULL,
       "firstIssue" = CASE WHEN "firstIssue" >= ? THEN "firstIssue" + 1 ELSE CAST(? AS INTEGER) END
      WHERE "personId" IN (${idsIn(sql)})`,
    true,
    issue,
    issue,
    ids,
  );
  await sql.run(`DELETE FROM "Session" WHERE "personId" IN (${idsIn(sql)})`, ids);
  return rows.map(({ id }) => id);
}

export interface WaitingAccount {
  personId: string;
  number: string;
  fullName: string;
  rank: string | null;
  login: string;
  firstIssue: number;
  unitId: string;
  unitName: string;
  unitPath: UnitPath;
}

/** Accounts of a subtree whose first password still holds, unit by unit, by name. */
export async function listWaitingAccounts(
  sql: Sql,
  scope: readonly UnitPath[],
  path: UnitPath,
  { limit, onlyPersonId, at }: { limit: number; onlyPersonId?: string; at: Date },
): Promise<WaitingAccount[]> {
  const own = noRoleBeyond(scope, at);
  return sql.all<WaitingAccount>(
    `SELECT p."id" AS "personId", p."number", p."fullName", p."rank", a."login", a."firstIssue", u."id" AS "unitId",
            u."name" AS "unitName", u."path" AS "unitPath"
       FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" JOIN "Account" a ON a."personId" = p."id"
      WHERE u."path" >= ? AND u."path" < ? AND p."leftAt" IS NULL AND a."firstIssue" IS NOT NULL AND a."disabledAt" IS NULL AND ${own.text}
        ${onlyPersonId === undefined ? '' : 'AND p."id" = ?'}
      ORDER BY u."path", p."sortKey", p."id" LIMIT ${limit}`,
    path,
    pathUpperBound(path),
    ...own.values,
    ...(onlyPersonId === undefined ? [] : [onlyPersonId]),
  );
}

export interface AccountCounts {
  unitId: string;
  path: UnitPath;
  people: number;
  without: number;
  waiting: number;
}

/** For each unit of a subtree: who serves in it, without account, with a first password that still holds. */
export async function countAccounts(sql: Sql, path: UnitPath): Promise<AccountCounts[]> {
  const rows = await sql.all<AccountCounts>(
    `SELECT u."id" AS "unitId", u."path", COUNT(*) AS "people",
            SUM(CASE WHEN a."personId" IS NULL THEN 1 ELSE 0 END) AS "without",
            SUM(CASE WHEN a."firstIssue" IS NOT NULL THEN 1 ELSE 0 END) AS "waiting"
       FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" LEFT JOIN "Account" a ON a."personId" = p."id"
      WHERE u."path" >= ? AND u."path" < ? AND p."leftAt" IS NULL GROUP BY u."id", u."path"`,
    path,
    pathUpperBound(path),
  );
  return rows.map(({ unitId, path: unitPath, people, without, waiting }) => ({
    ...{ unitId, path: unitPath },
    people: Number(people),
    without: Number(without),
    waiting: Number(waiting),
  }));
}

export interface OwnAccount {
  personId: string;
  number: string;
  fullName: string;
  rank: string | null;
  login: string | null;
  isWaiting: boolean;
  isDisabled: boolean;
}

/** Who serves in a unit itself, with the account. */
export async function listOwnAccounts(
  sql: Sql,
  unitId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<OwnAccount[]> {
  const rows = await sql.all<OwnAccount>(
    `SELECT p."id" AS "personId", p."number", p."fullName", p."rank", a."login",
            CASE WHEN a."firstIssue" IS NOT NULL THEN 1 ELSE 0 END AS "isWaiting",
            CASE WHEN a."disabledAt" IS NOT NULL THEN 1 ELSE 0 END AS "isDisabled"
       FROM "Person" p LEFT JOIN "Account" a ON a."personId" = p."id"
      WHERE p."unitId" = ? AND p."leftAt" IS NULL ORDER BY p."sortKey", p."id" LIMIT ${limit} OFFSET ${offset}`,
    unitId,
  );
  return rows.map((row) => ({
    ...row,
    isWaiting: booleanOf(row.isWaiting as unknown as number),
    isDisabled: booleanOf(row.isDisabled as unknown as number),
  }));
}

/** A unit within the scope, as the pages of first passwords name it. */
export async function findUnitPath(
  sql: Sql,
  scope: readonly UnitPath[],
  unitId: string,
): Promise<{ id: string; name: string; path: UnitPath } | null> {
  const within = pathWithin('"path"', scope);
  const row = await sql.get<{ id: string; name: string; path: UnitPath }>(
    `SELECT "id", "name", "path" FROM "Unit" WHERE "id" = ? AND ${within.text}`,
    unitId,
    ...within.values,
  );
  return row ?? null;
}
