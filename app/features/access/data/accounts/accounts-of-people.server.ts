import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { Role } from '../../core/role.ts';

/** A person with the account, if there is one, as who manages people sees it. */
export interface PersonAccount {
  personId: string;
  fullName: string;
  number: string;
  hasLeft: boolean;
  unitPath: UnitPath;
  login: string | null;
  /** The printed first password still holds; its issue number. */
  firstIssue: number | null;
  mustChange: boolean;
  passwordChangedAt: Date | null;
  disabledAt: Date | null;
  createdAt: Date | null;
}

/** A person of the scope with the account; `hold` keeps the account for this transaction. */
export async function findPersonAccount(
  sql: Sql,
  scope: readonly UnitPath[],
  personId: string,
  { hold = false } = {},
): Promise<PersonAccount | null> {
  const within = pathWithin('u."path"', scope);
  type Raw = Record<'leftAt' | 'passwordChangedAt' | 'disabledAt' | 'createdAt', RawInstant> &
    Pick<PersonAccount, 'personId' | 'fullName' | 'number' | 'unitPath' | 'login' | 'firstIssue'> & {
      mustChange: number | boolean | null;
    };
  // Held by themselves: a row that an outer join leaves out cannot be locked.
  if (hold && sql.forUpdate !== '') {
    await sql.get(`SELECT "id" FROM "Person" WHERE "id" = ?${sql.forUpdate}`, personId);
    await sql.get(`SELECT "personId" FROM "Account" WHERE "personId" = ?${sql.forUpdate}`, personId);
  }
  const row = await sql.get<Raw>(
    `SELECT p."id" AS "personId", p."fullName", p."number", p."leftAt", u."path" AS "unitPath", a."login", a."firstIssue",
            a."mustChange", a."passwordChangedAt", a."disabledAt", a."createdAt"
       FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" LEFT JOIN "Account" a ON a."personId" = p."id"
      WHERE p."id" = ? AND p."erasedAt" IS NULL AND ${within.text}`,
    personId,
    ...within.values,
  );
  if (!row) return null;
  const { leftAt, ...rest } = row;
  return {
    ...rest,
    hasLeft: leftAt !== null,
    firstIssue: row.firstIssue === null ? null : Number(row.firstIssue),
    mustChange: Boolean(row.mustChange),
    passwordChangedAt: instantOf(row.passwordChangedAt),
    disabledAt: instantOf(row.disabledAt),
    createdAt: instantOf(row.createdAt),
  };
}

/** Whether somebody has this login. */
export async function isLoginTaken(sql: Sql, login: string): Promise<boolean> {
  return (await sql.get('SELECT "personId" FROM "Account" WHERE "login" = ?', login)) !== undefined;
}

export async function setDisabled(sql: Sql, personId: string, disabledAt: Date | null): Promise<void> {
  await sql.run('UPDATE "Account" SET "disabledAt" = ? WHERE "personId" = ?', disabledAt, personId);
}

export async function deleteSessionsOf(sql: Sql, personId: string): Promise<number> {
  return sql.run('DELETE FROM "Session" WHERE "personId" = ?', personId);
}

export interface RoleOf {
  id: string;
  role: Role;
  unitName: string;
  fromAt: Date;
  untilAt: Date | null;
}

/** The roles that a person holds or held, the latest first. */
export async function listRolesOf(sql: Sql, personId: string): Promise<RoleOf[]> {
  const rows = await sql.all<Omit<RoleOf, 'fromAt' | 'untilAt'> & Record<'fromAt' | 'untilAt', RawInstant>>(
    `SELECT g."id", g."role", u."name" AS "unitName", g."fromAt", g."untilAt" FROM "RoleGrant" g
       JOIN "Unit" u ON u."id" = g."unitId" WHERE g."personId" = ? ORDER BY g."fromAt" DESC, g."id" DESC LIMIT 100`,
    personId,
  );
  return rows.map((row) => ({ ...row, fromAt: instantOf(row.fromAt)!, untilAt: instantOf(row.untilAt) }));
}
