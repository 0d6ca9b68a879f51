import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { SessionTimes } from '#app/features/quiz/core/room/session.ts';
import { lateUntil, mayBegin, mayEnter } from '#app/features/quiz/core/room/sitting.ts';
import { at } from '../attempts.ts';

const released: SessionTimes = {
  ...{ lobbyAt: at(-600), plannedAt: at(0), releasedAt: at(0), pausedAt: null, closedAt: null },
  ...{ lateMinutes: 15, extraSeconds: 0 },
};
const seat = { extraSeconds: 0, arrivedAt: null, isRestart: false };
const punctual = { ...seat, arrivedAt: at(-30) };
const limits = { timeLimitSeconds: 1800, closeAt: null };

describe('Beginning', () => {
  test.each([
    ['waits for the release', { releasedAt: null }, seat, limits, at(1), { kind: 'refused', reason: 'not-released' }],
    ['waits while the room is paused', { pausedAt: at(5) }, seat, limits, at(9), { kind: 'refused', reason: 'paused' }],
    ['ends with the session', { closedAt: at(5) }, seat, limits, at(9), { kind: 'refused', reason: 'session-closed' }],
    [
      'gives the whole limit from the own start',
      {},
      seat,
      limits,
      at(899),
      { kind: 'begin', deadlineAt: at(2699), extraSeconds: 0 },
    ],
    ['ends with the late minutes', {}, seat, limits, at(900), { kind: 'refused', reason: 'too-late', until: at(900) }],
    [
      'is open to the end without late minutes',
      { lateMinutes: null },
      seat,
      limits,
      at(90_000),
      { kind: 'begin', deadlineAt: at(91_800), extraSeconds: 0 },
    ],
    [
      'is possible for two minutes for who was there, where nobody may be late',
      { lateMinutes: 0 },
      punctual,
      limits,
      at(119),
      { kind: 'begin', deadlineAt: at(1919), extraSeconds: 0 },
    ],
    [
      'is too late at once for who was not there, where nobody may be late',
      { lateMinutes: 0 },
      seat,
      limits,
      at(0),
      { kind: 'refused', reason: 'too-late', until: at(0) },
    ],
    [
      'moves with minutes of the room and the seat, and adds them',
      { extraSeconds: 60 },
      { ...seat, extraSeconds: 120 },
      limits,
      at(1079),
      { kind: 'begin', deadlineAt: at(3059), extraSeconds: 180 },
    ],
    [
      'is never too late for who may begin again',
      {},
      { ...seat, isRestart: true },
      limits,
      at(5000),
      { kind: 'begin', deadlineAt: at(6800), extraSeconds: 0 },
    ],
    [
      'is bounded by the close of the quiz',
      {},
      seat,
      { timeLimitSeconds: 1800, closeAt: at(1000) },
      at(800),
      { kind: 'begin', deadlineAt: at(1000), extraSeconds: 0 },
    ],
    [
      'is refused when the quiz is closed',
      {},
      seat,
      { timeLimitSeconds: 1800, closeAt: at(700) },
      at(700),
      { kind: 'refused', reason: 'quiz-closed' },
    ],
    [
      'has no deadline without limit and close',
      {},
      seat,
      { timeLimitSeconds: 0, closeAt: null },
      at(1),
      { kind: 'begin', deadlineAt: null, extraSeconds: 0 },
    ],
  ] as const)('%s', (_title, given, rights, rules, now, expected) => {
    expect(mayBegin({ ...released, ...given }, rights, rules, now)).toEqual(expected);
  });

  it('gives nobody less than who began a second later would have had left by the same clock', () => {
    const seconds = fc.integer({ min: 0, max: 899 });
    fc.assert(
      fc.property(seconds, fc.integer({ min: 60, max: 7200 }), (start, timeLimitSeconds) => {
        const begun = mayBegin(released, seat, { timeLimitSeconds, closeAt: null }, at(start));
        expect(begun).toEqual({ kind: 'begin', deadlineAt: at(start + timeLimitSeconds), extraSeconds: 0 });
      }),
    );
  });
});

describe('Coming in', () => {
  it('is possible from the lobby until the close, late too', () => {
    expect(mayEnter({ ...released, releasedAt: null }, at(-601))).toEqual({
      ...{ kind: 'refused', reason: 'too-early', opensAt: at(-600) },
    });
    expect(mayEnter({ ...released, releasedAt: null }, at(-600))).toEqual({ kind: 'enter' });
    expect(mayEnter(released, at(5000))).toEqual({ kind: 'enter' });
    expect(mayEnter({ ...released, closedAt: at(1) }, at(2))).toEqual({ kind: 'refused', reason: 'session-closed' });
  });

  it('is late from no instant before the release', () => {
    expect(lateUntil({ ...released, releasedAt: null }, seat)).toBeNull();
    expect(lateUntil(released, { ...seat, extraSeconds: 30 })).toEqual(at(930));
    expect(lateUntil({ ...released, lateMinutes: 1 }, punctual)).toEqual(at(120));
  });
});
