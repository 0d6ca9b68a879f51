import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SingleBody } from '#app/features/questions/core/question.ts';
import { DEFAULT_THRESHOLDS } from '#app/features/quiz/core/classification.ts';
import { dryRunOf, isSameDryRun, unitBelow } from '#app/features/quiz/core/regrade/dry-run.ts';
import {
  regradeAttempt,
  type StoredAttempt,
  type StoredSlot,
} from '#app/features/quiz/core/regrade/regrade-attempt.ts';
import type { Behaviour } from '#app/features/quiz/core/settings.ts';
import { sumUp } from '#app/features/quiz/core/sum-up.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
const key = (correct: string): SingleBody => ({ type: 'single', stem: '?', options, correct });
const settings = {
  ...{ gradeScale: 10, passGrade: 5, thresholds: DEFAULT_THRESHOLDS },
  ...{ behaviour: 'deferred' as Behaviour, certainty: false, triesAllowed: 0, tryPenalty: 0 },
};

/** An attempt whose first slot holds the question, answered by `response`; the others have these marks of 1. */
function attempt(
  response: string | null,
  mark: number | null,
  others: (number | null)[],
  given: Partial<StoredAttempt> & { work?: Partial<StoredSlot['work']> } = {},
): StoredAttempt {
  const { work, ...rest } = given;
  const slots: StoredSlot[] = [
    { slot: 1, maxMark: 1, fraction: mark, mark, work: { response, certainty: null, tries: [], ...work } },
    ...others.map((each, index) => ({ slot: index + 2, maxMark: 1, fraction: each, mark: each, work: null })),
  ];
  const { grade, passed, classification } = sumUp(slots, settings);
  return {
    ...{ attemptId: 'x', quizId: 'q1', unitPath: '/c/s1/k1/', settings, slots, grade, passed, classification },
    ...rest,
  };
}

describe('one attempt by another key', () => {
  it.each([
    ['right by the new key', attempt('b', 0, [1, 0]), 1, 6.66667, true, 'average'],
    ['wrong by the new key', attempt('a', 1, [1, 0]), 0, 3.33333, false, 'failed'],
    ['wrong by both', attempt('c', 0, [1, 1]), 0, 6.66667, true, 'average'],
    ['not answered', attempt(null, 0, [1, 1]), 0, 6.66667, true, 'average'],
    ['another answer waits for a marker', attempt('b', 0, [1, null]), 1, null, null, null],
  ] as const)('%s', (_what, given, newMark, newGrade, newPassed, newClassification) => {
    const result = regradeAttempt(given, key('b'));
    expect(result).toMatchObject({ newMark, newGrade, newPassed, newClassification });
    expect(result).toMatchObject({
      oldMark: given.slots[0]!.mark,
      oldGrade: given.grade,
      oldPassed: given.passed,
      oldClassification: given.classification,
    });
    expect(JSON.parse(result.itemMarks)).toEqual([newMark, ...given.slots.slice(1).map(({ mark }) => mark)]);
  });

  it('weighs the stated certainty anew', () => {
    const certain = { ...settings, certainty: true };
    const given = attempt('b', -2, [1, 1], { settings: certain, work: { certainty: 3 } });
    expect(regradeAttempt(given, key('b'))).toMatchObject({ oldMark: -2, newMark: 1, newGrade: 10 });
    expect(regradeAttempt(given, key('c'))).toMatchObject({ newMark: -2 });
  });

  it('replays the tries by the new key', () => {
    const at = new Date('2026-11-22T01:00:00Z');
    const tries = ['c', 'b', 'a'].map((response) => ({ response, fraction: response === 'a' ? 1 : 0, at }));
    const several = { ...settings, behaviour: 'tries' as Behaviour, tryPenalty: 0.25 };
    const given = attempt('a', 0.5, [1], { settings: several, work: { tries } });
    expect(regradeAttempt(given, key('b'))).toMatchObject({ oldMark: 0.5, newMark: 0.75 });
    expect(regradeAttempt(given, key('c'))).toMatchObject({ newMark: 1 });
    expect(regradeAttempt(given, key('a'))).toMatchObject({ newMark: 0.5 });
  });

  it('leaves what a person has marked, or still has to', () => {
    const byHand = { ...settings, behaviour: 'hand' as Behaviour };
    for (const mark of [0.4, null]) {
      const given = attempt('b', mark, [1], { settings: byHand });
      expect(regradeAttempt(given, key('b'))).toMatchObject({ oldMark: mark, newMark: mark, newGrade: given.grade });
    }
  });
});

describe('the dry run', () => {
  const ran = (...attempts: StoredAttempt[]) =>
    dryRunOf(
      attempts.map((one) => regradeAttempt(one, key('b'))),
      '/c/',
    );

  it('counts what changes, in which direction, per quiz and per unit', () => {
    const result = ran(
      attempt('b', 0, [1, 0]),
      attempt('a', 1, [1, 0], { quizId: 'q2', unitPath: '/c/s2/' }),
      attempt('c', 0, [1, 1], { quizId: 'q2', unitPath: '/c/' }),
      attempt('b', 0, [null, 1], { unitPath: '/elsewhere/' }),
    );
    expect(result).toMatchObject({
      ...{ attempts: 4, marksChanged: 3, marksUp: 2, marksDown: 1, gradesChanged: 2 },
      ...{ wouldPass: 1, wouldFail: 1, classificationsChanged: 2, waiting: 1 },
    });
    expect(result.perQuiz.map(({ quizId, attempts, marksChanged }) => [quizId, attempts, marksChanged])).toEqual([
      ['q1', 2, 2],
      ['q2', 2, 1],
    ]);
    expect(
      result.perUnit.map(({ unitId, attempts, wouldPass, wouldFail }) => [unitId, attempts, wouldPass, wouldFail]),
    ).toEqual([
      [null, 1, 0, 0],
      ['c', 1, 0, 0],
      ['s1', 1, 1, 0],
      ['s2', 1, 0, 1],
    ]);
  });

  it('says the same of the same attempts in any order, and something else once one more has moved', () => {
    const attempts = [attempt('b', 0, [1]), attempt('a', 1, [0], { quizId: 'q2' }), attempt('c', 0, [1])];
    expect(isSameDryRun(ran(...attempts), ran(...[...attempts].reverse()))).toBe(true);
    expect(isSameDryRun(ran(...attempts), ran(...attempts, attempt('b', 0, [1])))).toBe(false);
  });

  it('adds up: the parts are the whole, and marks move only up or down', () => {
    const response = fc.constantFrom('a', 'b', 'c', null);
    const one = fc.record({
      response,
      others: fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 1, maxLength: 5 }),
      quiz: fc.constantFrom('q1', 'q2', 'q3'),
      unit: fc.constantFrom('/c/', '/c/s1/', '/c/s2/k/', '/d/'),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (all) => {
        const result = ran(
          ...all.map((each) =>
            attempt(each.response, each.response === 'a' ? 1 : 0, each.others, {
              quizId: each.quiz,
              unitPath: each.unit,
            }),
          ),
        );
        expect(result.marksUp + result.marksDown).toBe(result.marksChanged);
        expect(result.marksUp).toBe(all.filter((each) => each.response === 'b').length);
        expect(result.marksDown).toBe(all.filter((each) => each.response === 'a').length);
        for (const parts of [result.perQuiz, result.perUnit]) {
          for (const name of [
            'attempts',
            'marksChanged',
            'wouldPass',
            'wouldFail',
            'classificationsChanged',
          ] as const) {
            expect(parts.reduce((sum, part) => sum + part[name], 0)).toBe(result[name]);
          }
        }
      }),
    );
  });

  it.each([
    ['/c/', '/c/s1/k1/t1/', 's1'],
    ['/c/', '/c/s1/', 's1'],
    ['/c/', '/c/', 'c'],
    ['/c/s1/', '/c/s1/k1/', 'k1'],
    ['/c/s1/', '/c/s2/', null],
    ['/c/s1/', '/c/', null],
  ])('counts for owner %s a learner of %s under %s', (owner, unit, id) => {
    expect(unitBelow(owner, unit)).toBe(id);
  });
});
