import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQtiItem } from '#app/features/questions/core/formats/qti/parse-qti-item.ts';
import { parseQtiPackage } from '#app/features/questions/core/formats/qti/parse-qti-package.ts';
import { printQtiItem, printQtiPackage } from '#app/features/questions/core/formats/qti/print-qti.ts';
import { everyType } from '../questions.ts';
import { anyPrintQuestion, oneOfEach, plainly } from './print-questions.ts';

const types = everyType.map(({ type }) => type);
const isError = ({ severity }: { severity: string }) => severity === 'error';

describe('what is written as QTI 3 is read as it was', () => {
  it.each(types)(
    '%s, an item of its own',
    (type) => {
      fc.assert(
        fc.property(anyPrintQuestion(type), (question) => {
          const { text, losses } = printQtiItem(question);
          expect(losses).toEqual([]);
          const read = parseQtiItem(text);
          expect(read.problems.filter(isError)).toEqual([]);
          expect(read.questions.map(plainly)).toEqual([question]);
        }),
        { numRuns: 25 },
      );
    },
    30_000,
  );

  it.each(types)(
    '%s, in a package',
    (type) => {
      fc.assert(
        fc.property(fc.array(anyPrintQuestion(type), { minLength: 1, maxLength: 3 }), (questions) => {
          const { parts, losses } = printQtiPackage(questions);
          expect(losses).toEqual([]);
          const read = parseQtiPackage(parts);
          expect(read.problems.filter(isError)).toEqual([]);
          expect(read.questions.map(plainly)).toEqual(questions);
        }),
        { numRuns: 10 },
      );
    },
    30_000,
  );

  it('needs a word of ours only for what QTI has none for', () => {
    const read = printQtiPackage(oneOfEach);
    expect(read.losses).toEqual([]);
    expect(read.onlyHere.map(({ index, lost }) => [oneOfEach[index]!.body.type, lost])).toEqual([
      ['cluster', ['feedback']],
      ['ordering', ['scoring']],
      ['numerical', ['units', 'feedback']],
      ['essay', ['marking']],
    ]);
  });
});
