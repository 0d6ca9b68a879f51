import { describe, expect, it, test } from 'vitest';
import { readCsv } from '#app/features/quiz/core/csv.ts';

const textsOf = (text: string) => readCsv(text).rows.map((cells) => cells.map((cell) => cell.text));

describe('CSV text is cut into cells', () => {
  test.each([
    [
      'at commas',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'at semicolons where the first line has more of them',
      'a;b;"x,y"\n1,5;2;3',
      [
        ['a', 'b', 'x,y'],
        ['1,5', '2', '3'],
      ],
    ],
    ['with quotes in quotes', '"a ""b""",c', [['a "b"', 'c']]],
    ['with lines in quotes', '"a\nb",c', [['a\nb', 'c']]],
    ['with an empty cell at the end', 'a,\n', [['a', '']]],
    ['without empty lines', 'a\n\n,\nb', [['a'], ['b']]],
    ['into nothing', '', []],
  ])('%s', (_title, text, expected) => {
    expect(textsOf(text)).toEqual(expected);
  });

  it('that know their place', () => {
    const { rows } = readCsv('\n"a\nb",c\nd');
    expect(rows.flat()).toEqual([
      { row: 2, column: 1, text: 'a\nb' },
      { row: 3, column: 2, text: 'c' },
      { row: 4, column: 1, text: 'd' },
    ]);
  });

  it('up to a quote that nothing closes', () => {
    expect(readCsv('a,b\nc,"d\ne').openQuote).toEqual({ row: 2, column: 2 });
  });
});
