import type { Db } from '#app/platform/db/database.server.ts';
import { booleanOf, instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { sha256 } from '#app/platform/ids.server.ts';
import type { Grant, Role } from '../core/role.ts';
import { inForce } from './grants/in-force.server.ts';

/** The id under which a session token is stored. */
export const sessionIdOf = (token: string): string => sha256(token);

export interface SessionRow {
  personId: string;
  createdAt: Date;
  expiresAt: Date;
  lastSeenAt: Date;
  fullName: string;
  rank: string | null;
  unitId: string;
  unitPath: string;
  mustChange: boolean;
  grants: Grant[];
}

type Raw = {
  personId: string;
  createdAt: RawInstant;
  expiresAt: RawInstant;
  lastSeenAt: RawInstant;
  fullName: string;
  rank: string | null;
  unitId: string;
  unitPath: string;
  mustChange: number | boolean;
  role: Role | null;
  standsForId: string | null;
  grantPath: string | null;
};

/**
 * Hot path: one query for the session, its person, unit and the roles in force. Null when the token is unknown, expired,
 * or its account disabled or left.
 */
export async function findSession(sql: Sql, id: string, now: Date): Promise<SessionRow | null> {
  const grant = inForce('g', now);
  const rows = await sql.all<Raw>(
    `SELECT s."personId", s."createdAt", s."expiresAt", s."lastSeenAt", p."fullName", p."rank", p."unitId", u."path" AS "unitPath",
            a."mustChange", g."role", g."standsForId", gu."path" AS "grantPath"
       FROM "Session" s
       JOIN "Person" p ON p."id" = s."personId" AND p."leftAt" IS NULL
       JOIN "Account" a ON a."personId" = s."personId" AND a."disabledAt" IS NULL
       JOIN "Unit" u ON u."id" = p."unitId"
       LEFT JOIN "RoleGrant" g ON g."personId" = s."personId" AND ${grant.text}
       LEFT JOIN "Unit" gu ON gu."id" = g."unitId"
      WHERE s."id" = ? AND s."expiresAt" > ?`,
    ...grant.values,
    id,
    now,
  );
  const first = rows[0];
  if (!first) return null;
  return {
    personId: first.personId,
    createdAt: instantOf(first.createdAt)!,
    expiresAt: instantOf(first.expiresAt)!,
    lastSeenAt: instantOf(first.lastSeenAt)!,
    fullName: first.fullName,
    rank: first.rank,
    unitId: first.unitId,
    unitPath: first.unitPath,
    mustChange: booleanOf(first.mustChange),
    grants: rows.flatMap(({ role, grantPath, standsForId }) =>
      role && grantPath ? [{ role, unitPath: grantPath, ...(standsForId ? { isStandIn: true } : {}) }] : [],
    ),
  };
}

/** Notes that a session is in use. */
export async function touchSession(sql: Sql, id: string, at: Date, expiresAt: Date): Promise<void> {
  await sql.run('UPDATE "Session" SET "lastSeenAt" = ?, "expiresAt" = ? WHERE "id" = ?', at, expiresAt, id);
}

export async function insertSession(
  db: Db,
  session: { id: string; personId: string; createdAt: Date; expiresAt: Date; address: string; userAgent: string },
): Promise<void> {
  await db.session.create({ data: { ...session, lastSeenAt: session.createdAt } });
}

/** A person's sessions that are still valid, the last used first. */
export async function listSessions(db: Db, personId: string, now: Date) {
  return db.session.findMany({ where: { personId, expiresAt: { gt: now } }, orderBy: { lastSeenAt: 'desc' } });
}

/** Ends sessions of this person alone: one, or all but one. Answers how many. */
export async function deleteSessions(
  db: Db,
  personId: string,
  which: { id: string } | { allBut: string | null },
): Promise<number> {
  const id = 'id' in which ? which.id : which.allBut ? { not: which.allBut } : undefined;
  const { count } = await db.session.deleteMany({ where: { personId, ...(id ? { id } : {}) } });
  return count;
}

/** Ends a session whoever it belongs to; answers whose it was. For the cookie of the browser that asks. */
export async function deleteSession(db: Db, id: string): Promise<string | null> {
  const found = await db.session.findUnique({ where: { id }, select: { personId: true } });
  if (found) await db.session.deleteMany({ where: { id } });
  return found?.personId ?? null;
}

/** Clears a person's sessions whose time is over. */
export async function deleteExpiredSessions(db: Db, personId: string, now: Date): Promise<void> {
  await db.session.deleteMany({ where: { personId, expiresAt: { lte: now } } });
}
