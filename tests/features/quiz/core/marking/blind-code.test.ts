import { expect, it } from 'vitest';
import { blindCode, blindFileName } from '#app/features/quiz/core/marking/blind-code.ts';

it('names an answer by the end of its id', () => {
  expect(blindCode('1m82rp0tf3j8kyedt2g5')).toBe('EDT2G5');
});

it.each([
  ['Nguyễn Văn An - đại đội 1.PDF', 0, 'tep-1.pdf'],
  ['bài.viết.của An.docx', 1, 'tep-2.docx'],
  ['nguyenvanan', 2, 'tep-3'],
  ['.nguyenvanan', 0, 'tep-1'],
])('calls the file %s at place %d %s', (name, place, blind) => {
  expect(blindFileName(name, place)).toBe(blind);
});
