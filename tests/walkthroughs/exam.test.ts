import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onEvent } from '#app/features/audit/commands/reactions.server.ts';
import type { DomainEvent } from '#app/features/audit/core/event.ts';
import { finishOverdueAttempts } from '#app/features/quiz/commands/finish-overdue-attempts.server.ts';
import { saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { at, buildExam, clockAt, rightAnswers, wrongAnswers } from '#tests/fixtures/exam.ts';

useTestDatabase();

let corps: Corps;
let quizId: string;
const told: DomainEvent[] = [];
beforeAll(async () => {
  corps = await buildCorps();
  ({ quizId } = await buildExam(corps, { attemptsAllowed: 0 }));
  for (const type of ['attempt-started', 'attempt-graded'] as const) {
    onEvent(type, 'the test', async (_change, event) => void told.push(event));
  }
});
beforeEach(() => {
  clockAt(0);
  told.length = 0;
});

const stored = (attemptId: string) =>
  database().read.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    include: { answers: { orderBy: { slot: 'asc' } } },
  });

async function start(who = corps.an): Promise<string> {
  const outcome = await startAttempt(who, quizId);
  if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.reason}`);
  return outcome.attemptId;
}

describe('an exam from start to grade', () => {
  it('starts with a paper, a deadline and a row for each slot, and tells that it has started', async () => {
    const attemptId = await start();
    const attempt = await stored(attemptId);
    expect(attempt).toMatchObject({
      number: 1,
      preview: false,
      state: 'in-progress',
      startedAt: at(0),
      deadlineAt: at(600),
      submittedAt: null,
    });
    expect(attempt.answers.map(({ slot, sequence, response }) => [slot, sequence, response])).toEqual(
      [1, 2, 3, 4].map((slot) => [slot, 0, null]),
    );
    expect(told).toEqual([expect.objectContaining({ type: 'attempt-started', personId: corps.an.personId, quizId })]);
    expect(await startAttempt(corps.an, quizId)).toEqual({ kind: 'resumed', attemptId });
  });

  it('keeps an answer, calls the same answer unchanged with its first receipt, takes a change, refuses an older sequence', async () => {
    const attemptId = await start();
    clockAt(10);
    const first = await saveAnswer(corps.an, attemptId, { slot: 1, sequence: 1, response: 0 });
    expect(first).toMatchObject({
      outcome: 'kept',
      sequence: 1,
      previousSequence: 0,
      savedAt: at(10),
      secondsLeft: 590,
    });
    expect(first).toHaveProperty('receipt', expect.stringMatching(/^[2-9A-HJ-NP-Z]{4}$/));
    clockAt(20);
    expect(await saveAnswer(corps.an, attemptId, { slot: 1, sequence: 1, response: '0' })).toEqual({
      ...first,
      outcome: 'unchanged',
      previousSequence: 1,
      secondsLeft: 580,
    });
    expect(await saveAnswer(corps.an, attemptId, { slot: 1, sequence: 3, response: 1 })).toMatchObject({
      outcome: 'kept',
      sequence: 3,
      previousSequence: 1,
      savedAt: at(20),
    });
    expect(await saveAnswer(corps.an, attemptId, { slot: 1, sequence: 2, response: 2 })).toMatchObject({
      outcome: 'refused',
      reason: 'old-sequence',
      holdsSame: false,
      stored: { response: 1, sequence: 3 },
    });
    expect((await stored(attemptId)).answers[0]).toMatchObject({ response: '"b"', sequence: 3 });
    expect(await saveAnswer(corps.an, attemptId, { slot: 9, sequence: 1, response: 0 })).toMatchObject({
      outcome: 'refused',
      reason: 'unknown-slot',
    });
  });

  it('names the field of what is no answer and writes nothing', async () => {
    const attemptId = await start();
    const before = await stored(attemptId);
    for (const response of [7, 'x', { a: 1 }, [0]]) {
      await expect(saveAnswer(corps.an, attemptId, { slot: 1, sequence: 50, response })).rejects.toMatchObject({
        code: 'bad-input',
        details: { fields: { response: ['not-an-answer'] } },
      });
    }
    expect(await stored(attemptId)).toEqual(before);
  });

  it('is not found for anybody else, by any door', async () => {
    const attemptId = await start();
    for (const other of [corps.binh, corps.thuy, corps.giang, corps.khoi]) {
      await expect(saveAnswer(other, attemptId, { slot: 1, sequence: 90, response: 0 })).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(submitAttempt(other, attemptId)).rejects.toMatchObject({ code: 'not-found' });
    }
    await expect(saveAnswer(corps.an, 'nowhere', { slot: 1, sequence: 1, response: 0 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('grades every slot at submission, answered or not, once', async () => {
    const attemptId = await start(corps.binh);
    told.length = 0;
    for (const slot of [1, 2])
      await saveAnswer(corps.binh, attemptId, { slot, sequence: 1, response: rightAnswers[slot] });
    await saveAnswer(corps.binh, attemptId, { slot: 3, sequence: 1, response: wrongAnswers[3] });
    clockAt(120);
    expect(await submitAttempt(corps.binh, attemptId)).toEqual({ outcome: 'submitted', cause: 'learner' });
    const attempt = await stored(attemptId);
    expect(attempt).toMatchObject({
      state: 'graded',
      submittedAt: at(120),
      submittedBy: 'learner',
      gradedAt: at(120),
      ...{ markSum: 2, maxMark: 4, grade: 5, passed: true, classification: 'average' },
      itemMarks: '[1,1,0,0]',
    });
    expect(attempt.answers.map(({ fraction, mark }) => [fraction, mark])).toEqual([
      [1, 1],
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
    expect(attempt.answers.map(({ response }) => response)).toEqual(['"b"', '["a","c"]', 'false', null]);
    expect(told).toEqual([
      expect.objectContaining({ type: 'attempt-graded', attemptId, quizId, personId: corps.binh.personId }),
    ]);
    clockAt(130);
    expect(await submitAttempt(corps.binh, attemptId)).toEqual({ outcome: 'unchanged', cause: 'learner' });
    expect(told).toHaveLength(1);
    expect(await saveAnswer(corps.binh, attemptId, { slot: 4, sequence: 1, response: 'Hồng' })).toMatchObject({
      outcome: 'refused',
      reason: 'submitted',
    });
    expect((await stored(attemptId)).answers[3]).toMatchObject({ response: null, sequence: 0 });
  });

  it('takes saves until deadline and grace, and none after; the sweeper then submits what was saved', async () => {
    const attemptId = await start(corps.cuong);
    await saveAnswer(corps.cuong, attemptId, { slot: 1, sequence: 1, response: rightAnswers[1] });
    clockAt(609.9);
    expect(await saveAnswer(corps.cuong, attemptId, { slot: 3, sequence: 1, response: 'true' })).toMatchObject({
      outcome: 'kept',
      secondsLeft: 0,
    });
    expect(await finishOverdueAttempts()).toBe(0);
    clockAt(610);
    expect(await saveAnswer(corps.cuong, attemptId, { slot: 1, sequence: 2, response: wrongAnswers[1] })).toMatchObject(
      {
        outcome: 'refused',
        reason: 'time-up',
        stored: { response: 1, sequence: 1 },
      },
    );
    expect(await finishOverdueAttempts()).toBeGreaterThanOrEqual(1);
    expect(await stored(attemptId)).toMatchObject({
      state: 'graded',
      submittedBy: 'time',
      submittedAt: at(600),
      markSum: 2,
      grade: 5,
    });
    expect(await finishOverdueAttempts()).toBe(0);
  });

  it('dates a submission by hand after the deadline to the deadline', async () => {
    const attemptId = await start(corps.dung);
    clockAt(605);
    expect(await submitAttempt(corps.dung, attemptId)).toEqual({ outcome: 'submitted', cause: 'time' });
    expect(await stored(attemptId)).toMatchObject({
      submittedAt: at(600),
      gradedAt: at(605),
      submittedBy: 'time',
      grade: 0,
      passed: false,
      classification: 'failed',
    });
  });

  it('is not there for those to whom the course is not assigned', async () => {
    await expect(startAttempt(corps.em, quizId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(startAttempt(corps.giang, quizId)).rejects.toMatchObject({ code: 'not-found' });
  });
});
