import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { archiveQuestion } from '#app/features/questions/commands/archive-question.server.ts';
import { createCategory } from '#app/features/questions/commands/create-category.server.ts';
import { createQuestion } from '#app/features/questions/commands/create-question.server.ts';
import { archiveQuiz } from '#app/features/quiz/commands/archive-quiz.server.ts';
import { createQuiz } from '#app/features/quiz/commands/create-quiz.server.ts';
import { editQuiz } from '#app/features/quiz/commands/edit-quiz.server.ts';
import { publishQuiz } from '#app/features/quiz/commands/publish-quiz.server.ts';
import { restoreQuiz } from '#app/features/quiz/commands/restore-quiz.server.ts';
import { unpublishQuiz } from '#app/features/quiz/commands/unpublish-quiz.server.ts';
import { blankSlot, type QuizDraft, type SlotDraft } from '#app/features/quiz/core/quiz-draft.ts';
import { authorQuiz, questionChoices, redrawnQuiz } from '#app/features/quiz/queries/author-quiz.server.ts';
import { authorQuizzes } from '#app/features/quiz/queries/author-quizzes.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { typed } from '#tests/features/questions/drafts.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';

useTestDatabase();

let corps: Corps;
/** A second author of the corps, and one of division S2 alone. */
let lan: Actor;
let outsider: Actor;
let categoryId: string;
const ids: string[] = [];

const draw = (count: number, difficulty = ''): SlotDraft => ({
  ...blankSlot(),
  categoryId,
  difficulty,
  count: String(count),
});
const fixed = (questionId: string): SlotDraft => ({ ...blankSlot(), kind: 'fixed', questionId, count: '1' });

async function begin(title = 'Bài kiểm tra', actor = corps.giang) {
  const result = await createQuiz(actor, { title, kind: 'exam', unitId: '' });
  if (result.kind !== 'created') throw new Error(JSON.stringify(result));
  return result.quizId;
}

async function edit(quizId: string, change: Partial<QuizDraft>, actor = corps.giang) {
  const { base } = await authorQuiz(actor, quizId);
  return editQuiz(actor, quizId, { base, draft: { ...base.draft, ...change } });
}

const publish = async (quizId: string) =>
  publishQuiz(corps.giang, quizId, (await authorQuiz(corps.giang, quizId)).base.revision);

beforeAll(async () => {
  corps = await buildCorps();
  lan = { ...corps.thuy, grants: [{ role: 'author', unitPath: corps.corps.path }] };
  outsider = { ...corps.em, grants: [{ role: 'author', unitPath: corps.s2.path }] };
  const category = await createCategory(corps.giang, { name: 'Chuyên đề 1', unitId: '' });
  if (category.kind !== 'created') throw new Error('no category');
  categoryId = category.categoryId;
  for (const make of [typed.single, typed.multiple, typed.trueFalse, typed.shortAnswer]) {
    const question = await createQuestion(corps.giang, make(categoryId));
    if (question.kind !== 'created') throw new Error('no question');
    ids.push(question.questionId);
  }
});

describe('a quiz', () => {
  it('begins as a draft with the settings of its kind', async () => {
    const id = await begin('Kiểm tra cuối khóa');
    const editor = await authorQuiz(corps.giang, id);
    expect(editor).toMatchObject({ state: 'draft', base: { revision: 1 }, attempts: 0, savedBy: 'Bùi Hương Giang' });
    expect(editor.base.draft).toMatchObject({ kind: 'exam', timeLimitMinutes: '30', attemptsAllowed: '1' });
    expect((await authorQuizzes(corps.giang, { search: 'cuoi khoa' })).map((quiz) => quiz.id)).toEqual([id]);
  });

  it('is refused without a title or for a unit of others', async () => {
    expect(await createQuiz(corps.giang, { title: ' ', kind: 'exam', unitId: '' })).toMatchObject({
      problems: [{ field: 'title', code: 'missing' }],
    });
    expect(await createQuiz(outsider, { title: 'A', kind: 'exam', unitId: corps.s1.id })).toMatchObject({
      problems: [{ field: 'unitId', code: 'missing' }],
    });
  });

  it('begins with the rules that were typed with it, or says which cannot be read', async () => {
    const wanted = { title: 'Kiểm tra 15 phút', kind: 'exam' as const, unitId: '' };
    const rules = { timeLimitMinutes: '15', attemptsAllowed: '2', passGrade: '6,5' };
    const made = await createQuiz(corps.giang, { ...wanted, rules });
    if (made.kind !== 'created') throw new Error(JSON.stringify(made));
    expect((await authorQuiz(corps.giang, made.quizId)).base.draft).toMatchObject(rules);
    expect(await createQuiz(corps.giang, { ...wanted, rules: { ...rules, passGrade: '11' } })).toEqual({
      kind: 'invalid',
      problems: [{ field: 'passGrade', code: 'out-of-range' }],
    });
  });

  it('takes settings and slots as a whole, or nothing of them', async () => {
    const id = await begin();
    const slots = [fixed(ids[0]!), draw(2, '')];
    expect(await edit(id, { timeLimitMinutes: '45', slots })).toEqual({ kind: 'edited', revision: 2 });
    expect(await edit(id, { timeLimitMinutes: 'x', slots: [] })).toEqual({
      kind: 'invalid',
      problems: [{ field: 'timeLimitMinutes', code: 'not-a-number' }],
    });
    const { base } = await authorQuiz(corps.giang, id);
    expect(base.draft).toMatchObject({ timeLimitMinutes: '45', slots });
    expect(await edit(id, {})).toEqual({ kind: 'unchanged', revision: 2 });
  });

  it('holds nothing that its author cannot see', async () => {
    const id = await begin('Của S2', outsider);
    expect(await edit(id, { slots: [fixed(ids[0]!), draw(1)], place: 'khonghe' }, outsider)).toEqual({
      kind: 'invalid',
      problems: [
        { field: 'slots[0].questionId', code: 'unknown-question' },
        { field: 'slots[1].categoryId', code: 'unknown-category' },
        { field: 'place', code: 'unknown-place' },
      ],
    });
  });

  it('offers questions that it does not hold yet', async () => {
    const id = await begin();
    await edit(id, { slots: [fixed(ids[0]!)] });
    const { base } = await authorQuiz(corps.giang, id);
    const { choices, total } = await questionChoices(corps.giang, {
      search: '',
      category: categoryId,
      draft: base.draft,
    });
    expect([choices.length, total]).toEqual([3, 4]);
    expect(choices.map((choice) => choice.id)).not.toContain(ids[0]);
  });
});

describe('publishing', () => {
  it('wants at least one slot', async () => {
    expect(await publish(await begin())).toEqual({ kind: 'invalid', problems: [{ field: 'slots', code: 'missing' }] });
  });

  it('wants enough questions, counting overlapping draws and fixed slots once', async () => {
    const id = await begin();
    await edit(id, { slots: [fixed(ids[0]!), draw(3), draw(1, 'hard')] });
    expect(await publish(id)).toEqual({
      kind: 'invalid',
      problems: [
        {
          field: expect.stringMatching(/^slots\[[12]\]\.count$/),
          code: 'not-enough-questions',
          wanted: expect.any(Number),
          found: expect.any(Number),
        },
      ],
    });
    await edit(id, { slots: [fixed(ids[0]!), draw(2), draw(1, 'hard')] });
    expect(await publish(id)).toEqual({ kind: 'published' });
    expect(await publish(id)).toEqual({ kind: 'unchanged' });
  });

  it('does not rest on an archived question', async () => {
    const made = await createQuestion(corps.giang, typed.trueFalse(categoryId, 'Sẽ lưu trữ'));
    if (made.kind !== 'created') throw new Error('no question');
    const id = await begin();
    await edit(id, { slots: [fixed(made.questionId)] });
    await archiveQuestion(corps.giang, made.questionId);
    expect(await publish(id)).toEqual({
      kind: 'invalid',
      problems: [{ field: 'slots[0].questionId', code: 'archived-question' }],
    });
  });

  it('publishes only what the author saw', async () => {
    const id = await begin();
    await edit(id, { slots: [draw(1)] });
    expect(await publishQuiz(corps.giang, id, 1)).toEqual({ kind: 'stale' });
    expect((await authorQuiz(corps.giang, id)).state).toBe('draft');
  });

  it('keeps a published quiz fit: an edit that would break it is refused', async () => {
    const id = await begin();
    await edit(id, { slots: [draw(2)] });
    await publish(id);
    expect(await edit(id, { slots: [] })).toEqual({ kind: 'invalid', problems: [{ field: 'slots', code: 'missing' }] });
    expect(await edit(id, { passGrade: '7' })).toEqual({ kind: 'edited', revision: 3 });
    expect((await authorQuiz(corps.giang, id)).state).toBe('published');
  });

  it('is taken back, archived and restored', async () => {
    const id = await begin('Vòng đời');
    await edit(id, { slots: [draw(1)] });
    await publish(id);
    const state = async () => (await authorQuiz(corps.giang, id)).state;
    await unpublishQuiz(corps.giang, id);
    expect(await state()).toBe('draft');
    await archiveQuiz(corps.giang, id);
    expect(await state()).toBe('archived');
    expect(await authorQuizzes(corps.giang, { search: 'vong doi' })).toEqual([]);
    await restoreQuiz(corps.giang, id);
    expect(await state()).toBe('draft');
  });
});

describe('two people edit one quiz', () => {
  it('the second is told what changed, nothing is overwritten, and both can be had', async () => {
    const id = await begin('Hai người sửa');
    await edit(id, { slots: [draw(2)] });
    const seen = (await authorQuiz(corps.giang, id)).base;
    expect((await edit(id, { timeLimitMinutes: '45', which: 'last' }, lan)).kind).toBe('edited');

    const mine = { ...seen.draft, title: 'Tên của Giang', slots: [...seen.draft.slots, fixed(ids[0]!)] };
    const told = await editQuiz(corps.giang, id, { base: seen, draft: mine });
    if (told.kind !== 'conflict') throw new Error('not told');
    expect(told.by).toBe('Đỗ Thị Thủy');
    expect(told.changes).toEqual([
      { field: 'timeLimitMinutes', before: '30', after: '45' },
      { field: 'which', before: 'highest', after: 'last' },
    ]);
    expect((await authorQuiz(corps.giang, id)).base.draft).toMatchObject({
      title: 'Hai người sửa',
      timeLimitMinutes: '45',
    });

    const merged = redrawnQuiz(corps.giang, {
      draft: mine,
      base: told.base,
      seen: seen.draft,
      intent: 'merge',
      picked: [],
    })!;
    expect(await editQuiz(corps.giang, id, { base: told.base, draft: merged })).toEqual({
      kind: 'edited',
      revision: 4,
    });
    const { draft } = (await authorQuiz(corps.giang, id)).base;
    expect(draft).toMatchObject({ title: 'Tên của Giang', timeLimitMinutes: '45', which: 'last' });
    expect(draft.slots).toHaveLength(2);
  });

  it('exactly one of several edits at the same moment goes through', async () => {
    const id = await begin();
    const { base } = await authorQuiz(corps.giang, id);
    const results = await Promise.all(
      ['Một', 'Hai', 'Ba'].map((title) => editQuiz(corps.giang, id, { base, draft: { ...base.draft, title } })),
    );
    expect(results.map(({ kind }) => kind).sort()).toEqual(['conflict', 'conflict', 'edited']);
  });
});

describe('who may', () => {
  it.each(['an', 'thuy', 'khoi'] as const)('not %s', async (name) => {
    const id = await begin();
    const actor = corps[name];
    const { base } = await authorQuiz(corps.giang, id);
    for (const attempt of [
      () => createQuiz(actor, { title: 'A', kind: 'exam', unitId: '' }),
      () => editQuiz(actor, id, { base, draft: base.draft }),
      () => publishQuiz(actor, id, 1),
      () => unpublishQuiz(actor, id),
      () => archiveQuiz(actor, id),
      () => restoreQuiz(actor, id),
      () => authorQuiz(actor, id),
      () => authorQuizzes(actor),
      () => questionChoices(actor, { search: '', category: '', draft: base.draft }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('not an author of another unit: what lies outside is not found', async () => {
    const id = await begin();
    const { base } = await authorQuiz(corps.giang, id);
    for (const attempt of [
      () => editQuiz(outsider, id, { base, draft: base.draft }),
      () => publishQuiz(outsider, id, 1),
      () => unpublishQuiz(outsider, id),
      () => archiveQuiz(outsider, id),
      () => authorQuiz(outsider, id),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
    }
    expect((await authorQuizzes(outsider)).map((quiz) => quiz.id)).not.toContain(id);
  });
});
