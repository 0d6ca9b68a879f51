import { idsOf, pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import { among } from '#app/platform/db/rows-of.server.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { UnitKind } from '../../core/person.ts';

/** A unit as the editor of the tree sees it, open or closed. */
export interface TreeUnit {
  id: string;
  parentId: string | null;
  kind: UnitKind;
  name: string;
  shortName: string;
  path: UnitPath;
  position: number;
  strength: number;
  subtreeStrength: number;
  revision: number;
  closedAt: Date | null;
  mergedIntoId: string | null;
}

const columns = [
  ...['id', 'parentId', 'kind', 'name', 'shortName', 'path', 'position', 'strength', 'subtreeStrength', 'revision'],
  ...['closedAt', 'mergedIntoId'],
]
  .map((name) => `u."${name}"`)
  .join(', ');

type Raw = Omit<TreeUnit, 'closedAt'> & { closedAt: RawInstant };
const unitOf = (row: Raw): TreeUnit => ({
  ...row,
  position: Number(row.position),
  strength: Number(row.strength),
  subtreeStrength: Number(row.subtreeStrength),
  revision: Number(row.revision),
  closedAt: instantOf(row.closedAt),
});

/** A unit within the scope, open or closed; `hold` keeps it for this transaction. */
export async function findTreeUnit(
  sql: Sql,
  scope: readonly UnitPath[],
  id: string,
  hold: '' | Sql['forUpdate'] = '',
): Promise<TreeUnit | null> {
  const within = pathWithin('u."path"', scope);
  const row = await sql.get<Raw>(
    `SELECT ${columns} FROM "Unit" u WHERE u."id" = ? AND ${within.text}${hold}`,
    id,
    ...within.values,
  );
  return row ? unitOf(row) : null;
}

/** The units with these ids, whatever the scope, the highest first. */
export async function listTreeUnits(sql: Sql, ids: readonly string[]): Promise<TreeUnit[]> {
  const { text, values } = among(sql, ids);
  const rows = await sql.all<Raw>(`SELECT ${columns} FROM "Unit" u WHERE u."id" ${text} ORDER BY u."path"`, ...values);
  return rows.map(unitOf);
}

/** A row of the tree: with how many open units stand directly under it. */
export interface TreeRow extends TreeUnit {
  parts: number;
}

/**
 * The units directly under each of these parents, in their order, at most `limit` of each parent: one query, which reads
 * only the branches that are open on the screen.
 */
export async function listParts(
  sql: Sql,
  parentIds: readonly string[],
  { limit, offset = 0, withClosed }: { limit: number; offset?: number; withClosed: boolean },
): Promise<TreeRow[]> {
  if (parentIds.length === 0) return [];
  const { text, values } = among(sql, parentIds);
  const rows = await sql.all<Raw & { parts: number }>(
    `SELECT u.*, (SELECT COUNT(*) FROM "Unit" c WHERE c."parentId" = u."id" AND c."closedAt" IS NULL) AS "parts" FROM (
       SELECT ${columns}, ROW_NUMBER() OVER (PARTITION BY u."parentId" ORDER BY ${siblingOrder('u')}) AS "nth"
         FROM "Unit" u WHERE u."parentId" ${text} ${withClosed ? '' : 'AND u."closedAt" IS NULL'}) u
      WHERE u."nth" > ? AND u."nth" <= ? ORDER BY u."nth"`,
    ...values,
    offset,
    offset + limit,
  );
  return rows.map((row) => ({ ...unitOf(row), parts: Number(row.parts) }));
}

/** How many units stand directly under each of these, open and closed apart. */
export async function countParts(
  sql: Sql,
  parentIds: readonly string[],
): Promise<Map<string, { open: number; closed: number }>> {
  const { text, values } = among(sql, parentIds);
  const rows = await sql.all<{ parentId: string; open: number; closed: number }>(
    `SELECT "parentId", SUM(CASE WHEN "closedAt" IS NULL THEN 1 ELSE 0 END) AS "open",
            SUM(CASE WHEN "closedAt" IS NULL THEN 0 ELSE 1 END) AS "closed"
       FROM "Unit" WHERE "parentId" ${text} GROUP BY "parentId"`,
    ...values,
  );
  return new Map(rows.map(({ parentId, open, closed }) => [parentId, { open: Number(open), closed: Number(closed) }]));
}

/** The ids of the open units under a parent in their order, held for this transaction. */
export async function holdParts(sql: Sql, parentId: string): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT u."id" FROM "Unit" u WHERE u."parentId" = ? AND u."closedAt" IS NULL ORDER BY u."path"${sql.forUpdate}`,
    parentId,
  );
  if (rows.length === 0) return [];
  const ordered = await sql.all<{ id: string }>(
    `SELECT u."id" FROM "Unit" u WHERE u."parentId" = ? AND u."closedAt" IS NULL ORDER BY ${siblingOrder('u')}`,
    parentId,
  );
  return ordered.map(({ id }) => id);
}

// The id last: two of one name keep their order from one page to the next.
const siblingOrder = (name: string) =>
  `CASE WHEN ${name}."closedAt" IS NULL THEN 0 ELSE 1 END, ${name}."position", ${name}."name", ${name}."id"`;

/** The position that puts a unit behind its future siblings; 0 where nobody has ordered them: there the name does. */
export async function lastPosition(sql: Sql, parentId: string): Promise<number> {
  const row = await sql.get<{ n: number | null }>(
    'SELECT MAX("position") AS n FROM "Unit" WHERE "parentId" = ? AND "closedAt" IS NULL',
    parentId,
  );
  const most = Number(row?.n ?? 0);
  return most === 0 ? 0 : most + 1;
}

/** Whether another open unit under this parent reads the same. */
export async function isNameTaken(sql: Sql, parentId: string | null, name: string, exceptId: string | null) {
  const row = await sql.get(
    `SELECT "id" FROM "Unit" WHERE "name" = ? AND "closedAt" IS NULL AND "id" <> ?
        AND ${parentId === null ? '"parentId" IS NULL' : '"parentId" = ?'}`,
    name,
    exceptId ?? '',
    ...(parentId === null ? [] : [parentId]),
  );
  return row !== undefined;
}

/** How many levels the subtree has, the unit's own included; closed units count, for they move along. */
export async function countLevels(sql: Sql, path: UnitPath): Promise<number> {
  const row = await sql.get<{ n: number }>(
    `SELECT MAX(LENGTH("path") - LENGTH(REPLACE("path", '/', ''))) AS n FROM "Unit" WHERE "path" >= ? AND "path" < ?`,
    path,
    pathUpperBound(path),
  );
  return Number(row?.n ?? 0) - idsOf(path).length;
}

/** How many units lie below, and how many people in the whole subtree serve. */
export async function countBelow(sql: Sql, path: UnitPath): Promise<number> {
  const row = await sql.get<{ n: number }>(
    'SELECT COUNT(*) AS n FROM "Unit" WHERE "path" > ? AND "path" < ? AND "closedAt" IS NULL',
    path,
    pathUpperBound(path),
  );
  return Number(row?.n ?? 0);
}
