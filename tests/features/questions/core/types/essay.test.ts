import { describe, expect, it } from 'vitest';
import { invalidResponse } from '#app/features/questions/core/question.ts';
import { countWords, essay } from '#app/features/questions/core/types/essay.ts';
import { opinion } from '#tests/features/questions/core/questions.ts';

describe('an essay', () => {
  it.each<[unknown, unknown]>([
    ['  Một.\r\n\r\nHai.\u0000 ', 'Một.\n\nHai.'],
    ['x'.repeat(20_000), 'x'.repeat(20_000)],
    ['x'.repeat(20_001), invalidResponse],
    [' \n ', null],
    [undefined, null],
    [5, invalidResponse],
  ])('keeps lines and trims the rest', (raw, response) => {
    expect(essay.readResponse(raw, opinion, [])).toBe(response);
  });

  it('is marked by a person, but for an empty page without files', () => {
    expect(essay.grade(opinion, 'Bài làm')).toBeNull();
    expect(essay.grade(opinion, null)).toBeNull();
    expect(essay.grade({ ...opinion, maxFiles: 0 }, null)).toBe(0);
  });

  it('shows limits and criteria, never levels or notes', () => {
    expect(essay.present(opinion, [])).toEqual({
      type: 'essay',
      stem: opinion.stem,
      limits: { minWords: 100, maxWords: 500, maxFiles: 1 },
      criteria: ['Lập luận'],
    });
  });

  it.each([
    ['', 0],
    ['Một hai  ba\nbốn', 4],
    ['Một - hai, ...', 2],
    ['35-NQ/TW', 1],
  ])('counts the words of %j', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
