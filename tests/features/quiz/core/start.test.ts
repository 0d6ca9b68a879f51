import { describe, expect, it, test } from 'vitest';
import type { Attempt } from '#app/features/quiz/core/attempt.ts';
import { mayStart, type StartSettings } from '#app/features/quiz/core/start.ts';
import { abandoned, at, graded, overdue, prepared, running, submitted } from './attempts.ts';

const open: StartSettings = { openAt: null, closeAt: null, attemptsAllowed: 0, delayBetweenAttemptsSeconds: 0 };

describe('Pressing "start"', () => {
  const table: [string, Partial<StartSettings>, Attempt[], Date, object][] = [
    ['starts the first attempt', {}, [], at(0), { kind: 'start', number: 1, preparedId: null }],
    ['starts the next attempt after one', {}, [submitted], at(400), { kind: 'start', number: 2, preparedId: null }],
    ['begins the prepared attempt', {}, [prepared], at(0), { kind: 'start', number: 1, preparedId: 'a1' }],
    ['resumes the open attempt', {}, [running], at(100), { kind: 'resume', attemptId: 'a1' }],
    ['resumes an attempt whose last saves are coming in', {}, [overdue], at(605), { kind: 'resume', attemptId: 'a1' }],
    [
      'resumes an attempt that runs past the close with given-back minutes',
      { closeAt: at(50) },
      [running],
      at(100),
      { kind: 'resume', attemptId: 'a1' },
    ],
    [
      'resumes although no further attempt is allowed',
      { attemptsAllowed: 1 },
      [running],
      at(100),
      { kind: 'resume', attemptId: 'a1' },
    ],
    [
      'counts an attempt that time has ended and no job has closed',
      { attemptsAllowed: 1 },
      [running],
      at(700),
      { kind: 'refused', reason: 'no-attempts-left', attemptsAllowed: 1 },
    ],
    [
      'starts in a new period, the attempt of the former one being kept',
      { attemptsAllowed: 1 },
      [{ ...graded, isFormer: true }],
      at(9000),
      { kind: 'start', number: 2, preparedId: null },
    ],
    [
      'is refused before the opening',
      { openAt: at(60) },
      [],
      at(59.999),
      { kind: 'refused', reason: 'not-open', opensAt: at(60) },
    ],
    ['starts at the opening itself', { openAt: at(60) }, [], at(60), { kind: 'start', number: 1, preparedId: null }],
    [
      'starts just before the close',
      { closeAt: at(60) },
      [],
      at(59.999),
      { kind: 'start', number: 1, preparedId: null },
    ],
    [
      'is refused at the close itself',
      { closeAt: at(60) },
      [],
      at(60),
      { kind: 'refused', reason: 'closed', closedAt: at(60) },
    ],
    [
      'is refused when all attempts are used',
      { attemptsAllowed: 1 },
      [graded],
      at(400),
      { kind: 'refused', reason: 'no-attempts-left', attemptsAllowed: 1 },
    ],
    [
      'starts again after an abandoned attempt, with its own number',
      { attemptsAllowed: 1 },
      [abandoned],
      at(500),
      { kind: 'start', number: 2, preparedId: null },
    ],
    [
      'is refused during the delay',
      { delayBetweenAttemptsSeconds: 60 },
      [submitted],
      at(359),
      { kind: 'refused', reason: 'too-soon', until: at(360) },
    ],
    [
      'starts when the delay has passed',
      { delayBetweenAttemptsSeconds: 60 },
      [submitted],
      at(360),
      { kind: 'start', number: 2, preparedId: null },
    ],
    [
      'counts the delay from the deadline where time ended the attempt',
      { delayBetweenAttemptsSeconds: 60 },
      [running],
      at(620),
      { kind: 'refused', reason: 'too-soon', until: at(660) },
    ],
  ];
  test.each(table)('%s', (_title, settings, previous, now, expected) => {
    expect(mayStart({ ...open, ...settings }, previous, now)).toEqual(expected);
  });

  it('counts on from the highest number, in whatever order the attempts come', () => {
    const third = { ...submitted, id: 'a3', number: 3 };
    expect(mayStart(open, [third, submitted], at(400))).toMatchObject({ kind: 'start', number: 4 });
  });
});
