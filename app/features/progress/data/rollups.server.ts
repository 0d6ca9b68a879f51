import { dateOf } from '#app/kernel/vietnam-time.ts';
import { among } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { type CounterRow, type Rollup, rollupOf } from '../core/rollup.ts';
import { readUnitAndChildren, type UnitAsOf } from './units-as-of.server.ts';

/** A unit beside the figures of its whole subtree. */
export interface PartRollup extends UnitAsOf {
  readonly rollup: Rollup;
}

/** A unit in one assignment: `own` (its own people alone) and the parts add up to `total`. */
export interface UnitParts {
  readonly unit: UnitAsOf;
  readonly total: Rollup;
  readonly own: Rollup;
  readonly parts: readonly PartRollup[];
}

/** A unit and the units directly below it in several assignments at once; rows and columns in the order asked for. */
export interface UnitGrid {
  readonly unit: UnitAsOf;
  readonly children: readonly UnitAsOf[];
  /** The figures of the subtree of the unit or a child in an assignment; `own`: of its own people alone. */
  readonly cell: (unitId: string, assignmentId: string) => { readonly total: Rollup; readonly own: Rollup };
}

/**
 * Hot path, two statements: a unit's figures in an assignment (null = strength alone) and those of the units directly
 * below it, as of an instant (null = now; otherwise the end of a day). Reads some ten rows for each part, however many
 * units and people are below. Null where the unit did not exist. Read without a lock.
 */
export async function readParts(
  sql: Sql,
  unitId: string,
  assignmentId: string | null,
  asOf: Date | null,
): Promise<UnitParts | null> {
  const grid = await readGrid(sql, unitId, assignmentId === null ? [] : [assignmentId], asOf);
  if (!grid) return null;
  const { total, own } = grid.cell(unitId, assignmentId ?? '');
  const parts = grid.children.map((child) => ({ ...child, rollup: grid.cell(child.id, assignmentId ?? '').total }));
  return { unit: grid.unit, total, own, parts };
}

/** The same for several assignments at once, for a heat map of units and assignments. Two statements. */
export async function readGrid(
  sql: Sql,
  unitId: string,
  assignmentIds: readonly string[],
  asOf: Date | null,
): Promise<UnitGrid | null> {
  const { unit, children } = await readUnitAndChildren(sql, unitId, asOf);
  if (!unit) return null;
  const units = [unit, ...children];
  const counters = await readCounters(
    sql,
    units.map(({ id }) => id),
    assignmentIds,
    asOf,
  );
  const strengths = new Map(units.map((each) => [each.id, each]));
  return {
    ...{ unit, children },
    cell: (id, assignmentId) => {
      const rows = counters(id, assignmentId);
      const { strength = 0, ownStrength = 0 } = strengths.get(id) ?? {};
      return {
        total: rollupOf(
          strength,
          rows.map(({ total, ...row }) => ({ ...row, count: total })),
        ),
        own: rollupOf(ownStrength, rows),
      };
    },
  };
}

/** One counter: of the unit's own people, and of its whole subtree. */
export type CounterPair = CounterRow & { readonly total: number };

const named = `"assignmentId", "unitId", "dimension", "key"`;

/**
 * The counters of these units in these assignments, as of an instant (null = now): today's less what changed on later days.
 * One statement, whose cost grows with units x assignments (x later days), never with people.
 */
export async function readCounters(
  sql: Sql,
  unitIds: readonly string[],
  assignmentIds: readonly string[],
  asOf: Date | null,
): Promise<(unitId: string, assignmentId: string) => readonly CounterPair[]> {
  if (unitIds.length === 0 || assignmentIds.length === 0) return () => [];
  const [assignments, units] = [among(sql, assignmentIds), among(sql, unitIds)];
  const asked = `"assignmentId" ${assignments.text} AND "unitId" ${units.text}`;
  const values = [...assignments.values, ...units.values];
  type Row = CounterPair & { assignmentId: string; unitId: string };
  const stored = `SELECT ${named}, "count", "total" FROM "ProgressCounter" WHERE ${asked}`;
  const rows =
    asOf === null
      ? await sql.all<Row>(stored, ...values)
      : await sql.all<Row>(
          `SELECT ${named}, SUM("count") AS "count", SUM("total") AS "total" FROM (
             ${stored} UNION ALL
             SELECT ${named}, -"count", -"total" FROM "ProgressDay" WHERE ${asked} AND "day" > ?) AS c
            GROUP BY ${named}`,
          ...values,
          ...values,
          dateOf(asOf),
        );
  const found = new Map<string, CounterPair[]>();
  for (const { assignmentId, unitId, dimension, key, count, total } of rows) {
    const name = `${unitId} ${assignmentId}`;
    const pairs = found.get(name) ?? [];
    pairs.push({ dimension, key, count: Number(count), total: Number(total) });
    found.set(name, pairs);
  }
  return (unitId, assignmentId) => found.get(`${unitId} ${assignmentId}`) ?? [];
}
