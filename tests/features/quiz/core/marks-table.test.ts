import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseMarksTable } from '#app/features/quiz/core/marks-table.ts';

describe('A table of marks is read', () => {
  const plain = { items: ['1', '2'], max: [1, 1], marks: [[1, 0.5]] };
  test.each([
    ['as it is specified', 'attempt,1,2\n1,1,0.5\n', plain],
    ['with the row of largest marks', 'attempt,1,2\nmax,3,1.5\n1,1,0.5\n', { ...plain, max: [3, 1.5] }],
    ['with that row at the end, in capitals', 'attempt,1,2\n1,1,0.5\nMAX,3,1.5', { ...plain, max: [3, 1.5] }],
    ['with a byte order mark and CRLF', '\uFEFFattempt,1,2\r\n1,1,0.5\r\n', plain],
    ['with old Macintosh line ends', 'attempt,1,2\r1,1,0.5', plain],
    ['with semicolons and decimal commas', 'attempt;1;2\n1;1;0,5\n', plain],
    ['with tabs', 'attempt\t1\t2\n1\t1\t0.5\n', plain],
    ['with decimal commas in quotes', 'attempt,1,2\n1,1,"0,5"\n', plain],
    ['with everything quoted', '"attempt","1","2"\n"1","1","0.5"\n', plain],
    ['with blanks around the cells', ' Attempt , 1 , 2 \n 1 , 1 , "0,5" \n', plain],
    ['with empty lines and empty columns at the end', 'attempt,1,2,,\n\n1,1,0.5,,\n,,,,\n\n', plain],
    ['without a line end at the end', 'attempt,1,2\n1,1,.5', plain],
    ['with signs and exponents', 'attempt,1,2\n1,+1,5e-1', plain],
    ['with negative marks', 'attempt,1,2\n1,-2,0', { ...plain, marks: [[-2, 0]] }],
    [
      'with names of items that hold commas and quotes',
      'attempt,"Câu 1, ""a""",2\n1,1,0.5',
      { ...plain, items: ['Câu 1, "a"', '2'] },
    ],
  ])('%s', (_title, text, table) => {
    expect(parseMarksTable(text)).toEqual({ kind: 'table', table });
  });

  it('as it was written, whatever the marks', () => {
    const mark = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0));
    const anyTable = fc
      .integer({ min: 1, max: 5 })
      .chain((k) => fc.array(fc.array(mark, { minLength: k, maxLength: k }), { minLength: 1 }));
    fc.assert(
      fc.property(
        anyTable,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        (marks, separator, lineEnd) => {
          const items = marks[0]!.map((_, index) => `${index + 1}`);
          const lines = [['attempt', ...items], ...marks.map((row, index) => [`${index + 1}`, ...row.map(String)])];
          const text = lines.map((cells) => cells.join(separator)).join(lineEnd);
          expect(parseMarksTable(text)).toEqual({ kind: 'table', table: { items, max: items.map(() => 1), marks } });
        },
      ),
    );
  });
});

describe('A table of marks is refused with the place', () => {
  test.each([
    ['when it is empty', '\n \n', [['empty-file', 1, 1, '']]],
    ['when the header is missing', '1,1,0\n2,1,1', [['no-attempt-column', 1, 1, '1']]],
    ['when there are no items', 'attempt,,\n1,,', [['no-items', 1, 2, '']]],
    ['when an item has no name', 'attempt,1,,3\n1,1,1,1', [['unnamed-item', 1, 3, '']]],
    ['when two items have one name', 'attempt,1,1\n1,1,1', [['repeated-item', 1, 3, '1']]],
    ['when there are no attempts', 'attempt,1\nmax,2', [['no-attempts', 1, 1, '']]],
    ['when a row is too short', 'attempt,1,2\n1,1', [['too-few-cells', 2, 3, '']]],
    ['when a row is too long', 'attempt,1\n1,1,0.5', [['too-many-cells', 2, 3, '0.5']]],
    ['when a mark is missing', 'attempt,1,2\n1,,1', [['empty-cell', 2, 2, '']]],
    ['when a mark is no number', 'attempt,1,2\n1,đúng,1', [['not-a-number', 2, 2, 'đúng']]],
    [
      'when a mark is NaN, hexadecimal or too large',
      'attempt,1,2,3\n1,NaN,0x1,1e999',
      [
        ['not-a-number', 2, 2, 'NaN'],
        ['not-a-number', 2, 3, '0x1'],
        ['not-a-number', 2, 4, '1e999'],
      ],
    ],
    ['when a number has two separators', 'attempt,1\n1,"1,000.5"', [['not-a-number', 2, 2, '1,000.5']]],
    ['when a largest mark is negative', 'attempt,1\nmax,-1\n1,1', [['negative-max', 2, 2, '-1']]],
    ['when largest marks come twice', 'attempt,1\nmax,1\nmax,2\n1,1', [['repeated-max', 3, 1, 'max']]],
    ['when a quote stays open', 'attempt,1\n1,"0,5\n2,1', [['open-quote', 2, 2, '']]],
    ['counting empty lines and lines within quotes', '\nattempt,"Câu\n1"\n\n1,x', [['not-a-number', 5, 2, 'x']]],
    [
      'with all problems at once',
      'attempt,1,2\n1,a,1\n2,1\n',
      [
        ['not-a-number', 2, 2, 'a'],
        ['too-few-cells', 3, 3, ''],
      ],
    ],
  ])('%s', (_title, text, expected) => {
    const problems = expected.map(([code, row, column, cell]) => ({ code, row, column, text: cell }));
    expect(parseMarksTable(text)).toEqual({ kind: 'problems', problems });
  });

  it('and never by an exception, whatever the text', () => {
    const anyText = fc
      .array(fc.constantFrom('attempt', 'max', ',', ';', '"', '\n', '\r', '1', '0.5', ' ', 'x'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(anyText, (text) => {
        expect(['table', 'problems']).toContain(parseMarksTable(text).kind);
      }),
    );
  });
});
