import type { UnitPath } from '#app/kernel/unit-path.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { booleanOf, type Sql, type SqlValue } from '#app/platform/db/sql.server.ts';

/** A unit as it was called and where it stood at an instant, with its strength then. */
export interface UnitAsOf {
  id: string;
  parentId: string | null;
  kind: string;
  name: string;
  shortName: string;
  path: UnitPath;
  position: number;
  isClosed: boolean;
  /** People who belonged directly to it. */
  ownStrength: number;
  /** People of its whole subtree. */
  strength: number;
}

type Raw = Omit<UnitAsOf, 'isClosed'> & { isClosed: number | boolean };

const place = ['parentId', 'kind', 'name', 'shortName', 'path', 'position'];

const now = `SELECT u."id", ${place.map((name) => `u."${name}"`).join(', ')}, u."strength" AS "ownStrength",
    u."subtreeStrength" AS "strength", u."closedAt" IS NOT NULL AS "isClosed" FROM "Unit" u`;

const later = (column: string) =>
  `COALESCE((SELECT SUM(d."${column}") FROM "StrengthDay" d WHERE d."unitId" = u."id" AND d."day" > ?), 0)`;

const then = `SELECT u."id", ${place.map((name) => `s."${name}"`).join(', ')},
    u."strength" - ${later('own')} AS "ownStrength", u."subtreeStrength" - ${later('subtree')} AS "strength",
    s."untilAt" IS NOT NULL AND s."untilAt" <= ? AS "isClosed"
  FROM "UnitSpan" s JOIN "Unit" u ON u."id" = s."unitId"`;

/** The span that held at an instant; takes it twice. */
export const spanAt = (alias: string) =>
  `${alias}."fromAt" <= ? AND (${alias}."untilAt" IS NULL OR ${alias}."untilAt" > ?)`;

const unitOf = (raw: Raw): UnitAsOf => ({
  ...raw,
  isClosed: booleanOf(raw.isClosed),
  ownStrength: Number(raw.ownStrength),
  strength: Number(raw.strength),
});

async function list(sql: Sql, condition: (alias: string) => string, values: SqlValue[], asOf: Date | null) {
  if (asOf === null) {
    const text = `${now} WHERE ${condition('u').replaceAll('"unitId"', '"id"')} ORDER BY u."position", u."name"`;
    return (await sql.all<Raw>(text, ...values)).map(unitOf);
  }
  const day = dateOf(asOf);
  const text = `${then} WHERE (${condition('s')}) AND ${spanAt('s')} ORDER BY s."position", s."name"`;
  return (await sql.all<Raw>(text, day, day, asOf, ...values, asOf, asOf)).map(unitOf);
}

/**
 * A unit and the units directly below it, in their order, as of an instant (null = now). `unit` is null where it did not
 * exist. Now, units that were closed are among the children: their figures still count. One statement, a row for each.
 */
export async function readUnitAndChildren(
  sql: Sql,
  unitId: string,
  asOf: Date | null,
): Promise<{ unit: UnitAsOf | null; children: UnitAsOf[] }> {
  const condition = (alias: string) => `${alias}."parentId" = ? OR ${alias}."unitId" = ?`;
  const units = await list(sql, condition, [unitId, unitId], asOf);
  return {
    unit: units.find(({ id }) => id === unitId) ?? null,
    children: units.filter(({ id }) => id !== unitId),
  };
}

/** One unit as of an instant (null = now), or null where it did not exist. Whatever the scope: find it in scope first. */
export async function findUnitAsOf(sql: Sql, unitId: string, asOf: Date | null): Promise<UnitAsOf | null> {
  return (await list(sql, (alias) => `${alias}."unitId" = ?`, [unitId], asOf))[0] ?? null;
}
