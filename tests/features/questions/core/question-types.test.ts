import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shuffleOptions } from '#app/features/questions/core/option-order.ts';
import { invalidResponse, type QuestionBody } from '#app/features/questions/core/question.ts';
import {
  gradeResponse,
  isComplete,
  optionIds,
  presentQuestion,
  presentResponse,
  questionTypeNames,
  readResponse,
  responseText,
  revealAnswer,
  rightAnswerText,
} from '#app/features/questions/core/question-types.ts';
import { questionResponseSchema } from '#app/features/questions/schema.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { anyBody, anyRaw, statement, twoOfFive, whenIssued, whoIssued } from './questions.ts';

const inSomeOrder = fc.tuple(anyBody, fc.string()).map(([body, seed]) => ({
  body,
  order: shuffleOptions(body, seededRandom(seed)),
}));

/** The same question with another key, other ids and other words for review. */
function otherKey(body: QuestionBody): QuestionBody {
  switch (body.type) {
    case 'single':
    case 'multiple': {
      const options = body.options.map(({ text }, index) => ({ id: `other-${index}`, text, feedback: 'khác' }));
      return body.type === 'single'
        ? { ...body, options, correct: 'other-0' }
        : { ...body, options, correct: ['other-1'], scoring: 'proportional' };
    }
    case 'true-false':
      return { ...body, answer: !body.answer, feedbackTrue: 'khác' };
    case 'short-answer':
      return { ...body, answers: [{ text: 'khác', fraction: 1 }], matching: { ...body.matching, case: true } };
  }
}

describe('every type of question', () => {
  it('is one of the four that are listed', () => {
    expect(questionTypeNames).toEqual(['single', 'multiple', 'true-false', 'short-answer']);
  });

  it('shows a learner the same whatever the key, the ids and the feedback are', () => {
    fc.assert(
      fc.property(inSomeOrder, ({ body, order }) => {
        const other = otherKey(body);
        const sameOrder = order.map((id) => optionIds(other)[optionIds(body).indexOf(id)]!);
        expect(JSON.stringify(presentQuestion(other, sameOrder))).toBe(JSON.stringify(presentQuestion(body, order)));
      }),
    );
  });

  it('shows the option texts in displayed order, by position', () => {
    expect(presentQuestion(whenIssued, ['c', 'b', 'a', 'd'])).toEqual({
      type: 'single',
      stem: whenIssued.stem,
      options: [
        { position: 0, text: '22/11/2018' },
        { position: 1, text: '**22/10/2018**' },
        { position: 2, text: '25/10/2018' },
        { position: 3, text: 'Không ngày nào nêu trên' },
      ],
    });
    expect(presentQuestion(twoOfFive('proportional'), ['a', 'b', 'c', 'd', 'e'])).toMatchObject({ multiple: true });
    expect(presentQuestion(statement, [])).toEqual({ type: 'true-false', stem: statement.stem });
    expect(presentQuestion(whoIssued(), [])).toEqual({ type: 'short-answer', stem: 'Cơ quan nào ban hành?' });
  });

  it.each([[['a', 'b', 'c']], [['a', 'b', 'c', 'c']], [['a', 'b', 'c', 'x']], [[]], [['a', 'b', 'c', 'd', 'a']]])(
    'is not shown in the order %j, which does not fit',
    (order) => {
      expect(() => presentQuestion(whenIssued, order)).toThrow(RangeError);
    },
  );

  it('reads whatever is sent into a storable response, nothing, or invalid, and never fails', () => {
    fc.assert(
      fc.property(inSomeOrder, anyRaw, ({ body, order }, raw) => {
        const response = readResponse(raw, body, order);
        if (response === invalidResponse || response === null) return;
        expect(questionResponseSchema.parse(JSON.parse(JSON.stringify(response)))).toEqual(response);
        expect(isComplete(body, response)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('reads back what it puts into the form', () => {
    fc.assert(
      fc.property(inSomeOrder, anyRaw, ({ body, order }, raw) => {
        const response = readResponse(raw, body, order);
        if (response === invalidResponse) return;
        const shown = presentResponse(body, response, order);
        expect(readResponse(shown, body, order)).toEqual(response);
        const asForm = Array.isArray(shown) ? shown.map(String) : shown === null ? '' : String(shown);
        expect(readResponse(asForm, body, order)).toEqual(response);
      }),
      { numRuns: 500 },
    );
  });

  it('grades between 0 and 1, and nothing for no answer', () => {
    fc.assert(
      fc.property(inSomeOrder, anyRaw, ({ body, order }, raw) => {
        const response = readResponse(raw, body, order);
        expect(gradeResponse(body, null)).toBe(0);
        if (response === invalidResponse) return;
        const fraction = gradeResponse(body, response);
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it('gives full marks for the answer that it reveals', () => {
    fc.assert(
      fc.property(inSomeOrder, ({ body, order }) => {
        const { right } = revealAnswer(body, order);
        const raw = body.type === 'multiple' ? right : Array.isArray(right) ? right[0] : right;
        const response = readResponse(raw, body, order);
        if (response === invalidResponse || response === null) return;
        const most = body.type === 'short-answer' ? Math.max(...body.answers.map(({ fraction }) => fraction)) : 1;
        expect(gradeResponse(body, response)).toBe(most);
      }),
    );
  });

  it('takes a stored response of another type for a wrong one', () => {
    const bodies = [whenIssued, twoOfFive('right-minus-wrong'), statement, whoIssued()];
    for (const body of bodies) {
      for (const response of ['ac', ['b'], false]) expect(gradeResponse(body, response)).toBe(0);
    }
  });

  it('knows no answer from one in tables', () => {
    for (const body of [whenIssued, twoOfFive('proportional'), statement, whoIssued()]) {
      expect(responseText(body, null)).toBe('');
      expect(isComplete(body, null)).toBe(false);
      expect(rightAnswerText(body)).not.toBe('');
    }
  });
});
