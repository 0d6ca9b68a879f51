import { shareFraction } from '#app/kernel/percent.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { listHeatCells } from '../../data/picture/heat.server.ts';
import type { ShownAssignment } from '../assignment-choice.server.ts';
import type { UnitPart } from '../unit-dashboard.server.ts';

/** Sub-units against assignments: shares completed of the strength, in the order of `assignments`. */
export interface HeatMap {
  assignments: { id: string; title: string }[];
  /** Null where the assignment means nobody of the unit, or the unit has nobody. */
  rows: { unitId: string; name: string; shares: (number | null)[] }[];
  /** Assignments that found no room. */
  older: number;
}

/** So many assignments stand beside one another, the newest. */
const MOST_ASSIGNMENTS = 8;

/** The heat map of sub-units that are already at hand. One statement; null where there is nothing to compare. */
export async function heatMap(
  sql: Sql,
  parts: readonly UnitPart[],
  choices: readonly ShownAssignment[],
  asOf: Date | null,
): Promise<HeatMap | null> {
  const units = parts.filter(({ isOwn }) => !isOwn);
  const shown = choices.slice(0, MOST_ASSIGNMENTS);
  if (units.length === 0 || shown.length === 0) return null;
  const cells = await listHeatCells(
    sql,
    units.map(({ unitId }) => unitId),
    shown.map(({ id }) => id),
    asOf,
  );
  const known = new Map(cells.map((cell) => [`${cell.unitId} ${cell.assignmentId}`, cell.completed]));
  return {
    assignments: shown.map(({ id, title }) => ({ id, title })),
    rows: units.map(({ unitId, name, strength }) => ({
      ...{ unitId, name },
      shares: shown.map(({ id }) => {
        const completed = known.get(`${unitId} ${id}`);
        return completed === undefined ? null : shareFraction({ part: completed, whole: strength });
      }),
    })),
    older: choices.length - shown.length,
  };
}
