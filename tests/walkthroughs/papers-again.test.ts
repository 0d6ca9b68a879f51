import { beforeAll, describe, expect, it } from 'vitest';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { importQuestions } from '#app/features/questions/commands/import-questions.server.ts';
import { displayOrder } from '#app/features/questions/core/question-types.ts';
import { questionCandidates, questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { drawPaper } from '#app/features/quiz/core/draw-paper.ts';
import { parsePaper, printPaper } from '#app/features/quiz/core/paper.ts';
import { findQuiz, listSlotPlans } from '#app/features/quiz/data/quiz-for-attempt.server.ts';
import { sourcesOf } from '#app/features/quiz/data/slot-sources.server.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { assignedCourse, buildExam, clockAt } from '#tests/fixtures/exam.ts';

useTestDatabase();

const levels = ['easy', 'medium', 'hard'] as const;
const questionsOf = (module: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...{
      code: `${module}-${index}`,
      type: 'single',
      difficulty: levels[index % 3],
      explanation: 'Vì thế.',
      source: 'Nguồn.',
    },
    ...{ stem: `Câu ${index} của ${module}?`, tags: index % 2 === 0 ? ['chẵn'] : ['lẻ'] },
    options: [{ text: 'Một', correct: true }, { text: 'Hai' }, { text: 'Ba' }, { text: 'Bốn' }],
  }));

let corps: Corps;
const quizIds: string[] = [];
beforeAll(async () => {
  clockAt(0);
  corps = await buildCorps();
  await assignedCourse(corps);
  await importQuestions(theSystem, {
    unitId: corps.corps.id,
    modules: ['luat', 'mang'].map((code) => ({ code, name: `Chuyên đề ${code}`, questions: questionsOf(code, 12) })),
  });
  const free = { attemptsAllowed: 0, shuffleQuestions: true, shuffleOptions: true };
  for (const slots of [
    [{ random: 'luat', count: 4 }, { question: 'mang-1' }, { random: 'mang', difficulty: 'easy', count: 2 }],
    [{ random: 'mang', count: 6 }],
  ]) {
    quizIds.push((await buildExam(corps, { ...free, slots })).quizId);
  }
  // Slots by tag, as a blueprint builds them.
  const tagged = await buildExam(corps, { ...free, slots: [{ random: 'luat', count: 3 }] });
  await database().write((tx) =>
    tx.quizSlot.updateMany({ where: { quizId: tagged.quizId }, data: { categoryId: null, tag: 'chẵn' } }),
  );
  quizIds.push(tagged.quizId);
});

describe('every stored paper of a random history', () => {
  it('is drawn again from its seed and what was known then, and printed again to the letter', async () => {
    const chance = seededRandom('a history');
    const people = [corps.an, corps.binh, corps.cuong, corps.dung];
    for (let step = 0; step < 40; step++) {
      clockAt(step * 10);
      const actor = chance.pick(people);
      const started = await startAttempt(actor, chance.pick(quizIds));
      if (started.kind === 'refused') throw new Error(started.reason);
      if (chance.next() < 0.8) await submitAttempt(actor, started.attemptId);
    }
    const { sql, read } = database();
    const attempts = await read.attempt.findMany({ orderBy: [{ startedAt: 'asc' }, { id: 'asc' }] });
    expect(attempts.length).toBeGreaterThan(25);
    const seen = new Map<string, Map<string, number>>();
    for (const { personId, quizId, seed, paper } of attempts) {
      const stored = parsePaper(paper);
      expect(printPaper(stored)).toBe(paper);
      const quiz = (await findQuiz(sql, quizId))!;
      const slots = await listSlotPlans(sql, quizId);
      const candidates = await questionCandidates({ ...sourcesOf(slots), unitPath: quiz.unitPath });
      const versions = await questionVersions(candidates.map(({ questionVersionId }) => questionVersionId));
      const seenCounts = seen.get(personId) ?? new Map<string, number>();
      const again = drawPaper({
        // The order in which a database lists them changes nothing.
        ...{ slots, candidates: chance.shuffle(candidates), seenCounts, seed, settings: quiz.settings },
        optionOrder: ({ questionVersionId }, random, options) =>
          displayOrder(versions.get(questionVersionId)!.body, random, options),
      });
      expect(again).toEqual({ paper: stored });
      for (const { questionId } of stored) seenCounts.set(questionId, (seenCounts.get(questionId) ?? 0) + 1);
      seen.set(personId, seenCounts);
    }
  });
});
