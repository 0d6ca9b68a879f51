import { beforeAll, describe, expect, it, vi } from 'vitest';
import { saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { attemptPage } from '#app/features/quiz/queries/attempt-page.server.ts';
import { isTimeCounted } from '#app/features/quiz/queries/time-counted.server.ts';
import { followSystemClock, now, setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { buildExam } from '#tests/fixtures/exam.ts';

const hour = 3600_000;
let corps: Corps;
let quizId: string;

useTestDatabase();

beforeAll(async () => {
  corps = await buildCorps();
  const exam = await buildExam(corps, { timeLimitSeconds: 600, attemptsAllowed: 0 });
  quizId = exam.quizId;
  // These stories live by the real clock, whatever year it shows.
  await database().write((tx) =>
    tx.assignment.update({ where: { id: exam.assignmentId }, data: { openAt: new Date(0) } }),
  );
  setClock(undefined);
});

describe("a leap of the server's system clock during an exam", () => {
  it.each([
    ['forward', hour],
    ['back', -hour],
  ])('of an hour %s takes no second from anybody and gives none', async (_, leap) => {
    const learner = corps.an;
    const started = await startAttempt(learner, quizId);
    if (started.kind !== 'started') throw new Error(started.kind);
    const { attemptId } = started;
    const leftBefore = (await attemptPage(learner, attemptId, 1)) as { secondsLeft: number };
    const real = Date.now.bind(Date);
    const set = vi.spyOn(Date, 'now').mockImplementation(() => real() + leap);
    try {
      const left = (await attemptPage(learner, attemptId, 1)) as { secondsLeft: number };
      expect(leftBefore.secondsLeft - left.secondsLeft).toBeLessThan(30);
      expect(left.secondsLeft).toBeLessThanOrEqual(leftBefore.secondsLeft);
      const saved = await saveAnswer(learner, attemptId, { slot: 1, sequence: 1, response: 1 });
      expect(saved.outcome).toBe('kept');
      // While time is counted the product does not follow the leap, however often it is asked to.
      await followSystemClock(isTimeCounted);
      expect(Math.abs(now().getTime() - real())).toBeLessThan(30_000);
      expect(await submitAttempt(learner, attemptId)).toEqual({ outcome: 'submitted', cause: 'learner' });
      await followSystemClock(isTimeCounted);
      expect(Math.abs(now().getTime() - real() - leap)).toBeLessThan(30_000);
    } finally {
      set.mockRestore();
      await followSystemClock(async () => false);
    }
    expect(Math.abs(now().getTime() - real())).toBeLessThan(30_000);
  });
});
