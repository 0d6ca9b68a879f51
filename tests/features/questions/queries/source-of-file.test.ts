import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { readSource } from '#app/features/questions/core/imports/read-source.ts';
import { sourceOfFile } from '#app/features/questions/queries/imports/source-of-file.server.ts';
import { childPath } from '#app/kernel/unit-path.ts';
import { newId } from '#app/platform/ids.server.ts';
import { paragraph as p, type Words, wordFile } from '#tests/fixtures/word/word-file.ts';

const path = childPath(null, 'u');
const author: Actor = {
  ...{ personId: newId(), fullName: 'Tác Giả', rank: null, unitId: newId(), unitPath: path },
  ...{ grants: [{ role: 'author', unitPath: path }], mustChangePassword: false },
};

/** The text form of a Word file of these lines, read again. */
async function textForm(lines: readonly (string | readonly Words[])[]) {
  const file = await sourceOfFile(author, wordFile({ body: lines.map((line) => p(line)) }), { name: 'đề.docx' });
  const read = readSource(file.source, file.format);
  const codes = read.entries.flatMap(({ problems }) => problems.map(({ code }) => code));
  return { ...file, read, codes };
}

const sound = ['Câu 2. Hai?', 'A. x', 'B. y', 'Đáp án: A'];
const twice = ['Câu 1. [TH] Một?', 'A. mười', 'B. mười', 'C. chín'];
const red = (text: string) => [{ text, colour: 'FF0000' }];

describe('a question of a Word file that is kept out', () => {
  it.each<[string, (string | readonly Words[])[]]>([
    ['its own line', [...twice, 'Đáp án: C. Căn cứ Điều 2', ...sound]],
    ['a look', [...twice.slice(0, 3), red('C. chín'), ...sound]],
    ['a star', [...twice.slice(0, 3), '*C. chín', ...sound]],
    ['the table at the end', [...twice, ...sound.slice(0, 3), 'BẢNG ĐÁP ÁN', '1-C 2-A']],
  ])('keeps the key that %s told where two options are alike', async (_, lines) => {
    const { source, codes, problems, read } = await textForm(lines);
    expect(source).toContain('A. mười\nB. mười\nC. chín\nĐáp án: C');
    expect(codes).toEqual(['unsound']);
    expect(problems.map(({ code }) => code)).not.toContain('unsound');
    expect(read.entries).toMatchObject([
      { question: null, isKeyKnown: true, guess: { body: { correct: 'c' } } },
      { isKeyKnown: true, question: { body: { correct: 'a' } } },
    ]);
    const mended = readSource(source.replace('B. mười', 'B. tám'), 'text').entries[0]?.question;
    expect(mended).toMatchObject({ difficulty: 'medium', body: { correct: 'c' } });
  });

  it('keeps explanation and fields beside the key', async () => {
    const { source } = await textForm([...twice, 'Đáp án: C. Căn cứ Điều 2', 'Nguồn: Nghị quyết 35', ...sound]);
    const [entry] = readSource(source.replace('B. mười', 'B. tám'), 'text').entries;
    expect(entry?.question).toMatchObject({ explanation: 'Căn cứ Điều 2', source: 'Nghị quyết 35' });
  });

  it('says of a key that names no option which one it was', async () => {
    const lines = ['Câu 1. [NB] Một?', 'A. x', 'B. y', 'Đáp án: D', 'Giải thích: vì thế', 'Nguồn: sách', ...sound];
    const { source, read, codes } = await textForm(lines);
    expect(codes).toEqual(['key-not-an-option']);
    expect(read.entries[0]?.problems[0]?.detail).toBe('D');
    const mended = readSource(source.replace('B. y', 'B. y\nC. z\nD. t'), 'text').entries[0]?.question;
    expect(mended).toMatchObject({
      ...{ difficulty: 'easy', explanation: 'vì thế', source: 'sách', body: { correct: 'd' } },
    });
  });

  it('keeps the lines that tell its type and its pairs', async () => {
    const lists = ['Cột A:', '1) một', '2) hai', 'Cột B:', 'a) 1', 'b) 2'];
    const { source, codes } = await textForm(['Câu 1. Ghép.', ...lists, 'Ghép: 1-a, 2-x', 'Giải thích: vì', ...sound]);
    expect(codes).toEqual(['unsound']);
    const [entry] = readSource(source.replace('2-x', '2-b'), 'text').entries;
    expect(entry?.question).toMatchObject({
      ...{ explanation: 'vì', body: { type: 'matching', pairs: { a: 'a', b: 'b' } } },
    });
  });

  it('has no key where the paper tells none', async () => {
    const { source, codes } = await textForm(['Câu 1. Một?', 'A. x', 'B. y', ...sound]);
    expect(codes).toEqual(['no-key']);
    expect(source).toContain('Câu 1. Một?\nA. x\nB. y\n\nCâu 2.');
  });
});

describe('a row of a table that is kept out', () => {
  const form = async (...rows: string[]) => {
    const heads = 'Câu hỏi,Phương án A,Phương án B,Phương án C,Đáp án,Lời giải,Chuyên mục';
    const bytes = new TextEncoder().encode([heads, ...rows].join('\n'));
    const { source, format, problems } = await sourceOfFile(author, bytes, { name: 'đề.csv' });
    return { source, problems, entries: readSource(source, format).entries };
  };

  it('stands among the others with all that it says, its reason told there', async () => {
    const { source, problems, entries } = await form(
      'Một?,mười,mười,chín,C,Vì thế,Chương 1',
      'Hai?,x,y,z,A,,Chương 1',
      'Ba?,x,y,z,,Vì kia,Chương 2',
    );
    expect(problems).toEqual([]);
    expect(entries.map((entry) => entry.problems.map(({ code }) => code))).toEqual([['unsound'], [], ['no-key']]);
    expect(entries[0]).toMatchObject({ isKeyKnown: true, guess: { body: { correct: 'c' } } });
    const mended = source
      .replace('B. mười', 'B. tám')
      .replace('C. z\nLời giải: Vì kia', 'C. z\nĐáp án: B\nLời giải: Vì kia');
    const read = readSource(mended, 'text').entries.map(({ question }) => question);
    expect(read).toMatchObject([
      { category: 'Chương 1', explanation: 'Vì thế', body: { correct: 'c' } },
      { category: 'Chương 1', body: { correct: 'a' } },
      { category: 'Chương 2', explanation: 'Vì kia', body: { correct: 'b' } },
    ]);
  });
});

it('loses none of the questions of a paper, whatever keeps them out, and makes none of their words another', async () => {
  const options = fc.array(fc.constantFrom('mười', 'chín', 'tám', '**đậm**', 'a) điểm', ''), { maxLength: 5 });
  const keys = ['', 'Đáp án: A', 'Đáp án: B. Căn cứ Điều 2', 'Đáp án: H', 'Đáp án: Đúng, Sai', 'Đáp án: xem sách'];
  const written = fc.record({
    stem: fc.constantFrom('', 'Hỏi gì?', '[TH] Hỏi gì?', 'Xét các ý: 1) một 2) hai'),
    ...{ options, key: fc.constantFrom(...keys) },
    more: fc.subarray(['Giải thích: vì thế', 'Nguồn: sách', 'Mức độ: Rất lạ', 'Thẻ: một; hai', 'Ghép: 1-a, 2-x']),
  });
  const papers = fc.array(written, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(papers, async (questions) => {
      const lines = questions.flatMap(({ stem, options: texts, key, more }, at) => [
        `Câu ${at + 1}. ${stem}`,
        ...texts.map((text, row) => `${'ABCDE'[row]}. ${text}`),
        ...(key === '' ? [] : [key]),
        ...more,
      ]);
      const { source, format } = await sourceOfFile(author, wordFile({ body: lines.map((line) => p(line)) }), {
        name: 'đề.docx',
      });
      const { entries } = readSource(source, format);
      const starts = entries.map(({ from }) => source.split('\n')[from - 1]!.split('.')[0]);
      expect(starts).toEqual(questions.map((_, at) => `Câu ${at + 1}`));
      for (const [at, { more }] of questions.entries()) {
        const { from, until } = entries[at]!;
        const own = source
          .split('\n')
          .slice(from - 1, until)
          .join('\n');
        if (more.includes('Nguồn: sách')) expect(own).toContain('Nguồn: sách');
        if (more.includes('Giải thích: vì thế')) expect(own).toContain('vì thế');
      }
    }),
    { numRuns: 150 },
  );
}, 30_000);
