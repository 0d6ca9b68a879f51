import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Attempt } from '#app/features/quiz/core/attempt.ts';
import {
  mayReview,
  presetOf,
  REVIEW_PRESET_NAMES,
  REVIEW_PRESETS,
  REVIEW_WHATS,
  REVIEW_WHENS,
  type ReviewSettings,
  type ReviewWhat,
  whenOf,
} from '#app/features/quiz/core/review.ts';
import { DEFAULT_SETTINGS } from '#app/features/quiz/core/settings.ts';
import { abandoned, anyAttempt, anyMoment, at, graded, overdue, prepared, running, submitted } from './attempts.ts';

const KEY: ReviewWhat[] = ['correctness', 'marks', 'explanation', 'right-answer'];
const exam: ReviewSettings = { ...DEFAULT_SETTINGS.exam, closeAt: at(1000), graceSeconds: 10 };
const practice: ReviewSettings = { ...DEFAULT_SETTINGS.practice, closeAt: null };

describe('The time of a review', () => {
  const table: [string, Attempt, Date | null, Date, Date | null | undefined, string | null][] = [
    ['does not exist before the start', prepared, at(1000), at(0), undefined, null],
    ['does not exist for an abandoned attempt', abandoned, at(1000), at(5000), undefined, null],
    ['is "during" while the attempt runs', running, at(1000), at(10), undefined, 'during'],
    ['is "during" while last saves come in', overdue, at(1000), at(605), undefined, 'during'],
    ['is "just after" for two minutes', submitted, at(1000), at(419), undefined, 'just-after'],
    ['is "later" when two minutes have passed', submitted, at(1000), at(420), undefined, 'later-open'],
    ['counts from the deadline where time ended the attempt', running, at(1000), at(719), undefined, 'just-after'],
    ['is "later" during the grace behind the close', graded, at(1000), at(1009), undefined, 'later-open'],
    ['is "after the close" when the grace has passed', graded, at(1000), at(1010), undefined, 'after-close'],
    ['is "after the close" even just after', submitted, at(290), at(301), undefined, 'after-close'],
    ['waits for whoever has a later close', graded, at(1000), at(1500), at(2000), 'later-open'],
    ['waits until nobody has time left', graded, at(1000), at(2010), at(2000), 'after-close'],
    ['does not come earlier by an earlier override', graded, at(1000), at(900), at(800), 'later-open'],
    ['is never "after the close" for somebody without close', graded, at(1000), at(9e6), null, 'later-open'],
    ['is never "after the close" of a quiz without close', graded, null, at(9e6), undefined, 'later-open'],
  ];
  test.each(table)('%s', (_title, attempt, closeAt, now, openUntil, expected) => {
    expect(whenOf(attempt, { closeAt, graceSeconds: 10 }, now, openUntil)).toBe(expected);
  });
});

describe('What may be reviewed', () => {
  const seen = (attempt: Attempt, settings: ReviewSettings, seconds: number, isChecked = false) =>
    REVIEW_WHATS.filter((what) => mayReview(attempt, settings, at(seconds), { isChecked }).has(what));

  test.each([
    ['is only the own answer during an exam', running, exam, 10, false, ['answers']],
    ['is only the own answer during an exam, even of a "checked" question', running, exam, 10, true, ['answers']],
    ['is the result after an exam that is still open', submitted, exam, 301, false, ['answers', 'overall']],
    ['is everything after the close of an exam', submitted, exam, 1010, false, [...REVIEW_WHATS]],
    ['is only the own answer of an unchecked practice question', running, practice, 10, false, ['answers']],
    ['is everything of a checked practice question', running, practice, 10, true, [...REVIEW_WHATS]],
    ['is everything after a practice', submitted, practice, 400, false, [...REVIEW_WHATS]],
    ['is nothing of an abandoned attempt', abandoned, practice, 500, true, []],
    ['is nothing before the start', prepared, practice, 0, true, []],
    [
      'is the result alone where the author never shows the paper',
      graded,
      { ...exam, review: REVIEW_PRESETS.never },
      5000,
      false,
      ['overall'],
    ],
    [
      'is everything just after where the author says so',
      submitted,
      { ...exam, review: REVIEW_PRESETS['just-after'] },
      301,
      false,
      [...REVIEW_WHATS],
    ],
  ] as [string, Attempt, ReviewSettings, number, boolean, ReviewWhat[]][])(
    '%s',
    (_title, attempt, settings, seconds, isChecked, expected) => {
      expect(seen(attempt, settings, seconds, isChecked)).toEqual(expected);
    },
  );

  it('of an exam holds nothing of the key while anybody may still be writing', () => {
    fc.assert(
      fc.property(anyAttempt, anyMoment, fc.boolean(), (attempt, now, isChecked) => {
        fc.pre(now < at(2010));
        const allowed = mayReview(attempt, exam, now, { isChecked, openUntil: at(2000) });
        expect(KEY.filter((what) => allowed.has(what))).toEqual([]);
      }),
    );
  });

  it('of a running exam holds nothing of the key under any matrix', () => {
    const all = {
      during: REVIEW_WHATS,
      'just-after': REVIEW_WHATS,
      'later-open': REVIEW_WHATS,
      'after-close': REVIEW_WHATS,
    };
    expect(seen(running, { ...exam, review: all }, 10, true)).toEqual(['answers']);
  });
});

describe('A preset', () => {
  it.each(REVIEW_PRESET_NAMES)('%s is recognised by its matrix, in any order of its entries', (name) => {
    const reversed = REVIEW_WHENS.map((when) => [when, [...REVIEW_PRESETS[name][when]].reverse()]);
    expect(presetOf(Object.fromEntries(reversed))).toBe(name);
  });

  it('is not found for a matrix made by hand', () => {
    expect(presetOf({ ...REVIEW_PRESETS.never, 'after-close': ['answers'] })).toBeNull();
  });
});
