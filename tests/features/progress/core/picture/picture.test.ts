import { describe, expect, it } from 'vitest';
import { againstPlan } from '#app/features/progress/core/picture/against-plan.ts';
import { attentionList } from '#app/features/progress/core/picture/attention.ts';
import { compareFigures, compareUnits } from '#app/features/progress/core/picture/comparison.ts';
import { gradeBars } from '#app/features/progress/core/picture/grades.ts';
import { heatLevel } from '#app/features/progress/core/picture/heat.ts';
import { planLine, plannedPeople, plannedShare } from '#app/features/progress/core/picture/plan-line.ts';
import { thinned, trendLines } from '#app/features/progress/core/picture/trend-lines.ts';
import { emptyRollup, type StatusCounts } from '#app/features/progress/core/rollup.ts';
import { unitFigures } from '#app/features/progress/core/unit-figures.ts';
import { endOfDay, startOfDay } from '#app/kernel/vietnam-time.ts';

const openAt = startOfDay('2026-06-01');
const dueAt = endOfDay('2026-06-10');
const figures = (strength: number, byStatus: Partial<StatusCounts>) =>
  unitFigures({ ...emptyRollup, strength, byStatus: { ...emptyRollup.byStatus, ...byStatus } }, null, openAt);

describe('the plan line', () => {
  it.each([
    ['2026-05-20', 0],
    ['2026-06-01', 0.1],
    ['2026-06-05', 0.5],
    ['2026-06-10', 1],
    ['2026-07-01', 1],
  ])('runs straight from opening to due date: by %s it asks for %d', (day, share) => {
    expect(plannedShare(planLine({ openAt, dueAt }), day)).toBeCloseTo(share);
  });

  it('follows its own points, in whatever order they were given', () => {
    const own = [
      { day: '2026-06-20', share: 1 },
      { day: '2026-06-10', share: 0.4 },
    ];
    const line = planLine({ openAt, dueAt }, own);
    expect(['2026-06-05', '2026-06-10', '2026-06-15', '2026-06-25'].map((day) => plannedShare(line, day))).toEqual([
      0.2, 0.4, 0.7, 1,
    ]);
  });

  it('asks for nothing without a due date, and for whole people only', () => {
    expect(plannedShare(planLine({ openAt, dueAt: null }), '2026-06-05')).toBeNull();
    expect([plannedPeople(1 / 3, 3), plannedPeople(0.5, 5), plannedPeople(null, 5)]).toEqual([1, 3, null]);
  });

  it('says who is behind in people of the audience, the exempt apart', () => {
    const unit = figures(12, { completed: 3, 'not-started': 6, exempt: 1 });
    expect(againstPlan(unit, 0.5)).toEqual({ planned: 5, audience: 9, share: 0.5, ahead: -2 });
    expect(againstPlan(figures(3, {}), 0.5)).toBeNull();
  });
});

describe('a trend', () => {
  it('stands beside the plan for who was meant on that day', () => {
    const at = (day: string, byStatus: Partial<StatusCounts>) => ({
      day,
      rollup: { ...emptyRollup, strength: 12, byStatus: { ...emptyRollup.byStatus, ...byStatus } },
    });
    const points = [at('2026-06-01', { 'not-started': 10 }), at('2026-06-05', { completed: 4, exempt: 2, failed: 4 })];
    expect(trendLines(points, planLine({ openAt, dueAt }))).toEqual([
      { day: '2026-06-01', completed: 0, planned: 1, strength: 12 },
      { day: '2026-06-05', completed: 4, planned: 4, strength: 12 },
    ]);
  });

  it('is thinned for reading without losing its ends', () => {
    const days = Array.from({ length: 100 }, (_, at) => at);
    const few = thinned(days, 12);
    expect([few.length, few[0], few.at(-1)]).toEqual([12, 0, 99]);
    expect(thinned([1, 2], 12)).toEqual([1, 2]);
  });
});

it.each([
  [null, null],
  [0, 0],
  [0.199, 0],
  [0.2, 1],
  [0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1, 3],
  [0.999, 4],
  [1, 5],
])('a share of %s is shaded %s: everybody is a step of its own', (share, level) => {
  expect(heatLevel(share)).toBe(level);
});

it('counts a ten in the last bar of grades', () => {
  const bars = gradeBars([
    { bar: 10, count: 2 },
    { bar: 9, count: 1 },
    { bar: 5, count: 4 },
  ]);
  expect(bars).toHaveLength(10);
  expect(bars[9]).toEqual({ from: 9, until: 10, count: 3 });
  expect(bars[5]?.count).toBe(4);
});

describe('a comparison', () => {
  it('says by how much, which way, and whether that is good', () => {
    const changes = compareFigures(
      figures(10, { completed: 2, 'not-started': 8 }),
      figures(8, { completed: 6, 'not-started': 2 }),
    );
    const of = (key: string) => changes.find((each) => each.key === key);
    expect(of('strength')).toMatchObject({ by: -2, direction: 'down', isBetter: null, shareAfter: null });
    expect(of('status:completed')).toMatchObject({ by: 4, direction: 'up', isBetter: true, shareBefore: 0.2 });
    expect(of('status:not-started')).toMatchObject({ direction: 'down', isBetter: true, shareAfter: 0.25 });
    expect(of('class:excellent')).toMatchObject({ by: 0, direction: 'same', isBetter: null, shareBefore: null });
  });

  it('keeps units that came or went, without making up a difference', () => {
    const unit = (unitId: string, coverage: number | null) => ({ unitId, coverage });
    expect(compareUnits([unit('a', 0.25), unit('gone', 1)], [unit('new', 0.5), unit('a', 0.75)])).toEqual([
      { unitId: 'new', before: null, after: unit('new', 0.5), by: null },
      { unitId: 'a', before: unit('a', 0.25), after: unit('a', 0.75), by: 0.5 },
      { unitId: 'gone', before: unit('gone', 1), after: null, by: null },
    ]);
  });
});

describe('what needs action', () => {
  const calm = {
    ...{ late: 0, failed: 0, notStarted: 4, owing: 9, daysLeft: 20, openNotices: 0 },
    ...{ unconfirmed: null, expiring: 0 },
  };
  const kinds = (change: Partial<Parameters<typeof attentionList>[0]>) =>
    attentionList({ ...calm, ...change }).map(({ kind }) => kind);

  it('is nothing where nobody owes anything', () => expect(kinds({ notStarted: 0, owing: 0 })).toEqual([]));
  it('names who has not begun while there is time', () => expect(kinds({})).toEqual(['not-started']));
  it('names who still owes once the date is near', () => expect(kinds({ daysLeft: 7 })).toEqual(['due-soon']));
  it('puts the late first', () =>
    expect(kinds({ late: 3, failed: 1, daysLeft: -2, unconfirmed: { units: 2, of: 5 }, expiring: 1 })).toEqual([
      'late',
      'failed',
      'certificates-expiring',
      'presence-missing',
    ]));
});
