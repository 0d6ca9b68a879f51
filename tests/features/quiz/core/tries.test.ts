import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  areTriesOver,
  type GradeResponse,
  replay,
  type Try,
  type TryRules,
  worthOfTry,
} from '#app/features/quiz/core/tries.ts';
import { at } from './attempts.ts';

/** The key of these tests: A is right, B half right, the rest wrong. */
const key: GradeResponse = (response) => ({ A: 1, B: 0.5 })[response as string] ?? 0;
const turned: GradeResponse = (response) => ({ C: 1, B: 0.25 })[response as string] ?? 0;
const made = (text: string): Try[] =>
  [...text].map((response, index) => ({ response, fraction: key(response)!, at: at(index) }));
const rules = (tryPenalty: number, triesAllowed = 0): TryRules => ({ tryPenalty, triesAllowed });

describe('Tries', () => {
  const table: [string, string, string | null, TryRules, number, number][] = [
    ['none and no answer earn nothing', '', null, rules(0.3), 0, 0],
    ['none: the answer that stands is the first', '', 'A', rules(0.3), 1, 1],
    ['one right earns all', 'A', 'A', rules(0.3), 1, 1],
    ['one wrong, then right', 'CA', 'A', rules(0.3), 1, 0.7],
    ['two wrong, then right', 'CDA', 'A', rules(0.3), 1, 0.4],
    ['four wrong, then right: never below 0', 'CDCDA', 'A', rules(0.3), 1, 0],
    ['the best one counts, not the last', 'BC', 'C', rules(0.3), 0, 0.5],
    ['the best one counts after what it cost', 'CBD', 'D', rules(0.1), 0, 0.4],
    ['a right answer that was not checked is one more try', 'C', 'A', rules(0.3), 1, 0.7],
    ['a wrong answer that was not checked takes nothing back', 'B', 'C', rules(0.3), 0, 0.5],
    ['an answer taken back leaves what was earned', 'B', null, rules(0.3), 0, 0.5],
    ['without a penalty', 'CDA', 'A', rules(0), 1, 1],
    ['a penalty of everything', 'CA', 'A', rules(1), 1, 0],
    ['used up: what came after does not count', 'CD', 'A', rules(0.3, 2), 1, 0],
    ['half right is not right: it costs the next one', 'BA', 'A', rules(0.3), 1, 0.7],
  ];
  test.each(table)('%s', (_title, tries, last, given, fraction, earned) => {
    expect(replay(made(tries), last, key, given)).toMatchObject({ fraction, earned });
  });

  it('are judged anew by another key, and only what follows from it changes', () => {
    const tries = made('CBA');
    expect(replay(tries, 'A', key, rules(0.25)).earned).toBe(0.5);
    expect(replay(tries, 'A', turned, rules(0.25))).toEqual({
      fraction: 0,
      earned: 1,
      tries: [
        { response: 'C', fraction: 1, at: at(0) },
        { response: 'B', fraction: 0.25, at: at(1) },
        { response: 'A', fraction: 0, at: at(2) },
      ],
    });
    // By the first key the try was right and no further one was open: no answer stood after it.
    expect(replay(made('A'), 'A', turned, rules(0.25)).earned).toBe(0);
  });

  it.each([
    ['none', '', rules(0, 1), false],
    ['one wrong of two', 'C', rules(0, 2), false],
    ['two wrong of two', 'CD', rules(0, 2), true],
    ['one right of two', 'A', rules(0, 2), true],
    ['half right of unlimited', 'BBBB', rules(0), false],
  ] as [string, string, TryRules, boolean][])('over: %s', (_title, tries, given, expected) => {
    expect(areTriesOver(made(tries), given)).toBe(expected);
  });

  it('are worth less and less', () => {
    expect([0, 1, 2, 3, 4].map((wrong) => worthOfTry(wrong, rules(1 / 3)))).toEqual([1, 0.66667, 0.33333, 0, 0]);
  });

  it('never earn outside 0..1, and a further try never costs what was earned', () => {
    const anyText = fc.string({ unit: fc.constantFrom('A', 'B', 'C', 'D'), maxLength: 6 });
    const anyRules = fc.record({ tryPenalty: fc.double({ min: 0, max: 1, noNaN: true }), triesAllowed: fc.nat(4) });
    fc.assert(
      fc.property(anyText, anyText, anyRules, (tries, more, given) => {
        const before = replay(made(tries), tries.at(-1) ?? null, key, given);
        const after = replay(made(tries + more), (tries + more).at(-1) ?? null, key, given);
        expect(before.earned).toBeGreaterThanOrEqual(0);
        expect(after.earned).toBeLessThanOrEqual(1);
        expect(after.earned).toBeGreaterThanOrEqual(before.earned);
      }),
    );
  });
});
