import { describe, expect, it } from 'vitest';
import { invalidResponse, type Scoring } from '#app/features/questions/core/question.ts';
import { feedbackOn } from '#app/features/questions/core/question-types.ts';
import { cluster } from '#app/features/questions/core/types/cluster.ts';
import { threeStatements } from '#tests/features/questions/core/questions.ts';

const order = ['c', 'a', 'b'];

describe('a cluster of statements', () => {
  it.each<[unknown, unknown]>([
    [
      { 0: 'true', 2: 'false' },
      { b: 'false', c: 'true' },
    ],
    [{ 1: true }, { a: 'true' }],
    [{ 0: '', 1: null }, null],
    [{}, null],
    [null, null],
    [{ 3: 'true' }, invalidResponse],
    [{ a: 'true' }, invalidResponse],
    [{ 0: 'yes' }, invalidResponse],
    [['true'], invalidResponse],
    ['true', invalidResponse],
  ])('reads %j by the statements that stand there', (raw, response) => {
    expect(cluster.readResponse(raw, threeStatements, order)).toEqual(response);
  });

  // a is true, b false, c true.
  it.each<[Record<string, string>, Record<Scoring, number>]>([
    [
      { a: 'true', b: 'false', c: 'true' },
      { 'all-or-nothing': 1, proportional: 1, 'right-minus-wrong': 1 },
    ],
    [
      { a: 'true', b: 'true', c: 'true' },
      { 'all-or-nothing': 0, proportional: 2 / 3, 'right-minus-wrong': 1 / 3 },
    ],
    [
      { a: 'true', c: 'true' },
      { 'all-or-nothing': 0, proportional: 2 / 3, 'right-minus-wrong': 2 / 3 },
    ],
    [
      { a: 'false', b: 'true', c: 'true' },
      { 'all-or-nothing': 0, proportional: 1 / 3, 'right-minus-wrong': 0 },
    ],
    [{ b: 'false' }, { 'all-or-nothing': 0, proportional: 1 / 3, 'right-minus-wrong': 1 / 3 }],
  ])('%j earns %j', (response, earned) => {
    for (const [scoring, fraction] of Object.entries(earned)) {
      expect(cluster.grade({ ...threeStatements, scoring: scoring as Scoring }, response)).toBeCloseTo(fraction, 12);
    }
  });

  it('is complete when every statement is judged', () => {
    expect(cluster.isComplete(threeStatements, { a: 'true', b: 'true' })).toBe(false);
    expect(cluster.isComplete(threeStatements, { a: 'true', b: 'true', c: 'false' })).toBe(true);
  });

  it('reveals the truths by position, and feedback only on what was judged', () => {
    expect(cluster.reveal(threeStatements, order, null).right).toEqual({ 0: true, 1: true, 2: false });
    expect(feedbackOn(threeStatements, { b: 'true' }, order)).toEqual({ 2: 'Năm 2018.' });
    expect(feedbackOn(threeStatements, { a: 'true' }, order)).toEqual({});
  });

  it('speaks plain text in tables', () => {
    expect(cluster.responseText(threeStatements, { a: 'true', b: 'false' })).toBe(
      'Do Bộ Chính trị ban hành.: true; Ban hành năm 2019.: false',
    );
  });
});
