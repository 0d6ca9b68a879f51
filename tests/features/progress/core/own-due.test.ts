import { describe, expect, it } from 'vitest';
import { dueFor } from '#app/features/courses/core/assignment.ts';
import { daysLateOf, lateCorrection } from '#app/features/progress/core/own-due.ts';
import { endOfDay } from '#app/kernel/vietnam-time.ts';

const due = endOfDay('2026-11-30');
const later = endOfDay('2026-12-10');

describe('a due date of one’s own', () => {
  it.each([
    [due, null, due],
    [due, later, later],
    // Everybody was given longer since.
    [later, due, later],
    [null, later, later],
    [null, null, null],
  ])('of %s and %s the later rules', (common, own, expected) => {
    expect(dueFor(common, own)).toEqual(expected);
  });

  it.each([
    ['not-started', null, '2026-12-03', 3],
    ['not-started', later, '2026-12-03', null],
    ['in-progress', later, '2026-12-11', 1],
    ['completed', null, '2026-12-03', null],
    ['exempt', null, '2026-12-03', null],
  ] as const)('%s with %s on %s: %s', (status, ownDueAt, day, expected) => {
    expect(daysLateOf({ status, dueAt: due, ownDueAt }, new Date(`${day}T03:00:00Z`))).toBe(expected);
  });

  it('corrects the number of those who are late by the common date', () => {
    const now = new Date('2026-12-03T03:00:00Z');
    expect(lateCorrection(due, later, now)).toBe(-1);
    expect(lateCorrection(due, endOfDay('2026-12-02'), now)).toBe(0);
    expect(lateCorrection(null, endOfDay('2026-12-02'), now)).toBe(1);
    expect(lateCorrection(later, endOfDay('2026-12-02'), now)).toBe(0);
  });
});
