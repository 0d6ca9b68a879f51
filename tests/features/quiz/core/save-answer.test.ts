import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Attempt } from '#app/features/quiz/core/attempt.ts';
import { CERTAINTIES } from '#app/features/quiz/core/certainty.ts';
import { type IncomingAnswer, type StoredAnswer, saveAnswer } from '#app/features/quiz/core/save-answer.ts';
import { abandoned, anyAttempt, anyMoment, at, graded, prepared, running, submitted } from './attempts.ts';

const b5: StoredAnswer = { response: { chosen: ['b'] }, sequence: 5 };
const send = (chosen: string, sequence: number, slot = 1): IncomingAnswer => ({
  slot,
  response: { chosen: [chosen] },
  sequence,
});

describe('An answer that arrives', () => {
  const table: [string, Attempt, StoredAnswer | null, IncomingAnswer, Date, object][] = [
    [
      'first is kept',
      running,
      null,
      send('a', 1),
      at(10),
      { kind: 'kept', slot: 1, response: { chosen: ['a'] }, sequence: 1 },
    ],
    ['with a newer sequence is kept', running, b5, send('a', 6), at(10), { kind: 'kept', sequence: 6 }],
    ['again is unchanged', running, b5, send('b', 5), at(10), { kind: 'unchanged', sequence: 5, isAdvance: false }],
    [
      'again from before is unchanged',
      running,
      b5,
      send('b', 2),
      at(10),
      { kind: 'unchanged', sequence: 5, isAdvance: false },
    ],
    [
      'again with a newer sequence advances the sequence',
      running,
      b5,
      send('b', 9),
      at(10),
      { kind: 'unchanged', sequence: 9, isAdvance: true },
    ],
    [
      'with an older sequence never wins',
      running,
      b5,
      send('a', 4),
      at(10),
      { kind: 'refused', reason: 'old-sequence', stored: b5, holdsSame: false },
    ],
    [
      'with the same sequence and a greater text wins',
      running,
      b5,
      send('c', 5),
      at(10),
      { kind: 'kept', sequence: 5 },
    ],
    [
      'with the same sequence and a lesser text loses',
      running,
      b5,
      send('a', 5),
      at(10),
      { kind: 'refused', reason: 'old-sequence' },
    ],
    ['in the grace is kept', running, b5, send('a', 6), at(609), { kind: 'kept' }],
    [
      'after the grace comes too late',
      running,
      b5,
      send('a', 6),
      at(610),
      { kind: 'refused', reason: 'time-up', stored: b5, holdsSame: false },
    ],
    [
      'too late but saved before hears that it is safe',
      running,
      b5,
      send('b', 5),
      at(610),
      { kind: 'refused', reason: 'time-up', holdsSame: true },
    ],
    [
      'after the submission is refused',
      submitted,
      b5,
      send('a', 6),
      at(301),
      { kind: 'refused', reason: 'submitted', stored: b5 },
    ],
    ['after the grading is refused', graded, b5, send('a', 6), at(400), { kind: 'refused', reason: 'submitted' }],
    ['before the start is refused', prepared, null, send('a', 1), at(0), { kind: 'refused', reason: 'not-started' }],
    [
      'for an abandoned attempt is refused',
      abandoned,
      null,
      send('a', 1),
      at(500),
      { kind: 'refused', reason: 'abandoned' },
    ],
    ['for the last slot is kept', running, null, send('a', 1, 5), at(10), { kind: 'kept', slot: 5 }],
    [
      'for a slot behind the last is refused',
      running,
      null,
      send('a', 1, 6),
      at(10),
      { kind: 'refused', reason: 'unknown-slot' },
    ],
    ['for slot 0 is refused', running, null, send('a', 1, 0), at(10), { kind: 'refused', reason: 'unknown-slot' }],
    [
      'for half a slot is refused',
      running,
      null,
      send('a', 1, 1.5),
      at(10),
      { kind: 'refused', reason: 'unknown-slot' },
    ],
  ];
  test.each(table)('%s', (_title, attempt, current, incoming, now, expected) => {
    expect(saveAnswer(attempt, current, incoming, now)).toMatchObject(expected);
  });

  it('is the same answer whatever the order of its keys', () => {
    const stored = { response: { x: 1, y: { a: 1, b: [2, 3] } }, sequence: 1 };
    const incoming = { slot: 1, response: { y: { b: [2, 3], a: 1 }, x: 1 }, sequence: 1 };
    expect(saveAnswer(running, stored, incoming, at(1)).kind).toBe('unchanged');
  });

  it('is another answer when only the certainty differs', () => {
    const stored: StoredAnswer = { response: 'a', certainty: 1, sequence: 3 };
    const decide = (certainty: StoredAnswer['certainty'], sequence: number) =>
      saveAnswer(running, stored, { slot: 1, response: 'a', certainty, sequence }, at(1));
    expect(decide(2, 4)).toEqual({ kind: 'kept', slot: 1, response: 'a', certainty: 2, sequence: 4 });
    expect(decide(1, 4)).toMatchObject({ kind: 'unchanged', isAdvance: true });
    expect(decide(null, 4)).toMatchObject({ kind: 'kept', certainty: null });
    expect(decide(2, 2)).toMatchObject({ kind: 'refused', reason: 'old-sequence', holdsSame: false });
    expect([decide(2, 3).kind, decide(null, 3).kind]).toEqual(['kept', 'kept']);
    expect(
      saveAnswer(
        running,
        { response: 'a', sequence: 1 },
        { slot: 1, response: 'a', certainty: null, sequence: 1 },
        at(1),
      ),
    ).toMatchObject({ kind: 'unchanged' });
  });

  it('that stands takes no change, first or later, and hears of the same as unchanged', () => {
    const decide = (stored: StoredAnswer | null, incoming: IncomingAnswer) =>
      saveAnswer(running, stored, incoming, at(1), 'answer-stands');
    expect(decide(b5, send('a', 6))).toEqual({
      kind: 'refused',
      reason: 'answer-stands',
      stored: b5,
      holdsSame: false,
    });
    expect(decide(b5, send('b', 6))).toMatchObject({ kind: 'unchanged', sequence: 6, isAdvance: true });
    expect(decide(null, send('a', 1))).toMatchObject({ kind: 'refused', reason: 'answer-stands', stored: null });
    expect(saveAnswer(submitted, b5, send('a', 6), at(301), 'answer-stands')).toMatchObject({ reason: 'submitted' });
  });

  it('is another answer when the order of a list differs', () => {
    const stored = { response: ['a', 'b'], sequence: 1 };
    expect(saveAnswer(running, stored, { slot: 1, response: ['b', 'a'], sequence: 2 }, at(1)).kind).toBe('kept');
  });
});

const anyResponse = fc.oneof(fc.constant(null), fc.subarray(['a', 'b', 'c']), fc.string({ maxLength: 3 }));
/** Few sequences, so that two devices often use the same one for different answers. */
const anyAnswer = fc.record({
  ...{ slot: fc.constant(1), response: anyResponse, sequence: fc.integer({ min: 1, max: 6 }) },
  certainty: fc.constantFrom(null, ...CERTAINTIES),
});

function replay(attempt: Attempt, answers: readonly IncomingAnswer[], now: Date): StoredAnswer | null {
  let stored: StoredAnswer | null = null;
  for (const answer of answers) {
    const decision = saveAnswer(attempt, stored, answer, now);
    if (decision.kind === 'kept' || (decision.kind === 'unchanged' && decision.isAdvance)) {
      const { response, certainty, sequence } = decision;
      stored = { response, certainty, sequence };
    }
  }
  return stored;
}

describe('Replaying saves', () => {
  it('in any order and number ends in the same state', () => {
    const stories = fc.array(anyAnswer, { minLength: 1, maxLength: 12 }).chain((answers) =>
      fc.record({
        answers: fc.constant(answers),
        // Each answer at least once, some many times, in any order.
        replayed: fc
          .array(fc.constantFrom(...answers), { maxLength: 40 })
          .chain((again) => fc.shuffledSubarray([...answers, ...again], { minLength: answers.length + again.length })),
      }),
    );
    fc.assert(
      fc.property(stories, ({ answers, replayed }) => {
        expect(replay(running, replayed, at(10))).toEqual(replay(running, answers, at(10)));
      }),
      { numRuns: 500 },
    );
  });

  it('a thousand times changes nothing after the first', () => {
    const answers = Array.from({ length: 1000 }, (_, index) => send('abc'.charAt(index % 3), (index * 7) % 50));
    const stored = replay(running, answers, at(10));
    expect(replay(running, [...answers].reverse(), at(10))).toEqual(stored);
    expect(stored?.sequence).toBe(49);
  });

  it('never lets a stored sequence fall, and never changes what is stored by a refusal', () => {
    fc.assert(
      fc.property(anyAttempt, anyAnswer, anyAnswer, anyMoment, (attempt, stored, incoming, now) => {
        const decision = saveAnswer(attempt, stored, incoming, now);
        if (decision.kind === 'refused') expect(decision.stored).toBe(stored);
        else expect(decision.sequence).toBeGreaterThanOrEqual(stored.sequence);
      }),
    );
  });
});
