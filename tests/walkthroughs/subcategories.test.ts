import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { archiveQuestion } from '#app/features/questions/commands/archive-question.server.ts';
import { publishQuiz } from '#app/features/quiz/commands/publish-quiz.server.ts';
import { buildFromBlueprint } from '#app/features/quiz/commands/rules/build-from-blueprint.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { unpublishQuiz } from '#app/features/quiz/commands/unpublish-quiz.server.ts';
import { parsePaper } from '#app/features/quiz/core/paper.ts';
import { papersDatedFrom } from '#app/features/quiz/data/room/prepared-papers.server.ts';
import { authorQuiz } from '#app/features/quiz/queries/author-quiz.server.ts';
import { questionUses } from '#app/features/quiz/queries/question-uses.server.ts';
import { blueprintPage } from '#app/features/quiz/queries/rules/blueprint-page.server.ts';
import { coveragePage } from '#app/features/quiz/queries/rules/coverage-page.server.ts';
import { shownStems } from '#app/features/quiz/queries/shown-stems.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { at, buildExam, clockAt } from '#tests/fixtures/exam.ts';
import { insertQuestion } from '#tests/fixtures/marked-by-hand.ts';

useTestDatabase();

let corps: Corps;
/** Law, below it civil law, below that family law; and another one at the top. */
const ids = { law: newId(), civil: newId(), family: newId(), other: newId() };
const questions: Record<string, string> = {};

async function question(categoryId: string, stem: string): Promise<string> {
  const id = await insertQuestion({ type: 'true-false', stem, answer: true });
  await database().write((tx) => tx.question.update({ where: { id }, data: { categoryId, difficulty: 'easy' } }));
  return id;
}

/** An exam of two easy questions out of law, with what is below it or without. */
async function exam(withSubcategories: boolean, count = 2): Promise<string> {
  const { quizId } = await buildExam(corps, { attemptsAllowed: 0 });
  await database().write(async (tx) => {
    await tx.quizSlot.deleteMany({ where: { quizId } });
    const slot = { categoryId: ids.law, withSubcategories, difficulty: 'easy', count, maxMark: 1 };
    await tx.quizSlot.create({ data: { id: newId(), quizId, position: 1, ...slot } });
  });
  return quizId;
}

async function drawn(quizId: string): Promise<string[]> {
  const outcome = await startAttempt(corps.an, quizId);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  const { paper } = await database().read.attempt.findUniqueOrThrow({ where: { id: outcome.attemptId } });
  await submitAttempt(corps.an, outcome.attemptId);
  return parsePaper(paper).map(({ questionId }) => questionId);
}

beforeAll(async () => {
  clockAt(0);
  corps = await buildCorps();
  await buildExam(corps);
  const unitId = corps.corps.id;
  await database().write(async (tx) => {
    const add = (id: string, name: string, parentId: string | null, position: number) =>
      tx.questionCategory.create({ data: { id, code: `nhom-${id}`, unitId, name, position, parentId } });
    await add(ids.law, 'Luật', null, 91);
    await add(ids.civil, 'Luật dân sự', ids.law, 92);
    await add(ids.family, 'Hôn nhân', ids.civil, 93);
    await add(ids.other, 'Mạng', null, 94);
  });
  for (const [name, categoryId] of Object.entries(ids))
    questions[name] = await question(categoryId, `Câu của ${name}.`);
});
beforeEach(() => clockAt(0));

describe('a draw with the categories below its own', () => {
  it('takes their questions, unseen ones first; a draw without takes its own alone', async () => {
    const quizId = await exam(true);
    const papers = [await drawn(quizId), await drawn(quizId)];
    const [one, two] = papers as [string[], string[]];
    expect(new Set([...one, ...two])).toEqual(new Set([questions.law, questions.civil, questions.family]));
    const narrow = await exam(false);
    expect(await startAttempt(corps.an, narrow)).toMatchObject({ kind: 'refused', reason: 'not-enough-questions' });
    const single = await exam(false, 1);
    expect(await drawn(single)).toEqual([questions.law]);
  });

  it('is told to its author: what the bank lacks, where a question is used, what is covered', async () => {
    const quizId = await exam(true, 4);
    const lacking = { field: 'slots[0].count', code: 'not-enough-questions', wanted: 4, found: 3 };
    expect((await authorQuiz(corps.giang, quizId)).problems).toEqual([lacking]);
    await unpublishQuiz(corps.giang, quizId);
    const again = await database().read.quiz.findUniqueOrThrow({ where: { id: quizId } });
    expect(await publishQuiz(corps.giang, quizId, again.revision)).toMatchObject({
      kind: 'invalid',
      problems: [lacking],
    });
    const uses = await questionUses(corps.giang, questions.family!);
    expect(uses.random.map(({ id }) => id)).toContain(quizId);
    const narrow = await exam(false, 1);
    expect((await questionUses(corps.giang, questions.family!)).random.map(({ id }) => id)).not.toContain(narrow);
    expect((await questionUses(corps.giang, questions.other!)).random).toEqual([]);
    const { rows } = await coveragePage(corps.giang, '');
    const row = rows.find(({ categoryId }) => categoryId === ids.law)!;
    expect(row.cells.easy).toMatchObject({ has: 3, drawn: 4, state: 'lacking' });
  });

  it('is built from a row of the matrix that says so', async () => {
    const quizId = await exam(false, 1);
    const { revision } = await database().read.quiz.findUniqueOrThrow({ where: { id: quizId } });
    const cell = (count: string) => ({ count, mark: '1' });
    const row = (topic: string) => ({ topic, easy: cell('3'), medium: cell(''), hard: cell('') });
    const page = await blueprintPage(corps.giang, quizId, { rows: [row(`b:${ids.law}`), row(`c:${ids.law}`)] });
    expect(page.supply.map(({ easy }) => easy.eligible)).toEqual([3, 1]);
    expect(page.topics.map(({ value }) => value)).toEqual(expect.arrayContaining([`b:${ids.law}`, `b:${ids.civil}`]));
    expect(page.topics.map(({ value }) => value)).not.toContain(`b:${ids.other}`);
    expect(await buildFromBlueprint(corps.giang, quizId, { draft: { rows: [row(`c:${ids.law}`)] }, revision })).toEqual(
      {
        kind: 'invalid',
        problems: [{ field: 'rows', code: 'short' }],
      },
    );
    expect(await buildFromBlueprint(corps.giang, quizId, { draft: { rows: [row(`b:${ids.law}`)] }, revision })).toEqual(
      {
        kind: 'built',
        questions: 3,
      },
    );
    expect((await drawn(quizId)).sort()).toEqual([questions.law, questions.civil, questions.family].sort());
    const slot = await database().read.quizSlot.findFirstOrThrow({ where: { quizId } });
    expect(slot).toMatchObject({ categoryId: ids.law, withSubcategories: true, count: 3 });
  });

  it('keeps the questions below as secret as its own, and dates its papers by them', async () => {
    await database().write((tx) => tx.quiz.updateMany({ data: { state: 'archived' } }));
    clockAt(60 * 86_400);
    const shown = async () => [
      ...(await shownStems(database().sql, Object.values(questions), at(60 * 86_400))).values(),
    ];
    await database().write((tx) => tx.attempt.updateMany({ data: { state: 'graded' } }));
    expect(await shown()).toHaveLength(4);
    const quizId = await exam(true);
    expect(await shown()).toEqual(['Câu của other.']);
    const before = await papersDatedFrom(database().sql, quizId);
    clockAt(61 * 86_400);
    await archiveQuestion(corps.giang, questions.family!);
    const after = await papersDatedFrom(database().sql, quizId);
    expect(after!.getTime()).toBeGreaterThan(before!.getTime());
  });
});
