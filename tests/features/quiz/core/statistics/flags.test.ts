import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChoicePart } from '#app/features/quiz/core/statistics/choices.ts';
import { choiceFlags, flagBounds, itemFlags, mayDoubtKey } from '#app/features/quiz/core/statistics/flags.ts';
import type { ThirdCounts } from '#app/features/quiz/core/statistics/thirds.ts';

const codes = (flags: readonly { code: string }[]) => flags.map(({ code }) => code);
const item = { attempts: 60, facility: 0.6, discriminationIndex: 40 };

describe('Flags of the marks', () => {
  it.each([
    { given: {}, flags: [] },
    { given: { attempts: 19, facility: 0, discriminationIndex: -80 }, flags: ['too-few'] },
    { given: { attempts: 0, facility: null, discriminationIndex: null }, flags: ['too-few'] },
    { given: { facility: 0.95 }, flags: ['too-easy'] },
    { given: { facility: 0.949 }, flags: [] },
    { given: { facility: 1, discriminationIndex: null }, flags: ['too-easy'] },
    { given: { facility: 0.96, discriminationIndex: 5 }, flags: ['too-easy'] },
    { given: { facility: 0.2 }, flags: ['too-hard'] },
    { given: { discriminationIndex: -0.1 }, flags: ['negative'] },
    { given: { discriminationIndex: 0 }, flags: ['weak'] },
    { given: { discriminationIndex: 20 }, flags: [] },
    { given: { facility: 0.1, discriminationIndex: -30 }, flags: ['too-hard', 'negative'] },
  ])('$given: $flags', ({ given, flags }) => {
    expect(codes(itemFlags({ ...item, ...given }))).toEqual(flags);
  });
});

/** A question of options A, B, C ... of which the first is right. */
const partOf = (...counts: ThirdCounts[]): ChoicePart => ({
  ...{ key: '', text: null, others: [0, 0, 0], none: [0, 0, 0], isOverlapping: false },
  asked: [0, 1, 2].map((third) => counts.reduce((sum, one) => sum + one[third]!, 0)) as unknown as ThirdCounts,
  choices: counts.map((own, index) => {
    const letter = String.fromCharCode(65 + index);
    return { kind: 'option', key: letter, letter, text: letter, isRight: index === 0, counts: own };
  }),
});
const doubted = { discriminationIndex: -20 };

describe('Flags of the choices', () => {
  it('doubt a key where the upper third is led to another answer, and say by how much', () => {
    const [flag, ...more] = choiceFlags([partOf([8, 6, 3], [6, 9, 15], [6, 5, 2])], doubted);
    expect(more).toEqual([]);
    expect(flag).toMatchObject({ code: 'wrong-key', wrongUpper: 15, rightUpper: 3, upper: 20 });
    expect(flag).toMatchObject({ wrong: { letter: 'B' }, right: { letter: 'A' } });
  });

  it.each([
    {
      why: 'chance explains the difference',
      counts: [
        [4, 7, 9],
        [6, 9, 11],
      ] as ThirdCounts[],
    },
    {
      why: 'fewer know it the more they know else',
      counts: [
        [2, 3, 4],
        [18, 17, 14],
      ] as ThirdCounts[],
    },
    {
      why: 'too few had it',
      counts: [
        [0, 0, 0],
        [1, 2, 9],
      ] as ThirdCounts[],
    },
  ])('do not doubt it where $why', ({ counts }) => {
    expect(choiceFlags([partOf(...counts)], doubted)).toEqual([]);
  });

  it('do not doubt the key of an item that tells people apart', () => {
    expect(choiceFlags([partOf([8, 6, 3], [6, 9, 15])], { discriminationIndex: flagBounds.doubtBelow })).toEqual([]);
  });

  it('doubt a key of several by the right option that fewest of the upper third ticked', () => {
    const part = partOf([2, 5, 4], [4, 9, 19], [9, 9, 1]);
    const several = { ...part, isOverlapping: true, asked: [20, 20, 20] as const };
    several.choices = several.choices.map((one) => ({ ...one, isRight: one.letter !== 'B' }));
    expect(choiceFlags([several], doubted)).toMatchObject([
      { code: 'wrong-key', wrong: { letter: 'B' }, right: { letter: 'C' } },
    ]);
  });

  it('find an option that nobody falls for, at less than one of twenty', () => {
    const flags = choiceFlags([partOf([20, 30, 40], [5, 2, 1], [2, 0, 0])], { discriminationIndex: 60 });
    expect(flags).toEqual([
      {
        code: 'dead-distractor',
        part: null,
        choice: { kind: 'option', key: 'C', letter: 'C', text: 'C' },
        chosen: 2,
        of: 100,
      },
    ]);
    expect(choiceFlags([partOf([20, 30, 42], [1, 2, 0], [5, 0, 0])], { discriminationIndex: 60 })).toMatchObject([
      { choice: { letter: 'B' } },
    ]);
  });

  it('of a single choice question never doubt a key that the cheap look at the marks lets pass', () => {
    const count = fc.nat({ max: 30 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(count, count, count), { minLength: 2, maxLength: 5 }),
        fc.integer({ min: -100, max: 100 }),
        (counts, index) => {
          const part = partOf(...counts);
          const attempts = part.asked.reduce((sum, one) => sum + one, 0);
          const upper = part.asked[2] > 0 ? counts[0]![2] / part.asked[2] : null;
          const isDoubted = codes(choiceFlags([part], { discriminationIndex: index })).includes('wrong-key');
          if (isDoubted) expect(mayDoubtKey({ attempts, discriminationIndex: index }, upper, false)).toBe(true);
        },
      ),
    );
  });
});
