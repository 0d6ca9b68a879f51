import { describe, expect, it, test } from 'vitest';
import {
  mayChange,
  mayClose,
  mayRelease,
  type SessionTimes,
  sessionStateAt,
} from '#app/features/quiz/core/room/session.ts';
import { at } from '../attempts.ts';

const session = (given: Partial<SessionTimes> = {}): SessionTimes => ({
  ...{ lobbyAt: at(-600), plannedAt: at(0), releasedAt: null, pausedAt: null, closedAt: null },
  ...{ lateMinutes: 15, extraSeconds: 0 },
  ...given,
});

describe('A session', () => {
  test.each([
    ['is planned before its lobby opens', {}, at(-601), 'planned'],
    ['is a lobby from the very instant', {}, at(-600), 'lobby'],
    ['stays a lobby when the planned time has passed without a release', {}, at(9000), 'lobby'],
    ['is released by its release alone', { releasedAt: at(5) }, at(5), 'released'],
    ['is paused while its clock stands', { releasedAt: at(5), pausedAt: at(60) }, at(61), 'paused'],
    ['is closed whatever went before', { releasedAt: at(5), pausedAt: at(6), closedAt: at(70) }, at(70), 'closed'],
    ['may be closed without ever being released', { closedAt: at(-700) }, at(-650), 'closed'],
  ] as const)('%s', (_title, given, now, expected) => {
    expect(sessionStateAt(session(given), now)).toBe(expected);
  });
});

describe('A release', () => {
  const ready = { seats: 3, isPublished: true, outOfDate: 0 };
  test.each([
    ['is done from the lobby', {}, ready, at(-1), { kind: 'release' }],
    ['is refused before the lobby', {}, ready, at(-601), { kind: 'refused', reason: 'too-early' }],
    ['is refused for nobody', {}, { ...ready, seats: 0 }, at(0), { kind: 'refused', reason: 'no-seats' }],
    [
      'is refused for a quiz that was taken back',
      {},
      { ...ready, isPublished: false },
      at(0),
      { kind: 'refused', reason: 'not-published' },
    ],
    [
      'is refused while a paper is out of date',
      {},
      { ...ready, outOfDate: 1 },
      at(0),
      { kind: 'refused', reason: 'papers-out-of-date' },
    ],
    [
      'is unchanged the second time',
      { releasedAt: at(2) },
      { ...ready, outOfDate: 1 },
      at(9),
      { kind: 'unchanged', releasedAt: at(2) },
    ],
    ['is refused after the close', { closedAt: at(1) }, ready, at(2), { kind: 'refused', reason: 'closed' }],
  ] as const)('%s', (_title, given, room, now, expected) => {
    expect(mayRelease(session(given), room, now)).toEqual(expected);
  });
});

describe('A close', () => {
  it('waits for who works, and stands once it was', () => {
    expect(mayClose(session(), 2)).toEqual({ kind: 'refused', reason: 'still-working', working: 2 });
    expect(mayClose(session(), 0)).toEqual({ kind: 'close' });
    expect(mayClose(session({ closedAt: at(9) }), 2)).toEqual({ kind: 'unchanged', closedAt: at(9) });
  });
});

describe('A plan', () => {
  it('may be changed until the release, its people until the close', () => {
    expect(mayChange(session(), at(-1))).toEqual({ quiz: true, times: true, seats: true });
    expect(mayChange(session({ releasedAt: at(0) }), at(1))).toEqual({ quiz: false, times: false, seats: true });
    expect(mayChange(session({ closedAt: at(0) }), at(1))).toEqual({ quiz: false, times: false, seats: false });
  });
});
