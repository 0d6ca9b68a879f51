import { describe, expect, it } from 'vitest';
import type { NumericalBody } from '#app/features/questions/core/question.ts';
import { feedbackOn } from '#app/features/questions/core/question-types.ts';
import { numerical } from '#app/features/questions/core/types/numerical.ts';
import { howFar } from '#tests/features/questions/core/questions.ts';

/** Exactly 1234,5 and nothing else. */
const exact = (part: Partial<NumericalBody> = {}) =>
  howFar({
    answers: [{ value: 1234.5, tolerance: 0, toleranceKind: 'absolute', fraction: 1 }],
    unitPolicy: 'not-asked',
    ...part,
  });

describe('a numerical question', () => {
  it.each([
    ['1.234,5', 1],
    ['1,234.5', 1],
    ['1234,5', 1],
    ['1234.5', 1],
    ['1 234,5', 1],
    ['1,2345e3', 1],
    ['1234,5 km', 1],
    ['1234,50', 1],
    ['1234,6', 0],
    ['-1234,5', 0],
    ['12345', 0],
    ['một nghìn', 0],
  ])('takes %j for what it means, where no unit is asked: %d', (typed, fraction) => {
    expect(numerical.grade(exact(), typed)).toBe(fraction);
  });

  it.each([
    [1234, '1.234', 1],
    [1.234, '1.234', 1],
    [1234, '1,234', 1],
    [12.34, '1.234', 0],
  ])('reads a number that can mean two in favour of the learner: %d as %j', (value, typed, fraction) => {
    const answers = [{ value, tolerance: 0, toleranceKind: 'absolute' as const, fraction: 1 }];
    expect(numerical.grade(exact({ answers }), typed)).toBe(fraction);
  });

  // 12,5 within 0,5 earns all, within a tenth (11,25 to 13,75) half; the penalty is a quarter.
  it.each([
    ['12,5 km', 1],
    ['12 km', 1],
    ['13 km', 1],
    ['11,9 km', 0.5],
    ['13,75 km', 0.5],
    ['11,25 km', 0.5],
    ['13,76 km', 0],
    ['12500 m', 1],
    ['12.500 m', 1],
    ['12500 M', 1],
    ['12,5', 0.75],
    ['12,5 dặm', 0.75],
    ['11,9', 0.25],
    ['12500', 0],
  ])('pays %j with %d where the unit is required', (typed, fraction) => {
    expect(numerical.grade(howFar(), typed)).toBe(fraction);
  });

  it.each([
    ['12,5', 1],
    ['12,5 km', 1],
    ['12500 m', 1],
    ['12,5 dặm', 0.75],
  ])('pays %j with %d where the unit may be left out', (typed, fraction) => {
    expect(numerical.grade(howFar({ unitPolicy: 'optional' }), typed)).toBe(fraction);
  });

  it('keeps apart units that only their case keeps apart', () => {
    const units = [
      { name: 'mW', factor: 1 },
      { name: 'MW', factor: 1e9 },
    ];
    const body = exact({ units, unitPolicy: 'required', unitPenalty: 1 });
    expect(['1234,5 mW', '1234,5 MW', '1234,5 mw'].map((typed) => numerical.grade(body, typed))).toEqual([1, 0, 0]);
  });

  it('never takes more than there is', () => {
    expect(numerical.grade(howFar({ unitPenalty: 1 }), '11,9')).toBe(0);
  });

  it('names units, never what they are worth, and none where none is asked', () => {
    expect(numerical.present(howFar(), [])).toMatchObject({ units: ['km', 'm'] });
    expect(numerical.present(exact(), [])).not.toHaveProperty('units');
  });

  it('reveals the best answers as Vietnamese writes them, and feedback on the range that was met', () => {
    expect(numerical.reveal(howFar(), [], null)).toEqual({ right: ['12,5 ± 0,5 km'], feedback: {} });
    expect(feedbackOn(howFar(), '11,9 km', [])).toEqual({ '11,9 km': 'Gần đúng.' });
    expect(feedbackOn(howFar(), '12,5 km', [])).toEqual({});
    const answers = [{ value: 1234.5, tolerance: 0.02, toleranceKind: 'relative' as const, fraction: 1 }];
    expect(numerical.rightAnswerText(exact({ answers }))).toBe('1234,5 ± 2%');
  });
});
