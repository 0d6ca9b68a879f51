import { childPath, idsOf, pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import { among, rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { moveStrength } from '../strength.server.ts';
import { renewSpans } from './spans.server.ts';

/**
 * One change of the tree's shape at a time: two moves that together would make a cycle find one another here. Everything
 * else that holds units (transfers, strength) goes on below.
 */
export async function holdTree(sql: Sql): Promise<void> {
  await sql.all(`SELECT "id" FROM "Unit" WHERE "parentId" IS NULL ORDER BY "path"${sql.forUpdate}`);
}

/** Holds the units along these paths and the whole subtrees of `subtrees`, by path. */
export async function holdUnits(sql: Sql, paths: readonly UnitPath[], subtrees: readonly UnitPath[]): Promise<void> {
  if (sql.forUpdate === '') return;
  const ranges = subtrees.map(() => 'OR ("path" >= ? AND "path" < ?)').join(' ');
  const along = among(sql, [...new Set(paths.flatMap(idsOf))]);
  await sql.all(
    `SELECT "id" FROM "Unit" WHERE "id" ${along.text} ${ranges} ORDER BY "path"${sql.forUpdate}`,
    ...along.values,
    ...subtrees.flatMap((path) => [path, pathUpperBound(path)]),
  );
}

/**
 * Puts a unit with everything below it under another: all paths in one statement, spans in two, strengths of the units
 * above in two, however large the subtree is. Answers the new path. The caller holds the units.
 */
export async function moveSubtree(
  sql: Sql,
  unit: { readonly id: string; readonly path: UnitPath },
  to: { readonly id: string; readonly path: UnitPath; readonly position: number },
  at: Date,
  key: string,
): Promise<UnitPath> {
  const toPath = childPath(to.path, unit.id);
  await moveStrength(sql, { unitId: unit.id, fromPath: unit.path, toPath }, at);
  await sql.run(
    `UPDATE "Unit" SET "path" = ? || SUBSTR("path", CAST(? AS INTEGER)) WHERE "path" >= ? AND "path" < ?`,
    toPath,
    unit.path.length + 1,
    unit.path,
    pathUpperBound(unit.path),
  );
  await sql.run(
    'UPDATE "Unit" SET "parentId" = ?, "position" = ?, "revision" = "revision" + 1 WHERE "id" = ?',
    to.id,
    to.position,
    unit.id,
  );
  await renewSpans(sql, { text: 'u."path" >= ? AND u."path" < ?', values: [toPath, pathUpperBound(toPath)] }, at, key);
  return toPath;
}

/** Gives siblings their order: units and their open spans, which say the same. Order leaves no history. */
export async function writeOrder(sql: Sql, ids: readonly string[]): Promise<void> {
  const given = rowsOf(sql, { unitId: 'TEXT', position: 'INTEGER' });
  const rows = rowsParameter(
    sql,
    ids.map((id, index) => [id, index + 1]),
  );
  await sql.run(
    `WITH d AS (${given}) UPDATE "Unit" SET "position" = d."position" FROM d WHERE "Unit"."id" = d."unitId"`,
    rows,
  );
  await sql.run(
    `WITH d AS (${given}) UPDATE "UnitSpan" SET "position" = d."position" FROM d
      WHERE "UnitSpan"."unitId" = d."unitId" AND "UnitSpan"."untilAt" IS NULL`,
    rows,
  );
}

/** Writes what a unit is called, and that it was changed. */
export async function writeNaming(
  sql: Sql,
  id: string,
  { name, shortName, kind }: { name: string; shortName: string; kind: string },
): Promise<void> {
  await sql.run(
    'UPDATE "Unit" SET "name" = ?, "shortName" = ?, "kind" = ?, "revision" = "revision" + 1 WHERE "id" = ?',
    name,
    shortName,
    kind,
    id,
  );
}

/** Closes a unit, or opens it again (`at` null). */
export async function writeClosed(sql: Sql, id: string, at: Date | null, mergedIntoId: string | null): Promise<void> {
  await sql.run(
    'UPDATE "Unit" SET "closedAt" = ?, "mergedIntoId" = ?, "revision" = "revision" + 1 WHERE "id" = ?',
    at,
    mergedIntoId,
    id,
  );
}
