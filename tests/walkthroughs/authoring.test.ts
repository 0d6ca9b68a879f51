import { beforeAll, describe, expect, it } from 'vitest';
import { assignCourse } from '#app/features/courses/commands/assign-course.server.ts';
import { audiencePreview } from '#app/features/courses/queries/audience-preview.server.ts';
import { authorCourse } from '#app/features/courses/queries/author-courses.server.ts';
import { managedAssignment } from '#app/features/courses/queries/managed-assignment.server.ts';
import { newAssignmentPage } from '#app/features/courses/queries/new-assignment.server.ts';
import { createCategory } from '#app/features/questions/commands/create-category.server.ts';
import { createQuestion } from '#app/features/questions/commands/create-question.server.ts';
import { editQuestion } from '#app/features/questions/commands/edit-question.server.ts';
import { questionEditor } from '#app/features/questions/queries/question-editor.server.ts';
import { createQuiz } from '#app/features/quiz/commands/create-quiz.server.ts';
import { editQuiz } from '#app/features/quiz/commands/edit-quiz.server.ts';
import { publishQuiz } from '#app/features/quiz/commands/publish-quiz.server.ts';
import { startAttempt, startPreview } from '#app/features/quiz/commands/start-attempt.server.ts';
import { parsePaper } from '#app/features/quiz/core/paper.ts';
import { blankSlot, type QuizDraft } from '#app/features/quiz/core/quiz-draft.ts';
import { authorQuiz } from '#app/features/quiz/queries/author-quiz.server.ts';
import { completionProblems, courseQuizChoices } from '#app/features/quiz/queries/course-quiz-choices.server.ts';
import { readQuizSettings } from '#app/features/quiz/schema.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { typed } from '#tests/features/questions/drafts.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { insertCourse } from '#tests/fixtures/course.ts';

useTestDatabase();

let corps: Corps;
let courseId: string;
let categoryId: string;
let quizId: string;
const questions: Record<string, string> = {};

const fixed = (questionId: string) => ({ ...blankSlot(), kind: 'fixed' as const, questionId, count: '1' });
const draw = (count: number) => ({ ...blankSlot(), categoryId, count: String(count) });

async function edit(change: Partial<QuizDraft>) {
  const { base } = await authorQuiz(corps.giang, quizId);
  return editQuiz(corps.giang, quizId, { base, draft: { ...base.draft, ...change } });
}

const attemptOf = (id: string) => database().read.attempt.findUniqueOrThrow({ where: { id } });

beforeAll(async () => {
  corps = await buildCorps();
  ({ courseId } = await insertCourse(corps.corps));
  await database().write((tx) => tx.course.update({ where: { id: courseId }, data: { state: 'published' } }));
});

describe('Giang writes a quiz, publishes it and assigns the course', () => {
  it('writes questions of all four types', async () => {
    const category = await createCategory(corps.giang, { name: 'Chuyên đề 1', unitId: corps.corps.id });
    if (category.kind !== 'created') throw new Error('no category');
    categoryId = category.categoryId;
    for (const [name, make] of Object.entries(typed)) {
      const made = await createQuestion(corps.giang, make(categoryId));
      if (made.kind !== 'created') throw new Error(JSON.stringify(made));
      questions[name] = made.questionId;
    }
    for (const stem of ['Thêm một', 'Thêm hai']) await createQuestion(corps.giang, typed.trueFalse(categoryId, stem));
  });

  it('puts fixed questions and a random draw into it, and sets how it runs', async () => {
    const made = await createQuiz(corps.giang, { title: 'Kiểm tra giữa khóa', kind: 'exam', unitId: '' });
    if (made.kind !== 'created') throw new Error('no quiz');
    quizId = made.quizId;
    const course = await authorCourse(corps.giang, courseId);
    const slots = [fixed(questions.single!), fixed(questions.shortAnswer!), draw(2)];
    const place = `${courseId}/${course.modules[0]!.code}`;
    expect(await edit({ slots, place, timeLimitMinutes: '45', attemptsAllowed: '2', passGrade: '6' })).toEqual({
      kind: 'edited',
      revision: 2,
    });
  });

  it('tries it as a learner while it is a draft', async () => {
    const preview = await startPreview(corps.giang, quizId);
    if (preview.kind === 'refused') throw new Error(preview.reason);
    const { paper, preview: isPreview } = await attemptOf(preview.attemptId);
    expect(isPreview).toBe(true);
    expect(parsePaper(paper)).toHaveLength(4);
  });

  it('publishes it, counts the people, and assigns the course to a division', async () => {
    const { base } = await authorQuiz(corps.giang, quizId);
    expect(await publishQuiz(corps.giang, quizId, base.revision)).toEqual({ kind: 'published' });
    expect((await courseQuizChoices(corps.giang, courseId)).map(({ id }) => id)).toContain(quizId);
    const page = await newAssignmentPage(corps.giang, courseId);
    expect(page.units.map(({ name, people }) => `${name}: ${people}`)).toEqual(['Quân đoàn Q: 9']);
    expect(page.units[0]?.units.map(({ name, people }) => `${name}: ${people}`)).toEqual([
      'Sư đoàn S1: 5',
      'Sư đoàn S2: 2',
    ]);
    // The company lies within the division: its people are counted once.
    const unitIds = [corps.s1.id, corps.c1.id];
    expect(await audiencePreview(corps.giang, { unitIds, groupIds: [], filter: {} })).toMatchObject({ people: 5 });
    const filter = { classes: ['enlisted' as const] };
    expect(await audiencePreview(corps.giang, { unitIds, groupIds: [], filter })).toMatchObject({ people: 4 });
    const rule = { lessons: 'none' as const, quizIds: [quizId] };
    expect(await completionProblems(corps.giang, courseId, rule)).toEqual([]);
    const assigned = await assignCourse(corps.giang, {
      ...{ courseId, title: 'Đợt một', unitIds: [corps.s1.id], rule },
      ...{ openOn: '2020-01-01', dueOn: '2030-12-31', closeOn: null },
    });
    if (assigned.kind !== 'assigned') throw new Error('not assigned');
    const assignment = await managedAssignment(corps.giang, assigned.assignmentId);
    expect(assignment).toMatchObject({ title: 'Đợt một', rule, units: [{ name: 'Sư đoàn S1' }] });
  });

  it('changes question and quiz while An is writing: the paper and the settings of An stay', async () => {
    const started = await startAttempt(corps.an, quizId);
    if (started.kind === 'refused') throw new Error(started.reason);
    const before = await attemptOf(started.attemptId);
    const { draft, stored } = await questionEditor(corps.giang, questions.single!);
    const right = ['b'];
    expect(
      (await editQuestion(corps.giang, questions.single!, { base: stored!.base, draft: { ...draft, right } })).kind,
    ).toBe('edited');
    expect((await edit({ timeLimitMinutes: '10', slots: [draw(3)] })).kind).toBe('edited');

    const after = await attemptOf(started.attemptId);
    expect(after).toEqual(before);
    expect(readQuizSettings(after.settings).timeLimitSeconds).toBe(45 * 60);
    const pinned = parsePaper(after.paper).find(({ questionId }) => questionId === questions.single);
    const version = await database().read.questionVersion.findUniqueOrThrow({
      where: { id: pinned!.questionVersionId },
    });
    expect([version.number, JSON.parse(version.body).correct]).toEqual([1, 'a']);

    const next = await startAttempt(corps.binh, quizId);
    if (next.kind === 'refused') throw new Error(next.reason);
    expect(parsePaper((await attemptOf(next.attemptId)).paper)).toHaveLength(3);
  });
});

describe('an assignment cannot be asked for', () => {
  it.each([
    [
      { lessons: 'none' as const, quizIds: [] },
      { field: 'lessons', code: 'nothing-asked' },
    ],
    [
      { lessons: 'all' as const, quizIds: ['khonghe'] },
      { field: 'quizIds', code: 'unknown-quiz' },
    ],
  ])('by the rule %j', async (rule, problem) => {
    expect(await completionProblems(corps.giang, courseId, rule)).toEqual([problem]);
  });
});

describe('who may', () => {
  it('an administrator assigns, a leader and a learner do not', async () => {
    expect((await newAssignmentPage(corps.khoi, courseId)).units).toHaveLength(1);
    for (const actor of [corps.thuy, corps.an]) {
      await expect(newAssignmentPage(actor, courseId)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(courseQuizChoices(actor, courseId)).rejects.toMatchObject({ code: 'forbidden' });
      const named = { unitIds: [], groupIds: [], filter: {} };
      await expect(audiencePreview(actor, named)).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('an author of a division sees only its units, and the assignments that are wholly its own', async () => {
    const author = { ...corps.em, grants: [{ role: 'author' as const, unitPath: corps.s2.path }] };
    const page = await newAssignmentPage(author, courseId);
    expect(page.units.map(({ name }) => name)).toEqual(['Sư đoàn S2']);
    const named = { unitIds: [corps.s1.id, corps.c3.id], groupIds: [], filter: {} };
    expect(await audiencePreview(author, named)).toMatchObject({ people: 2 });
    const [other] = await database().read.assignment.findMany();
    await expect(managedAssignment(author, other!.id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
