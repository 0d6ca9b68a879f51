import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { myResults } from '#app/features/quiz/queries/my-results.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { at, buildExam, clockAt, rightAnswers, wrongAnswers } from '#tests/fixtures/exam.ts';
import { walk } from '#tests/fixtures/walk.ts';

useTestDatabase();

let corps: Corps;
let quizId: string;
beforeAll(async () => {
  corps = await buildCorps();
  ({ quizId } = await buildExam(corps, { behaviour: 'hand', attemptsAllowed: 0 }));
});
beforeEach(() => clockAt(0));

describe('marking by hand', () => {
  it('is told from the start until it waits for a marker', async () => {
    const attempt = await walk(corps.an, quizId);
    expect(await attempt.save(1, wrongAnswers[1])).toMatchObject({ outcome: 'kept' });
    expect(await attempt.save(1, wrongAnswers[1])).toMatchObject({ outcome: 'unchanged' });
    expect(await attempt.save(1, rightAnswers[1])).toMatchObject({ outcome: 'kept' });
    await expect(attempt.check(1)).rejects.toMatchObject({ code: 'forbidden' });
    await attempt.save(4, rightAnswers[4]);

    clockAt(610);
    expect(await attempt.save(2, rightAnswers[2])).toMatchObject({ outcome: 'refused', reason: 'time-up' });
    // Before the sweeper has come by the result says the same as after.
    const waits = { waiting: 2, overall: { grade: null, passed: null, classification: null } };
    expect(await attempt.result()).toMatchObject(waits);
    expect(await attempt.submit()).toEqual({ outcome: 'submitted', cause: 'time' });
    expect(await attempt.submit()).toEqual({ outcome: 'unchanged', cause: 'time' });
    expect(await attempt.result()).toMatchObject(waits);

    // What was left empty earns nothing without anybody reading it; the rest has no mark at all, not even 0.
    expect(await attempt.stored()).toMatchObject({
      ...{ state: 'submitted', submittedAt: at(600), gradedAt: null, grade: null, itemMarks: '[null,0,0,null]' },
    });
    expect(await attempt.slot(1)).toMatchObject({ fraction: null, mark: null, checks: 0, tries: [] });
    expect(await attempt.slot(2)).toMatchObject({ fraction: 0, mark: 0 });
    const mine = await myResults(corps.an, 1);
    expect(JSON.stringify(mine)).not.toMatch(/"grade":\d/);
  });
});
