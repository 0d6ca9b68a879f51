import { describe, expect, it } from 'vitest';
import { chooseAssignment } from '#app/features/progress/core/choose-assignment.ts';
import { deltasOf, netDeltas } from '#app/features/progress/core/counter-delta.ts';
import {
  coverageOf,
  emptyRollup,
  lateOf,
  notAssignedOf,
  resultsOf,
  rollupOf,
  sumRollups,
} from '#app/features/progress/core/rollup.ts';
import { sortUnits } from '#app/features/progress/core/sort-units.ts';
import { unitFigures } from '#app/features/progress/core/unit-figures.ts';

const status = (key: string, count: number) => ({ dimension: 'status', key, count });
const grade = (key: string, count: number) => ({ dimension: 'classification', key, count });
const a = rollupOf(10, [status('completed', 4), status('not-started', 2), status('exempt', 1), grade('good', 4)]);
const b = rollupOf(5, [status('failed', 1), status('in-progress', 2), grade('failed', 1), status('of-the-future', 9)]);
const now = new Date('2026-12-01T00:00:00Z');
const due = new Date('2026-11-30T16:59:59.999Z');

describe('rollups', () => {
  it('add up to the strength, with those outside of the audience', () => {
    const sum = sumRollups([a, b]);
    expect(sum).toMatchObject({
      strength: 15,
      byStatus: { completed: 4, 'in-progress': 2, 'not-started': 2, failed: 1, exempt: 1 },
    });
    expect(notAssignedOf(sum)).toBe(5);
  });

  it('keep "no data" apart from 0', () => {
    expect(coverageOf(emptyRollup)).toEqual({ part: 0, whole: 0, fraction: null });
    expect(coverageOf(b).fraction).toBe(0);
    expect(coverageOf(a).fraction).toBe(0.4);
  });

  it('derive who is late, and name the denominator of results', () => {
    expect(lateOf(sumRollups([a, b]), due, now)).toBe(4);
    expect(lateOf(a, due, due)).toBe(0);
    expect(lateOf(a, null, now)).toBe(0);
    expect(resultsOf(sumRollups([a, b]))).toEqual({ graded: 5, without: 4, whole: 9 });
  });
});

describe('counter deltas', () => {
  const here = { unitId: 'u', status: 'in-progress', classification: 'failed' } as const;

  it('change only what differs', () => {
    expect(deltasOf('a', here, { ...here, status: 'completed', classification: 'good' })).toMatchObject([
      { dimension: 'classification', key: 'failed', by: -1 },
      { dimension: 'classification', key: 'good', by: 1 },
      { dimension: 'status', key: 'completed', by: 1 },
      { dimension: 'status', key: 'in-progress', by: -1 },
    ]);
    expect(deltasOf('a', here, here)).toEqual([]);
  });

  it('count nobody who stands in no unit', () => {
    expect(deltasOf('a', { ...here, unitId: null }, { ...here, unitId: null, status: 'completed' })).toEqual([]);
    expect(deltasOf('a', here, null)).toMatchObject([{ by: -1 }, { by: -1 }]);
  });

  it('come in one order whatever the order of the causes', () => {
    const one = [...deltasOf('b', null, here), ...deltasOf('a', null, here)];
    expect(netDeltas(one)).toEqual(netDeltas([...one].reverse()));
  });
});

describe('sortUnits', () => {
  const rows = [a, emptyRollup, b].map((rollup, index) => ({ name: 'abc'[index], ...unitFigures(rollup, due, now) }));
  const names = (key: 'unit' | 'coverage' | 'late', isDescending: boolean) =>
    sortUnits(rows, { key, isDescending }).map((row) => row.name);

  it('puts "no data" last whichever way round, and keeps the order of the corps between equals', () => {
    expect(names('coverage', false)).toEqual(['c', 'a', 'b']);
    expect(names('coverage', true)).toEqual(['a', 'c', 'b']);
    expect(names('late', true)).toEqual(['a', 'c', 'b']);
    expect(names('unit', true)).toEqual(['c', 'b', 'a']);
  });
});

describe('chooseAssignment', () => {
  const at = (day: string) => new Date(`2026-${day}T00:00:00Z`);
  const choice = (id: string, openAt: string, dueAt: string | null, closeAt: string | null = null) =>
    ({
      ...{ id, openAt: at(openAt), dueAt: dueAt && at(dueAt), closeAt: closeAt && at(closeAt) },
    }) as { id: string; openAt: Date; dueAt: Date | null; closeAt: Date | null };
  const past = choice('past', '09-01', '10-01');
  const next = choice('next', '10-01', '12-15');
  const later = choice('later', '10-01', '12-31');
  const closed = choice('closed', '08-01', '12-10', '11-01');
  const future = choice('future', '12-05', '12-06');
  const dateless = choice('dateless', '11-01', null);

  it.each([
    ['the one due next', [past, later, next, closed, future, dateless], 'next'],
    ['the one due last when all are past', [past, closed, dateless], 'past'],
    ['the one without a date when nothing else runs', [dateless, closed], 'dateless'],
    ['one that does not run when none does', [closed], 'closed'],
  ])('shows %s', (_, choices, id) => {
    expect(chooseAssignment(choices, null, now)?.id).toBe(id);
  });

  it('obeys a wish, and finds nothing for a wish that is no choice', () => {
    expect(chooseAssignment([past, next], 'past', now)?.id).toBe('past');
    expect(chooseAssignment([past, next], 'else', now)).toBeNull();
    // Practice of some people is nobody's first picture.
    expect(chooseAssignment([{ ...next, id: 'practice', isForUnits: false }, past], null, now)?.id).toBe('past');
    expect(chooseAssignment([], null, now)).toBeNull();
  });
});
