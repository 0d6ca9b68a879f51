import { idsIn } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { MadeUnit } from '../../core/roster/unit-resolver.ts';
import { unitKey } from '../../core/roster/unit-words.ts';
import { beginSpans } from '../tree/spans.server.ts';
import { insertRows } from './rows.server.ts';

/** Whether units above are closed by now, or somebody has made one of these units in the meantime. */
export async function areUnitsStale(sql: Sql, units: readonly MadeUnit[]): Promise<boolean> {
  const own = new Set(units.map(({ id }) => id));
  const parents = [...new Set(units.map(({ parentId }) => parentId!).filter((id) => !own.has(id)))];
  const found = await sql.all<{ id: string; path: string; closedAt: unknown }>(
    `SELECT "id", "path", "closedAt" FROM "Unit" WHERE "id" IN (${idsIn(sql)}) ORDER BY "path"${sql.forUpdate}`,
    JSON.stringify(parents),
  );
  if (found.length < parents.length || found.some(({ closedAt }) => closedAt !== null)) return true;
  // A parent that was moved since would give its new children a path of nowhere.
  const paths = new Map(found.map(({ id, path }) => [id, path]));
  const children = units.filter(({ parentId }) => paths.has(parentId!));
  if (children.some(({ id, parentId, path }) => path !== `${paths.get(parentId!)}${id}/`)) return true;
  const there = await sql.all<{ parentId: string; name: string }>(
    `SELECT "parentId", "name" FROM "Unit" WHERE "closedAt" IS NULL AND "parentId" IN (${idsIn(sql)})`,
    JSON.stringify(parents),
  );
  const names = new Set(there.map(({ parentId, name }) => `${parentId} ${unitKey(name)}`));
  return children.some(({ parentId, name }) => names.has(`${parentId} ${unitKey(name)}`));
}

/** Stores the units that a file makes, parents first, and begins their history. */
export async function insertMadeUnits(sql: Sql, units: readonly MadeUnit[], at: Date, key: string): Promise<void> {
  await insertRows(
    sql,
    'Unit',
    units.map(({ id, parentId, kind, name, shortName, path, position }) => ({
      ...{ id, parentId, kind, name, shortName, path, position },
      createdAt: at,
    })),
  );
  await beginSpans(
    sql,
    { text: `u."id" IN (${idsIn(sql)})`, values: [JSON.stringify(units.map(({ id }) => id))] },
    at,
    key,
  );
}

/** Closes those of the made units that are empty again, the lowest first; answers their ids. */
export async function closeMadeUnits(sql: Sql, units: readonly MadeUnit[], at: Date): Promise<string[]> {
  const ids = JSON.stringify(units.map(({ id }) => id));
  for (;;) {
    const closed = await sql.run(
      `UPDATE "Unit" SET "closedAt" = CAST(? AS TIMESTAMP), "revision" = "revision" + 1
        WHERE "id" IN (${idsIn(sql)}) AND "closedAt" IS NULL
          AND NOT EXISTS (SELECT 1 FROM "Person" p WHERE p."unitId" = "Unit"."id" AND p."leftAt" IS NULL)
          AND NOT EXISTS (SELECT 1 FROM "Unit" c WHERE c."parentId" = "Unit"."id" AND c."closedAt" IS NULL)`,
      at,
      ids,
    );
    if (closed === 0) break;
  }
  await sql.run(
    `UPDATE "UnitSpan" SET "untilAt" = ? WHERE "untilAt" IS NULL AND "unitId" IN
       (SELECT "id" FROM "Unit" WHERE "closedAt" IS NOT NULL AND "id" IN (${idsIn(sql)}))`,
    at,
    ids,
  );
  const rows = await sql.all<{ id: string }>(
    `SELECT "id" FROM "Unit" WHERE "closedAt" IS NOT NULL AND "id" IN (${idsIn(sql)})`,
    ids,
  );
  return rows.map(({ id }) => id);
}
