import type { Actor } from '#app/features/access/core/role.ts';
import type { UnitPlace } from '#app/features/org/queries/unit-place.server.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import { sortUnits, type UnitSort } from '../core/sort-units.ts';
import type { AssignmentChoice } from './assignment-choice.server.ts';
import { type FiguresAt, figuresAt, type UnitPart } from './picture/figures-at.server.ts';
import { unitAt } from './picture/unit-at.server.ts';

export type { UnitPart };

export interface UnitDashboard extends FiguresAt {
  unit: { id: string; name: string; shortName: string; kind: string };
  above: UnitPlace['above'];
  /** The instant of which all figures are. */
  asOf: Date;
  /** The day whose end is looked at; null = now. */
  asOfDay: LocalDate | null;
  today: LocalDate;
  /** False: on that day there was no such unit. */
  existed: boolean;
  assignments: AssignmentChoice['choices'];
  assignment: AssignmentChoice['choices'][number] | null;
}

/** The dashboard beside where the unit stood, for queries that go on from there. */
export type PlacedDashboard = UnitDashboard & { path: UnitPath };

export interface DashboardWish {
  assignmentId?: string | null;
  sort?: UnitSort;
  /** The end of a day; null = now. */
  asOf?: Date | null;
}

/**
 * A unit's state in one assignment, with its sub-units side by side; the parts add up to the total. Hot path: six small
 * queries whose cost grows with the number of direct sub-units, never with the units or people below them. Throws like
 * `unitAt`.
 */
export async function unitDashboard(actor: Actor, unitId: string, wish: DashboardWish = {}): Promise<UnitDashboard> {
  const { path: _, ...page } = await placedDashboard(actor, unitId, wish);
  return page;
}

/** The same with what further queries need. */
export async function placedDashboard(
  actor: Actor,
  unitId: string,
  { assignmentId, sort, asOf = null }: DashboardWish,
): Promise<PlacedDashboard> {
  const { chosen, then: _, ...page } = await unitAt(actor, unitId, { assignmentId, asOf });
  const { unit, path } = page;
  const { total, parts } = await figuresAt(actor, { unit, path, assignment: chosen, at: page.asOf, asOf });
  const below = parts.filter(({ isOwn }) => !isOwn);
  const own = parts.filter(({ isOwn }) => isOwn);
  return { ...page, total, parts: [...sortUnits(below, sort ?? { key: 'unit', isDescending: false }), ...own] };
}
