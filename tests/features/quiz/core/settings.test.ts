import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DEFAULT_SETTINGS, normaliseSettings, type QuizSettings } from '#app/features/quiz/core/settings.ts';
import { settingsProblems } from '#app/features/quiz/core/settings-problems.ts';
import { at } from './attempts.ts';

describe('Normalised settings', () => {
  it.each(['practice', 'exam'] as const)('of nothing but the kind %s are its defaults', (kind) => {
    expect(normaliseSettings({ kind })).toEqual(DEFAULT_SETTINGS[kind]);
    expect(settingsProblems(DEFAULT_SETTINGS[kind])).toEqual([]);
  });

  const table: [string, Partial<QuizSettings>, Partial<QuizSettings>][] = [
    ['read an undefined field as missing', { attemptsAllowed: undefined }, { attemptsAllowed: 1 }],
    ['keep 0, which means unlimited', { timeLimitSeconds: 0 }, { timeLimitSeconds: 0 }],
    ['round to whole seconds', { timeLimitSeconds: 59.6 }, { timeLimitSeconds: 60 }],
    [
      'never read a broken number as unlimited',
      { timeLimitSeconds: Number.NaN, attemptsAllowed: Number.POSITIVE_INFINITY },
      { timeLimitSeconds: 1800, attemptsAllowed: 1 },
    ],
    ['raise a negative number to 0', { questionsPerPage: -3 }, { questionsPerPage: 0 }],
    ['bring the pass grade onto the scale', { passGrade: 11 }, { passGrade: 10 }],
    [
      'bring the thresholds onto the scale',
      { thresholds: { excellent: 80, good: Number.NaN, average: -1 } },
      { thresholds: { excellent: 10, good: 7, average: 0 } },
    ],
    ['keep another scale', { gradeScale: 100, passGrade: 50 }, { gradeScale: 100, passGrade: 50 }],
    ['do without a scale of 0', { gradeScale: 0 }, { gradeScale: 10 }],
    [
      'leave two dates that contradict each other',
      { openAt: at(9), closeAt: at(1) },
      { openAt: at(9), closeAt: at(1) },
    ],
  ];
  test.each(table)('%s', (_title, given, expected) => {
    expect(normaliseSettings({ kind: 'exam', ...given })).toMatchObject(expected);
  });

  it('stay the same when normalised again', () => {
    const anyNumber = fc.oneof(fc.double(), fc.integer());
    const anyPartial = fc.record(
      { timeLimitSeconds: anyNumber, passGrade: anyNumber, gradeScale: anyNumber, attemptsAllowed: anyNumber },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyPartial, fc.constantFrom('practice', 'exam'), (given, kind) => {
        const once = normaliseSettings({ ...given, kind });
        expect(normaliseSettings(once)).toEqual(once);
      }),
    );
  });
});

describe('A problem of settings', () => {
  const table: [string, Partial<QuizSettings>, string[]][] = [
    ['is none with an opening alone', { openAt: at(0) }, []],
    ['is none with a window', { openAt: at(0), closeAt: at(60) }, []],
    ['is a close at the opening', { openAt: at(0), closeAt: at(0) }, ['close-not-after-open']],
    ['is a close before the opening', { openAt: at(9), closeAt: at(1) }, ['close-not-after-open']],
    ['is two equal thresholds', { thresholds: { excellent: 8, good: 8, average: 5 } }, ['thresholds-not-falling']],
    ['is none of an exam marked by hand', { behaviour: 'hand' }, []],
    ['is an exam that is checked at once', { behaviour: 'immediate' }, ['exam-with-checks']],
    ['is an exam of several tries', { behaviour: 'tries' }, ['exam-with-checks']],
    ['is none of a practice of several tries', { kind: 'practice', behaviour: 'tries' }, []],
    ['is none of a certainty with one answer', { certainty: true }, []],
    ['is none of a certainty checked at once', { kind: 'practice', behaviour: 'immediate', certainty: true }, []],
    [
      'is a certainty of several tries',
      { kind: 'practice', behaviour: 'tries', certainty: true },
      ['certainty-needs-a-key'],
    ],
    ['is a certainty marked by hand', { behaviour: 'hand', certainty: true }, ['certainty-needs-a-key']],
    ['is a rising threshold', { thresholds: { excellent: 8, good: 4, average: 5 } }, ['thresholds-not-falling']],
  ];
  test.each(table)('%s', (_title, given, expected) => {
    expect(settingsProblems({ ...DEFAULT_SETTINGS.exam, ...given }).map(({ code }) => code)).toEqual(expected);
  });
});
