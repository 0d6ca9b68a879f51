import { beforeAll, expect, it } from 'vitest';
import { countPaperSheets } from '#app/features/quiz/commands/printed/count-sheets.server.ts';
import { createPaperSet } from '#app/features/quiz/commands/printed/create-paper-set.server.ts';
import { enterPaperSheet } from '#app/features/quiz/commands/printed/enter-sheet.server.ts';
import { withdrawPaperSheet } from '#app/features/quiz/commands/printed/withdraw-sheet.server.ts';
import { preparePapers } from '#app/features/quiz/commands/room/prepare-papers.server.ts';
import { startPrepared } from '#app/features/quiz/commands/room/start-prepared.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { buildExam, clockAt } from '#tests/fixtures/exam.ts';
import { buildRoom, examinerOf } from '#tests/fixtures/exam-room.ts';

useTestDatabase();

let corps: Corps;
let khao: Awaited<ReturnType<typeof examinerOf>>;
let second: typeof khao;
beforeAll(async () => {
  clockAt(0);
  corps = await buildCorps();
  khao = await examinerOf(corps.s1);
  second = await examinerOf(corps.s1, 'Đỗ Văn Hai');
});

/** An's sheet of a set for company C1, or for a session, typed twice and empty. */
async function countedSheet(quizId: string, who: { kind: 'unit' | 'session'; id: string }) {
  const made = await createPaperSet(khao, {
    ...{ id: newId(), quizId, who, title: 'Giấy', heldOn: '2026-11-22', startsAt: '07:00', minutes: 45, variants: 1 },
    ...{ drawing: 'one', shuffleQuestions: false, shuffleOptions: false },
  });
  if (!('kind' in made)) throw new Error(made.problem);
  const sheet = { variant: '101', who: '1', letters: '---', written: {}, replaces: false };
  expect(await enterPaperSheet(khao, made.id, { ...sheet, round: 1 })).toMatchObject({ kind: 'saved' });
  expect(await enterPaperSheet(second, made.id, { ...sheet, round: 2 })).toMatchObject({ state: 'checked' });
  expect(await countPaperSheets(khao, made.id)).toMatchObject({ counted: 1, refused: [] });
  return made.id;
}
const seatOf = (sessionId: string) =>
  database().read.examSeat.findUniqueOrThrow({
    where: { sessionId_personId: { sessionId, personId: corps.an.personId } },
  });

// Counting a sheet took the paper that lay ready in an exam session; the seat went on naming it, and whoever sat there was
// told for ever that no paper could be laid.
it('gives a new paper to a seat whose paper was taken by a counted sheet', async () => {
  const { quizId } = await buildExam(corps, { attemptsAllowed: 2 });
  const sessionId = await buildRoom(corps, { quizId, people: [corps.an], examiner: khao });
  await database().write((tx) => tx.examSession.update({ where: { id: sessionId }, data: { preparation: 'waiting' } }));
  await preparePapers();
  expect((await seatOf(sessionId)).attemptId).not.toBeNull();
  await countedSheet(quizId, { kind: 'unit', id: corps.c1.id });
  expect((await seatOf(sessionId)).attemptId).toBeNull();
  const begun = await startPrepared(corps.an, sessionId);
  expect(begun).toMatchObject({ kind: 'started' });
});

// A counted sheet took the seat of what its person had written at the screen, and withdrawing it left the seat empty.
it('leaves the seat to what was written at its screen, though a sheet of the same session counts too', async () => {
  const { quizId } = await buildExam(corps, { attemptsAllowed: 2 });
  const sessionId = await buildRoom(corps, { quizId, people: [corps.an], examiner: khao });
  const begun = await startPrepared(corps.an, sessionId);
  if (begun.kind !== 'started') throw new Error(begun.kind);
  await submitAttempt(corps.an, begun.attemptId);
  const setId = await countedSheet(quizId, { kind: 'session', id: sessionId });
  expect((await seatOf(sessionId)).attemptId).toBe(begun.attemptId);
  await withdrawPaperSheet(khao, setId, { personId: corps.an.personId, reason: 'Nhầm bài' });
  expect((await seatOf(sessionId)).attemptId).toBe(begun.attemptId);
});
