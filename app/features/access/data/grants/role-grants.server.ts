import { idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql, type SqlValue } from '#app/platform/db/sql.server.ts';
import type { Role } from '../../core/role.ts';
import { inForce } from './in-force.server.ts';

/** A grant with the names that a page tells. */
export interface RoleGrantRow {
  id: string;
  role: Role;
  personId: string;
  fullName: string;
  rank: string | null;
  number: string;
  /** Where the holder belongs now. */
  homeName: string;
  homePath: UnitPath;
  unitId: string;
  unitName: string;
  unitPath: UnitPath;
  fromAt: Date;
  untilAt: Date | null;
  endedAt: Date | null;
  grantedByName: string | null;
  /** The grant that this one stands in for, and whose it is. */
  standsForId: string | null;
  standsForName: string | null;
}

type Raw = Omit<RoleGrantRow, 'fromAt' | 'untilAt' | 'endedAt'> & Record<'fromAt' | 'untilAt' | 'endedAt', RawInstant>;

const FROM = `FROM "RoleGrant" g JOIN "Person" p ON p."id" = g."personId" JOIN "Unit" h ON h."id" = p."unitId"
  JOIN "Unit" u ON u."id" = g."unitId" LEFT JOIN "Person" b ON b."id" = g."grantedById"
  LEFT JOIN "RoleGrant" s ON s."id" = g."standsForId" LEFT JOIN "Person" sp ON sp."id" = s."personId"`;
const SELECT = `SELECT g."id", g."role", g."personId", p."fullName", p."rank", p."number", h."name" AS "homeName",
  h."path" AS "homePath", g."unitId", u."name" AS "unitName", u."path" AS "unitPath", g."fromAt", g."untilAt", g."endedAt",
  b."fullName" AS "grantedByName", g."standsForId", sp."fullName" AS "standsForName"`;

const rowOf = (row: Raw): RoleGrantRow => ({
  ...row,
  fromAt: instantOf(row.fromAt) as Date,
  untilAt: instantOf(row.untilAt),
  endedAt: instantOf(row.endedAt),
});

interface Wanted {
  /** Words of the holder's name or number, folded. */
  words?: readonly string[];
  role?: Role | null;
  limit: number;
  offset?: number;
}

/** Grants on a unit and below that are in force or still to come, the unit's own first; with how many there are. */
export async function listGrantsWithin(
  sql: Sql,
  path: UnitPath,
  at: Date,
  { words = [], role = null, limit, offset = 0 }: Wanted,
): Promise<{ grants: RoleGrantRow[]; count: number }> {
  const within = pathWithin('u."path"', [path]);
  const standing = stands('g', at);
  const asked = [...words.map(() => `p."searchKey" LIKE ? ESCAPE '!'`), ...(role ? ['g."role" = ?'] : [])];
  const where = `WHERE ${[within.text, standing.text, 'p."leftAt" IS NULL', ...asked].join(' AND ')}`;
  const values: SqlValue[] = [
    ...[...within.values, ...standing.values],
    ...words.map((word) => `%${word.replace(/[!%_]/g, '!$&')}%`),
    ...(role ? [role] : []),
  ];
  const [rows, counted] = await Promise.all([
    sql.all<Raw>(
      `${SELECT} ${FROM} ${where} ORDER BY u."path", g."role", p."sortKey", g."id" LIMIT ${limit} OFFSET ${offset}`,
      ...values,
    ),
    sql.get<{ n: number | bigint }>(`SELECT COUNT(*) AS n ${FROM} ${where}`, ...values),
  ]);
  return { grants: rows.map(rowOf), count: Number(counted?.n ?? 0) };
}

/** In force or still to come, at an instant. */
function stands(alias: string, at: Date): { text: string; values: SqlValue[] } {
  return {
    text: `(${alias}."untilAt" IS NULL OR ${alias}."untilAt" > ?) AND (${alias}."endedAt" IS NULL OR ${alias}."endedAt" > ?)`,
    values: [at, at],
  };
}

/** A grant on a unit within the scope, whatever its state, or null. */
export async function findGrant(sql: Sql, scope: readonly UnitPath[], id: string): Promise<RoleGrantRow | null> {
  const within = pathWithin('u."path"', scope);
  const row = await sql.get<Raw>(`${SELECT} ${FROM} WHERE g."id" = ? AND ${within.text}`, id, ...within.values);
  return row ? rowOf(row) : null;
}

/** The grants of a person that are in force, the highest unit first. */
export async function listGrantsOf(sql: Sql, personId: string, at: Date): Promise<RoleGrantRow[]> {
  const force = inForce('g', at);
  const rows = await sql.all<Raw>(
    `${SELECT} ${FROM} WHERE g."personId" = ? AND ${force.text} ORDER BY u."path", g."role"`,
    ...[personId, ...force.values],
  );
  return rows.map(rowOf);
}

/** The grants in force that reach a unit: on itself and on the units above it, the highest first. */
export async function listGrantsReaching(sql: Sql, path: UnitPath, at: Date): Promise<RoleGrantRow[]> {
  const ids = idsOf(path);
  const force = inForce('g', at);
  const rows = await sql.all<Raw>(
    `${SELECT} ${FROM} WHERE g."unitId" IN (${ids.map(() => '?').join(', ')}) AND p."leftAt" IS NULL AND ${force.text}
      ORDER BY u."path", g."role", p."sortKey", g."id"`,
    ...[...ids, ...force.values],
  );
  return rows.map(rowOf);
}

/** Grants that stand in for one, in force or still to come. */
export async function listStandIns(sql: Sql, grantId: string, at: Date): Promise<RoleGrantRow[]> {
  const standing = stands('g', at);
  const rows = await sql.all<Raw>(
    `${SELECT} ${FROM} WHERE g."standsForId" = ? AND ${standing.text} ORDER BY g."fromAt", g."id"`,
    ...[grantId, ...standing.values],
  );
  return rows.map(rowOf);
}

/** Keeps others who change these grants, or the administrators of anything, waiting until the transaction ends. */
export async function holdGrants(sql: Sql, ids: readonly string[]): Promise<void> {
  if (sql.forUpdate === '') return;
  const marks = ids.map(() => '?').join(', ');
  await sql.all(
    `SELECT "id" FROM "RoleGrant" WHERE "role" = 'administrator' OR "id" IN (${marks}) ORDER BY "id"${sql.forUpdate}`,
    ...ids,
  );
}

export async function insertRoleGrant(
  db: Db,
  grant: { id: string; personId: string; role: Role; unitId: string; fromAt: Date; untilAt: Date | null } & {
    grantedById: string | null;
    standsForId?: string | null;
  },
): Promise<void> {
  await db.roleGrant.create({ data: grant });
}

export async function updateGrantEnd(db: Db, id: string, untilAt: Date | null): Promise<void> {
  await db.roleGrant.update({ where: { id }, data: { untilAt } });
}

/** Ends grants before their time. */
export async function endGrants(db: Db, ids: readonly string[], by: { endedAt: Date; endedById: string }) {
  await db.roleGrant.updateMany({ where: { id: { in: [...ids] }, endedAt: null }, data: by });
}

/** How many grants in force or to come say exactly this: asked before the same is granted again. */
export async function countStandingGrants(
  sql: Sql,
  same: { personId: string; role: Role; unitId: string; standsForId: string | null },
  at: Date,
): Promise<number> {
  const standing = stands('g', at);
  const { personId, role, unitId, standsForId } = same;
  const row = await sql.get<{ n: number | bigint }>(
    `SELECT COUNT(*) AS n FROM "RoleGrant" g WHERE g."personId" = ? AND g."role" = ? AND g."unitId" = ? AND ${standing.text}
        AND ${standsForId === null ? 'g."standsForId" IS NULL' : 'g."standsForId" = ?'}`,
    ...[personId, role, unitId, ...standing.values, ...(standsForId === null ? [] : [standsForId])],
  );
  return Number(row?.n ?? 0);
}

/** Who holds a grant; null when there is none. */
export async function findHolder(sql: Sql, grantId: string): Promise<string | null> {
  const row = await sql.get<{ personId: string }>('SELECT "personId" FROM "RoleGrant" WHERE "id" = ?', grantId);
  return row?.personId ?? null;
}

/** Until when a grant holds by its date, null = for good. */
export async function findOriginalEnd(sql: Sql, grantId: string): Promise<Date | null> {
  const row = await sql.get<{ untilAt: RawInstant }>('SELECT "untilAt" FROM "RoleGrant" WHERE "id" = ?', grantId);
  return row ? instantOf(row.untilAt) : null;
}

/**
 * Whether somebody else administers all that this grant reaches, for good and with an account that is open: only then may
 * it end. Held rows (`holdGrants`) keep two administrators from ending one another at once.
 */
export async function hasOtherAdministrator(sql: Sql, grant: RoleGrantRow, at: Date): Promise<boolean> {
  const force = inForce('g', at);
  const ids = idsOf(grant.unitPath);
  const row = await sql.get(
    `SELECT g."id" FROM "RoleGrant" g JOIN "Person" p ON p."id" = g."personId" AND p."leftAt" IS NULL
       JOIN "Account" a ON a."personId" = p."id" AND a."disabledAt" IS NULL
      WHERE g."role" = 'administrator' AND g."id" <> ? AND g."untilAt" IS NULL AND g."personId" <> ?
        AND g."unitId" IN (${ids.map(() => '?').join(', ')}) AND ${force.text} LIMIT 1`,
    ...[grant.id, grant.personId, ...ids, ...force.values],
  );
  return row !== undefined;
}
