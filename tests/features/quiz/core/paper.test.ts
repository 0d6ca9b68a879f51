import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { pagesOf, parsePaper, printPaper } from '#app/features/quiz/core/paper.ts';

const anyPaper = fc
  .array(
    fc.record({
      questionId: fc.string(),
      questionVersionId: fc.string(),
      maxMark: fc.double({ noNaN: true, noDefaultInfinity: true }).filter((mark) => !Object.is(mark, -0)),
      optionOrder: fc.array(fc.string(), { maxLength: 8 }),
    }),
    { maxLength: 20 },
  )
  .map((slots) => slots.map((one, index) => ({ slot: index + 1, ...one })));

describe('A stored paper', () => {
  it('is read as it was printed', () => {
    fc.assert(
      fc.property(anyPaper, (paper) => {
        expect(parsePaper(printPaper(paper))).toEqual(paper);
      }),
    );
  });

  it.each([
    'null',
    '[]',
    '{}',
    '{"v":2,"slots":[]}',
    '{"v":1}',
    '{"v":1,"slots":[["q","v",1]]}',
    '{"v":1,"slots":[["q","v","1",[]]]}',
    '{"v":1,"slots":[["q","v",1,[2]]]}',
    'not JSON',
  ])('that is damaged is refused: %s', (text) => {
    expect(() => parsePaper(text)).toThrow();
  });

  it('keeps its format, since old papers must stay readable', () => {
    const paper = [{ slot: 1, questionId: 'q', questionVersionId: 'v', maxMark: 1, optionOrder: ['b', 'a'] }];
    expect(printPaper(paper)).toBe('{"v":1,"slots":[["q","v",1,["b","a"]]]}');
  });
});

describe('The pages of a paper', () => {
  test.each([
    [5, 0, [[1, 2, 3, 4, 5]]],
    [5, 2, [[1, 2], [3, 4], [5]]],
    [
      4,
      2,
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [2, 9, [[1, 2]]],
    [0, 0, []],
    [0, 3, []],
  ])('of %i questions, %i on a page, are %j', (count, perPage, expected) => {
    const paper = Array.from({ length: count }, (_, index) => ({ slot: index + 1 }));
    expect(pagesOf(paper, perPage)).toEqual(expected);
  });
});
