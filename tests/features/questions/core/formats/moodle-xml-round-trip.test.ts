import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMoodleXml } from '#app/features/questions/core/formats/moodle-xml/parse-moodle-xml.ts';
import { printMoodleXml } from '#app/features/questions/core/formats/moodle-xml/print-moodle-xml.ts';
import { everyType } from '../questions.ts';
import { anyPrintQuestion, plainly } from './print-questions.ts';

describe('what is written as Moodle XML is read as it was', () => {
  it.each(everyType.map(({ type }) => type))(
    '%s',
    (type) => {
      fc.assert(
        fc.property(fc.array(anyPrintQuestion(type), { minLength: 1, maxLength: 3 }), (questions) => {
          const { text, losses } = printMoodleXml(questions);
          expect(losses).toEqual([]);
          const read = parseMoodleXml(text);
          expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
          expect(read.questions.map(plainly)).toEqual(questions);
        }),
        { numRuns: 25 },
      );
    },
    30_000,
  );
});
