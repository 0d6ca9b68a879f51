import { expect, test } from 'vitest';
import { feedbackFor } from '#app/features/quiz/core/feedback-band.ts';

const bands = [
  { from: 0, text: 'cần cố gắng' },
  { from: 8, text: 'tốt' },
  { from: 5, text: 'đạt' },
];

test.each([
  ['the lowest band', 4.99999, 'cần cố gắng'],
  ['a bound', 5, 'đạt'],
  ['just below a bound, as grades are rounded', 7.999999, 'tốt'],
  ['the highest band', 10, 'tốt'],
  ['no grade yet', null, ''],
])('the feedback on a whole attempt: %s', (_title, grade, expected) => {
  expect(feedbackFor(grade, bands)).toBe(expected);
  expect(feedbackFor(grade, [])).toBe('');
});

test('below all bands nothing is said', () => expect(feedbackFor(3, [{ from: 5, text: 'đạt' }])).toBe(''));
