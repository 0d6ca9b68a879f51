import type { Db } from '#app/platform/db/database.server.ts';
import { booleanOf, type Sql } from '#app/platform/db/sql.server.ts';

/** What signing in needs to know of an account. */
export interface SignInAccount {
  personId: string;
  passwordHash: string;
  /** The issue of the first password, which holds instead of a hash; null once the person has chosen one. */
  firstIssue: number | null;
  mustChange: boolean;
  /** Not disabled, and the person has not left. */
  isOpen: boolean;
}

/** Hot path: the account of a login name (normal form). One query, found or not, so that both take the same time. */
export async function findAccountByLogin(sql: Sql, login: string): Promise<SignInAccount | null> {
  const row = await sql.get<
    Omit<SignInAccount, 'mustChange' | 'isOpen'> & { mustChange: number | boolean; isOpen: number }
  >(
    `SELECT a."personId", a."passwordHash", a."firstIssue", a."mustChange",
            CASE WHEN a."disabledAt" IS NULL AND p."leftAt" IS NULL THEN 1 ELSE 0 END AS "isOpen"
       FROM "Account" a JOIN "Person" p ON p."id" = a."personId"
      WHERE a."login" = ?`,
    login,
  );
  return row ? { ...row, mustChange: booleanOf(row.mustChange), isOpen: booleanOf(row.isOpen) } : null;
}

/**
 * Whether the account is open and its password still the one with this hash, or of this issue. Asked inside the transaction
 * that relies on it, and holds the row: a sign-in with the old password cannot slip past a change of password.
 */
export async function isPasswordCurrent(
  sql: Sql,
  personId: string,
  { passwordHash, firstIssue }: Pick<SignInAccount, 'passwordHash' | 'firstIssue'>,
): Promise<boolean> {
  const row = await sql.get(
    `SELECT "personId" FROM "Account" WHERE "personId" = ? AND "passwordHash" = ? AND COALESCE("firstIssue", -1) = ?
        AND "disabledAt" IS NULL${sql.forUpdate}`,
    personId,
    passwordHash,
    firstIssue ?? -1,
  );
  return row !== undefined;
}

export async function findAccount(db: Db, personId: string) {
  return db.account.findUnique({
    where: { personId },
    include: { person: { select: { fullName: true, number: true } } },
  });
}

export async function insertAccount(
  db: Db,
  account: { personId: string; login: string; passwordHash: string; mustChange: boolean; createdAt: Date },
): Promise<void> {
  await db.account.create({ data: account });
}

/** Sets a password of the person's own; a first password holds no longer. */
export async function replacePassword(
  db: Db,
  personId: string,
  password: { passwordHash: string; mustChange: boolean; passwordChangedAt: Date },
): Promise<void> {
  await db.account.update({ where: { personId }, data: { ...password, firstIssue: null } });
}
