import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { at, buildExam, clockAt, rightAnswers, wrongAnswers } from '#tests/fixtures/exam.ts';
import { walk } from '#tests/fixtures/walk.ts';

useTestDatabase();

let corps: Corps;
let quizId: string;
beforeAll(async () => {
  corps = await buildCorps();
  ({ quizId } = await buildExam(corps, {
    ...{ kind: 'practice', behaviour: 'immediate', certainty: true, timeLimitSeconds: 600, graceSeconds: 10 },
  }));
});
beforeEach(() => clockAt(0));

describe('immediate feedback', () => {
  it('is told from the start to the marks: what was checked stands', async () => {
    const attempt = await walk(corps.an, quizId);
    expect(await attempt.check(1)).toEqual({ outcome: 'refused', reason: 'not-answered' });
    await attempt.save(1, wrongAnswers[1], { certainty: 2 });
    await attempt.save(1, wrongAnswers[1], { certainty: 3 });
    expect(await attempt.slot(1)).toMatchObject({
      response: 'a',
      certainty: 3,
      sequence: 2,
      checks: 0,
      fraction: null,
    });
    expect((await attempt.question(1)).work.stands).toBe(false);

    clockAt(30);
    expect(await attempt.check(1)).toEqual({ outcome: 'checked' });
    const checked = {
      ...{ response: 'a', certainty: 3, sequence: 2, checks: 1, fraction: 0, mark: null },
      tries: [{ response: 'a', certainty: 3, fraction: 0, at: at(30).toISOString() }],
    };
    expect(await attempt.slot(1)).toEqual(checked);
    expect(await attempt.question(1)).toMatchObject({
      review: { correctness: 'wrong', certainty: 3, mark: -2, maxMark: 1, right: [1] },
      work: { stands: true, tries: [{ correctness: 'wrong', certainty: 3 }] },
    });

    // Check again, change, change only the certainty, the same again: it stands.
    clockAt(40);
    expect(await attempt.check(1)).toEqual({ outcome: 'unchanged' });
    for (const [response, certainty] of [
      [rightAnswers[1], 3],
      [wrongAnswers[1], 1],
      [null, null],
    ] as const) {
      expect(await attempt.save(1, response, { certainty })).toMatchObject({
        ...{ outcome: 'refused', reason: 'answer-stands', holdsSame: false },
        stored: { response: wrongAnswers[1], certainty: 3, sequence: 2 },
      });
    }
    expect(await attempt.save(1, wrongAnswers[1], { certainty: 3 })).toMatchObject({ outcome: 'unchanged' });
    expect(await attempt.slot(1)).toEqual({ ...checked, sequence: 6 });

    // Another one is right, one is answered and never checked, one is left empty.
    await attempt.save(2, rightAnswers[2], { certainty: 3 });
    await attempt.check(2);
    await attempt.save(3, rightAnswers[3], { certainty: 2 });

    clockAt(610);
    expect(await attempt.save(4, rightAnswers[4], { certainty: 3 })).toMatchObject({ reason: 'time-up' });
    expect(await attempt.check(3)).toEqual({ outcome: 'refused', reason: 'time-up' });
    expect(await attempt.submit()).toEqual({ outcome: 'submitted', cause: 'time' });
    expect(await attempt.stored()).toMatchObject({
      ...{ state: 'graded', itemMarks: '[-2,1,0.66667,0]', markSum: -0.33333, grade: 0, passed: false },
    });
    expect(await attempt.slot(1)).toMatchObject({ fraction: 0, mark: -2, checks: 1 });
    expect(await attempt.slot(3)).toMatchObject({ fraction: 1, mark: 0.66667, checks: 0, tries: [] });
    expect((await attempt.result()).questions.map(({ mark, certainty }) => [mark, certainty])).toEqual([
      [-2, 3],
      [1, 3],
      [0.66667, 2],
      [0, undefined],
    ]);
  });
});
