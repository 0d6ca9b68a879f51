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
  ({ quizId } = await buildExam(corps, { attemptsAllowed: 0 }));
});
beforeEach(() => clockAt(0));

describe('deferred feedback', () => {
  it('is told from the start to the marks', async () => {
    const attempt = await walk(corps.an, quizId);
    const empty = { response: null, certainty: null, tries: [], sequence: 0, checks: 0, fraction: null, mark: null };
    expect(await attempt.slot(1)).toEqual(empty);
    expect(await attempt.question(1)).toMatchObject({
      ...{ answer: null, sequence: 0, review: null },
      work: { stands: false, tries: [], triesLeft: null, nextWorth: null },
    });

    // Save, the same again, change, an old one.
    expect(await attempt.save(1, wrongAnswers[1])).toMatchObject({ outcome: 'kept', sequence: 1 });
    expect(await attempt.save(1, wrongAnswers[1])).toMatchObject({ outcome: 'unchanged', sequence: 2 });
    expect(await attempt.save(1, rightAnswers[1])).toMatchObject({ outcome: 'kept', sequence: 3 });
    expect(await attempt.save(1, wrongAnswers[1], { sequence: 2 })).toMatchObject({
      ...{ outcome: 'refused', reason: 'old-sequence', stored: { response: rightAnswers[1], sequence: 3 } },
    });
    expect(await attempt.slot(1)).toEqual({ ...empty, response: 'b', sequence: 3 });

    // Nothing is ever checked, so nothing stands and nothing is judged.
    await expect(attempt.check(1)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await attempt.question(1)).review).toBeNull();
    await attempt.save(2, [0]);
    await attempt.save(3, wrongAnswers[3]);

    // The deadline has come: what was on its way is taken, what comes after the grace is not.
    clockAt(605);
    expect(await attempt.save(3, rightAnswers[3])).toMatchObject({ outcome: 'kept', secondsLeft: 0 });
    clockAt(610);
    expect(await attempt.save(3, wrongAnswers[3])).toMatchObject({ outcome: 'refused', reason: 'time-up' });
    const shown = (await attempt.result()).overall;
    expect(shown).toMatchObject({ markSum: 2.5, grade: 6.25, passed: true });

    expect(await attempt.submit()).toEqual({ outcome: 'submitted', cause: 'time' });
    expect(await attempt.submit()).toEqual({ outcome: 'unchanged', cause: 'time' });
    expect(await attempt.stored()).toMatchObject({
      ...{ state: 'graded', submittedAt: at(600), markSum: 2.5, grade: 6.25, itemMarks: '[1,0.5,1,0]' },
    });
    expect(await attempt.slot(2)).toMatchObject({ response: ['a'], fraction: 0.5, mark: 0.5 });
    expect(await attempt.slot(4)).toMatchObject({ response: null, fraction: 0, mark: 0 });
    expect(await attempt.save(4, rightAnswers[4])).toMatchObject({ outcome: 'refused', reason: 'time-up' });
  });

  it('is for a practice too: the answers are judged only with the submission', async () => {
    const practice = await buildExam(corps, { kind: 'practice', behaviour: 'deferred', timeLimitSeconds: 0 });
    const attempt = await walk(corps.an, practice.quizId);
    await attempt.save(1, rightAnswers[1]);
    await expect(attempt.check(1)).rejects.toMatchObject({ code: 'forbidden', details: { reason: 'no-checks' } });
    expect((await attempt.question(1)).review).toBeNull();
    await attempt.submit();
    expect((await attempt.result()).questions[0]).toMatchObject({ correctness: 'right', mark: 1 });
  });
});
