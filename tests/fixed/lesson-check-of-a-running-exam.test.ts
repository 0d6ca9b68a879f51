import { beforeAll, expect, it } from 'vitest';
import { closePaperSet } from '#app/features/quiz/commands/printed/close-paper-set.server.ts';
import { createPaperSet } from '#app/features/quiz/commands/printed/create-paper-set.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { unpublishQuiz } from '#app/features/quiz/commands/unpublish-quiz.server.ts';
import { listCheckQuestions } from '#app/features/quiz/data/check-questions.server.ts';
import { listOpenExamSources } from '#app/features/quiz/data/open-exams.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { at, buildExam, clockAt } from '#tests/fixtures/exam.ts';
import { examinerOf } from '#tests/fixtures/exam-room.ts';

useTestDatabase();

let corps: Corps;
beforeAll(async () => {
  clockAt(0);
  corps = await buildCorps();
});

/** Whether lessons and lists still take the question for one of an exam. */
async function isKept(): Promise<[boolean, boolean]> {
  const { read, sql } = database();
  const [row] = await listCheckQuestions({ db: read, sql }, corps.corps.path, ['thu-q1']);
  const { id } = await read.question.findUniqueOrThrow({ where: { code: 'thu-q1' } });
  return [row!.isInExam, (await listOpenExamSources(sql, at(0))).questionIds.has(id)];
}

// A check of a lesson gave the key of a question away as soon as its exam was taken back to draft, though people were
// still writing it, or had it before them on paper.
it('keeps the key of an exam that was taken back while somebody writes it, at a screen or on paper', async () => {
  const { quizId } = await buildExam(corps);
  expect(await isKept()).toEqual([true, true]);
  const started = await startAttempt(corps.an, quizId);
  if (started.kind !== 'started') throw new Error('not started');
  const khao = await examinerOf(corps.s1);
  const set = await createPaperSet(khao, {
    ...{ id: newId(), quizId, who: { kind: 'unit', id: corps.c1.id }, title: 'Giấy', heldOn: '2026-11-22' },
    ...{ startsAt: '07:00', minutes: 45, variants: 1, drawing: 'one', shuffleQuestions: true, shuffleOptions: true },
  });
  if (!('kind' in set)) throw new Error(set.problem);
  await unpublishQuiz(corps.giang, quizId);
  expect(await isKept()).toEqual([true, true]);
  await closePaperSet(khao, set.id, true);
  expect(await isKept()).toEqual([true, true]);
  await submitAttempt(corps.an, started.attemptId);
  expect(await isKept()).toEqual([false, false]);
});
