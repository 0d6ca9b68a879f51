import { describe, expect, it } from 'vitest';
import { answeringUnit, levelsOf, unitAtLevel } from '#app/features/progress/core/reminders/answering-unit.ts';
import { type Notice, nextStep, raisesOn } from '#app/features/progress/core/reminders/notice.ts';
import { isQuiet, usualRule } from '#app/features/progress/core/reminders/reminder-rule.ts';

/** Wall clock in Việt Nam; 2026-11-23 is a Monday. */
const there = (text: string) => new Date(`${text}:00+07:00`);

describe('quiet hours', () => {
  it.each([
    ['2026-11-23T05:59', true],
    ['2026-11-23T06:00', false],
    ['2026-11-23T20:59', false],
    ['2026-11-23T21:00', true],
    ['2026-11-28T10:00', true],
    ['2026-11-29T10:00', true],
  ])('%s: %s', (at, expected) => {
    expect(isQuiet(usualRule, there(at))).toBe(expected);
  });

  it.each([
    [{ quietFrom: '12:00', quietUntil: '13:30' }, '2026-11-23T12:30', true],
    [{ quietFrom: '12:00', quietUntil: '13:30' }, '2026-11-23T22:30', false],
    [{ quietFrom: '00:00', quietUntil: '00:00' }, '2026-11-23T00:00', false],
    [{ isQuietAtWeekends: false }, '2026-11-28T10:00', false],
  ])('%j at %s: %s', (rule, at, expected) => {
    expect(isQuiet({ ...usualRule, ...rule }, there(at))).toBe(expected);
  });
});

describe('nextStep', () => {
  const levels = [true, false, true];
  const step = (notice: Notice | null, at: string, late = 2, led: boolean[] = levels) =>
    nextStep(notice, { late, levels: led, rule: usualRule, at: there(at) });
  const raised = (at: string, level = 0, acknowledgedAt: Date | null = null): Notice => ({
    ...{ level, acknowledgedAt },
    raisedAt: there(at),
  });
  it.each([
    ['nobody late, no notice', null, '2026-11-23T08:00', 0, { kind: 'keep' }],
    ['somebody late', null, '2026-11-23T08:00', 2, { kind: 'open', level: 0 }],
    ['somebody late at night', null, '2026-11-23T23:00', 2, { kind: 'keep' }],
    ['nobody late any more, even at night', raised('2026-11-23T08:00'), '2026-11-23T23:00', 0, { kind: 'settle' }],
    ['two days later', raised('2026-11-23T20:00'), '2026-11-25T20:30', 2, { kind: 'keep' }],
    [
      'on the third day, from its morning',
      raised('2026-11-23T20:00'),
      '2026-11-26T06:00',
      2,
      { kind: 'raise', level: 2 },
    ],
    ['at the top', raised('2026-11-23T08:00', 2), '2026-11-30T08:00', 2, { kind: 'keep' }],
    ['acknowledged', raised('2026-11-23T08:00', 0, there('2026-11-24T08:00')), '2026-11-30T08:00', 2, { kind: 'keep' }],
    [
      'acknowledged a week ago',
      raised('2026-11-23T08:00', 0, there('2026-11-24T08:00')),
      '2026-12-01T08:00',
      2,
      { kind: 'ask-again' },
    ],
  ] as const)('%s', (_name, notice, at, late, expected) => {
    expect(step(notice, at, late)).toEqual(expected);
  });

  it('opens where somebody leads, and stays where nobody does', () => {
    expect(step(null, '2026-11-23T08:00', 1, [false, false, true])).toEqual({ kind: 'open', level: 2 });
    expect(step(null, '2026-11-23T08:00', 1, [false, false])).toEqual({ kind: 'open', level: 0 });
  });

  it('tells the day on which it goes up', () => {
    expect(raisesOn(raised('2026-11-23T08:00'), levels, usualRule)).toBe('2026-11-26');
    expect(raisesOn(raised('2026-11-23T08:00', 2), levels, usualRule)).toBeNull();
  });
});

describe('who answers', () => {
  const units = new Map(
    [
      { id: 'd', kind: 'division', isLed: true },
      { id: 'c', kind: 'company', isLed: false },
      { id: 'b', kind: 'platoon', isLed: false },
      { id: 'b2', kind: 'platoon', isLed: true },
      { id: 'a', kind: 'squad', isLed: false },
    ].map((unit) => [unit.id, { ...unit, path: '' }]),
  );
  const of = (id: string) => units.get(id);

  it.each([
    ['/d/c/b/a/', 'c'],
    ['/d/c/b2/a/', 'b2'],
    ['/d/c/', 'c'],
    ['/d/', 'd'],
    ['/b/a/', 'b'],
  ])('%s: %s', (path, expected) => {
    expect(answeringUnit(path, of)?.id).toBe(expected);
  });

  it('knows the levels above a unit', () => {
    expect(levelsOf('/d/c/b/', of)).toEqual([false, false, true]);
    expect(unitAtLevel('/d/c/b/', 2)).toBe('d');
    expect(unitAtLevel('/d/c/b/', 9)).toBe('d');
  });
});
