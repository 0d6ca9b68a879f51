import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { latestCloseAt, type Override, overriddenSettings } from '#app/features/quiz/core/override.ts';
import { DEFAULT_SETTINGS } from '#app/features/quiz/core/settings.ts';
import { at } from './attempts.ts';

const empty = { openAt: null, closeAt: null, timeLimitSeconds: null, attemptsAllowed: null };
const group = (id: string, fields: Partial<Override>): Override => ({ ...empty, ...fields, id, target: 'group' });
const person = (fields: Partial<Override>): Override => ({ ...empty, ...fields, id: 'p', target: 'person' });

/** The quiz of domain.md's examples: close 1200, limit 600. */
const quiz = {
  ...DEFAULT_SETTINGS.exam,
  openAt: at(100),
  closeAt: at(1200),
  timeLimitSeconds: 600,
  attemptsAllowed: 2,
};

describe('Overrides', () => {
  const a = group('a', { closeAt: at(1300), timeLimitSeconds: 501 });
  const b = group('b', { closeAt: at(1301), timeLimitSeconds: 500 });
  const table: [string, Override[], object, object][] = [
    [
      'leave the quiz as it is when there are none',
      [],
      { closeAt: at(1200), timeLimitSeconds: 600 },
      { closeAt: 'quiz', timeLimitSeconds: 'quiz' },
    ],
    [
      'of two groups give the most lenient value, field by field',
      [a, b],
      { closeAt: at(1301), timeLimitSeconds: 501 },
      { closeAt: 'b', timeLimitSeconds: 'a' },
    ],
    [
      'with limit 0 give unlimited time',
      [a, group('b', { closeAt: at(1301), timeLimitSeconds: 0 })],
      { closeAt: at(1301), timeLimitSeconds: 0 },
      { timeLimitSeconds: 'b' },
    ],
    [
      'with an empty field fall through to the quiz',
      [group('a', { timeLimitSeconds: 700 })],
      { closeAt: at(1200), timeLimitSeconds: 700 },
      { closeAt: 'quiz', timeLimitSeconds: 'a' },
    ],
    [
      'of a group may be stricter than the quiz',
      [group('a', { timeLimitSeconds: 300 })],
      { timeLimitSeconds: 300 },
      {},
    ],
    [
      'of the person win, even if stricter than a group',
      [a, person({ timeLimitSeconds: 100 })],
      { closeAt: at(1300), timeLimitSeconds: 100 },
      { closeAt: 'a', timeLimitSeconds: 'p' },
    ],
    [
      'of the person win over an unlimited group',
      [group('a', { attemptsAllowed: 0 }), person({ attemptsAllowed: 3 })],
      { attemptsAllowed: 3 },
      { attemptsAllowed: 'p' },
    ],
    [
      'give the earliest opening',
      [group('a', { openAt: at(90) }), group('b', { openAt: at(80) })],
      { openAt: at(80) },
      { openAt: 'b' },
    ],
    [
      'without opening are the most lenient',
      [group('a', { openAt: at(1) }), group('b', { openAt: 0 })],
      { openAt: null },
      { openAt: 'b' },
    ],
    ['without close are the most lenient', [a, group('c', { closeAt: 0 })], { closeAt: null }, { closeAt: 'c' }],
    [
      'give the most attempts',
      [group('a', { attemptsAllowed: 1 }), group('b', { attemptsAllowed: 3 })],
      { attemptsAllowed: 3 },
      { attemptsAllowed: 'b' },
    ],
    [
      'give unlimited attempts before any number',
      [group('a', { attemptsAllowed: 9 }), group('b', { attemptsAllowed: 0 })],
      { attemptsAllowed: 0 },
      {},
    ],
  ];
  test.each(table)('%s', (_title, overrides, settings, from) => {
    const outcome = overriddenSettings(quiz, overrides);
    expect(outcome.settings).toMatchObject(settings);
    expect(outcome.from).toMatchObject(from);
  });

  it('give the same settings in whatever order they come', () => {
    const anyInstant = fc.constantFrom<Override['openAt'][]>(null, 0, at(50), at(1300), at(1400));
    const anyNumber = fc.constantFrom<(number | null)[]>(null, 0, 1, 500);
    const anyOverride = fc.record({
      id: fc.constant('x'),
      target: fc.constantFrom('person' as const, 'group' as const),
      openAt: anyInstant,
      closeAt: anyInstant,
      timeLimitSeconds: anyNumber,
      attemptsAllowed: anyNumber,
    });
    fc.assert(
      fc.property(fc.array(anyOverride, { maxLength: 6 }), (overrides) => {
        const reversed = [...overrides].reverse();
        expect(overriddenSettings(quiz, reversed).settings).toEqual(overriddenSettings(quiz, overrides).settings);
      }),
    );
  });
});

describe('The latest close', () => {
  test.each([
    ["is the quiz's without overrides", at(1200), [], at(1200)],
    ['is that of the latest override', at(1200), [at(1300), null, at(1250)], at(1300)],
    ["is the quiz's where overrides close earlier", at(1200), [at(900)], at(1200)],
    ['is none where the quiz has none', null, [at(900)], null],
    ['is none where an override has none', at(1200), [0 as const, at(1300)], null],
  ])('%s', (_title, close, overrides, expected) => {
    expect(
      latestCloseAt(
        close,
        overrides.map((closeAt) => ({ closeAt })),
      ),
    ).toEqual(expected);
  });
});
