import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { gradeResponse } from '#app/features/questions/core/question-types.ts';
import { keyLetters } from '#app/features/quiz/core/printed/key-letters.ts';
import { paperItemOf, sectionOfType } from '#app/features/quiz/core/printed/paper-item.ts';
import { readLetters } from '#app/features/quiz/core/printed/read-letters.ts';
import { sheetResponse } from '#app/features/quiz/core/printed/sheet-response.ts';
import {
  type DrawnQuestion,
  makeVariants,
  overlapOfSet,
  variantCodes,
  variantKey,
} from '#app/features/quiz/core/printed/variants.ts';

const options = (count: number, fixedLast = false) =>
  Array.from({ length: count }, (_, at) => ({
    id: `o${at}`,
    text: `Phương án ${at}`,
    ...(fixedLast && at === count - 1 && { fixed: true }),
  }));

/** Bodies of every kind that is answered by letters. */
function bodyOf(index: number, kind: number): QuestionBody {
  const stem = `Câu hỏi ${index}`;
  switch (kind % 6) {
    case 0:
      return { type: 'single', stem, options: options(4), correct: `o${index % 4}` };
    case 1:
      return { type: 'single', stem, options: options(4, true), correct: 'o3' };
    case 2:
      return {
        type: 'multiple',
        stem,
        options: options(5),
        correct: ['o1', `o${2 + (index % 3)}`],
        scoring: 'proportional',
      };
    case 3:
      return { type: 'true-false', stem, answer: index % 2 === 0 };
    case 4:
      return {
        type: 'cluster',
        stem,
        statements: [0, 1, 2, 3].map((at) => ({ id: `s${at}`, text: `Ý ${at}`, answer: (index + at) % 3 === 0 })),
        scoring: 'proportional',
      };
    default:
      return {
        type: 'matching',
        stem,
        prompts: [0, 1, 2].map((at) => ({ id: `p${at}`, text: `Vế ${at}` })),
        choices: [0, 1, 2, 3].map((at) => ({ id: `c${at}`, text: `Chọn ${at}` })),
        pairs: { p0: 'c0', p1: 'c2', p2: 'c1' },
        scoring: 'proportional',
      };
  }
}

const questionsOf = (kinds: readonly number[]): DrawnQuestion[] =>
  kinds.map((kind, at) => ({ questionId: `q${at}`, questionVersionId: `v${at}`, maxMark: 1, body: bodyOf(at, kind) }));

const shuffled = { shuffleQuestions: true, shuffleOptions: true };
const drawnFor = (count: number, questions: DrawnQuestion[]) =>
  new Map(variantCodes(count).map((code) => [code, questions]));

describe('the variants of a paper', () => {
  const some = fc.array(fc.nat(5), { minLength: 1, maxLength: 30 });

  it('are each a permutation of the same questions and of their options, with fixed options in their place', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 6 }), fc.string(), (kinds, count, seed) => {
        const questions = questionsOf(kinds);
        const variants = makeVariants(drawnFor(count, questions), seed, shuffled);
        expect(variants.map(({ code }) => code)).toEqual(variantCodes(count));
        for (const { paper } of variants) {
          expect(paper.map(({ slot }) => slot)).toEqual(paper.map((_, at) => at + 1));
          expect(paper.map(({ questionId }) => questionId).sort()).toEqual(
            questions.map((one) => one.questionId).sort(),
          );
          for (const slot of paper) {
            const { body } = questions.find(({ questionId }) => questionId === slot.questionId)!;
            if (body.type !== 'single') continue;
            expect([...slot.optionOrder].sort()).toEqual(body.options.map(({ id }) => id).sort());
            for (const [at, { id, fixed }] of body.options.entries()) if (fixed) expect(slot.optionOrder[at]).toBe(id);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keep the order of their sections', () => {
    const sections = ['choice', 'true-false', 'cluster', 'order'];
    fc.assert(
      fc.property(some, fc.string(), (kinds, seed) => {
        const questions = questionsOf(kinds);
        for (const { paper } of makeVariants(drawnFor(3, questions), seed, shuffled)) {
          const places = paper.map(({ questionId }) =>
            sections.indexOf(sectionOfType(questions.find((one) => one.questionId === questionId)!.body.type)),
          );
          expect(places).toEqual([...places].sort((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are the same again for the same seed', () => {
    const questions = questionsOf([0, 1, 2, 3, 4, 5, 0, 0, 0]);
    expect(makeVariants(drawnFor(8, questions), 'mầm', shuffled)).toEqual(
      makeVariants(drawnFor(8, questions), 'mầm', shuffled),
    );
    expect(makeVariants(drawnFor(8, questions), 'mầm', shuffled)).not.toEqual(
      makeVariants(drawnFor(8, questions), 'khác', shuffled),
    );
  });

  it('have a key that follows: whoever writes the letters of the key has everything right', () => {
    fc.assert(
      fc.property(some, fc.string(), (kinds, seed) => {
        const questions = questionsOf(kinds);
        for (const { paper } of makeVariants(drawnFor(2, questions), seed, shuffled)) {
          const bodies = paper.map((slot) => questions.find((one) => one.questionId === slot.questionId)!.body);
          const letters = paper.map((slot, at) => keyLetters(bodies[at]!, slot.optionOrder));
          const typed = letters.map((one) => (one.length > 1 ? `(${one})` : one)).join('');
          const items = paper.map((slot, at) => paperItemOf(bodies[at]!, slot.optionOrder));
          const read = readLetters(typed, items);
          expect(read.problems).toEqual([]);
          read.answers.forEach((answer, at) => {
            const response = sheetResponse(answer, bodies[at]!, paper[at]!.optionOrder, '');
            expect(typeof response === 'symbol' ? response : gradeResponse(bodies[at]!, response)).toBe(1);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('agree less than chance would have it: 40 questions of four options', () => {
    const questions = questionsOf(Array.from({ length: 40 }, () => 0));
    for (const count of [4, 24]) {
      const variants = makeVariants(drawnFor(count, questions), 'đo', shuffled);
      const keys = variants.map(({ paper }) =>
        variantKey(paper, (id) => questions.find((one) => one.questionVersionId === id)!.body),
      );
      const { worst, average } = overlapOfSet(keys)!;
      // A quarter of the letters is what pure chance brings on average; two orders of chance often agree in 40 %.
      expect(worst.sameLetter).toBeLessThanOrEqual(count === 4 ? 0.25 : 0.35);
      expect(average.sameLetter).toBeLessThan(0.25);
      expect(worst.sameQuestionAndLetter).toBeLessThanOrEqual(0.1);
    }
  });
});
