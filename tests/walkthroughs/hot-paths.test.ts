import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentActor } from '#app/features/access/queries/current-actor.server.ts';
import { unitPicture } from '#app/features/progress/queries/picture/unit-picture.server.ts';
import { unitDashboard } from '#app/features/progress/queries/unit-dashboard.server.ts';
import { enterLobby } from '#app/features/quiz/commands/room/enter-lobby.server.ts';
import { preparePapers } from '#app/features/quiz/commands/room/prepare-papers.server.ts';
import { releaseSession } from '#app/features/quiz/commands/room/release-session.server.ts';
import { startPrepared } from '#app/features/quiz/commands/room/start-prepared.server.ts';
import { saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { attemptPage } from '#app/features/quiz/queries/attempt-page.server.ts';
import { endOfDay } from '#app/kernel/vietnam-time.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { assignCourse } from '#tests/fixtures/course.ts';
import { buildExam, clockAt } from '#tests/fixtures/exam.ts';
import { asExaminer, buildRoom } from '#tests/fixtures/room.ts';

useTestDatabase();

/** Counts what reaches the driver, whoever sends it; the brackets of a transaction do not count. */
type Calls = Record<'all' | 'get' | 'run', (this: { source: string }, ...values: unknown[]) => unknown>;
const driver = Object.getPrototypeOf(new Sqlite(':memory:').prepare('SELECT 1')) as Calls;
const originals: Calls = { all: driver.all, get: driver.get, run: driver.run };
let sent: string[] = [];

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  sent = [];
  await work();
  return sent.filter((text) => !/^\s*(BEGIN|COMMIT|SAVEPOINT|RELEASE|ROLLBACK)/.test(text)).length;
}

// The budgets of docs/architecture.md. PostgreSQL runs the same statements; they are counted where the driver is ours to see.
describe.skipIf(process.env.TEST_POSTGRESQL_URL)('the statements of the hot paths', () => {
  let corps: Corps;
  let quizId: string;
  let attemptId: string;
  beforeAll(async () => {
    corps = await buildCorps();
    ({ quizId } = await buildExam(corps));
    clockAt(0);
    // The first one fills the caches of what never changes: question versions.
    await startAttempt(corps.binh, quizId);
    for (const name of ['all', 'get', 'run'] as const) {
      driver[name] = function (...values) {
        sent.push(this.source);
        return originals[name].apply(this, values);
      };
    }
  });
  afterAll(() => Object.assign(driver, originals));

  it('look up a session with one', async () => {
    expect(await statementsOf(() => currentActor('nobody'))).toBe(1);
  });

  it('start an attempt with at most 13', async () => {
    const used = await statementsOf(async () => {
      const started = await startAttempt(corps.an, quizId);
      if (started.kind === 'started') ({ attemptId } = started);
    });
    expect(attemptId).toBeTruthy();
    expect(used).toBeLessThanOrEqual(13);
  });

  it('begin a paper that lies ready with at most 7, and a sign of life with one', async () => {
    const examiner = await asExaminer(corps.thuy, corps.s1);
    const { quizId: examId } = await buildExam(corps);
    const sessionId = await buildRoom(corps, examiner, examId);
    await preparePapers();
    await enterLobby(corps.an, sessionId);
    await releaseSession(examiner, sessionId);
    expect(await statementsOf(() => enterLobby(corps.an, sessionId))).toBe(1);
    expect(await statementsOf(() => startPrepared(corps.an, sessionId))).toBeLessThanOrEqual(7);
  });

  it('save an answer with two, once the attempt has been seen', async () => {
    await saveAnswer(corps.an, attemptId, { slot: 1, sequence: 1, response: 0 });
    expect(await statementsOf(() => saveAnswer(corps.an, attemptId, { slot: 1, sequence: 2, response: 1 }))).toBe(2);
  });

  it('show a page of an attempt with one', async () => {
    expect(await statementsOf(() => attemptPage(corps.an, attemptId, 1))).toBe(1);
  });

  it('submit and grade an attempt with at most 6', async () => {
    expect(await statementsOf(() => submitAttempt(corps.an, attemptId))).toBeLessThanOrEqual(6);
  });

  it('change an enrolment, the totals of every unit above, the day and the history with at most 10 more', async () => {
    const exam = await buildExam(corps);
    await assignCourse({ ...exam, lessonIds: [] }, [corps.s1]);
    let id = '';
    const started = await statementsOf(async () => {
      const begun = await startAttempt(corps.cuong, exam.quizId);
      if (begun.kind === 'started') id = begun.attemptId;
    });
    expect(started).toBeLessThanOrEqual(13 + 10);
    expect(await statementsOf(() => submitAttempt(corps.cuong, id))).toBeLessThanOrEqual(6 + 10);
    const totals = await database().read.progressCounter.findMany({
      where: { unitId: corps.s1.id, dimension: 'status', key: { not: 'not-started' }, total: { gt: 0 } },
    });
    expect(totals).toHaveLength(1);
  });

  it('show a dashboard with at most 6, the whole picture of a unit with 14, and that of an earlier day with 16', async () => {
    expect(await statementsOf(() => unitDashboard(corps.thuy, corps.s1.id))).toBeLessThanOrEqual(6);
    expect(await statementsOf(() => unitPicture(corps.thuy, corps.s1.id))).toBeLessThanOrEqual(14);
    const asOf = endOfDay('2026-11-22');
    expect(await statementsOf(() => unitPicture(corps.thuy, corps.s1.id, { asOf }))).toBeLessThanOrEqual(16);
  });
});
