import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { bulkEditQuestions } from '#app/features/questions/commands/bulk-edit-questions.server.ts';
import { createCategory } from '#app/features/questions/commands/create-category.server.ts';
import { createQuestion } from '#app/features/questions/commands/create-question.server.ts';
import { editQuestion } from '#app/features/questions/commands/edit-question.server.ts';
import { mergeCategories } from '#app/features/questions/commands/merge-categories.server.ts';
import { reviewQuestion } from '#app/features/questions/commands/review-question.server.ts';
import { undoBulkEdit } from '#app/features/questions/commands/undo-bulk-edit.server.ts';
import { questionEditor } from '#app/features/questions/queries/question-editor.server.ts';
import { questionReview } from '#app/features/questions/queries/question-review.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { typed } from '#tests/features/questions/drafts.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';

useTestDatabase();

let corps: Corps;
let giang: Actor;
/** The second person. */
let thuy: Actor;

beforeAll(async () => {
  corps = await buildCorps();
  giang = corps.giang;
  thuy = { ...corps.thuy, grants: [{ role: 'author', unitPath: corps.corps.path }] };
});

async function category(name: string, more: object = {}): Promise<string> {
  const made = await createCategory(giang, { name, unitId: '', ...more });
  if (made.kind !== 'created') throw new Error(JSON.stringify(made));
  return made.categoryId;
}

async function question(categoryId: string, stem: string): Promise<string> {
  const made = await createQuestion(giang, typed.single(categoryId, stem));
  if (made.kind !== 'created') throw new Error(JSON.stringify(made));
  return made.questionId;
}

const stored = (id: string) => database().read.question.findUniqueOrThrow({ where: { id } });
const edited = async (id: string, change: object) => {
  const { stored: known, draft } = await questionEditor(giang, id);
  return editQuestion(giang, id, { base: known!.base, draft: { ...draft, ...change } });
};
async function approved(id: string): Promise<void> {
  const { number } = await questionReview(thuy, id);
  for (const move of ['review', 'approve'] as const) await reviewQuestion(thuy, id, { move, number, note: '' });
}

describe('where a second person must approve', () => {
  // A merge carried questions that nobody had looked at in as approved ones.
  it('a merge brings in drafts, with the step in their history', async () => {
    const free = await category('Tự do');
    const strict = await category('Có duyệt', { review: 'second-person' });
    const id = await question(free, 'Câu chưa ai xem');
    expect((await stored(id)).standing).toBe('approved');
    expect(await mergeCategories(giang, free, strict)).toEqual({ kind: 'merged', questions: 1 });
    expect((await stored(id)).standing).toBe('draft');
    expect((await questionReview(giang, id)).steps).toMatchObject([{ from: 'approved', to: 'draft' }]);
  });

  // Undoing a change of many gave its former approval to a version that was written since.
  it('undoing a change of many approves no later version', async () => {
    const strict = await category('Có duyệt, nguồn', { review: 'second-person' });
    const id = await question(strict, 'Câu đã duyệt');
    await approved(id);
    expect((await stored(id)).standing).toBe('approved');
    const batch = await bulkEditQuestions(giang, { ids: [id], kind: 'source', value: 'Nguồn mới' });
    if (batch.kind !== 'changed') throw new Error(JSON.stringify(batch));
    expect((await stored(id)).standing).toBe('draft');
    expect(await edited(id, { stem: 'Câu đã bị đổi nghĩa' })).toMatchObject({ kind: 'edited' });
    expect(await undoBulkEdit(giang, batch.batchId)).toEqual({ kind: 'undone', undone: 0, left: 1 });
    expect((await stored(id)).standing).toBe('draft');
  });

  it('undoing at once gives the approval back to the words that had it', async () => {
    const strict = await category('Có duyệt, hoàn tác', { review: 'second-person' });
    const id = await question(strict, 'Câu còn nguyên');
    await approved(id);
    const batch = await bulkEditQuestions(giang, { ids: [id], kind: 'source', value: 'Nguồn khác' });
    if (batch.kind !== 'changed') throw new Error(JSON.stringify(batch));
    expect(await undoBulkEdit(giang, batch.batchId)).toEqual({ kind: 'undone', undone: 1, left: 0 });
    expect((await stored(id)).standing).toBe('approved');
  });
});

describe('a merge of categories', () => {
  it('is refused where subcategories would bear one name or lie too deep', async () => {
    const one = await category('Một');
    const two = await category('Hai');
    await category('Bài 1', { parentId: one });
    await category('bai 1', { parentId: two });
    expect(await mergeCategories(giang, one, two)).toEqual({ kind: 'refused', reason: 'same-names' });
    let deep = await category('Sâu');
    for (let level = 2; level <= 8; level += 1) deep = await category(`Tầng ${level}`, { parentId: deep });
    expect(await mergeCategories(giang, one, deep)).toEqual({ kind: 'refused', reason: 'too-deep' });
  });
});

describe('an editor that was opened before', () => {
  // Saving it took tags, difficulty and category back to what they were, unseen.
  it.each([
    ['tag', 'thêm sau'],
    ['difficulty', 'hard'],
  ] as const)('hears of a %s that was changed in a crowd', async (kind, value) => {
    const id = await question(await category(`Đông ${kind}`), `Câu ${kind}`);
    const { stored: known, draft } = await questionEditor(giang, id);
    await bulkEditQuestions(thuy, { ids: [id], kind, value });
    const result = await editQuestion(giang, id, { base: known!.base, draft: { ...draft, stem: 'Viết lại' } });
    expect(result).toMatchObject({ kind: 'conflict', by: null, base: { number: 1 } });
    if (result.kind !== 'conflict') return;
    expect(result.changes.map(({ field }) => field)).toEqual([kind === 'tag' ? 'tags' : 'difficulty']);
    const again = { ...draft, stem: 'Viết lại', difficulty: result.theirs.difficulty, tags: result.theirs.tags };
    expect(await editQuestion(giang, id, { base: result.base, draft: again })).toMatchObject({ kind: 'edited' });
  });

  it('makes one question of a form that comes twice at the same moment', async () => {
    const categoryId = await category('Hai lần');
    const id = newId();
    const draft = typed.single(categoryId, 'Gửi hai lần?');
    const made = await Promise.all([createQuestion(giang, draft, id), createQuestion(giang, draft, id)]);
    expect(made.map(({ kind }) => kind)).toEqual(['created', 'created']);
    expect(await database().read.questionVersion.count({ where: { questionId: id } })).toBe(1);
  });
});
