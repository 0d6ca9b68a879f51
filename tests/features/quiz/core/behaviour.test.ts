import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  answerStands,
  type BehaviourSettings,
  checkAnswer,
  earnedOf,
  earnedRange,
  hasChecks,
  isKeyAtStake,
  type SlotWork,
} from '#app/features/quiz/core/behaviour.ts';
import { CERTAINTIES } from '#app/features/quiz/core/certainty.ts';
import { BEHAVIOURS } from '#app/features/quiz/core/settings.ts';
import type { GradeResponse } from '#app/features/quiz/core/tries.ts';
import { at } from './attempts.ts';

const settings = (given: Partial<BehaviourSettings> = {}): BehaviourSettings => ({
  ...{ behaviour: 'deferred', certainty: false, triesAllowed: 0, tryPenalty: 0 },
  ...given,
});
const grade: GradeResponse = (response) => ({ A: 1, B: 0.5 })[response as string] ?? 0;
const byHand: GradeResponse = () => null;
const question = { isComplete: (response: unknown) => response !== 'half', grade };
const work = (given: Partial<SlotWork> = {}): SlotWork => ({ response: null, certainty: null, tries: [], ...given });
const tried = (text: string) =>
  [...text].map((response, index) => ({ response, fraction: grade(response)!, at: at(index) }));

describe('Checking an answer', () => {
  const table: [string, BehaviourSettings, SlotWork, GradeResponse, object][] = [
    [
      'is not part of deferred feedback',
      settings(),
      work({ response: 'A' }),
      grade,
      { kind: 'refused', reason: 'no-checks' },
    ],
    [
      'is not part of marking by hand',
      settings({ behaviour: 'hand' }),
      work({ response: 'A' }),
      grade,
      { kind: 'refused', reason: 'no-checks' },
    ],
    [
      'needs an answer',
      settings({ behaviour: 'immediate' }),
      work(),
      grade,
      { kind: 'refused', reason: 'not-answered' },
    ],
    [
      'needs a whole answer',
      settings({ behaviour: 'tries' }),
      work({ response: 'half' }),
      grade,
      { kind: 'refused', reason: 'incomplete' },
    ],
    [
      'needs a key',
      settings({ behaviour: 'immediate' }),
      work({ response: 'long text' }),
      byHand,
      { kind: 'refused', reason: 'by-hand' },
    ],
    [
      'judges it once',
      settings({ behaviour: 'immediate' }),
      work({ response: 'B' }),
      grade,
      { kind: 'checked', tries: [{ response: 'B', fraction: 0.5, at: at(50) }] },
    ],
    [
      'keeps the certainty',
      settings({ behaviour: 'immediate', certainty: true }),
      work({ response: 'A', certainty: 3 }),
      grade,
      { kind: 'checked', tries: [{ response: 'A', certainty: 3, fraction: 1, at: at(50) }] },
    ],
    [
      'again is unchanged',
      settings({ behaviour: 'immediate' }),
      work({ response: 'B', tries: tried('B') }),
      grade,
      { kind: 'unchanged' },
    ],
    [
      'of the same answer uses up no try',
      settings({ behaviour: 'tries', triesAllowed: 3, tryPenalty: 0.3 }),
      work({ response: 'C', tries: tried('BC') }),
      grade,
      { kind: 'unchanged' },
    ],
    [
      'of a changed answer is a further try',
      settings({ behaviour: 'tries', triesAllowed: 3 }),
      work({ response: 'A', tries: tried('BC') }),
      grade,
      { kind: 'checked', tries: [...tried('BC'), { response: 'A', fraction: 1, at: at(50) }] },
    ],
    [
      'is over with the last try',
      settings({ behaviour: 'tries', triesAllowed: 2 }),
      work({ response: 'A', tries: tried('BC') }),
      grade,
      { kind: 'refused', reason: 'answer-stands' },
    ],
    [
      'is over once it was right',
      settings({ behaviour: 'tries' }),
      work({ response: 'C', tries: tried('A') }),
      grade,
      { kind: 'refused', reason: 'answer-stands' },
    ],
  ];
  test.each(table)('%s', (_title, given, done, key, expected) => {
    expect(checkAnswer(given, done, { ...question, grade: key }, at(50))).toEqual(expected);
  });
});

describe('An answer', () => {
  it.each([
    ['deferred', '', {}, false],
    ['immediate', '', {}, false],
    ['immediate', 'C', {}, true],
    ['tries', '', {}, false],
    ['tries', 'CC', {}, false],
    ['tries', 'CA', {}, true],
    ['tries', 'CC', { triesAllowed: 2 }, true],
    ['hand', '', {}, false],
  ] as [BehaviourSettings['behaviour'], string, Partial<BehaviourSettings>, boolean][])(
    'of %s after the checks "%s" %o stands: %s',
    (behaviour, tries, given, expected) => {
      expect(answerStands(settings({ ...given, behaviour }), { tries: tried(tries) })).toBe(expected);
    },
  );

  it('has its key withheld only while a further try is worth something', () => {
    const atStake = (given: Partial<BehaviourSettings>, tries: string) =>
      isKeyAtStake(settings({ behaviour: 'tries', ...given }), { tries: tried(tries) });
    expect(atStake({}, 'C')).toBe(false);
    expect(atStake({ tryPenalty: 0.3 }, 'C')).toBe(true);
    expect(atStake({ triesAllowed: 2 }, 'C')).toBe(true);
    expect(atStake({ triesAllowed: 2 }, 'CC')).toBe(false);
    expect(atStake({ tryPenalty: 0.3 }, 'CA')).toBe(false);
    expect(atStake({ behaviour: 'immediate' }, 'C')).toBe(false);
  });
});

describe('What a slot earns', () => {
  const table: [string, BehaviourSettings, SlotWork, object][] = [
    ['deferred, unanswered', settings(), work(), { fraction: 0, earned: 0 }],
    ['deferred', settings(), work({ response: 'B' }), { fraction: 0.5, earned: 0.5 }],
    [
      'immediate',
      settings({ behaviour: 'immediate' }),
      work({ response: 'A', tries: tried('A') }),
      { fraction: 1, earned: 1 },
    ],
    [
      'immediate, never checked',
      settings({ behaviour: 'immediate' }),
      work({ response: 'A' }),
      { fraction: 1, earned: 1 },
    ],
    [
      'certainty, right',
      settings({ certainty: true }),
      work({ response: 'A', certainty: 2 }),
      { fraction: 1, earned: 0.66667 },
    ],
    [
      'certainty, wrong',
      settings({ certainty: true }),
      work({ response: 'C', certainty: 3 }),
      { fraction: 0, earned: -2 },
    ],
    [
      'certainty, half',
      settings({ certainty: true }),
      work({ response: 'B', certainty: 3 }),
      { fraction: 0.5, earned: -0.5 },
    ],
    ['certainty, not stated', settings({ certainty: true }), work({ response: 'A' }), { fraction: 1, earned: 0.33333 }],
    ['certainty, unanswered', settings({ certainty: true }), work({ certainty: 3 }), { fraction: 0, earned: 0 }],
    [
      'a certainty that nobody asked for',
      settings(),
      work({ response: 'C', certainty: 3 }),
      { fraction: 0, earned: 0 },
    ],
    [
      'tries',
      settings({ behaviour: 'tries', tryPenalty: 0.25 }),
      work({ response: 'A', tries: tried('CA') }),
      { fraction: 1, earned: 0.75 },
    ],
    ['by hand', settings({ behaviour: 'hand' }), work({ response: 'A' }), { fraction: null, earned: null }],
    ['by hand, unanswered', settings({ behaviour: 'hand' }), work(), { fraction: null, earned: null }],
  ];
  test.each(table)('%s', (_title, given, done, expected) => {
    expect(earnedOf(given, done, grade)).toEqual(expected);
  });

  it.each(BEHAVIOURS)('waits for a marker where the type has no key, whatever the behaviour: %s', (behaviour) => {
    expect(earnedOf(settings({ behaviour }), work({ response: 'text' }), byHand)).toEqual({
      fraction: null,
      earned: null,
    });
  });

  it('never leaves its range, whatever was answered, checked and claimed', () => {
    const anyResponse = fc.constantFrom('A', 'B', 'C');
    const anyGrade = fc.double({ min: -1, max: 2, noNaN: true });
    const anySettings = fc.record({
      ...{ behaviour: fc.constantFrom(...BEHAVIOURS), certainty: fc.boolean(), triesAllowed: fc.nat(3) },
      tryPenalty: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const anyWork = fc.record({
      response: fc.option(anyResponse),
      certainty: fc.option(fc.constantFrom(...CERTAINTIES)),
      tries: fc.array(anyResponse, { maxLength: 4 }).map((all) => tried(all.join(''))),
    });
    fc.assert(
      fc.property(anySettings, anyWork, anyGrade, (given, done, raw) => {
        const { fraction, earned } = earnedOf(given, done, (response) => (response === null ? 0 : raw));
        const { from, to } = earnedRange(given);
        expect(earned ?? 0).toBeGreaterThanOrEqual(from);
        expect(earned ?? 0).toBeLessThanOrEqual(to);
        expect(fraction ?? 0).toBeGreaterThanOrEqual(0);
        expect(fraction ?? 0).toBeLessThanOrEqual(1);
        expect(fraction === null).toBe(given.behaviour === 'hand');
      }),
    );
  });

  it('is judged before the submission only where that is the behaviour', () => {
    expect(BEHAVIOURS.filter((behaviour) => hasChecks({ behaviour }))).toEqual(['immediate', 'tries']);
  });
});
