import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { archiveQuestion } from '#app/features/questions/commands/archive-question.server.ts';
import { createCategory } from '#app/features/questions/commands/create-category.server.ts';
import { createQuestion } from '#app/features/questions/commands/create-question.server.ts';
import { editQuestion } from '#app/features/questions/commands/edit-question.server.ts';
import { restoreQuestion } from '#app/features/questions/commands/restore-question.server.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { draftOf, type QuestionDraft } from '#app/features/questions/core/question-draft.ts';
import { categoriesPage } from '#app/features/questions/queries/categories-page.server.ts';
import { questionEditor } from '#app/features/questions/queries/question-editor.server.ts';
import { questionHistory } from '#app/features/questions/queries/question-history.server.ts';
import { previewOf } from '#app/features/questions/queries/question-preview.server.ts';
import { questionsPage } from '#app/features/questions/queries/questions-page.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { everyType, howFar, opinion, threeBlanks, threeStatements } from '../core/questions.ts';
import { typed } from '../drafts.ts';

useTestDatabase();

let corps: Corps;
/** An author of division S2 alone. */
let outsider: Actor;
let categoryId: string;
const everything = { search: '', categoryId: '', type: '', difficulty: '', isArchived: false, page: 1 } as const;

async function create(draft = typed.single(categoryId), actor = corps.giang): Promise<string> {
  const result = await createQuestion(actor, draft);
  if (result.kind !== 'created') throw new Error(JSON.stringify(result));
  return result.questionId;
}

beforeAll(async () => {
  corps = await buildCorps();
  outsider = { ...corps.em, grants: [{ role: 'author', unitPath: corps.s2.path }] };
  const category = await createCategory(corps.giang, { name: 'Văn bản và bối cảnh', unitId: '' });
  if (category.kind !== 'created') throw new Error('no category');
  categoryId = category.categoryId;
});

describe('categories', () => {
  it('are refused twice with one name, whatever its tones', async () => {
    expect(await createCategory(corps.giang, { name: 'van ban va boi canh', unitId: '' })).toEqual({
      kind: 'invalid',
      problems: [{ field: 'name', code: 'duplicate' }],
    });
  });

  it('belong to a unit on which the actor is an author', async () => {
    expect(await createCategory(outsider, { name: 'Của trên', unitId: corps.corps.id })).toMatchObject({
      kind: 'invalid',
    });
    const page = await categoriesPage(outsider);
    expect(page.categories).toEqual([]);
    expect(page.units).toEqual([{ id: corps.s2.id, name: 'Sư đoàn S2' }]);
  });
});

describe('a question', () => {
  it('is written with its first version and found without tone marks', async () => {
    const id = await create(typed.shortAnswer(categoryId, 'Ai ký văn bản gốc?'));
    const found = await questionsPage(corps.giang, { ...everything, search: 'AI KY van ban' });
    expect(found.questions).toMatchObject([{ id, type: 'short-answer', difficulty: 'hard', number: 1 }]);
    expect((await questionsPage(corps.giang, { ...everything, search: 'không có 100%' })).total).toBe(0);
    expect((await questionsPage(corps.giang, { ...everything, search: 'ky goc', type: 'single' })).total).toBe(0);
  });

  it('is not written while anything is wrong, and each field is named', async () => {
    const before = await database().read.question.count();
    const result = await createQuestion(corps.giang, { ...typed.single(categoryId), stem: ' ', source: '' });
    expect(result).toEqual({
      kind: 'invalid',
      problems: [
        { field: 'stem', code: 'missing' },
        { field: 'source', code: 'missing' },
      ],
    });
    expect(await database().read.question.count()).toBe(before);
  });

  it('becomes a new version by an edit, and the old one stays', async () => {
    const id = await create();
    const { draft, stored } = await questionEditor(corps.giang, id);
    const result = await editQuestion(corps.giang, id, {
      base: stored!.base,
      draft: { ...draft, stem: 'Ban hành khi nào?' },
    });
    expect(result).toEqual({ kind: 'edited', number: 2 });
    const history = await questionHistory(corps.giang, id);
    expect(history.versions.map(({ number, by, changes }) => ({ number, by, changes }))).toEqual([
      {
        number: 2,
        by: 'Bùi Hương Giang',
        changes: [{ field: 'stem', before: 'Nghị quyết 35 ban hành năm nào?', after: 'Ban hành khi nào?' }],
      },
      { number: 1, by: 'Bùi Hương Giang', changes: [] },
    ]);
  });

  it('is unchanged by an edit that changes nothing', async () => {
    const id = await create();
    const { draft, stored } = await questionEditor(corps.giang, id);
    expect(await editQuestion(corps.giang, id, { base: stored!.base, draft })).toEqual({
      kind: 'unchanged',
      number: 1,
    });
    const events = await database().read.auditEvent.count({ where: { subjectId: id } });
    expect(events).toBe(1);
  });

  it('tells the second of two editors what changed, and overwrites nothing', async () => {
    const id = await create();
    const { draft, stored } = await questionEditor(corps.giang, id);
    const { base } = stored!;
    const other: Actor = { ...corps.thuy, grants: [{ role: 'author', unitPath: corps.corps.path }] };
    await editQuestion(other, id, { base, draft: { ...draft, difficulty: 'hard', source: 'Điều 2' } });
    const late = { ...draft, stem: 'Bản của tôi' };
    const result = await editQuestion(corps.giang, id, { base, draft: late });
    expect(result).toMatchObject({
      kind: 'conflict',
      by: 'Đỗ Thị Thủy',
      changes: [
        { field: 'difficulty', before: 'easy', after: 'hard' },
        { field: 'source', before: 'Nghị quyết 35-NQ/TW, mục I', after: 'Điều 2' },
      ],
      base: { number: 2, difficulty: 'hard' },
    });
    expect((await questionEditor(corps.giang, id)).draft).toMatchObject({ stem: draft.stem, source: 'Điều 2' });
    // Having been told, the second may save over it.
    if (result.kind !== 'conflict') throw new Error('no conflict');
    expect(await editQuestion(corps.giang, id, { base: result.base, draft: late })).toEqual({
      kind: 'edited',
      number: 3,
    });
  });

  it('lets exactly one of two edits at the same moment through', async () => {
    const id = await create();
    const { draft, stored } = await questionEditor(corps.giang, id);
    const edit = (stem: string) => editQuestion(corps.giang, id, { base: stored!.base, draft: { ...draft, stem } });
    const results = await Promise.all(['Một', 'Hai', 'Ba'].map(edit));
    expect(results.map(({ kind }) => kind).sort()).toEqual(['conflict', 'conflict', 'edited']);
    expect((await questionHistory(corps.giang, id)).versions).toHaveLength(2);
  });

  it('leaves the list when archived and comes back when restored', async () => {
    const id = await create(typed.trueFalse(categoryId, 'Câu sẽ lưu trữ'));
    const search = { ...everything, search: 'cau se luu tru' };
    await archiveQuestion(corps.giang, id);
    expect((await questionsPage(corps.giang, search)).total).toBe(0);
    expect((await questionsPage(corps.giang, { ...search, isArchived: true })).total).toBe(1);
    await restoreQuestion(corps.giang, id);
    expect((await questionsPage(corps.giang, search)).total).toBe(1);
  });
});

describe('who may', () => {
  it.each(['an', 'thuy', 'khoi'] as const)(
    'not %s: neither learner, leader nor administrator sees a key',
    async (name) => {
      const id = await create();
      const actor = corps[name];
      const draft = typed.single(categoryId);
      const { base } = (await questionEditor(corps.giang, id)).stored!;
      for (const attempt of [
        () => createQuestion(actor, draft),
        () => editQuestion(actor, id, { base, draft }),
        () => archiveQuestion(actor, id),
        () => questionEditor(actor, id),
        () => questionHistory(actor, id),
        () => questionsPage(actor, everything),
        () => categoriesPage(actor),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
      }
    },
  );

  it('not an author of another unit: what lies outside is not found', async () => {
    const id = await create();
    const { base } = (await questionEditor(corps.giang, id)).stored!;
    const draft = typed.single(categoryId, 'Ngoài phạm vi');
    await expect(questionEditor(outsider, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(questionHistory(outsider, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(editQuestion(outsider, id, { base, draft })).rejects.toMatchObject({ code: 'not-found' });
    await expect(archiveQuestion(outsider, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(restoreQuestion(outsider, id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await createQuestion(outsider, draft)).toEqual({
      kind: 'invalid',
      problems: [{ field: 'categoryId', code: 'missing' }],
    });
    expect((await questionsPage(outsider, everything)).total).toBe(0);
  });
});

describe('a question of each type', () => {
  const draftFrom = (body: QuestionBody): QuestionDraft =>
    draftOf({
      ...{ body, categoryId, difficulty: 'hard', tags: ['một'], explanation: 'Vì vậy.', source: 'Mục I' },
    });

  it.each(everyType.map((body) => [body.type, body] as const))(
    'is stored, shown, edited and found: %s',
    async (type, body) => {
      const id = await create(draftFrom(body));
      const { draft, stored, preview } = await questionEditor(corps.giang, id);
      expect(draft).toEqual(draftFrom(body));
      expect(preview.type).toBe(type);
      const base = stored!.base;
      expect(await editQuestion(corps.giang, id, { base, draft })).toMatchObject({ kind: 'unchanged' });
      const edited = await editQuestion(corps.giang, id, { base, draft: { ...draft, stem: `${draft.stem} (sửa)` } });
      expect(edited).toMatchObject({ kind: 'edited', number: 2 });
      const { versions } = await questionHistory(corps.giang, id);
      expect(versions[0]!.changes.map(({ field }) => field)).toEqual(['stem']);
      const page = await questionsPage(corps.giang, { ...everything, type, search: '(sửa)' });
      expect(page.questions.map((question) => question.id)).toContain(id);
    },
  );

  it('is previewed as learners see it, without what they may not see', async () => {
    const seen = async (body: QuestionBody) => JSON.stringify(await previewOf(draftFrom(body)));
    expect((await previewOf(draftFrom(threeBlanks))).stemHtml).toContain('do <b>(1) ……</b> ban hành năm <b>(2) ……</b>');
    expect(await seen(threeBlanks)).not.toMatch(/Bộ Chính trị|2018/);
    expect(await seen(howFar())).not.toMatch(/12,5|Gần đúng/);
    expect(await seen(opinion)).not.toMatch(/Chặt chẽ|Chú ý dẫn nguồn/);
    expect(await seen(threeStatements)).not.toContain('Năm 2018.');
  });
});
