import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { pathWithin, unitWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { UnitKind } from '../core/person.ts';

export interface UnitRow {
  id: string;
  parentId: string | null;
  kind: UnitKind;
  name: string;
  shortName: string;
  path: UnitPath;
  position: number;
  strength: number;
}

const shown = {
  id: true,
  parentId: true,
  kind: true,
  name: true,
  shortName: true,
  path: true,
  position: true,
  strength: true,
} as const;

const columns = Object.keys(shown)
  .map((name) => `"${name}"`)
  .join(', ');

/** A unit within the scope, or null: what lies outside does not exist for the actor. Plain SQL, for screens read all day. */
export async function findUnit(sql: Sql, scope: readonly UnitPath[], id: string): Promise<UnitRow | null> {
  const within = pathWithin('"path"', scope);
  const row = await sql.get<UnitRow>(
    `SELECT ${columns} FROM "Unit" WHERE "id" = ? AND ${within.text}`,
    id,
    ...within.values,
  );
  return row ?? null;
}

/** The names of these units, whatever the scope: along a path that is already in scope. */
export async function listUnitNames(
  sql: Sql,
  ids: readonly string[],
): Promise<Pick<UnitRow, 'id' | 'name' | 'shortName'>[]> {
  if (ids.length === 0) return [];
  const marks = ids.map(() => '?').join(', ');
  return sql.all(`SELECT "id", "name", "shortName" FROM "Unit" WHERE "id" IN (${marks})`, ...ids);
}

/** Open units of the subtree(s), parents before children, siblings by position then name. */
export async function listUnits(db: Db, scope: readonly UnitPath[]): Promise<UnitRow[]> {
  const rows = await db.unit.findMany({
    where: { closedAt: null, ...unitWithin(scope) },
    select: shown,
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  });
  return rows as UnitRow[];
}

/** The units with these ids, whatever the scope: for the names along a path that is already in scope. */
export async function listUnitsById(db: Db, ids: readonly string[]): Promise<UnitRow[]> {
  const rows = await db.unit.findMany({ where: { id: { in: [...ids] } }, select: shown });
  return rows as UnitRow[];
}

export async function insertUnit(db: Db, unit: Omit<UnitRow, 'strength'> & { createdAt: Date }): Promise<void> {
  await db.unit.create({ data: unit });
}
