import { describe, expect, it } from 'vitest';
import type { PackagedBank, PackagedQuestion, PackagedQuiz } from '#app/features/course-package/core/course-package.ts';
import { firstUnknown } from '#app/features/course-package/core/first-unknown.ts';
import { about } from '#app/features/course-package/core/import-plan.ts';
import { namedIn, textsIn } from '#app/features/course-package/core/named-in-texts.ts';
import { isKnownPath } from '#app/features/course-package/core/package-paths.ts';
import { planBank } from '#app/features/course-package/core/plan-bank.ts';
import { type CourseBefore, planCourse } from '#app/features/course-package/core/plan-course.ts';
import { planQuizzes, type QuizBefore } from '#app/features/course-package/core/plan-quizzes.ts';
import { DEFAULT_SETTINGS } from '#app/features/quiz/core/settings.ts';
import { smallCourse } from '#tests/fixtures/course-content.ts';

const category = (code: string, parent: string | null = null) => ({
  ...{ code, name: code, parent, position: 0, review: 'none' as const },
});
const question = (code: string, more: Partial<PackagedQuestion> = {}): PackagedQuestion => ({
  ...{ code, category: 'c', difficulty: 'easy', tags: [], standing: 'approved', isArchived: false },
  ...{ explanation: '', source: '', body: { type: 'true-false', stem: code, answer: true }, ...more },
});
let count = 0;
const newId = () => `id${++count}`;

describe('what becomes of the course', () => {
  const content = smallCourse();
  const standing = (more: Partial<CourseBefore> = {}): CourseBefore => ({
    ...{ state: 'published', isInScope: true, published: content, draft: content, ...more },
  });
  const changed = { ...content, summary: 'Khác' };
  const codes = ({ problems }: ReturnType<typeof planCourse>) => problems.map(({ code }) => code);
  const plan = (given: CourseBefore | null, as: 'draft' | 'published' = 'draft', of = content, taken = 0) =>
    planCourse({ content: of, before: given, as, taken });

  it.each([
    ['new', null, 'draft', content, 'new', []],
    ['here', standing(), 'draft', content, 'same', []],
    ['here and published', standing(), 'published', content, 'same', []],
    ['another state', standing(), 'published', changed, 'changed', []],
    ['here as a draft alone, to be published', standing({ published: changed }), 'published', content, 'changed', []],
    ['here as a draft alone', standing({ published: changed }), 'draft', content, 'same', []],
    ['over work of others', standing({ draft: changed }), 'draft', content, 'changed', ['unpublished-work']],
    [
      'over work of others, at once',
      standing({ draft: changed }),
      'published',
      content,
      'changed',
      ['unpublished-work'],
    ],
    ['put away', standing({ state: 'archived' }), 'draft', content, 'same', ['course-archived']],
    ['outside', standing({ isInScope: false }), 'draft', content, 'changed', ['course-outside']],
  ] as const)('%s', (_, given, as, of, kind, problems) => {
    const made = plan(given, as, of);
    expect(made.course.kind).toBe(kind);
    expect(codes(made)).toEqual(problems);
  });

  it('publishes nothing unfinished, and no codes of another course', () => {
    const unfinished = structuredClone(content);
    unfinished.modules[0]!.lessons[0]!.sources = [];
    expect(codes(plan(null, 'published', unfinished))).toEqual(['not-publishable']);
    expect(codes(plan(null, 'draft', unfinished))).toEqual([]);
    expect(codes(plan(null, 'draft', content, 2))).toEqual(['codes-of-another-course']);
  });

  it('never fills an empty draft by refusing it', () => {
    const empty = { ...content, title: 'Vừa tạo', modules: [] };
    expect(codes(plan(standing({ state: 'draft', published: { ...empty, title: '' }, draft: empty })))).toEqual([]);
  });
});

describe('what becomes of the bank', () => {
  const bank: PackagedBank = {
    categories: [category('c', 'b'), category('b', 'a'), category('a')],
    questions: [question('q1'), question('q2'), question('q3'), question('q4')],
  };
  const hashOf = ({ code, explanation }: PackagedQuestion) => `${code}${explanation}`;
  const stands = (code: string, hashes: string[], more = {}) => ({
    ...{ code, isInScope: true, currentHash: hashes[0] ?? null, hashes, ...more },
  });

  it('adds parents first, leaves what is here, versions what differs, keeps what was edited since', () => {
    const questions = [stands('q1', ['q1']), stands('q2', ['other']), stands('q3', ['edited', 'q3'])];
    const { plan, problems, notes } = planBank({ bank, categories: [], questions, hashOf, newId });
    expect(plan.categories.create.map(({ code }) => code)).toEqual(['a', 'b', 'c']);
    expect(plan.questions).toMatchObject({ same: 1, kept: 1, create: [{ code: 'q4' }], change: [{ code: 'q2' }] });
    expect(problems).toEqual([]);
    expect(notes).toEqual([{ code: 'question-kept', names: ['q3'], count: 1 }]);
  });

  it('brings nothing approved where a second person looks, and nothing into foreign banks', () => {
    const here = { code: 'c', name: 'C', review: 'second-person' as const, isInScope: true };
    const joined = planBank({ bank, categories: [here], questions: [], hashOf, newId });
    expect(joined.plan.questions.create.map(({ standing }) => standing)).toEqual(['draft', 'draft', 'draft', 'draft']);
    expect(joined.notes.map(({ code }) => code)).toEqual(['category-joins', 'question-waits']);
    const foreign = planBank({
      ...{ bank, hashOf, newId, categories: [{ ...here, isInScope: false }] },
      questions: [stands('q1', ['q1'], { isInScope: false })],
    });
    expect(foreign.problems.map(({ code, names }) => [code, names])).toEqual([
      ['category-outside', ['c']],
      ['question-outside', ['q1']],
    ]);
  });
});

describe('what becomes of the quizzes', () => {
  const bank: PackagedBank = { categories: [category('c'), category('d', 'c')], questions: [question('q1')] };
  const quiz = (more: Partial<PackagedQuiz> = {}): PackagedQuiz => ({
    ...{ code: 'k', title: 'K', instructions: '', module: null, position: 0, isPublished: true, blueprint: null },
    ...{ settings: DEFAULT_SETTINGS.exam, slots: [{ kind: 'fixed', question: 'q1', maxMark: 1 }], ...more },
  });
  const draws = (count: number, withSubcategories = false): PackagedQuiz['slots'] => [
    { kind: 'random', category: 'c', withSubcategories, tag: null, difficulty: null, count, maxMark: 1 },
  ];
  const drawable = [
    { code: 'q1', category: 'c', difficulty: 'easy', tags: [] },
    { code: 'q9', category: 'd', difficulty: 'easy', tags: [] },
  ];
  const hashOf = ({ title }: PackagedQuiz) => title;
  const standing = (more: Partial<QuizBefore> = {}): QuizBefore => ({
    ...{ code: 'k', isInScope: true, isOfCourse: true, state: 'published', contentHash: '', now: quiz(), ...more },
  });
  const plan = (given: PackagedQuiz, stands: QuizBefore[] = [], as: 'draft' | 'published' = 'published') =>
    planQuizzes({ quizzes: [given], before: stands, bank, drawable, as, hashOf, newId });

  it.each([
    ['open where it was and fits', quiz(), 'published', 'published'],
    ['a draft with a draft course', quiz(), 'draft', 'draft'],
    ['a draft where it was one', quiz({ isPublished: false }), 'published', 'draft'],
    ['a draft that lacks questions', quiz({ slots: draws(2) }), 'published', 'draft'],
    ['open with what lies below its category', quiz({ slots: draws(2, true) }), 'published', 'published'],
    [
      'a draft whose password was left out',
      quiz({ settings: { ...DEFAULT_SETTINGS.exam, access: { kind: 'password', password: '' } } }),
      ...(['published', 'draft'] as const),
    ],
  ] as const)('a new one is %s', (_, given, as, state) => {
    expect(plan(given, [], as).plan.create).toMatchObject([{ state }]);
  });

  it('leaves what is here and what was edited since, replaces the rest, and tells where learners see it at once', () => {
    expect(plan(quiz(), [standing({ now: quiz({ isPublished: false }) })]).plan).toMatchObject({ same: 1, change: [] });
    const edited = standing({ now: quiz({ title: 'Sửa ở đây' }), contentHash: 'K' });
    expect(plan(quiz(), [edited])).toMatchObject({ plan: { kept: 1 }, notes: [{ code: 'quiz-kept' }] });
    const older = standing({ now: quiz({ title: 'Cũ' }) });
    expect(plan(quiz(), [older])).toMatchObject({
      plan: { change: [{ code: 'k' }] },
      notes: [{ code: 'quiz-open-changes' }],
    });
    // What is open stays fit for each learner.
    expect(plan(quiz({ slots: draws(5) }), [older])).toMatchObject({ plan: { kept: 1, change: [] } });
  });

  it('refuses the quiz of another course or unit', () => {
    const codes = (stands: QuizBefore) => plan(quiz(), [stands]).problems.map(({ code }) => code);
    expect(codes(standing({ isOfCourse: false }))).toEqual(['quiz-of-another-course']);
    expect(codes(standing({ isInScope: false, isOfCourse: false }))).toEqual(['quiz-outside']);
  });
});

describe('small rules of packages', () => {
  it.each([
    [{ a: 1 }, { a: 1, b: 2 }, null],
    [{ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 2, d: 3 }] } }, null],
    [{ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 3 }] } }, { kind: 'value', place: 'a.b.1.c' }],
    [{ a: [1, 2] }, { a: [1] }, { kind: 'value', place: 'a' }],
    [{ a: 1, x: 2 }, { a: 1 }, { kind: 'name', place: 'x' }],
    [{ a: null }, { a: {} }, { kind: 'value', place: 'a' }],
    [{ constructor: 1 }, {}, { kind: 'name', place: 'constructor' }],
  ])('%j against %j: %j', (given, known, place) => {
    expect(firstUnknown(given, known)).toEqual(place);
  });

  it('names the first eight of many', () => {
    expect(about('x', [])).toEqual([]);
    expect(about('x', [...'abcdefghij'])).toEqual([{ code: 'x', names: [...'abcdefgh'], count: 10 }]);
  });

  it('finds what texts point to, wherever they stand', () => {
    const texts = textsIn({ a: ['![x](media:m1) [y]( library:l1)', { b: '[z](media:m0) (media:m1)' }], c: 3 });
    expect(namedIn(texts)).toEqual({ media: ['m0', 'm1'], library: ['l1'] });
    expect(namedIn(['![x](<media:m2>) [y][1]\n\n[1]: library:l2', 'media:m3 library:l3'])).toEqual({
      ...{ media: ['m2'], library: ['l2'] },
    });
  });

  it.each(['course.json', `media/${'a'.repeat(64)}.png`, `media/${'a'.repeat(64)}.vi.vtt`])(
    '%s may be there',
    (path) => {
      expect(isKnownPath(path)).toBe(true);
    },
  );
  it.each([
    ...['', 'x', '../course.json', 'media/course.json', `media/${'a'.repeat(64)}.svg`, `media/${'A'.repeat(64)}.png`],
    ...[`media/${'a'.repeat(64)}.fr.vtt`, `media/../${'a'.repeat(64)}.png`, 'manifest.json', 'course.json/'],
  ])('%s may not', (path) => {
    expect(isKnownPath(path)).toBe(false);
  });
});
