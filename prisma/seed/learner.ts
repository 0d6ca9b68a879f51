import { type SeededRandom, seededRandom } from '#app/kernel/seeded-random.ts';
import { between, clamp, happens, normal } from './chance.ts';
import type { DemoPerson, DemoUnit } from './store-corps.ts';

/** What of a person decides how the study goes. */
export interface Learner {
  readonly person: DemoPerson;
  /** Lessons a week are 2.5 times this. */
  readonly pace: number;
  /** Days from the opening of the assignment to the first lesson; null = has not begun at all. */
  readonly startDays: number | null;
  /** 0 is the average soldier, one step is one standard deviation of soldiers. */
  readonly ability: number;
}

const classAbility = { officer: 0.8, professional: 0.25, enlisted: 0, civilian: 0.1 } as const;
const classPace = { officer: 1.15, professional: 1, enlisted: 1, civilian: 0.9 } as const;

/**
 * How fast each unit studies: the first division leads, the third is late, the rest differs by chance. A unit takes over
 * from the unit above and adds its own share.
 */
export function unitPaces(seed: string, units: readonly DemoUnit[]): Map<string, number> {
  const paces = new Map<string, number>();
  const divisions = units.filter(({ kind }) => kind === 'division');
  for (const unit of units) {
    const random = seededRandom(`${seed}/pace/${unit.key}`);
    const above = unit.parentKey === null ? 1 : paces.get(unit.parentKey)!;
    const place = divisions.indexOf(unit);
    const own = place >= 0 ? ([1.3, 1.05, 0.72][place] ?? 1) : between(random, 0.86, 1.16);
    paces.set(unit.key, above * own);
  }
  return paces;
}

/** The person as a learner; the same seed and number give the same one. */
export function learnerOf(seed: string, person: DemoPerson, paces: ReadonlyMap<string, number>): Learner {
  const random: SeededRandom = seededRandom(`${seed}/learner/${person.number}`);
  const unitPace = paces.get(person.unit.key) ?? 1;
  const pace = clamp(unitPace * classPace[person.personnelClass] * (1 + 0.22 * normal(random)), 0.2, 2.2);
  // Late units have more people who have not begun.
  const neverBegins = happens(random, clamp(0.13 - 0.08 * unitPace, 0.02, 0.12));
  const startDays = neverBegins ? null : between(random, 1, 12) / pace;
  // Some take the study lightly: without them hardly anybody would fail twice.
  const lightly = happens(random, 0.07) ? -1.5 : 0;
  const ability = classAbility[person.personnelClass] + normal(random) * 0.95 + lightly;
  return { person, pace, startDays, ability };
}
