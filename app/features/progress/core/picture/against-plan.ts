import type { UnitFigures } from '../unit-figures.ts';
import { plannedPeople } from './plan-line.ts';

/** Where a unit stands beside its plan, in people. */
export interface AgainstPlan {
  readonly planned: number;
  /** Of the audience without the exempt. */
  readonly audience: number;
  readonly share: number;
  /** Completed beyond the plan; negative = behind. */
  readonly ahead: number;
}

/** Null where nothing is planned, or where nobody is meant. */
export function againstPlan(figures: UnitFigures, share: number | null): AgainstPlan | null {
  const audience = figures.assigned - figures.byStatus.exempt;
  const planned = plannedPeople(share, audience);
  if (planned === null || share === null || audience === 0) return null;
  return { planned, audience, share, ahead: figures.byStatus.completed - planned };
}
