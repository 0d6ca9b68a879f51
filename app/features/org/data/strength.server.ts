import { ancestorsOf, idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { among, isFew, rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** By how many people a unit's own strength changes; negative for those who go. */
export interface StrengthChange {
  readonly unitId: string;
  readonly by: number;
}

type Written = { own: number; subtree: number };

/**
 * Counts people in and out: the units' own strength, the strength of the subtrees above them, and the day of both. The
 * only writer of those columns beside `moveStrength`. Four statements however many units and people; call it once for a
 * transaction, before people and enrolments are locked. A transfer is `[{from, -1}, {to, +1}]`: units above both stay as
 * they are. Units that do not exist are left out.
 */
export async function changeStrength(sql: Sql, changes: readonly StrengthChange[], at: Date): Promise<void> {
  const own = new Map<string, number>();
  for (const { unitId, by } of changes) own.set(unitId, (own.get(unitId) ?? 0) + by);
  const changed = [...own].filter(([, by]) => by !== 0);
  if (changed.length === 0) return;
  const paths = await holdPaths(sql, changed);
  const written = new Map<string, Written>();
  for (const [unitId, by] of changed) {
    const path = paths.get(unitId);
    if (!path) continue;
    add(written, unitId, { own: by, subtree: 0 });
    for (const id of idsOf(path)) add(written, id, { own: 0, subtree: by });
  }
  await write(sql, written, at);
}

/**
 * Moves the strength of a unit's whole subtree from the units above its former place to those above its new one. The
 * caller holds the units of both ways and of the subtree (by path), and rewrites paths and spans itself.
 */
export async function moveStrength(
  sql: Sql,
  { unitId, fromPath, toPath }: { unitId: string; fromPath: UnitPath; toPath: UnitPath },
  at: Date,
): Promise<void> {
  const unit = await sql.get<{ n: number }>('SELECT "subtreeStrength" AS n FROM "Unit" WHERE "id" = ?', unitId);
  const people = Number(unit?.n ?? 0);
  const written = new Map<string, Written>();
  for (const path of ancestorsOf(fromPath)) add(written, idsOf(path).at(-1)!, { own: 0, subtree: -people });
  for (const path of ancestorsOf(toPath)) add(written, idsOf(path).at(-1)!, { own: 0, subtree: people });
  await write(sql, written, at);
}

/**
 * The paths of the units, held with those above them whose subtree changes: on PostgreSQL a unit may be moved while we
 * wait for it, and then the way up is another one.
 */
async function holdPaths(sql: Sql, changed: readonly (readonly [string, number])[]): Promise<Map<string, UnitPath>> {
  const ids = changed.map(([unitId]) => unitId);
  const read = (which: readonly string[], hold: '' | Sql['forUpdate']) => {
    const { text, values } = among(sql, which);
    return sql.all<{ id: string; path: string }>(
      `SELECT "id", "path" FROM "Unit" WHERE "id" ${text} ORDER BY "path"${hold}`,
      ...values,
    );
  };
  let rows = await read(ids, '');
  for (;;) {
    const found = new Map(rows.map(({ id, path }) => [id, path]));
    if (sql.forUpdate === '') return found;
    const above = new Map<string, number>();
    for (const [unitId, by] of changed)
      for (const id of idsOf(found.get(unitId) ?? '/')) above.set(id, (above.get(id) ?? 0) + by);
    const held = [...above].filter(([, by]) => by !== 0).map(([id]) => id);
    rows = await read([...new Set([...ids, ...held])], sql.forUpdate);
    if (rows.every(({ id, path }) => !found.has(id) || found.get(id) === path)) return found;
  }
}

function add(written: Map<string, Written>, unitId: string, { own, subtree }: Written): void {
  const before = written.get(unitId) ?? { own: 0, subtree: 0 };
  written.set(unitId, { own: before.own + own, subtree: before.subtree + subtree });
}

async function write(sql: Sql, written: ReadonlyMap<string, Written>, at: Date): Promise<void> {
  const rows = [...written].filter(([, { own, subtree }]) => own !== 0 || subtree !== 0);
  if (rows.length === 0) return;
  const given = rowsOf(sql, { unitId: 'TEXT', own: 'INTEGER', subtree: 'INTEGER' });
  const parameter = rowsParameter(
    sql,
    rows.map(([unitId, { own, subtree }]) => [unitId, own, subtree]),
  );
  // For few units PostgreSQL is told so once more, or it would read them all.
  const ids = rows.map(([unitId]) => unitId);
  const few = isFew(ids) ? among(sql, ids) : null;
  await sql.run(
    `WITH d AS (${given}) UPDATE "Unit" SET "strength" = "Unit"."strength" + d."own",
            "subtreeStrength" = "Unit"."subtreeStrength" + d."subtree" FROM d
      WHERE "Unit"."id" = d."unitId"${few ? ` AND "Unit"."id" ${few.text}` : ''}`,
    parameter,
    ...(few?.values ?? []),
  );
  await sql.run(
    `INSERT INTO "StrengthDay" ("unitId", "day", "own", "subtree")
     SELECT d."unitId", ?, d."own", d."subtree" FROM (${given}) AS d WHERE true ORDER BY d."unitId"
         ON CONFLICT ("unitId", "day") DO UPDATE
        SET "own" = "StrengthDay"."own" + excluded."own", "subtree" = "StrengthDay"."subtree" + excluded."subtree"`,
    dateOf(at),
    parameter,
  );
}
