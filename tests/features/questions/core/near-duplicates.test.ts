import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compared,
  likeness,
  NEAR,
  NearIndex,
  nearness,
  nearPairs,
  tellingWords,
  wordsOfQuestion,
} from '#app/features/questions/core/near-duplicates.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';

const single = (stem: string, texts: string[]): QuestionBody => ({
  ...{ type: 'single', stem, correct: 'a' },
  options: texts.map((text, at) => ({ id: 'abcd'[at]!, text })),
});

const near = (a: QuestionBody, b: QuestionBody) => likeness(wordsOfQuestion(a), wordsOfQuestion(b));
const question = single('Nghị quyết 35-NQ/TW được ban hành ngày nào?', ['22/10/2018', '22/10/2016', '05/08/2019']);

describe('near-duplicates', () => {
  it.each([
    ['tone marks', single('Nghi quyet 35-NQ/TW duoc ban hanh ngay nao?', ['22/10/2018', '22/10/2016', '05/08/2019'])],
    ['the order of options', single(question.stem, ['05/08/2019', '22/10/2016', '22/10/2018'])],
    [
      'small words',
      single('Nghị quyết 35-NQ/TW ban hành vào ngày nào sau đây?', ['22/10/2018', '22/10/2016', '05/08/2019']),
    ],
  ])('do not count %s', (_, other) => {
    expect(near(question, other)).toBe(1);
  });

  it('tell a negation and another matter from the same', () => {
    expect(
      near(
        question,
        single('Nghị quyết 35-NQ/TW không ban hành ngày nào?', ['22/10/2018', '22/10/2016', '05/08/2019']),
      ),
    ).toBeLessThan(1);
    expect(near(question, single('Điều lệnh quản lý bộ đội quy định gì?', ['Lễ tiết', 'Tác phong']))).toBeLessThan(0.2);
  });

  it('tell articles of one law apart', () => {
    const about = (article: number) =>
      compared(single(`Điều ${article} của Luật An ninh mạng quy định gì?`, ['Nguyên tắc', 'Chính sách', 'Biện pháp']));
    expect(nearness(about(5), about(6))).toBeNull();
    expect(nearness(about(5), about(5))).toBe(1);
  });

  it('point each later question of a file to the earlier one', () => {
    const words = [
      question,
      single('Khác hẳn?', ['một', 'hai']),
      single(question.stem, ['22/10/2016', '22/10/2018', '05/08/2019']),
    ];
    expect(nearPairs(words.map(compared))).toEqual([{ at: 2, of: 0, likeness: 1 }]);
  });

  it('the index finds every question that a look at all of them finds', () => {
    const word = fc.constantFrom(...'abcdefghijklmno'.split('').map((letter) => `${letter}x`));
    const texts = fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(texts, texts, fc.func(fc.nat(9)), (given, bank, frequency) => {
        const sets = given.map((words) => tellingWords(words.join(' ')));
        const index = new NearIndex(sets, frequency);
        for (const text of bank) {
          const other = tellingWords(text.join(' '));
          const all = sets.flatMap((set, at) => (likeness(set, other) >= NEAR ? [at] : []));
          const found = index.candidates(text.join(' ')).map(({ at }) => at);
          expect(found).toEqual(expect.arrayContaining(all));
        }
      }),
      { numRuns: 200 },
    );
  });
});
