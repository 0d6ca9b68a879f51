import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

export interface UnitHere {
  id: string;
  name: string;
  path: UnitPath;
  kind: string;
}

/** A unit within the scope, or null. */
export async function findUnitHere(sql: Sql, scope: readonly UnitPath[], id: string): Promise<UnitHere | null> {
  const within = pathWithin('"path"', scope);
  const row = await sql.get<UnitHere>(
    `SELECT "id", "name", "path", "kind" FROM "Unit" WHERE "id" = ? AND ${within.text}`,
    ...[id, ...within.values],
  );
  return row ?? null;
}

export interface PersonHere {
  id: string;
  fullName: string;
  rank: string | null;
  number: string;
  unitId: string;
  unitName: string;
  unitPath: UnitPath;
}

/** A serving person whose unit lies within the scope, or null. */
export async function findPersonHere(sql: Sql, scope: readonly UnitPath[], id: string): Promise<PersonHere | null> {
  const within = pathWithin('u."path"', scope);
  const row = await sql.get<PersonHere>(
    `SELECT p."id", p."fullName", p."rank", p."number", u."id" AS "unitId", u."name" AS "unitName", u."path" AS "unitPath"
       FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE p."id" = ? AND p."leftAt" IS NULL AND ${within.text}`,
    ...[id, ...within.values],
  );
  return row ?? null;
}

/** How far a grant on a unit reaches: open units of the subtree, and people who belong to them. */
export async function reachOf(sql: Sql, path: UnitPath): Promise<{ units: number; people: number }> {
  const row = await sql.get<{ units: number | bigint; people: number | bigint | null }>(
    `SELECT COUNT(*) AS "units", SUM("strength") AS "people" FROM "Unit"
      WHERE "path" >= ? AND "path" < ? AND "closedAt" IS NULL`,
    ...[path, pathUpperBound(path)],
  );
  return { units: Number(row?.units ?? 0), people: Number(row?.people ?? 0) };
}

/** The names of these people, also of those who left: for who did what in a log. */
export async function listNames(sql: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await sql.all<{ id: string; fullName: string }>(
    `SELECT "id", "fullName" FROM "Person" WHERE "id" IN (${wanted.map(() => '?').join(', ')})`,
    ...wanted,
  );
  return new Map(rows.map(({ id, fullName }) => [id, fullName]));
}
