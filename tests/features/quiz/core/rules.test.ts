import { describe, expect, it } from 'vitest';
import type { Override } from '#app/features/quiz/core/override.ts';
import { explainOverrides } from '#app/features/quiz/core/rules/explain-override.ts';
import { openSlots, pageRefusal, turnPage } from '#app/features/quiz/core/rules/forward.ts';
import { movedDeadline } from '#app/features/quiz/core/rules/moved-deadline.ts';
import { DEFAULT_SETTINGS } from '#app/features/quiz/core/settings.ts';
import { at } from './attempts.ts';

const paper = [1, 2, 3, 4, 5].map((slot) => ({ slot }));
const forward = { forwardOnly: true, questionsPerPage: 2 };

describe('Forward only', () => {
  it.each([
    [1, [1, 2]],
    [2, [3, 4]],
    [3, [5]],
    // What cannot be is the nearest page.
    [0, [1, 2]],
    [9, [5]],
  ])('page %i shows %j', (openPage, slots) => expect([...openSlots(paper, forward, openPage)]).toEqual(slots));

  it('without the option shows all and refuses nothing', () => {
    const free = { ...forward, forwardOnly: false };
    expect(openSlots(paper, free, 1).size).toBe(5);
    expect(pageRefusal(paper, free, 1, 5)).toBeNull();
    expect(turnPage(paper, free, 1, 1)).toEqual({ kind: 'unchanged', openPage: 1 });
  });

  it.each([
    [1, 1, { kind: 'turned', openPage: 2 }],
    [2, 1, { kind: 'unchanged', openPage: 2 }],
    [1, 2, { kind: 'unchanged', openPage: 1 }],
    [3, 3, { kind: 'unchanged', openPage: 3 }],
  ])('with page %i open, "next" on page %i: %j', (openPage, from, decision) => {
    expect(turnPage(paper, forward, openPage, from)).toEqual(decision);
  });
});

describe('A running deadline after limits changed', () => {
  const clock = { startedAt: at(0), deadlineAt: at(600), extraSeconds: 0 };
  const limits = (timeLimitSeconds: number, close: number | null = null) => ({
    timeLimitSeconds,
    closeAt: close === null ? null : at(close),
  });
  it.each([
    ['the same limits', clock, limits(600), limits(600), 100, { kind: 'same' }],
    ['longer', clock, limits(600), limits(900), 100, { kind: 'moved', deadlineAt: at(900) }],
    ['unlimited', clock, limits(600), limits(0), 100, { kind: 'moved', deadlineAt: null }],
    ['shorter but ahead', clock, limits(600), limits(300), 100, { kind: 'moved', deadlineAt: at(300) }],
    [
      'shorter than what has passed ends now',
      clock,
      limits(600),
      limits(300),
      400,
      { kind: 'ended', deadlineAt: at(400) },
    ],
    ['a close in the past ends now', clock, limits(600), limits(600, 50), 400, { kind: 'ended', deadlineAt: at(400) }],
    [
      'minutes given back are kept',
      { ...clock, extraSeconds: 60 },
      limits(600),
      limits(900),
      100,
      { kind: 'moved', deadlineAt: at(960) },
    ],
    ['a later close that does not bind', clock, limits(600, 900), limits(600, 1200), 100, { kind: 'same' }],
  ] as const)('%s', (_, given, before, after, now, decision) => {
    expect(movedDeadline(given, before, after, at(now))).toEqual(decision);
  });
});

describe('Why a limit holds', () => {
  const quiz = { ...DEFAULT_SETTINGS.exam, closeAt: at(1200), timeLimitSeconds: 600 };
  const none = { openAt: null, closeAt: null, timeLimitSeconds: null, attemptsAllowed: null };
  const group = (id: string, fields: Partial<Override>): Override => ({ ...none, ...fields, id, target: 'group' });

  it('names the source and everything that lost, field by field', () => {
    const own: Override = { ...none, timeLimitSeconds: 700, id: 'p', target: 'person' };
    const reasons = explainOverrides(quiz, [group('a', { timeLimitSeconds: 0, closeAt: at(1300) }), own]);
    expect(reasons.find(({ field }) => field === 'timeLimitSeconds')).toEqual({
      field: 'timeLimitSeconds',
      value: 700,
      from: 'p',
      lost: [
        { from: 'a', value: null },
        { from: 'quiz', value: 600 },
      ],
    });
    expect(reasons.find(({ field }) => field === 'closeAt')).toMatchObject({ value: at(1300), from: 'a' });
    expect(reasons.find(({ field }) => field === 'attemptsAllowed')).toEqual({
      ...{ field: 'attemptsAllowed', value: 1, from: 'quiz', lost: [] },
    });
  });
});
