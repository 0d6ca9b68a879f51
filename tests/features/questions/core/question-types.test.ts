import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printNumber } from '#app/features/questions/core/number-text.ts';
import {
  type Blank,
  invalidResponse,
  type PresentedResponse,
  type QuestionBody,
} from '#app/features/questions/core/question.ts';
import {
  displayOrder,
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
import { anyBody, anyRaw, everyType, statement, twoOfFive, whenIssued, whoIssued } from './questions.ts';

const inSomeOrder = fc.tuple(anyBody, fc.string()).map(([body, seed]) => ({
  body,
  order: displayOrder(body, seededRandom(seed), { shuffle: true }),
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
    case 'cluster': {
      const statements = body.statements.map(({ text, answer }, index) => ({
        id: other(index),
        text,
        answer: !answer,
        feedback: 'khác',
      }));
      return { ...body, statements, scoring: 'all-or-nothing' };
    }
    case 'matching': {
      const prompts = body.prompts.map(({ text }, index) => ({ id: other(index), text }));
      const choices = body.choices.map(({ text }, index) => ({ id: other(index), text }));
      return { ...body, prompts, choices, pairs: { [other(0)]: other(1) }, scoring: 'all-or-nothing' };
    }
    case 'ordering':
      return { ...body, items: renamed(body.items).reverse(), scoring: 'all-or-nothing' };
    case 'numerical':
      return {
        ...body,
        answers: [{ value: 5, tolerance: 1, toleranceKind: 'absolute', fraction: 1, feedback: 'khác' }],
        units: body.units.map(({ name }) => ({ name, factor: 7 })),
        unitPenalty: 0.5,
      };
    case 'blanks': {
      // The list of blanks says nothing: their order is that of the stem.
      const stem = body.blanks.reduce(
        (text, { id }, index) => text.replace(`{{${id}}}`, `{{${other(index)}}}`),
        body.stem,
      );
      const blanks = body.blanks.map((blank, index): Blank => {
        const common = { id: other(index), weight: blank.weight + 1 };
        if (blank.kind === 'text') return { ...blank, ...common, answers: [{ text: 'khác', fraction: 1 }] };
        if (blank.kind === 'number') return { ...blank, ...common, answers: [{ value: 5, tolerance: 0, fraction: 1 }] };
        return { ...blank, ...common, options: renamed(blank.options), correct: other(0) };
      });
      return { ...body, stem, blanks: blanks.reverse() };
    }
    case 'essay':
      return {
        ...body,
        rubric: body.rubric.map(({ text }) => ({ id: 'khác', text, levels: [{ points: 9, text: 'khác' }] })),
        markerNotes: 'khác',
      };
  }
}

const other = (index: number) => `other-${index}`;
const renamed = <Item extends object>(items: readonly Item[]) =>
  items.map((item, index) => ({ ...item, id: other(index) }));

/** The displayed order of `body` in the ids of `otherKey(body)`. */
function otherOrder(body: QuestionBody, order: readonly string[]): string[] {
  // Lists that stand one after the other have ids of their own.
  const lists: string[][] =
    body.type === 'matching'
      ? [body.prompts.map(({ id }) => id), body.choices.map(({ id }) => id)]
      : body.type === 'blanks'
        ? [...body.stem.matchAll(/\{\{(\w+)\}\}/g)].map(([, mark]) => {
            const blank = body.blanks.find(({ id }) => id === mark)!;
            return blank.kind === 'choice' ? blank.options.map(({ id }) => id) : [];
          })
        : [optionIds(body)];
  let from = 0;
  return lists.flatMap((ids) => {
    from += ids.length;
    return order.slice(from - ids.length, from).map((id) => other(ids.indexOf(id)));
  });
}

/** A presented response as a form without JavaScript sends it: texts only, and an order as the rank of each item. */
function asForm(body: QuestionBody, shown: PresentedResponse): unknown {
  if (shown === null) return '';
  if (body.type === 'ordering' && Array.isArray(shown)) {
    return Object.fromEntries(shown.map((position, rank) => [String(position), String(rank + 1)]));
  }
  if (Array.isArray(shown)) return shown.map(String);
  if (typeof shown !== 'object') return String(shown);
  return Object.fromEntries(Object.entries(shown).map(([position, value]) => [position, String(value)]));
}

/** The revealed answer as a learner would send it. */
function rightAsSent(body: QuestionBody, order: readonly string[]): unknown {
  const { right } = revealAnswer(body, order);
  if (body.type === 'numerical') {
    const best = body.answers.toSorted((a, b) => b.fraction - a.fraction)[0];
    return best && `${printNumber(best.value)}${body.units.length > 0 ? ' km' : ''}`;
  }
  if (body.type === 'multiple' || body.type === 'ordering') return right;
  if (Array.isArray(right)) return right[0];
  if (typeof right !== 'object') return right;
  const firstOf = (part: unknown) => (Array.isArray(part) ? String(part[0] ?? '').replace(/ ±.*/, '') : String(part));
  return Object.fromEntries(Object.entries(right).map(([position, part]) => [position, firstOf(part)]));
}

/** What the best of all answers earns. */
function mostOf(body: QuestionBody): number {
  const most = (answers: readonly { fraction: number }[]) => Math.max(0, ...answers.map(({ fraction }) => fraction));
  if (body.type === 'short-answer' || body.type === 'numerical') return most(body.answers);
  if (body.type !== 'blanks') return 1;
  const all = body.blanks.reduce((sum, { weight }) => sum + weight, 0);
  return body.blanks.reduce((sum, one) => sum + one.weight * (one.kind === 'choice' ? 1 : most(one.answers)), 0) / all;
}

describe('every type of question', () => {
  it('is one of the ten that are listed', () => {
    expect(new Set(questionTypeNames)).toEqual(new Set(everyType.map(({ type }) => type)));
    expect(questionTypeNames).toHaveLength(10);
  });

  it('shows a learner the same whatever the key, the ids and the feedback are', () => {
    fc.assert(
      fc.property(inSomeOrder, ({ body, order }) => {
        const shown = JSON.stringify(presentQuestion(body, order));
        expect(JSON.stringify(presentQuestion(otherKey(body), otherOrder(body, order)))).toBe(shown);
        expect(shown).not.toContain('other-');
      }),
      { numRuns: 500 },
    );
  });

  it('has nothing in what a learner sees but texts that are shown, positions and kinds', () => {
    const fields = new Set<string>();
    const collect = (value: unknown) => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, part] of Object.entries(value)) {
        if (!/^\d+$/.test(key)) fields.add(key);
        collect(part);
      }
    };
    fc.assert(
      fc.property(inSomeOrder, ({ body, order }) => collect(presentQuestion(body, order))),
      { numRuns: 300 },
    );
    expect([...fields].sort()).toEqual([
      ...['blanks', 'choices', 'criteria', 'items', 'kind', 'limits', 'maxFiles', 'maxWords', 'minWords', 'multiple'],
      ...['options', 'position', 'prompts', 'statements', 'stem', 'text', 'type', 'units'],
    ]);
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
        const hasParts = body.type === 'cluster' || body.type === 'matching' || body.type === 'blanks';
        if (!hasParts) expect(isComplete(body, response)).toBe(true);
        else expect(Object.keys(response).length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads back what it puts into the form', () => {
    fc.assert(
      fc.property(inSomeOrder, anyRaw, ({ body, order }, raw) => {
        const response = readResponse(raw, body, order);
        if (response === invalidResponse) return;
        const shown = presentResponse(body, response, order);
        expect(readResponse(shown, body, order)).toEqual(response);
        expect(readResponse(asForm(body, shown), body, order)).toEqual(response);
      }),
      { numRuns: 1000 },
    );
  });

  it('grades between 0 and 1, and nothing for no answer', () => {
    fc.assert(
      fc.property(inSomeOrder, anyRaw, ({ body, order }, raw) => {
        const response = readResponse(raw, body, order);
        if (response === invalidResponse) return;
        const fraction = gradeResponse(body, response);
        if (body.type === 'essay') {
          expect(fraction).toBe(response === null && body.maxFiles === 0 ? 0 : null);
          return;
        }
        expect(gradeResponse(body, null)).toBe(0);
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives full marks for the answer that it reveals', () => {
    fc.assert(
      fc.property(inSomeOrder, ({ body, order }) => {
        const response = readResponse(rightAsSent(body, order), body, order);
        if (response === invalidResponse || response === null || body.type === 'essay') return;
        expect(gradeResponse(body, response)).toBeCloseTo(mostOf(body), 9);
      }),
      { numRuns: 500 },
    );
  });

  it('takes a stored response of another type for a wrong one', () => {
    for (const body of everyType) {
      if (body.type === 'essay') continue;
      for (const response of ['ac', ['b'], false, { khác: 'x' }]) expect(gradeResponse(body, response)).toBe(0);
    }
  });

  it('knows no answer from one in tables', () => {
    for (const body of everyType) {
      expect(responseText(body, null)).toBe('');
      expect(isComplete(body, null)).toBe(false);
      expect(rightAnswerText(body)).not.toBe('');
    }
  });
});
