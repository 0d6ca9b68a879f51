import type { Sql } from '#app/platform/db/sql.server.ts';
import type { Actor, Role } from '../core/role.ts';

/** A person who serves with the roles in force at an instant; null for who left. One query. */
export async function findActorRow(sql: Sql, personId: string, at: Date): Promise<Actor | null> {
  const rows = await sql.all<{
    fullName: string;
    rank: string | null;
    unitId: string;
    unitPath: string;
    role: Role | null;
    grantPath: string | null;
  }>(
    `SELECT p."fullName", p."rank", p."unitId", u."path" AS "unitPath", g."role", gu."path" AS "grantPath"
       FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
       LEFT JOIN "RoleGrant" g ON g."personId" = p."id" AND g."fromAt" <= ? AND (g."untilAt" IS NULL OR g."untilAt" > ?)
        AND g."endedAt" IS NULL
       LEFT JOIN "Unit" gu ON gu."id" = g."unitId"
      WHERE p."id" = ? AND p."leftAt" IS NULL`,
    at,
    at,
    personId,
  );
  const [first] = rows;
  if (!first) return null;
  const { fullName, rank, unitId, unitPath } = first;
  const grants = rows.flatMap(({ role, grantPath }) => (role && grantPath ? [{ role, unitPath: grantPath }] : []));
  return { personId, fullName, rank, unitId, unitPath, grants, mustChangePassword: false };
}
