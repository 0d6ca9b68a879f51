import { shareFraction } from '#app/kernel/percent.ts';
import { type Classification, classifications, type Status, statuses } from '../status.ts';
import type { UnitFigures } from '../unit-figures.ts';

/** The figures that two days are compared by. */
export const comparedKeys = [
  'strength',
  'assigned',
  ...statuses.map((status) => `status:${status}` as const),
  'late',
  ...classifications.map((key) => `class:${key}` as const),
] as const;
export type ComparedKey = (typeof comparedKeys)[number];

export type Direction = 'up' | 'down' | 'same';

/** One figure on two days. The shares are of the strength of each day; a class has its share of the results. */
export interface Difference {
  readonly key: ComparedKey;
  readonly before: number;
  readonly after: number;
  readonly by: number;
  readonly direction: Direction;
  readonly shareBefore: number | null;
  readonly shareAfter: number | null;
  /** Whether that is good news; null = neither: a strength may grow for any reason. */
  readonly isBetter: boolean | null;
}

/** What changed from one day to the other, figure by figure. */
export function compareFigures(before: UnitFigures, after: UnitFigures): Difference[] {
  return comparedKeys.map((key) => {
    const [from, to] = [figureOf(key, before), figureOf(key, after)];
    const direction = directionOf(to - from);
    return {
      ...{ key, before: from, after: to, by: to - from, direction },
      shareBefore: shareOf(key, from, before),
      shareAfter: shareOf(key, to, after),
      isBetter: direction === 'same' ? null : betterWhen[key] === undefined ? null : betterWhen[key] === direction,
    };
  });
}

export const directionOf = (by: number): Direction => (by > 0 ? 'up' : by < 0 ? 'down' : 'same');

const betterWhen: Partial<Record<ComparedKey, Direction>> = {
  'status:completed': 'up',
  'status:not-started': 'down',
  'status:failed': 'down',
  late: 'down',
  'class:excellent': 'up',
  'class:failed': 'down',
};

function figureOf(key: ComparedKey, figures: UnitFigures): number {
  if (key === 'strength' || key === 'assigned' || key === 'late') return figures[key];
  const [kind, name] = key.split(':') as ['status' | 'class', string];
  return kind === 'status' ? figures.byStatus[name as Status] : figures.byClass[name as Classification];
}

function shareOf(key: ComparedKey, part: number, figures: UnitFigures): number | null {
  if (key === 'strength') return null;
  return shareFraction({ part, whole: key.startsWith('class:') ? figures.results.graded : figures.strength });
}

/** One sub-unit on two days; null = was not there, or is not any more. */
export interface ComparedUnit<T> {
  readonly unitId: string;
  readonly before: T | null;
  readonly after: T | null;
  /** Of the two shares completed, 0..1; null where one of them is not known. */
  readonly by: number | null;
}

/** The sub-units of two days side by side: those of the later day in their order, then those that are gone. */
export function compareUnits<T extends { readonly unitId: string; readonly coverage: number | null }>(
  before: readonly T[],
  after: readonly T[],
): ComparedUnit<T>[] {
  const ids = [...new Set([...after, ...before].map(({ unitId }) => unitId))];
  return ids.map((unitId) => {
    const [then, now] = [before, after].map((rows) => rows.find((row) => row.unitId === unitId) ?? null);
    const isKnown = typeof then?.coverage === 'number' && typeof now?.coverage === 'number';
    return { unitId, before: then!, after: now!, by: isKnown ? now.coverage! - then.coverage! : null };
  });
}
