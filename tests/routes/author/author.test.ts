import { beforeAll, describe, expect, it } from 'vitest';
import { createCategory } from '#app/features/questions/commands/create-category.server.ts';
import { createQuestion } from '#app/features/questions/commands/create-question.server.ts';
import { createQuiz } from '#app/features/quiz/commands/create-quiz.server.ts';
import { blankSlot } from '#app/features/quiz/core/quiz-draft.ts';
import { authorQuiz, quizEditorNames } from '#app/features/quiz/queries/author-quiz.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import * as submission from '#app/routes/attempt/submission.ts';
import * as assignment from '#app/routes/author/assignment.tsx';
import * as categories from '#app/routes/author/categories.tsx';
import * as course from '#app/routes/author/course.tsx';
import * as courses from '#app/routes/author/courses.tsx';
import * as home from '#app/routes/author/home.tsx';
import * as newAssignment from '#app/routes/author/new-assignment.tsx';
import * as newQuestion from '#app/routes/author/new-question.tsx';
import * as newQuiz from '#app/routes/author/new-quiz.tsx';
import * as question from '#app/routes/author/question.tsx';
import * as questionArchive from '#app/routes/author/question-archive.ts';
import * as questionHistory from '#app/routes/author/question-history.tsx';
import * as questionPreview from '#app/routes/author/question-preview.ts';
import * as questions from '#app/routes/author/questions.tsx';
import * as quiz from '#app/routes/author/quiz.tsx';
import * as quizState from '#app/routes/author/quiz-state.ts';
import * as quizzes from '#app/routes/author/quizzes.tsx';
import * as attempts from '#app/routes/quiz/attempts.ts';
import { useTestDatabase } from '#tests/database.ts';
import { typed } from '#tests/features/questions/drafts.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { insertCourse } from '#tests/fixtures/course.ts';
import { call, signedIn } from '#tests/routes/signed-in.ts';

useTestDatabase();

let corps: Corps;
let giang: string;
const ids = { questionId: '', quizId: '', courseId: '', categoryId: '', assignmentId: 'x' };

beforeAll(async () => {
  corps = await buildCorps();
  giang = await signedIn(corps.giang);
  ({ courseId: ids.courseId } = await insertCourse(corps.corps));
  await database().write((tx) => tx.course.update({ where: { id: ids.courseId }, data: { state: 'published' } }));
  const category = await createCategory(corps.giang, { name: 'Nhóm', unitId: '' });
  ids.categoryId = category.kind === 'created' ? category.categoryId : '';
  const made = await createQuestion(corps.giang, typed.single(ids.categoryId));
  ids.questionId = made.kind === 'created' ? made.questionId : '';
  const begun = await createQuiz(corps.giang, { title: 'Bài', kind: 'exam', unitId: '' });
  ids.quizId = begun.kind === 'created' ? begun.quizId : '';
});

/** The fields that a browser sends for a question. */
const questionForm = (change: [string, string][] = [], intent = 'save'): [string, string][] => [
  ['type', 'single'],
  ['stem', 'Câu gõ dở'],
  ['options[0].id', 'a'],
  ['options[0].text', 'Một'],
  ['options[1].id', 'b'],
  ['options[1].text', 'Hai'],
  ['right[]', 'a'],
  ['categoryId', ids.categoryId],
  ['intent', intent],
  ...change,
];

const quizForm = async (intent = 'save', change: Record<string, string> = {}): Promise<[string, string][]> => {
  const { base } = await authorQuiz(corps.giang, ids.quizId);
  const { draft } = base;
  const { review, slots: _, bands: __, shuffleQuestions, shuffleOptions, certainty, forwardOnly, ...texts } = draft;
  const ticks = Object.entries({ shuffleQuestions, shuffleOptions, certainty, forwardOnly })
    .filter(([, isTicked]) => isTicked)
    .map(([name]): [string, string] => [name, 'on']);
  const fields = {
    ...{ ...texts, ...Object.fromEntries(ticks), intent },
    ...{ 'base.revision': String(base.revision), 'base.draft': JSON.stringify(draft), ...change },
  };
  const shown = Object.entries(review).flatMap(([when, whats]) =>
    whats.map((what): [string, string] => [`review.${when}[]`, what]),
  );
  return [...Object.entries(fields), ...shown];
};

describe("the author's area", () => {
  const loaders = { home, questions, categories, newQuestion, question, questionHistory, quizzes, newQuiz, quiz };
  const managing = { courses, course, newAssignment, assignment };

  it.each(Object.entries({ ...loaders, ...managing }))('is closed to a learner and a leader: %s', async (_, route) => {
    for (const actor of [corps.an, corps.thuy]) {
      const answer = await call(route.loader, await cookieOf(actor), '/author', ids);
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
  });

  it.each(Object.entries(loaders))('shows no keys to an administrator: %s', async (_, route) => {
    expect((await call(route.loader, await cookieOf(corps.khoi), '/author', ids)).status).toBe(403);
  });

  it.each(Object.entries({ newQuestion, question, questionArchive, questionPreview, newQuiz, quizState, categories }))(
    'takes nothing from a leader: %s',
    async (_, route) => {
      const form: [string, string][] =
        route === quizState
          ? [
              ['intent', 'archive'],
              ['revision', '1'],
            ]
          : route === questionArchive
            ? [['intent', 'archive']]
            : route === newQuiz
              ? [
                  ['title', 'A'],
                  ['kind', 'exam'],
                  ['unitId', ''],
                ]
              : route === categories
                ? [['name', 'A']]
                : questionForm([
                    ['base.number', '1'],
                    ['base.categoryId', ids.categoryId],
                    ['base.difficulty', 'easy'],
                    ['base.tags', ''],
                  ]);
      const answer = await call(route.action, await cookieOf(corps.thuy), '/author', ids, { form });
      expect(answer.status).toBe(403);
    },
  );

  it('opens for its author', async () => {
    for (const route of Object.values({ ...loaders, courses, course, newAssignment })) {
      expect((await call(route.loader, giang, '/author', ids)).status).toBe(200);
    }
    expect((await call(assignment.loader, giang, '/author', ids)).status).toBe(404);
  });
});

describe('what no honest form sends is refused with the field named, and nothing is written', () => {
  it.each([
    ['an unexpected field', ['isAdmin', 'yes'], { isAdmin: ['unexpected'] }],
    ['an oversized text', ['source', 'x'.repeat(20_001)], { source: ['too-long'] }],
    ['a list with a gap', ['options[7].text', 'x'], { 'options[7].text': ['malformed'] }],
    ['a list without end', ['options[99999].text', 'x'], { 'options[99999].text': ['malformed'] }],
    ['a way of scoring that does not exist', ['scoring', 'generous'], { scoring: ['malformed'] }],
    ['a field twice', ['stem', 'Khác'], { stem: ['malformed'] }],
  ] as [string, [string, string], object][])('in a question: %s', async (_, field, fields) => {
    const before = await database().read.question.count();
    const answer = await call(newQuestion.action, giang, '/author/questions/new', {}, { form: questionForm([field]) });
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-input', fields } });
    expect(await database().read.question.count()).toBe(before);
  });

  it.each([
    ['slots[0].kind', 'clever', 'slots.0.kind'],
    ['which', 'best', 'which'],
    ['review.during[]', 'everything', 'review.during.0'],
    ['base.draft', '{"title":', 'base.draft'],
    ['base.revision', '0', 'base.revision'],
    ['place', '../etc', 'place'],
    ['surprise', '1', 'surprise'],
  ])('in a quiz: %s', async (name, value, field) => {
    const form = await quizForm('save', { [name]: value });
    const answer = await call(quiz.action, giang, '/author/quizzes/x', ids, { form });
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-input', fields: { [field]: expect.any(Array) } } });
    expect((await authorQuiz(corps.giang, ids.quizId)).base.revision).toBe(1);
  });

  it('a body that is no form', async () => {
    const answer = await call(newQuestion.action, giang, '/author/questions/new', {}, { text: 'stem=1' });
    expect(answer).toMatchObject({ status: 400, body: { reason: 'not-a-form' } });
  });
});

describe('mistakes', () => {
  it('come back with everything that was typed', async () => {
    const answer = await call(newQuestion.action, giang, '/author/questions/new', {}, { form: questionForm() });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        draft: { stem: 'Câu gõ dở', options: [{ text: 'Một' }, { text: 'Hai' }], right: ['a'] },
        problems: [
          { field: 'explanation', code: 'missing' },
          { field: 'source', code: 'missing' },
          { field: 'difficulty', code: 'missing' },
        ],
        preview: { stemHtml: '<p>Câu gõ dở</p>\n' },
      },
    });
  });

  it('in a quiz too', async () => {
    const form = await quizForm('save', { title: '', timeLimitMinutes: 'nửa giờ' });
    const answer = await call(quiz.action, giang, '/author/quizzes/x', ids, { form });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        draft: { title: '', timeLimitMinutes: 'nửa giờ' },
        problems: [
          { field: 'title', code: 'missing' },
          { field: 'timeLimitMinutes', code: 'not-a-number' },
        ],
      },
    });
  });
});

describe('without JavaScript', () => {
  it('each button of the question form redraws it as typed', async () => {
    const form = questionForm([], 'options.add');
    const answer = await call(newQuestion.action, giang, '/author/questions/new', {}, { form });
    expect(answer).toMatchObject({
      status: 200,
      body: { draft: { stem: 'Câu gõ dở', options: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] } },
    });
  });

  it('the quiz form searches and picks questions', async () => {
    const search = await quizForm('search', { title: 'Gõ dở', 'pick.search': 'ban hanh nam nao' });
    const found = await call(quiz.action, giang, '/author/quizzes/x', ids, { form: search });
    expect(found).toMatchObject({
      body: { draft: { title: 'Gõ dở' }, found: { choices: [{ id: ids.questionId }], total: 1 } },
    });
    const pick: [string, string][] = [...(await quizForm('slots.pick')), ['pick.ids[]', ids.questionId]];
    const picked = await call(quiz.action, giang, '/author/quizzes/x', ids, { form: pick });
    expect(picked).toMatchObject({ body: { draft: { slots: [{ kind: 'fixed', questionId: ids.questionId }] } } });
  });

  it('a button that no form has is refused', async () => {
    const form = questionForm([], 'options.shuffle');
    expect((await call(newQuestion.action, giang, '/author/questions/new', {}, { form })).status).toBe(400);
  });
});

describe('two people edit one quiz', () => {
  it('the second gets 409 with what changed, and the typed version back', async () => {
    const late = await quizForm('save', { title: 'Của tôi' });
    const early = await quizForm('save', { timeLimitMinutes: '60' });
    expect((await call(quiz.action, giang, '/author/quizzes/x', ids, { form: early })).status).toBe(303);
    const told = await call(quiz.action, giang, '/author/quizzes/x', ids, { form: late });
    expect(told).toMatchObject({
      status: 409,
      body: {
        draft: { title: 'Của tôi', timeLimitMinutes: '30' },
        conflict: { by: 'Bùi Hương Giang', changes: [{ field: 'timeLimitMinutes', before: '30', after: '60' }] },
        base: { revision: 2 },
      },
    });
    const seen = Object.fromEntries(late)['base.draft']!;
    const merge = await quizForm('merge', { title: 'Của tôi', timeLimitMinutes: '30', seen });
    const merged = await call(quiz.action, giang, '/author/quizzes/x', ids, { form: merge });
    expect(merged).toMatchObject({
      status: 200,
      body: { isMerged: true, draft: { title: 'Của tôi', timeLimitMinutes: '60' } },
    });
  });
});

const cookies = new Map<string, Promise<string>>();

/** One session for each person. */
function cookieOf(actor: Corps['an']): Promise<string> {
  const known = cookies.get(actor.personId) ?? signedIn(actor);
  cookies.set(actor.personId, known);
  return known;
}

describe('an id that is none', () => {
  it.each(Object.entries({ questionArchive, quizState, submission, attempts }))(
    'leads nowhere, without breaking the header: %s',
    async (_, route) => {
      for (const wrong of ['x\r\nSet-Cookie: a=b', 'ậ', '/evil.example']) {
        const params = { questionId: wrong, quizId: wrong, attemptId: wrong };
        expect((await call(route.loader, giang, '/', params)).status).toBe(404);
      }
    },
  );
});

it('names no question or category of a unit outside of the scope, whatever ids a form sends', async () => {
  const stranger = { ...corps.em, grants: [{ role: 'author' as const, unitPath: corps.s2.path }] };
  const begun = await createQuiz(stranger, { title: 'Bài S2', kind: 'exam', unitId: '' });
  const quizId = begun.kind === 'created' ? begun.quizId : '';
  const { base } = await authorQuiz(stranger, quizId);
  const slots = [{ ...blankSlot(), questionId: ids.questionId, categoryId: ids.categoryId }];
  const names = await quizEditorNames(stranger, quizId, [{ ...base.draft, slots }]);
  expect(names).toMatchObject({ questions: {}, categoryNames: {} });
  await expect(quizEditorNames(stranger, ids.quizId, [])).rejects.toMatchObject({ code: 'not-found' });
});
