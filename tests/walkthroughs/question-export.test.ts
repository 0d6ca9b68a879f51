import { beforeAll, describe, expect, it } from 'vitest';
import { archiveQuestion } from '#app/features/questions/commands/archive-question.server.ts';
import { createCategory } from '#app/features/questions/commands/create-category.server.ts';
import { createQuestion } from '#app/features/questions/commands/create-question.server.ts';
import type { QuestionDraft } from '#app/features/questions/core/question-draft.ts';
import { categoriesPage } from '#app/features/questions/queries/categories-page.server.ts';
import { exportLosses, exportQuestions } from '#app/features/questions/queries/formats/export-questions.server.ts';
import { exportFormats } from '#app/features/questions/ui/export/export-panel.tsx';
import { useTestDatabase } from '#tests/database.ts';
import { typed } from '#tests/features/questions/drafts.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';

useTestDatabase();

let corps: Corps;
let chapter: string;
let lesson: string;
let ids: string[];
const file = { format: 'text' as const, hasKey: true, lang: 'vi' as const, madeAt: new Date('2026-11-23T02:00:00Z') };

async function category(name: string, parentId = ''): Promise<string> {
  const made = await createCategory(corps.giang, { name, unitId: '', parentId });
  if (made.kind !== 'created') throw new Error(JSON.stringify(made));
  return made.categoryId;
}

async function question(draft: QuestionDraft): Promise<string> {
  const made = await createQuestion(corps.giang, draft);
  if (made.kind !== 'created') throw new Error(JSON.stringify(made));
  return made.questionId;
}

beforeAll(async () => {
  corps = await buildCorps();
  chapter = await category('Chương 1');
  lesson = await category('Bài 1', chapter);
  ids = [
    await question(typed.single(lesson, 'Câu của bài?')),
    await question(typed.multiple(chapter, 'Câu của chương?')),
    await question(typed.shortAnswer(chapter, 'Câu trả lời ngắn?')),
  ];
});

const textOf = async (ask: object) =>
  new TextDecoder().decode((await exportQuestions(corps.giang, { ...file, ...ask } as never)).bytes);

describe('questions leave the bank', () => {
  it('as a category with all below it, or as those that were chosen, in the order of the tree', async () => {
    const all = await textOf({ categoryId: chapter });
    expect(all.indexOf('Câu của chương?')).toBeLessThan(all.indexOf('Câu của bài?'));
    const chosen = await exportQuestions(corps.giang, { ...file, ids: [ids[0]!, ids[2]!], title: 'Câu hỏi' });
    expect(chosen).toMatchObject({ count: 2, title: 'Câu hỏi' });
    const text = new TextDecoder().decode(chosen.bytes);
    expect(text).toContain('Chương 1/Bài 1');
    expect(text).not.toContain('Câu của chương?');
  });

  it('chosen ones go whatever became of them; those of a category only while they are in use', async () => {
    const gone = await question(typed.single(lesson, 'Câu lưu trữ?'));
    await archiveQuestion(corps.giang, gone);
    expect(await textOf({ categoryId: lesson })).not.toContain('Câu lưu trữ?');
    expect(await textOf({ ids: [gone] })).toContain('Câu lưu trữ?');
  });

  it('of other banks none', async () => {
    const beside = { ...corps.giang, grants: [{ role: 'author' as const, unitPath: corps.s2.path }] };
    expect(await exportQuestions(beside, { ...file, ids })).toMatchObject({ count: 0 });
    await expect(exportQuestions(beside, { ...file, categoryId: chapter })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(exportLosses(corps.an, { ids }, { ...file, formats: ['gift'], asked: 'gift' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('after it was told what each format does not hold of them', async () => {
    const { count, losses } = await exportLosses(
      corps.giang,
      { ids },
      { ...file, formats: exportFormats, asked: 'docx' },
    );
    expect(count).toBe(3);
    const of = (format: string) => losses.find((one) => one.format === format)!;
    expect(losses.map(({ format }) => format)).toEqual(exportFormats);
    expect(of('text')).toMatchObject({ leftOut: 0, lost: [] });
    expect(of('aiken').leftOut).toBe(2);
    expect(of('aiken').lost.map(({ what }) => what)).toContain('difficulty');
    expect(of('gift').leftOut).toBe(0);
  });
});

describe('a category counts', () => {
  it('its own questions, and with those of all categories below it', async () => {
    const { categories } = await categoriesPage(corps.giang);
    expect(categories.find(({ id }) => id === chapter)).toMatchObject({ total: 2, whole: { total: 3 } });
    expect(categories.find(({ id }) => id === lesson)).toMatchObject({ total: 1, whole: null });
  });
});
