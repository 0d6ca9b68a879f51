import { describe, expect, it } from 'vitest';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { markPaper, printItemMarks } from '#app/features/quiz/core/mark-paper.ts';
import { DEFAULT_SETTINGS } from '#app/features/quiz/core/settings.ts';

const truth = { type: 'true-false', stem: 'x', answer: true } as const;
const body: QuestionBody = {
  ...{ type: 'multiple', stem: 'x', correct: ['a', 'b', 'c'], scoring: 'proportional' },
  options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id })),
};
const settings = DEFAULT_SETTINGS.exam;

describe('marking a paper', () => {
  it('marks every slot, answered or not, and sums up on the scale', () => {
    const marked = markPaper(
      [
        { slot: 1, maxMark: 2, body: truth, response: true },
        { slot: 2, maxMark: 1, body: truth, response: null },
        { slot: 3, maxMark: 1, body, response: ['a', 'b'] },
      ],
      settings,
    );
    expect(marked.slots).toEqual([
      { slot: 1, fraction: 1, mark: 2 },
      { slot: 2, fraction: 0, mark: 0 },
      { slot: 3, fraction: 0.66667, mark: 0.66667 },
    ]);
    expect(marked).toMatchObject({
      markSum: 2.66667,
      maxMark: 4,
      grade: 6.66668,
      passed: true,
      classification: 'average',
    });
  });

  it('weighs by the behaviour: a grade below 0 is 0, and the sum says what was reached', () => {
    const marked = markPaper(
      [
        { slot: 1, maxMark: 2, body: truth, response: false, certainty: 3 },
        { slot: 2, maxMark: 1, body: truth, response: true, certainty: 3 },
        { slot: 3, maxMark: 1, body, response: null, certainty: 3 },
      ],
      { ...settings, certainty: true },
    );
    expect(marked.slots.map(({ mark }) => mark)).toEqual([-4, 1, 0]);
    expect(marked).toMatchObject({ markSum: -3, grade: 0, passed: false, classification: 'failed' });
    expect(printItemMarks(marked)).toBe('[-4,1,0]');
  });

  it('has no grade while a slot waits for a marker', () => {
    const marked = markPaper([{ slot: 1, maxMark: 1, body: truth, response: true }], {
      ...settings,
      behaviour: 'hand',
    });
    expect(marked).toMatchObject({ markSum: 0, maxMark: 1, grade: null, passed: null, classification: null });
    expect(printItemMarks(marked)).toBe('[null]');
  });

  it('says neither passed nor failed of a paper that is worth nothing', () => {
    expect(markPaper([], settings)).toEqual({
      ...{ slots: [], markSum: 0, maxMark: 0, grade: null, passed: null, classification: null },
    });
  });
});
