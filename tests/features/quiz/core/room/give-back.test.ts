import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Attempt } from '#app/features/quiz/core/attempt.ts';
import { REVIEW_PRESETS, type ReviewMatrix, type ReviewWhat } from '#app/features/quiz/core/review.ts';
import type { AttemptClock } from '#app/features/quiz/core/room/attempt-clock.ts';
import { countKept, type Givable, giveBack, type ShareContext } from '#app/features/quiz/core/room/give-back.ts';
import type { Loss } from '#app/features/quiz/core/room/outage.ts';
import { deadlineOf } from '#app/features/quiz/core/timing.ts';
import { abandoned, at, graded, overdue, running, submitted } from '../attempts.ts';

const facts = { isOfSeat: true, hasLater: false, hasMarks: false };
const clock: AttemptClock = { deadlineAt: at(600), pausedAt: null, extraSeconds: 0 };
const one = (attempt: Attempt, more: Partial<Givable> = {}): Givable => ({
  ...{ attempt, clock, facts, startedAt: at(0) },
  ...more,
});
const loss = (from: number, until: number): Loss => ({
  ...{ personId: 'p1', seconds: Math.floor(until - from), fromAt: at(from), untilAt: at(until) },
});
const context: ShareContext = { review: REVIEW_PRESETS['after-close'], isRoomPaused: false };
const showing = (when: 'just-after' | 'later-open', what: ReviewWhat): ShareContext => {
  const review: ReviewMatrix = { ...REVIEW_PRESETS.never, [when]: ['answers', what] };
  return { ...context, review };
};

/** Ended by the clock, and stored so. */
const timedOut: Attempt = { ...submitted, submittedAt: at(600), cause: 'time' };
const timedOutGraded: Attempt = { ...graded, submittedAt: at(600), cause: 'time' };

describe('An outage given back', () => {
  const reopened = { kind: 'reopened', seconds: 50, clock: { deadlineAt: at(950), pausedAt: null, extraSeconds: 350 } };
  const keptFor = (reason: string) => ({ kind: 'kept', reason });
  test.each<[string, readonly Givable[], Loss, ShareContext, number, object]>([
    [
      'gives a running attempt its loss',
      [one(running)],
      loss(100, 160),
      context,
      200,
      { kind: 'given', seconds: 60, clock: { deadlineAt: at(660), pausedAt: null, extraSeconds: 60 } },
    ],
    ['opens again whose time ran out in it', [one(timedOut)], loss(550, 600), context, 900, reopened],
    ['opens a graded one again', [one(timedOutGraded)], loss(550, 600), context, 900, reopened],
    ['opens again what only reads as ended', [one(running)], loss(550, 600), context, 900, reopened],
    [
      'opens again in the grace, with what was left',
      [one(overdue)],
      loss(550, 600),
      showing('just-after', 'right-answer'),
      605,
      { kind: 'reopened', seconds: 50, clock: { deadlineAt: at(655), pausedAt: null, extraSeconds: 55 } },
    ],
    [
      'adds to what was given before',
      [one(timedOut, { clock: { ...clock, extraSeconds: 120 } })],
      loss(550, 600),
      context,
      900,
      { ...reopened, clock: { ...reopened.clock, extraSeconds: 470 } },
    ],
    [
      'opens again with the clock stopped while the room is paused',
      [one(timedOut)],
      loss(550, 600),
      { ...context, isRoomPaused: true },
      900,
      { ...reopened, clock: { ...reopened.clock, pausedAt: at(900) } },
    ],
    [
      'gives in the grace what was lost earlier',
      [one(overdue)],
      loss(100, 160),
      context,
      605,
      { kind: 'given', seconds: 60, clock: { deadlineAt: at(660), pausedAt: null, extraSeconds: 60 } },
    ],
    ['keeps what the learner submitted', [one(graded)], loss(200, 300), context, 900, keptFor('ended')],
    [
      'keeps what an examiner submitted',
      [one({ ...submitted, submittedAt: at(600), cause: 'examiner' })],
      loss(550, 600),
      context,
      900,
      keptFor('ended'),
    ],
    ['keeps whose time ran out after it', [one(timedOut)], loss(500, 560), context, 900, keptFor('ended')],
    ['keeps who has no such attempt', [], loss(550, 600), context, 900, keptFor('ended')],
    ['keeps a voided one', [one(abandoned)], loss(550, 600), context, 900, keptFor('voided')],
    [
      'keeps an old one',
      [one(timedOut, { facts: { ...facts, isOfSeat: false } })],
      loss(550, 600),
      context,
      900,
      keptFor('another-attempt'),
    ],
    [
      'keeps one after which another was begun',
      [one(timedOut, { facts: { ...facts, hasLater: true } })],
      loss(550, 600),
      context,
      900,
      keptFor('another-attempt'),
    ],
    [
      'gives nothing to an attempt that was begun since',
      [
        one(timedOut, { facts: { ...facts, isOfSeat: false, hasLater: true } }),
        one({ ...running, number: 2, startedAt: at(700) }, { startedAt: at(700) }),
      ],
      loss(550, 600),
      context,
      900,
      keptFor('another-attempt'),
    ],
    [
      'keeps one that a marker has marked',
      [one(timedOut, { facts: { ...facts, hasMarks: true } })],
      loss(550, 600),
      context,
      900,
      keptFor('marked'),
    ],
    [
      'has nothing for an attempt without a limit',
      [one({ ...running, deadlineAt: null }, { clock: { ...clock, deadlineAt: null } })],
      loss(100, 160),
      context,
      900,
      keptFor('no-deadline'),
    ],
    ...(['correctness', 'marks', 'explanation', 'right-answer'] as const).flatMap((what) =>
      (['just-after', 'later-open'] as const).map(
        (when): [string, readonly Givable[], Loss, ShareContext, number, object] => [
          `keeps one that may have shown ${what} ${when}`,
          [one(timedOutGraded)],
          loss(550, 600),
          showing(when, what),
          900,
          keptFor('seen'),
        ],
      ),
    ),
    [
      'opens again where only the own answers and the result show',
      [one(timedOutGraded)],
      loss(550, 600),
      showing('later-open', 'overall'),
      900,
      reopened,
    ],
  ])('%s', (_title, own, lost, given, now, expected) => {
    expect(giveBack(own, lost, given, at(now))).toEqual(expected);
  });

  it('leaves what was left, to the second, and a deadline that limit and extra seconds explain', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 599 }),
        fc.integer({ min: 611_000, max: 9_000_000 }),
        fc.integer({ min: 0, max: 600 }),
        (from, nowMs, extraSeconds) => {
          const now = at(nowMs / 1000);
          // The limit is shorter by what was given, so that the deadline stays at 600.
          const before = { ...clock, extraSeconds };
          const share = giveBack([one(timedOut, { clock: before })], loss(from, 600), context, now);
          if (share.kind !== 'reopened') throw new Error(share.kind);
          const leftMs = share.clock.deadlineAt!.getTime() - now.getTime();
          expect(leftMs).toBeGreaterThanOrEqual((600 - from) * 1000);
          expect(leftMs).toBeLessThan((601 - from) * 1000);
          const limits = { startedAt: at(-extraSeconds), timeLimitSeconds: 600, closeAt: null };
          expect(deadlineOf({ ...limits, extraSeconds: share.clock.extraSeconds })).toEqual(share.clock.deadlineAt);
        },
      ),
    );
  });

  it('says how many it keeps for which reason', () => {
    const shares = [[one(abandoned)], [one(graded)], [], [one(timedOut)]].map((own) =>
      giveBack(own, loss(550, 600), context, at(900)),
    );
    expect(countKept(shares)).toEqual({ voided: 1, ended: 2 });
  });
});
