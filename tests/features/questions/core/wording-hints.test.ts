import { describe, expect, it } from 'vitest';
import { hasSilentPicture } from '#app/features/questions/core/pictures.ts';
import { qualityHintsOfList } from '#app/features/questions/core/quality-hints.ts';
import type { SingleBody } from '#app/features/questions/core/question.ts';
import { readingLevel } from '#app/features/questions/core/reading-level.ts';
import { wordingHints } from '#app/features/questions/core/wording-hints.ts';

const question = (stem: string, options = ['Một', 'Hai', 'Ba'], source = 'Nghị quyết 35') => ({
  body: {
    type: 'single',
    stem,
    options: options.map((text, at) => ({ id: `o${at}`, text })),
    correct: 'o0',
  } satisfies SingleBody,
  source,
});
const codes = (...given: Parameters<typeof question>) => wordingHints(question(...given)).map(({ code }) => code);

describe('hints about wording', () => {
  it.each([
    'Nội dung nào sau đây không đúng?',
    'Nội dung nào dưới đây không phải là nhiệm vụ của cấp ủy?',
    'Các nội dung sau đều đúng, ngoại trừ:',
    'Phát biểu nào sai?',
    'Nghị quyết được ban hành năm 2018. Ý nào chưa đúng?',
  ])('a negative that nothing marks: %s', (stem) => {
    expect(codes(stem)).toEqual(['negative-not-bold']);
  });

  it.each([
    'Nội dung nào sau đây **không đúng**?',
    'Nội dung nào sau đây **không** đúng?',
    'Nội dung nào KHÔNG PHẢI là nhiệm vụ?',
    'Bảo vệ nền tảng tư tưởng trên không gian mạng là nhiệm vụ của ai?',
    'Đấu tranh không ngừng với quan điểm sai trái là trách nhiệm của ai?',
  ])('no hint for %s', (stem) => {
    expect(codes(stem)).toEqual([]);
  });

  it('an option that is the key again but for its signs', () => {
    expect(wordingHints(question('Cơ quan nào?', ['Bộ Chính trị', 'Ban Bí thư', 'Bo chinh tri.']))).toEqual([
      { field: 'options[2].text', code: 'two-right-answers' },
    ]);
  });

  it.each([
    'Tất cả đều đúng',
    'Tất cả các phương án trên',
    'Cả ba ý trên',
    'Cả A và B đều đúng',
    'Cả 3 đáp án trên đều đúng.',
  ])('an option that stands for all: %s', (text) => {
    expect(codes('Gồm những gì?', ['Một', 'Hai', text])).toEqual(['all-of-the-above']);
  });

  it.each(['Tất cả đảng viên', 'Cả nước'])('but not %s', (text) => {
    expect(codes('Gồm những ai?', ['Một', 'Hai', text])).toEqual([]);
  });

  it('a missing source, and a sentence that has to be read twice', () => {
    expect(codes('Năm nào?', undefined, ' ')).toEqual(['missing-source']);
    expect(codes(`${'rất dài '.repeat(30)}là gì?`)).toEqual(['long-sentence']);
  });

  it('of a list, question by question, with the patterns over all', () => {
    const list = Array.from({ length: 8 }, (_, at) => question(`Câu ${at} là gì?`));
    const { of, patterns } = qualityHintsOfList(list);
    expect(of).toHaveLength(8);
    expect(patterns).toEqual([{ code: 'same-position', position: 0, count: 8 }]);
  });
});

it('counts syllables and sentences, and no point within a number or a code', () => {
  const level = readingLevel('Nghị quyết 35-NQ/TW ngày 22.10.2018 nêu gì? Chọn một ý.\nCâu thứ ba');
  expect(level).toEqual({ syllables: 13, sentences: 3, longest: 7, mean: 13 / 3 });
});

it('finds a picture without words', () => {
  expect(hasSilentPicture('Xem ![](media:x)')).toBe(true);
  expect(hasSilentPicture('Xem ![Sơ đồ](media:x)')).toBe(false);
});
