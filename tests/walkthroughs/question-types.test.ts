import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { importQuestions } from '#app/features/questions/commands/import-questions.server.ts';
import {
  gradeResponse,
  presentQuestion,
  readResponse,
  revealAnswer,
} from '#app/features/questions/core/question-types.ts';
import { questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { saveAnswer, saveAnswers } from '#app/features/quiz/commands/save-answer.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { parsePaper } from '#app/features/quiz/core/paper.ts';
import { attemptFormSchema } from '#app/features/quiz/schema.attempt.ts';
import { database } from '#app/platform/db/database.server.ts';
import { readContentFolder } from '#app/platform/files/content-folder.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { buildExam, clockAt } from '#tests/fixtures/exam.ts';

useTestDatabase();

const folder = readContentFolder(path.resolve(import.meta.dirname, '../../prisma/content/nghi-quyet-35'));
const later = ['cluster', 'matching', 'ordering', 'numerical', 'blanks'];
const byHand = ['nq35-06-q033'];
const listed = folder.modules.flatMap(({ questions }) => questions as { code: string; type: string }[]);
const codes = listed.filter(({ type }) => later.includes(type)).map(({ code }) => code);

let corps: Corps;
beforeAll(async () => {
  corps = await buildCorps();
  const modules = folder.modules.map(({ questions }, index) => ({
    code: `m${index}`,
    name: `Phần ${index}`,
    questions,
  }));
  await importQuestions(theSystem, { unitId: corps.corps.id, modules });
});
beforeEach(() => clockAt(0));

const begin = async (slots: readonly string[], who = corps.an) => {
  const { quizId } = await buildExam(corps, { slots: slots.map((question) => ({ question })) });
  const started = await startAttempt(who, quizId);
  if (started.kind !== 'started') throw new Error(JSON.stringify(started));
  const { attemptId } = started;
  const stored = () =>
    database().read.attempt.findUniqueOrThrow({
      where: { id: attemptId },
      include: { answers: { orderBy: { slot: 'asc' } } },
    });
  const paper = parsePaper((await stored()).paper);
  const versions = await questionVersions(paper.map(({ questionVersionId }) => questionVersionId));
  return { attemptId, paper, stored, bodyOf: (slot: number) => versions.get(paper[slot - 1]!.questionVersionId)!.body };
};

/** The right answer by what the paper displays, as a script sends it. */
function rightAnswer(body: ReturnType<Awaited<ReturnType<typeof begin>>['bodyOf']>, order: readonly string[]): unknown {
  const { right } = revealAnswer(body, order);
  if (body.type === 'numerical') return `${body.answers[0]!.value} ${body.units[0]?.name ?? ''}`;
  if (Array.isArray(right) || typeof right !== 'object') return right;
  return Object.fromEntries(
    Object.entries(right).map(([position, part]) => [position, Array.isArray(part) ? part[0] : part]),
  );
}

/** The same as the fields of a form: `a3.0`, `a3.1`; an order as the rank of each displayed item. */
function asFields(slot: number, answer: unknown): Record<string, string> {
  const parts = Array.isArray(answer)
    ? answer.map((position, rank) => [position, rank + 1] as const)
    : typeof answer === 'object' && answer !== null
      ? Object.entries(answer)
      : null;
  if (!parts) return { [`a${slot}`]: String(answer) };
  return Object.fromEntries(parts.map(([position, value]) => [`a${slot}.${position}`, String(value)]));
}

describe('an exam with questions of every later type', () => {
  it('gives full marks for right answers sent by scripts, and the same for those of a plain form', async () => {
    for (const [who, isPlain] of [
      [corps.an, false],
      [corps.binh, true],
    ] as const) {
      const { attemptId, paper, stored, bodyOf } = await begin(codes, who);
      for (const { slot, optionOrder } of paper) {
        const answer = rightAnswer(bodyOf(slot), optionOrder);
        if (isPlain) {
          const fields = { page: '1', [`s${slot}`]: '0', ...asFields(slot, answer) };
          await saveAnswers(who, attemptId, attemptFormSchema.parse(fields).answers);
        } else await saveAnswer(who, attemptId, { slot, sequence: 1, response: answer });
      }
      await submitAttempt(who, attemptId);
      const attempt = await stored();
      expect(attempt).toMatchObject({ state: 'graded', grade: 10, markSum: paper.length });
      expect(attempt.answers.map(({ fraction }) => fraction)).toEqual(paper.map(() => 1));
    }
  });

  it('shows choices and items in an order of chance, though the quiz does not shuffle', async () => {
    const orders = new Set<string>();
    for (const who of [corps.an, corps.binh, corps.cuong]) {
      const { paper, bodyOf } = await begin(['nq35-03-q028', 'nq35-04-q036'], who);
      for (const { slot, optionOrder } of paper) {
        orders.add(optionOrder.join());
        expect(() => presentQuestion(bodyOf(slot), optionOrder)).not.toThrow();
      }
    }
    expect(orders.size).toBeGreaterThan(2);
  });

  it('pays part of the mark for a part, and stores what is unanswered as nothing', async () => {
    const { attemptId, paper, stored, bodyOf } = await begin(['nq35-04-q036', 'nq35-04-q038', 'nq35-01-q023']);
    const order = paper[0]!.optionOrder;
    const right = rightAnswer(bodyOf(1), order) as Record<string, number>;
    await saveAnswer(corps.an, attemptId, { slot: 1, sequence: 1, response: { 0: right[0], 1: right[1] } });
    await saveAnswer(corps.an, attemptId, { slot: 2, sequence: 1, response: '60 phút' });
    await saveAnswer(corps.an, attemptId, { slot: 3, sequence: 1, response: { 0: 'true' } });
    await saveAnswer(corps.an, attemptId, { slot: 3, sequence: 2, response: { 0: '' } });
    await submitAttempt(corps.an, attemptId);
    const { answers } = await stored();
    expect(answers.map(({ fraction }) => fraction)).toEqual([0.5, 1, 0]);
    expect(answers[2]!.response).toBeNull();
    expect(gradeResponse(bodyOf(2), readResponse('1', bodyOf(2), []) as string)).toBe(0.5);
  });

  it('refuses what no page sends, and keeps what is stored', async () => {
    const { attemptId, stored } = await begin(['nq35-04-q036', 'nq35-03-q028']);
    await saveAnswer(corps.an, attemptId, { slot: 1, sequence: 1, response: { 0: 1 } });
    for (const [slot, response] of [
      [1, { 0: 9 }],
      [1, { x: 1 }],
      [1, [0, 1]],
      [2, [0, 0, 1, 2]],
      [2, [0, 1]],
      [2, 'a'],
    ] as const) {
      await expect(saveAnswer(corps.an, attemptId, { slot, sequence: 2, response })).rejects.toMatchObject({
        code: 'bad-input',
      });
    }
    expect((await stored()).answers.map(({ sequence }) => sequence)).toEqual([1, 0]);
  });

  it('waits for a marker with an essay, and has no grade until then', async () => {
    const { attemptId, stored } = await begin([...byHand, 'nq35-01-q025']);
    const response = `Tôi chấp hành.\r\n${'Từ '.repeat(4000)}`;
    await saveAnswer(corps.an, attemptId, { slot: 1, sequence: 1, response });
    await saveAnswer(corps.an, attemptId, { slot: 2, sequence: 1, response: '8 năm' });
    await submitAttempt(corps.an, attemptId);
    const attempt = await stored();
    expect(attempt).toMatchObject({ state: 'submitted', grade: null });
    expect(attempt.answers[0]).toMatchObject({ fraction: null, mark: null });
    expect(JSON.parse(attempt.answers[0]!.response!)).toBe(`Tôi chấp hành.\n${'Từ '.repeat(4000)}`.trim());
  });

  it('leaves an essay out of every draw from a module', async () => {
    const essays = await database().read.question.findMany({
      where: { code: { in: ['nq35-06-q033', 'nq35-06-q034'] } },
      include: { category: true },
    });
    expect(essays.map(({ category }) => [category.code, category.name])).toEqual([
      ['nq35-tu-luan', 'Câu tự luận'],
      ['nq35-tu-luan', 'Câu tự luận'],
    ]);
  });
});
