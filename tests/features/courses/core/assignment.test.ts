import { describe, expect, it } from 'vitest';
import { assignmentDates, byUrgency, dateProblems, dueState } from '#app/features/courses/core/assignment.ts';

describe('assignmentDates', () => {
  it('opens with the day and is due at the last instant of the day, in Việt Nam', () => {
    const dates = assignmentDates({ openOn: '2026-11-01', dueOn: '2026-11-22', closeOn: null });
    expect(dates.openAt.toISOString()).toBe('2026-10-31T17:00:00.000Z');
    expect(dates.dueAt?.toISOString()).toBe('2026-11-22T16:59:59.999Z');
    expect(dates.closeAt).toBeNull();
  });

  it.each([
    ['2026-11-01', '2026-11-01', '2026-11-01', []],
    ['2026-11-02', '2026-11-01', null, [{ field: 'dueOn', code: 'due-before-open' }]],
    ['2026-11-02', null, '2026-11-01', [{ field: 'closeOn', code: 'close-before-open' }]],
    ['2026-11-01', '2026-11-10', '2026-11-09', [{ field: 'closeOn', code: 'close-before-due' }]],
  ])('open %s, due %s, close %s', (openOn, dueOn, closeOn, problems) => {
    expect(dateProblems(assignmentDates({ openOn, dueOn, closeOn }))).toEqual(problems);
  });
});

describe('dueState', () => {
  const dueAt = new Date('2026-11-22T16:59:59.999Z');
  it.each([
    ['2026-11-01T02:00:00Z', 'later', 21],
    ['2026-11-14T16:59:59Z', 'later', 8],
    ['2026-11-14T17:00:00Z', 'soon', 7],
    ['2026-11-21T17:00:00Z', 'soon', 0],
    ['2026-11-22T16:59:59.999Z', 'soon', 0],
    ['2026-11-22T17:00:00Z', 'late', -1],
    ['2026-11-25T03:00:00Z', 'late', -3],
  ])('at %s it is %s, %i days', (now, state, days) => {
    expect(dueState(dueAt, new Date(now))).toEqual({ state, days });
  });

  it('has none without a due date', () => {
    expect(dueState(null, new Date())).toEqual({ state: 'none' });
  });
});

it('puts the nearest due date first and what has none last', () => {
  const openAt = new Date(0);
  const list = [
    { id: 'none', openAt, dueAt: null },
    { id: 'far', openAt, dueAt: new Date(2) },
    { id: 'near', openAt, dueAt: new Date(1) },
  ];
  expect(list.sort(byUrgency).map(({ id }) => id)).toEqual(['near', 'far', 'none']);
});
