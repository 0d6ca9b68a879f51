import { idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import { idsIn } from '#app/platform/db/rows-of.server.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { UnitForReminders } from '../../core/reminders/answering-unit.ts';

/** A unit as reminders need it. */
export interface LedUnit extends UnitForReminders {
  name: string;
  shortName: string;
}

/** Who leads a unit now, granted on that very unit. */
export interface UnitLeader {
  unitId: string;
  personId: string;
  fullName: string;
  rank: string | null;
}

const inForce = `g."role" = 'leader' AND g."fromAt" <= ? AND (g."untilAt" IS NULL OR g."untilAt" > ?)
  AND (g."endedAt" IS NULL OR g."endedAt" > ?)`;

/** The units within the scope and those above it, each with whether somebody leads it now. */
export async function listLedUnits(sql: Sql, scope: readonly UnitPath[], at: Date): Promise<Map<string, LedUnit>> {
  const within = pathWithin('u."path"', scope);
  const above = [...new Set(scope.flatMap(idsOf))];
  const units = await sql.all<Omit<LedUnit, 'isLed'>>(
    `SELECT u."id", u."path", u."kind", u."name", u."shortName" FROM "Unit" u
      WHERE ${within.text} OR u."id" IN (${idsIn(sql)})`,
    ...[...within.values, JSON.stringify(above)],
  );
  const led = await sql.all<{ unitId: string }>(
    `SELECT DISTINCT g."unitId" FROM "RoleGrant" g JOIN "Person" p ON p."id" = g."personId" AND p."leftAt" IS NULL
      WHERE ${inForce}`,
    ...[at, at, at],
  );
  const ids = new Set(led.map(({ unitId }) => unitId));
  return new Map(units.map((unit) => [unit.id, { ...unit, isLed: ids.has(unit.id) }]));
}

/** Who leads these units now, by unit and name. */
export async function listLeaders(sql: Sql, unitIds: readonly string[], at: Date): Promise<UnitLeader[]> {
  if (unitIds.length === 0) return [];
  return sql.all<UnitLeader>(
    `SELECT DISTINCT g."unitId", p."id" AS "personId", p."fullName", p."rank", p."sortKey"
       FROM "RoleGrant" g JOIN "Person" p ON p."id" = g."personId" AND p."leftAt" IS NULL
      WHERE ${inForce} AND g."unitId" IN (${idsIn(sql)}) ORDER BY g."unitId", p."sortKey", p."id"`,
    ...[at, at, at, JSON.stringify(unitIds)],
  );
}
