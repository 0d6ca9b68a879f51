import { describe, expect, it } from 'vitest';
import { readSource } from '#app/features/questions/core/imports/read-source.ts';
import { hintsOfRead } from '#app/features/questions/ui/imports/use-quality-hints.ts';

const question = (number: number, stem: string, options = ['một', 'hai', 'ba']) =>
  [`Câu ${number}. ${stem}`, ...options.map((text, at) => `${'ABC'[at]}. ${text} ${number}`), 'Đáp án: A'].join('\n');

const paper = [
  question(1, 'Trường hợp nào không đúng?'),
  ...[2, 3, 4, 5].map((number) => question(number, `Điều thứ ${number} là gì?`)),
  'Câu 6. Không có đáp án?\nA. một\nB. hai',
].join('\n\n');

describe('the hints of a whole text', () => {
  it('name each question that they speak of, and what most questions share once for all', () => {
    const { shared, common } = hintsOfRead(readSource(paper, 'text'));
    expect(shared).toEqual([
      { code: 'missing-source', places: [0, 1, 2, 3, 4] },
      { code: 'negative-not-bold', places: [0] },
    ]);
    expect(common).toBe('missing-source');
  });

  it('say nothing of a question that cannot be taken yet', () => {
    const read = readSource(paper, 'text');
    expect(hintsOfRead(read).of.has(read.entries[5]!.sign)).toBe(false);
  });

  it('keep the list of a question that looks as before, so that its card is not drawn again', () => {
    const read = readSource(paper, 'text');
    const before = hintsOfRead(read);
    const after = hintsOfRead(readSource(paper.replace('Điều thứ 5', 'Việc thứ 5'), 'text'), before.of);
    const sign = read.entries[0]!.sign;
    expect(after.of.get(sign)).toBe(before.of.get(sign));
  });

  it('find the pattern of the keys', () => {
    const many = Array.from({ length: 12 }, (_, at) => question(at + 1, `Điều ${at} là gì?`)).join('\n\n');
    expect(hintsOfRead(readSource(many, 'text')).patterns.map(({ code }) => code)).toContain('same-position');
  });
});
