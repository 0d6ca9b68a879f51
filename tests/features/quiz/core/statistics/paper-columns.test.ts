import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PaperSlot, parsePaper, printPaper } from '#app/features/quiz/core/paper.ts';
import { PaperColumns } from '#app/features/quiz/core/statistics/paper-columns.ts';

const columnsOf = (columns: PaperColumns, text: string) => [...columns.read(text)].map((column) => columns.at(column));

const anyId = fc.oneof(
  fc.stringMatching(/^[0-9a-z]{20}$/),
  fc.string({ maxLength: 6 }),
  fc.constantFrom('"', '\\', ']]', ']],["', ',', 'Đ"]],'),
);
const anySlot = fc.record({
  questionId: anyId,
  questionVersionId: anyId,
  maxMark: fc.constantFrom(1, 0.5, 2.25, 1e-7, 1000),
  optionOrder: fc.array(anyId, { maxLength: 4 }),
});

describe('What stands at the slots of a paper', () => {
  it('is the same as parsing it says, for any paper', () => {
    const columns = new PaperColumns();
    fc.assert(
      fc.property(fc.array(anySlot, { maxLength: 8 }), (slots) => {
        const text = printPaper(slots.map((slot, index): PaperSlot => ({ ...slot, slot: index + 1 })));
        const parsed = parsePaper(text).map(({ questionVersionId, maxMark }) => ({ questionVersionId, maxMark }));
        expect(columnsOf(columns, text)).toEqual(parsed);
      }),
      { numRuns: 500 },
    );
  });

  it('has one number for one version and mark in all papers', () => {
    const columns = new PaperColumns();
    const paper = (...marks: [string, number][]) =>
      printPaper(
        marks.map(([id, maxMark], index) => ({
          ...{ slot: index + 1, questionId: `q${id}`, questionVersionId: id, maxMark, optionOrder: ['a'] },
        })),
      );
    expect([...columns.read(paper(['v1', 1], ['v2', 1]))]).toEqual([0, 1]);
    expect([...columns.read(paper(['v2', 1], ['v1', 2], ['v1', 1]))]).toEqual([1, 2, 0]);
  });

  it.each(['', '{}', '{"v":2,"slots":[]}', '{"v":1,"slots":[["q","v",1,["a"]]', '{"v":1,"slots":[["q","v"]]}'])(
    'refuses %s, which is no stored paper',
    (text) => {
      expect(() => new PaperColumns().read(text)).toThrow();
    },
  );
});
