import { expect, it } from 'vitest';
import { keysOfExcerpts } from '#app/features/questions/core/imports/keys-of-excerpts.ts';
import { readSource } from '#app/features/questions/core/imports/read-source.ts';

const hash = 'ab'.repeat(32);
const read = readSource(
  `Định dạng: Markdown

Câu 1. Nghị quyết số 847-NQ/QUTW ban hành ngày nào?
A. 28/12/2021
B. 22/10/2018
Đáp án: A

Câu 2. Đường **tròn** trong hình có bán kính nào? ![image3](media:${hash})
A. Hai xăng-ti-mét
B. Ba xăng-ti-mét

Câu 3. Trong hình vuông này có bao nhiêu góc?
A. Hai xăng-ti-mét
B. Bốn
Đáp án: B
`,
  'text',
);
const place = (excerpt: string) => {
  const [key] = keysOfExcerpts(read, [{ excerpt }]);
  return key === null ? null : read.entries.findIndex((entry) => entry.key === key);
};

it.each([
  ['Nghị quyết số 847-NQ/QUTW ban hành ngày nào?', 0],
  ['Câu 27. Đường tròn trong hình có bán kính nào? ![](attached:image3.png)', 1],
  ['Câu 27. Đường tròn trong hình có bán kính nào? ![](attached:ima…', 1],
  ['B. Ba xăng-ti-mét', 1],
  // In two questions, in none, too little to tell.
  ['A. Hai xăng-ti-mét', null],
  ['Thông tư số 81/2025/TT-BQP', null],
  ['hình', null],
  ['', null],
])('the words of a file %j stand in one question of its text form', (excerpt, expected) => {
  expect(place(excerpt)).toBe(expected);
});
