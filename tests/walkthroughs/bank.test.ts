import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { bulkEditQuestions } from '#app/features/questions/commands/bulk-edit-questions.server.ts';
import { commentQuestion } from '#app/features/questions/commands/comment-question.server.ts';
import { createCategory } from '#app/features/questions/commands/create-category.server.ts';
import { createQuestion } from '#app/features/questions/commands/create-question.server.ts';
import { deleteCategory } from '#app/features/questions/commands/delete-category.server.ts';
import { editCategory } from '#app/features/questions/commands/edit-category.server.ts';
import { editQuestion } from '#app/features/questions/commands/edit-question.server.ts';
import { mergeCategories } from '#app/features/questions/commands/merge-categories.server.ts';
import { restoreVersion } from '#app/features/questions/commands/restore-version.server.ts';
import { reviewQuestion } from '#app/features/questions/commands/review-question.server.ts';
import { settleComment } from '#app/features/questions/commands/settle-comment.server.ts';
import { undoBulkEdit } from '#app/features/questions/commands/undo-bulk-edit.server.ts';
import { ensureCategoryPath } from '#app/features/questions/data/category-paths.server.ts';
import { bulkPreview } from '#app/features/questions/queries/bulk-preview.server.ts';
import { categoriesPage, categoryEditor } from '#app/features/questions/queries/categories-page.server.ts';
import { questionEditor } from '#app/features/questions/queries/question-editor.server.ts';
import { questionHistory } from '#app/features/questions/queries/question-history.server.ts';
import { questionReview } from '#app/features/questions/queries/question-review.server.ts';
import { questionCandidates } from '#app/features/questions/queries/question-versions.server.ts';
import { foundQuestionIds, questionsPage } from '#app/features/questions/queries/questions-page.server.ts';
import { createQuiz } from '#app/features/quiz/commands/create-quiz.server.ts';
import { editQuiz } from '#app/features/quiz/commands/edit-quiz.server.ts';
import { blankSlot } from '#app/features/quiz/core/quiz-draft.ts';
import { authorQuiz } from '#app/features/quiz/queries/author-quiz.server.ts';
import { questionUses } from '#app/features/quiz/queries/question-uses.server.ts';
import { coveragePage } from '#app/features/quiz/queries/rules/coverage-page.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { typed } from '#tests/features/questions/drafts.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';

useTestDatabase();

let corps: Corps;
let giang: Actor;
/** Another author of the whole corps, and one of division S1 alone. */
let thuy: Actor;
let hanh: Actor;
const as = (actor: Actor, unitPath: string): Actor => ({ ...actor, grants: [{ role: 'author', unitPath }] });

const plain = { search: '', categoryId: '', type: '', difficulty: '', isArchived: false, page: 1 } as const;
const codesOf = async (actor: Actor, filter: object) =>
  (await questionsPage(actor, { ...plain, ...filter })).questions.map(({ stem }) => stem).sort();

async function category(name: string, more: object = {}, actor = giang): Promise<string> {
  const made = await createCategory(actor, { name, unitId: corps.corps.id, ...more });
  if (made.kind !== 'created') throw new Error(JSON.stringify(made));
  return made.categoryId;
}

async function question(categoryId: string, stem: string, actor = giang): Promise<string> {
  const made = await createQuestion(actor, typed.single(categoryId, stem));
  if (made.kind !== 'created') throw new Error(JSON.stringify(made));
  return made.questionId;
}

const edited = async (actor: Actor, id: string, change: object) => {
  const { stored, draft } = await questionEditor(actor, id);
  return editQuestion(actor, id, { base: stored!.base, draft: { ...draft, ...change } });
};
const standingOf = async (id: string) => (await database().read.question.findUniqueOrThrow({ where: { id } })).standing;

beforeAll(async () => {
  corps = await buildCorps();
  giang = corps.giang;
  thuy = as(corps.thuy, corps.corps.path);
  hanh = as(corps.hanh, corps.s1.path);
});

describe('the tree of categories', () => {
  let chapter: string;
  let lesson: string;

  it('grows by name or by path, and a path that is there leads to what is there', async () => {
    chapter = await category('Chương 1');
    lesson = await category('Bài 2', { parentId: chapter });
    const found = await database().write((tx) => ensureCategoryPath(tx, corps.corps.id, 'chuong 1/BÀI 2/Mục a//b'));
    expect(found!.created).toHaveLength(1);
    const again = await database().write((tx) => ensureCategoryPath(tx, corps.corps.id, 'Chương 1 / Bài 2 / Mục a//b'));
    expect(again).toEqual({ categoryId: found!.categoryId, created: [] });
    const { categories } = await categoriesPage(giang);
    expect(categories.map(({ path }) => path.join(' > '))).toEqual([
      'Chương 1',
      'Chương 1 > Bài 2',
      'Chương 1 > Bài 2 > Mục a/b',
    ]);
  });

  it('takes a name once among neighbours, and nothing below itself', async () => {
    expect(await createCategory(giang, { name: 'bai 2', unitId: '', parentId: chapter })).toMatchObject({
      problems: [{ field: 'name', code: 'duplicate' }],
    });
    expect(await editCategory(giang, chapter, { name: 'Chương 1', parentId: lesson, review: 'none' })).toMatchObject({
      problems: [{ field: 'parentId', code: 'below-itself' }],
    });
    expect(await editCategory(giang, lesson, { name: 'Bài hai', parentId: '', review: 'none' })).toEqual({
      kind: 'edited',
    });
    expect(await editCategory(giang, lesson, { name: 'Bài 2', parentId: chapter, review: 'none' })).toEqual({
      kind: 'edited',
    });
  });

  it('is filtered with its subtree', async () => {
    await question(lesson, 'Trong bài hai');
    expect(await codesOf(giang, { categoryId: chapter })).toEqual(['Trong bài hai']);
    expect(await codesOf(giang, { categoryId: 'unknown' })).toEqual([]);
  });

  it('is another unit’s to nobody outside of it', async () => {
    expect((await categoriesPage(hanh)).categories).toEqual([]);
    await expect(categoryEditor(hanh, chapter)).rejects.toMatchObject({ code: 'not-found' });
    await expect(deleteCategory(hanh, chapter)).rejects.toMatchObject({ code: 'not-found' });
    await expect(mergeCategories(hanh, lesson, chapter)).rejects.toMatchObject({ code: 'not-found' });
    expect(await createCategory(hanh, { name: 'X', unitId: '', parentId: chapter })).toMatchObject({
      problems: [{ code: 'unknown-parent' }],
    });
  });

  it('loses only what is empty; the rest is merged', async () => {
    expect(await deleteCategory(giang, lesson)).toEqual({
      kind: 'refused',
      uses: { questions: 1, slots: 0, below: 1 },
    });
    const other = await category('Chương 2');
    expect(await mergeCategories(giang, chapter, lesson)).toEqual({ kind: 'refused', reason: 'below-itself' });
    expect(await mergeCategories(giang, lesson, other)).toEqual({ kind: 'merged', questions: 1 });
    expect(await codesOf(giang, { categoryId: other })).toEqual(['Trong bài hai']);
    expect(await deleteCategory(giang, chapter)).toEqual({ kind: 'deleted' });
  });
});

describe('a search', () => {
  let home: string;
  beforeAll(async () => {
    home = await category('Tìm');
    await question(home, 'Đấu tranh phản bác quan điểm sai trái trên không gian mạng');
    await question(home, 'Nghị quyết số 35-NQ/TW bảo vệ nền tảng tư tưởng');
    await question(home, 'Văn bản 35% do ai ký?');
  });

  it.each([
    ['dau tranh', 1],
    ['MANG gian', 1],
    ['phản bác đấu', 1],
    ['35-nq/tw', 1],
    ['35', 2],
    ['35%', 2],
    ['ngh quy', 1],
    ['nguyên thủ', 0],
    ['%', 1],
    ['"', 0],
    ['OR NOT AND (', 0],
    ['*', 0],
  ])('%s finds %i', async (search, count) => {
    const page = await questionsPage(giang, { ...plain, categoryId: home, search });
    expect(page.total).toBe(count);
  });

  it('follows edits and forgets what is gone', async () => {
    const id = await question(home, 'Từ hiếm: zyxw');
    expect(await foundQuestionIds(giang, { ...plain, search: 'zyxw' }, 10)).toEqual([id]);
    await edited(giang, id, { stem: 'Từ khác: wxyz' });
    expect(await foundQuestionIds(giang, { ...plain, search: 'zyxw' }, 10)).toEqual([]);
    expect(await foundQuestionIds(giang, { ...plain, search: 'wxyz' }, 10)).toEqual([id]);
    await database().write((tx) => tx.question.delete({ where: { id } }));
    expect(await foundQuestionIds(giang, { ...plain, search: 'wxyz' }, 10)).toEqual([]);
  });

  it('finds nothing of a bank outside of the scope', async () => {
    expect(await codesOf(hanh, { search: 'dau tranh' })).toEqual([]);
  });
});

describe('a review by a second person', () => {
  let strict: string;
  let id: string;
  beforeAll(async () => {
    strict = await category('Phải duyệt', { review: 'second-person' });
    id = await question(strict, 'Câu chờ duyệt');
  });
  const drawable = async () => {
    const found = await questionCandidates({ categoryIds: [strict], questionIds: [] });
    return found.map(({ questionId }) => questionId);
  };

  it('starts with a draft that waits for others and that nothing draws', async () => {
    expect(await standingOf(id)).toBe('draft');
    expect(await drawable()).toEqual([]);
    expect(await codesOf(giang, { isWaiting: true })).toEqual([]);
    expect(await codesOf(thuy, { isWaiting: true })).toEqual(['Câu chờ duyệt']);
  });

  it('is not done by its author, nor on a version that was replaced', async () => {
    const step = { move: 'review', number: 1, note: '' } as const;
    expect(await reviewQuestion(giang, id, step)).toEqual({ kind: 'refused', reason: 'own-version' });
    await edited(giang, id, { explanation: 'Rõ hơn.' });
    expect(await reviewQuestion(thuy, id, step)).toEqual({ kind: 'stale' });
    await expect(reviewQuestion(hanh, id, step)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('goes to approved, and then it is drawn', async () => {
    expect(await reviewQuestion(thuy, id, { move: 'review', number: 2, note: 'Đúng nguồn' })).toMatchObject({
      to: 'reviewed',
    });
    expect(await reviewQuestion(thuy, id, { move: 'approve', number: 2, note: '' })).toMatchObject({ to: 'approved' });
    expect(await drawable()).toEqual([id]);
    const { steps } = await questionReview(giang, id);
    expect(steps.map(({ to, note, by }) => [to, note, by])).toEqual([
      ['approved', '', thuy.fullName],
      ['reviewed', 'Đúng nguồn', thuy.fullName],
    ]);
  });

  it('begins again with an edit; a quiz that names the question keeps it and is told', async () => {
    await edited(giang, id, { explanation: 'Rõ hơn nữa.' });
    expect(await standingOf(id)).toBe('draft');
    const made = await createQuiz(giang, { title: 'Có câu cố định', kind: 'exam', unitId: '' });
    if (made.kind !== 'created') throw new Error('no quiz');
    const { base } = await authorQuiz(giang, made.quizId);
    const slots = [{ ...blankSlot(), kind: 'fixed' as const, questionId: id, count: '1' }];
    await editQuiz(giang, made.quizId, { base, draft: { ...base.draft, slots } });
    const quiz = await authorQuiz(giang, made.quizId);
    expect([quiz.problems, quiz.unapproved]).toEqual([[], [1]]);
    expect((await questionUses(giang, id)).fixed).toMatchObject([{ title: 'Có câu cố định', state: 'draft' }]);
  });
});

describe('comments', () => {
  it('are said once, settled and opened again', async () => {
    const id = await question(await category('Góp ý'), 'Câu được góp ý');
    const comment = { id: newId(), text: 'Nguồn ở mục nào?' };
    await commentQuestion(thuy, id, comment);
    await commentQuestion(thuy, id, comment);
    expect((await questionsPage(giang, { ...plain, search: 'góp ý' })).questions[0]!.openComments).toBe(1);
    await settleComment(giang, id, { id: comment.id, isSettled: true });
    expect((await questionReview(giang, id)).comments).toMatchObject([
      { text: 'Nguồn ở mục nào?', by: thuy.fullName, settledBy: giang.fullName, versionNumber: 1 },
    ]);
    await settleComment(thuy, id, { id: comment.id, isSettled: false });
    expect((await questionReview(giang, id)).comments[0]!.settledAt).toBeNull();
    await expect(commentQuestion(hanh, id, { ...comment, id: newId() })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('an earlier version', () => {
  it('comes back as a new one', async () => {
    const id = await question(await category('Phiên bản'), 'Bản một');
    await edited(giang, id, { stem: 'Bản hai' });
    expect(await restoreVersion(thuy, id, { number: 1, seen: 1 })).toEqual({ kind: 'stale' });
    expect(await restoreVersion(thuy, id, { number: 1, seen: 2 })).toEqual({ kind: 'restored', number: 3 });
    expect(await restoreVersion(thuy, id, { number: 1, seen: 3 })).toEqual({ kind: 'unchanged' });
    const { stem, versions } = await questionHistory(giang, id);
    expect([stem, versions.map(({ number, by }) => [number, by])]).toEqual([
      'Bản một',
      [
        [3, thuy.fullName],
        [2, giang.fullName],
        [1, giang.fullName],
      ],
    ]);
    await expect(restoreVersion(hanh, id, { number: 1, seen: 3 })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a change of many', () => {
  let from: string;
  let to: string;
  let ids: string[];
  beforeAll(async () => {
    from = await category('Nhiều câu');
    to = await category('Đích phải duyệt', { review: 'second-person' });
    ids = [];
    for (let at = 0; at < 4; at += 1) ids.push(await question(from, `Trong nhiều câu ${at}`));
  });
  const rows = () => database().read.question.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
  const strip = (found: Awaited<ReturnType<typeof rows>>) =>
    found.map(({ updatedAt: _, currentVersionId: __, latestNumber: ___, ...row }) => row);

  it.each([
    ['tag', 'ôn tập'],
    ['untag', 'văn bản'],
    ['difficulty', 'hard'],
    ['standing', 'retired'],
    ['archive', ''],
    ['source', 'Nghị quyết khác'],
  ] as const)('%s is previewed, done in one go and undone as a whole', async (kind, value) => {
    const before = await rows();
    const preview = await bulkPreview(giang, ids, { kind, value });
    expect(preview.outcome).toMatchObject({ changed: 4, unchanged: 0, refused: [] });
    const done = await bulkEditQuestions(giang, { ids, kind, value });
    if (done.kind !== 'changed') throw new Error(JSON.stringify(done));
    expect(done).toMatchObject({ changed: 4, refused: 0 });
    expect((await bulkPreview(giang, ids, { kind, value })).outcome).toMatchObject({ changed: 0, unchanged: 4 });
    await expect(undoBulkEdit(thuy, done.batchId)).rejects.toMatchObject({ code: 'not-found' });
    expect(await undoBulkEdit(giang, done.batchId)).toEqual({ kind: 'undone', undone: 4, left: 0 });
    expect(await undoBulkEdit(giang, done.batchId)).toEqual({ kind: 'already' });
    expect(strip(await rows())).toEqual(strip(before));
    expect((await questionEditor(giang, ids[0]!)).draft.source).toBe('Nghị quyết 35-NQ/TW, mục I');
  });

  it('moves into a category that asks for a second person, where nobody has seen them; what was changed since stays', async () => {
    const done = await bulkEditQuestions(giang, { ids, kind: 'move', value: to });
    if (done.kind !== 'changed') throw new Error(JSON.stringify(done));
    expect((await rows()).map(({ categoryId, standing }) => [categoryId, standing])).toEqual(
      ids.map(() => [to, 'draft']),
    );
    const alone = await bulkEditQuestions(giang, { ids, kind: 'standing', value: 'reviewed' });
    expect(alone).toEqual({ kind: 'nothing', refused: 4, unchanged: 0 });
    await reviewQuestion(thuy, ids[0]!, { move: 'review', number: 3, note: '' });
    expect(await undoBulkEdit(giang, done.batchId)).toEqual({ kind: 'undone', undone: 3, left: 1 });
  });

  it('leaves alone what lies outside of the scope, and takes no value that makes no sense', async () => {
    expect(await bulkEditQuestions(hanh, { ids, kind: 'archive', value: '' })).toEqual({
      ...{ kind: 'nothing', refused: 0, unchanged: 0 },
    });
    expect(await bulkEditQuestions(giang, { ids, kind: 'difficulty', value: 'impossible' })).toMatchObject({
      kind: 'invalid',
    });
    await expect(bulkEditQuestions(hanh, { ids, kind: 'move', value: from })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('coverage', () => {
  it('tells of topics that lack what quizzes draw', async () => {
    const topic = await category('Chuyên đề phủ');
    await question(topic, 'Một câu dễ');
    const made = await createQuiz(giang, { title: 'Bốc', kind: 'exam', unitId: '' });
    if (made.kind !== 'created') throw new Error('no quiz');
    const { base } = await authorQuiz(giang, made.quizId);
    const draw = (difficulty: string, count: string) => ({ ...blankSlot(), categoryId: topic, difficulty, count });
    const slots = [draw('easy', '1'), draw('hard', '2')];
    expect(await editQuiz(giang, made.quizId, { base, draft: { ...base.draft, slots } })).toMatchObject({
      kind: 'edited',
    });
    const row = (await coveragePage(giang, '')).rows.find(({ categoryId }) => categoryId === topic)!;
    expect(row.cells).toMatchObject({
      easy: { has: 1, drawn: 1, state: 'thin', missing: 2 },
      medium: { has: 0, drawn: 0, state: 'empty' },
      hard: { has: 0, drawn: 2, state: 'lacking', missing: 6 },
    });
  });
});

it('makes one question of a form that is sent twice', async () => {
  const categoryId = await category('Gửi hai lần');
  const id = newId();
  const first = await createQuestion(giang, typed.single(categoryId, 'Chỉ một'), id);
  expect(await createQuestion(giang, typed.single(categoryId, 'Chỉ một'), id)).toEqual(first);
  expect(await codesOf(giang, { categoryId })).toEqual(['Chỉ một']);
});

it('refuses a picture that says nothing to who does not see it, beside its field', async () => {
  const draft = typed.single(await category('Hình'), 'Xem ![](media:abc) rồi trả lời');
  draft.options[1]!.text = '![ ](media:def)';
  expect(await createQuestion(giang, draft)).toEqual({
    kind: 'invalid',
    problems: [
      { field: 'options[1].text', code: 'no-alternative-text' },
      { field: 'stem', code: 'no-alternative-text' },
    ],
  });
});
