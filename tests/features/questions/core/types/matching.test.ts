import { describe, expect, it } from 'vitest';
import { invalidResponse, type Scoring } from '#app/features/questions/core/question.ts';
import { feedbackOn } from '#app/features/questions/core/question-types.ts';
import { matching } from '#app/features/questions/core/types/matching.ts';
import { whoWithWhat } from '#tests/features/questions/core/questions.ts';

// Prompts r, p, q; choices z, x, y.
const order = ['r', 'p', 'q', 'z', 'x', 'y'];

describe('matching', () => {
  it('shows prompts and choices apart, each by its own positions', () => {
    expect(matching.present(whoWithWhat, order)).toMatchObject({
      prompts: [{ position: 0, text: 'Văn bản r' }, { position: 1 }, { position: 2 }],
      choices: [{ position: 0, text: 'Cơ quan z' }, { position: 1 }, { position: 2 }],
    });
  });

  it.each<[unknown, unknown]>([
    [
      { 0: 1, 1: '1', 2: 2 },
      { p: 'x', q: 'y', r: 'x' },
    ],
    [{ 1: 0 }, { p: 'z' }],
    [{ 0: '', 1: null }, null],
    [{ 0: 3 }, invalidResponse],
    [{ 3: 0 }, invalidResponse],
    [{ 0: 'x' }, invalidResponse],
    [[1, 1, 2], invalidResponse],
  ])('reads %j', (raw, response) => {
    expect(matching.readResponse(raw, whoWithWhat, order)).toEqual(response);
  });

  it.each<[Record<string, string>, Record<Scoring, number>]>([
    [
      { p: 'x', q: 'y', r: 'x' },
      { 'all-or-nothing': 1, proportional: 1, 'right-minus-wrong': 1 },
    ],
    [
      { p: 'x', q: 'y', r: 'z' },
      { 'all-or-nothing': 0, proportional: 2 / 3, 'right-minus-wrong': 1 / 3 },
    ],
    [
      { p: 'x', q: 'y' },
      { 'all-or-nothing': 0, proportional: 2 / 3, 'right-minus-wrong': 2 / 3 },
    ],
    [
      { p: 'y', q: 'x', r: 'x' },
      { 'all-or-nothing': 0, proportional: 1 / 3, 'right-minus-wrong': 0 },
    ],
  ])('%j earns %j', (response, earned) => {
    for (const [scoring, fraction] of Object.entries(earned)) {
      expect(matching.grade({ ...whoWithWhat, scoring: scoring as Scoring }, response)).toBeCloseTo(fraction, 12);
    }
  });

  it('reveals for each prompt the position of its choice', () => {
    expect(matching.reveal(whoWithWhat, order, null).right).toEqual({ 0: 1, 1: 1, 2: 2 });
    expect(matching.rightAnswerText(whoWithWhat)).toBe(
      'Văn bản p → Cơ quan x; Văn bản q → Cơ quan y; Văn bản r → Cơ quan x',
    );
  });

  it('says of each prompt that was paired what its author says of it', () => {
    const prompts = whoWithWhat.prompts.map((prompt) => ({ ...prompt, feedback: `Về ${prompt.id}.` }));
    const body = { ...whoWithWhat, prompts };
    expect(matching.reveal(body, order, null).feedback).toEqual({ 0: 'Về r.', 1: 'Về p.', 2: 'Về q.' });
    expect(feedbackOn(body, { p: 'z', r: 'x' }, order)).toEqual({ 0: 'Về r.', 1: 'Về p.' });
    expect(JSON.stringify(matching.present(body, order))).not.toContain('Về ');
    const long = [{ ...prompts[0]!, feedback: 'x'.repeat(2001) }, ...prompts.slice(1)];
    expect(matching.problems({ ...body, prompts: long })).toEqual([{ field: 'prompts[0].feedback', code: 'too-long' }]);
  });

  it('takes prompts and choices with the same ids for what they are', () => {
    const prompts = ['a', 'b'].map((id) => ({ id, text: `P${id}` }));
    const choices = ['a', 'b'].map((id) => ({ id, text: `C${id}` }));
    const body = { ...whoWithWhat, prompts, choices, pairs: { a: 'b', b: 'a' } };
    expect(matching.readResponse({ 0: 1, 1: 0 }, body, ['a', 'b', 'a', 'b'])).toEqual({ a: 'b', b: 'a' });
    expect(matching.reveal(body, ['b', 'a', 'a', 'b'], null).right).toEqual({ 0: 0, 1: 1 });
  });
});
