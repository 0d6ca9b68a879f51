import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { importQuestions } from '#app/features/questions/commands/import-questions.server.ts';
import { importQuizzes } from '#app/features/quiz/commands/import-quizzes.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { attemptPage } from '#app/features/quiz/queries/attempt-page.server.ts';
import { courseQuizzes } from '#app/features/quiz/queries/course-quizzes.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { readContentFolder } from '#app/platform/files/content-folder.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { assignedCourse, fourQuestions } from '#tests/fixtures/exam.ts';

useTestDatabase();

let corps: Corps;
let courseId: string;
beforeAll(async () => {
  corps = await buildCorps();
  ({ courseId } = await assignedCourse(corps));
});

const rows = async () => ({
  questions: await database().read.question.findMany({ orderBy: { code: 'asc' } }),
  versions: await database().read.questionVersion.findMany({ orderBy: { id: 'asc' } }),
  quizzes: await database().read.quiz.findMany({
    orderBy: { code: 'asc' },
    include: { slots: { orderBy: { position: 'asc' } } },
  }),
  log: await database().read.auditEvent.count(),
});

describe('the content of the course on Resolution 35', () => {
  it('is imported whole, changes nothing the second time, and gives a paper of every quiz', async () => {
    const folder = readContentFolder(path.resolve('prisma/content/nghi-quyet-35'));
    const modules = folder.modules.map(({ module, questions }) => {
      const { code, title } = module.value as { code: string; title: string };
      return { code, name: title, questions };
    });
    const unitId = corps.corps.id;
    const load = async () => [
      await importQuestions(theSystem, { unitId, modules }),
      await importQuizzes(theSystem, { unitId, courseId, quizzes: folder.quizzes }),
    ];
    const [questions, quizzes] = await load();
    expect(questions!.created).toBeGreaterThanOrEqual(150);
    expect(quizzes).toEqual({ created: 8, changed: 0, unchanged: 0 });
    const before = await rows();
    expect(await load()).toEqual([
      { created: 0, changed: 0, unchanged: questions!.created },
      { created: 0, changed: 0, unchanged: 8 },
    ]);
    expect(await rows()).toEqual(before);

    for (const quiz of await courseQuizzes(corps.an, courseId)) {
      const outcome = await startAttempt(corps.an, quiz.id);
      if (outcome.kind !== 'started') throw new Error(quiz.title);
      const page = await attemptPage(corps.an, outcome.attemptId, 1);
      expect(page.kind === 'open' && page.questions).toHaveLength(quiz.questionCount);
    }
  });

  it('makes a new version of a question whose file changed, and of that one only', async () => {
    const unitId = corps.corps.id;
    const load = (questions: unknown) =>
      importQuestions(theSystem, { unitId, modules: [{ code: 'thu', name: 'Thử', questions }] });
    await load(fourQuestions);
    const [first, ...rest] = fourQuestions;
    expect(await load([{ ...first, explanation: 'Lời giải khác.' }, ...rest])).toEqual({
      created: 0,
      changed: 1,
      unchanged: 3,
    });
    const question = await database().read.question.findUniqueOrThrow({
      where: { code: first.code },
      include: { versions: true },
    });
    expect(question.latestNumber).toBe(2);
    expect(question.versions.find(({ id }) => id === question.currentVersionId)?.explanation).toBe('Lời giải khác.');
  });

  it('names what is wrong and takes nothing', async () => {
    const unitId = corps.corps.id;
    const before = await rows();
    const bad = [
      { ...fourQuestions[0], code: 'moi-q1' },
      { ...fourQuestions[2], code: 'moi-q2', answer: 'yes' },
    ];
    await expect(
      importQuestions(theSystem, { unitId, modules: [{ code: 'moi', name: 'Mới', questions: bad }] }),
    ).rejects.toMatchObject({
      details: { fields: { 'moi-q2.answer': [expect.any(String)] } },
    });
    const quiz = {
      code: 'bai-loi',
      title: 'Lỗi',
      kind: 'exam',
      slots: [{ random: 'khong-co', count: 2 }, { question: 'thu-q99' }],
    };
    await expect(importQuizzes(theSystem, { unitId, courseId, quizzes: [quiz] })).rejects.toMatchObject({
      details: {
        fields: { 'bai-loi.slots.0.random': ['unknown-category'], 'bai-loi.slots.1.question': ['unknown-question'] },
      },
    });
    await expect(
      importQuizzes(theSystem, { unitId, courseId, quizzes: [{ ...quiz, passGrad: 3 }] }),
    ).rejects.toMatchObject({ code: 'bad-input' });
    expect(await rows()).toEqual(before);
  });
});
