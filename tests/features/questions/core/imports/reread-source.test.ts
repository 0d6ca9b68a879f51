import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '#app/features/questions/core/imports/read-source.ts';
import { rereadSource } from '#app/features/questions/core/imports/reread-source.ts';
import type { SourceFormat } from '#app/features/questions/core/imports/source-formats.ts';

const text = [
  'ĐỀ KIỂM TRA\n\nPHẦN I. MỘT\n\nCâu 1. Ai mở?\nA. Một\n*B. Hai\nGiải thích: vì thế\n',
  'Câu 2. Cái gì?\nA. Một   B. Hai   C. Ba\n\nCâu 3: Trời xanh.\nĐáp án: Đúng\n',
  'Câu 3. Hai lần?\nA. x\nB. y\nĐáp án: A\n\nCâu 5. Không đáp án\nA. x\nB. y\n\nBẢNG ĐÁP ÁN\n2-C\n',
].join('\n');
const plain = text.slice(0, text.indexOf('BẢNG'));
const rich =
  'Định dạng: Markdown\n\nCâu 1. **Ai** mở?\nA. Một\nB. Hai\nĐáp án: B\nGiải thích: vì\n\nCâu 2. Điền\nA. x\nB. y\nĐáp án: A\nĐộ khó: Dễ\n';
const gift = '$CATEGORY: Một\n\n::1::Ai mở?{\n=Một\n~Hai\n####vì\n}\n\n// [tag:x]\n::2::Trời xanh{T}\n\nhỏng { =a\n';
const aiken = 'Ai mở?\nA. Một\nB. Hai\nANSWER: B\n\nCái gì?\nA. x\nB. y\n';

const pieces = fc.constantFrom(
  'a',
  ' ',
  '\n',
  '*',
  'B. ',
  'Câu 9. ',
  '\n1. ',
  '4) ',
  'Đáp án: A\n',
  '}',
  '{',
  '=',
  'HẾT\n',
  '\n\n',
  'Bảng đáp án\n',
  'Chuyên mục: x\n',
);

describe('reading again after a change', () => {
  it.each<[SourceFormat, string]>([
    ['text', text],
    ['text', plain],
    ['text', rich],
    ['gift', gift],
    ['aiken', aiken],
  ])('gives what reading the whole %s gives', (format, start) => {
    const edit = fc.record({ at: fc.nat(start.length), cut: fc.nat(3), put: pieces });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let source = start;
        let read = readSource(source, format);
        for (const { at, cut, put } of edits) {
          source = source.slice(0, at) + put + source.slice(at + cut);
          read = rereadSource(read, source);
          expect(read).toEqual(readSource(source, format));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('lets a category that comes into a question, changes or goes hold for those behind it', () => {
    let read = readSource(plain, 'text');
    for (const put of ['Chuyên mục: x\n', 'Chuyên mục: xy\n', '']) {
      const source = plain.replace('A. Một\n', `${put}A. Một\n`);
      read = rereadSource(read, source);
      expect(read).toEqual(readSource(source, 'text'));
    }
  });
});
