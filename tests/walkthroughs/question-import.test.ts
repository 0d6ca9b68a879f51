import { beforeAll, describe, expect, it } from 'vitest';
import { createCategory } from '#app/features/questions/commands/create-category.server.ts';
import { discardImport } from '#app/features/questions/commands/imports/discard-import.server.ts';
import { saveImport } from '#app/features/questions/commands/imports/save-import.server.ts';
import { stageImport } from '#app/features/questions/commands/imports/stage-import.server.ts';
import { takeImport } from '#app/features/questions/commands/imports/take-import.server.ts';
import { undoImport } from '#app/features/questions/commands/imports/undo-import.server.ts';
import type { Choice } from '#app/features/questions/core/imports/decisions.ts';
import { importPage, takenQuestions } from '#app/features/questions/queries/imports/import-pages.server.ts';
import { createQuiz } from '#app/features/quiz/commands/create-quiz.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';

useTestDatabase();

let corps: Corps;
let categoryId: string;

beforeAll(async () => {
  corps = await buildCorps();
  const made = await createCategory(corps.giang, { name: 'Chuyên đề 1', unitId: '' });
  if (made.kind !== 'created') throw new Error('no category');
  categoryId = made.categoryId;
});

const paper = (...names: string[]) =>
  names
    .map((name, at) => `Câu ${at + 1}. Điều gì nói về ${name}?\nA. ${name} thứ nhất\nB. ${name} thứ hai\nĐáp án: B\n`)
    .join('\n');

const stage = (source: string, importId = newId()) =>
  stageImport(corps.giang, {
    ...{ importId, unitId: '', name: 'de.txt', source, format: 'text', fileFormat: 'text', fileProblems: [] },
  });

async function save(id: string, change: { source?: string; choices?: Record<string, Choice> } = {}) {
  const page = await importPage(corps.giang, id);
  const { revision, format, source } = page;
  return saveImport(corps.giang, id, {
    ...{ revision, source, format, categoryId, difficulty: 'medium', tags: ['nhập'], ...change },
  });
}

async function stagedAndFiled(source: string): Promise<{ id: string; revision: number }> {
  const id = await stage(source);
  await save(id);
  return { id, revision: (await importPage(corps.giang, id)).revision };
}

const inBank = () => database().read.question.count();
const keysOf = async (id: string) => (await importPage(corps.giang, id)).nears.map(({ key }) => key);

describe('An officer brings questions into the bank', () => {
  it('stages a form that is sent twice once, and never for another person', async () => {
    const id = newId();
    expect(await stage(paper('chim', 'cá'), id)).toBe(id);
    expect(await stage(paper('chim', 'cá'), id)).toBe(id);
    expect(await database().read.questionImport.count({ where: { id } })).toBe(1);
    expect(await inBank()).toBe(0);
    const stranger = { ...corps.giang, personId: corps.khoi.personId };
    await expect(
      stageImport(stranger, {
        ...{ importId: id, unitId: '', name: '', source: 'x', format: 'text', fileFormat: 'text', fileProblems: [] },
      }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes the good ones at once, leaves the others in the text, and takes nothing twice', async () => {
    const broken = 'Câu 3. Không có đáp án?\nA. một\nB. hai\n';
    const { id, revision } = await stagedAndFiled(`${paper('mèo trắng', 'chó vàng')}\n${broken}`);
    expect(await takeImport(corps.giang, id, { revision })).toEqual({ kind: 'taken', created: 2, newVersions: 0 });
    expect(await takeImport(corps.giang, id, { revision })).toEqual({ kind: 'already' });
    const page = await importPage(corps.giang, id);
    expect(page).toMatchObject({ state: 'taken', taken: 2 });
    expect(page.source).toContain('Câu 3. Không có đáp án?');
    expect(await takeImport(corps.giang, id, { revision: page.revision })).toEqual({ kind: 'nothing' });
    expect(await save(id, { source: page.source.replace('B. hai', 'B. hai\nĐáp án: A') })).toMatchObject({
      kind: 'saved',
    });
    const later = await importPage(corps.giang, id);
    expect(await takeImport(corps.giang, id, { revision: later.revision })).toMatchObject({
      kind: 'taken',
      created: 1,
    });
    expect(await inBank()).toBe(3);
    const stored = await database().read.question.findFirstOrThrow({ include: { versions: true } });
    expect(stored).toMatchObject({ categoryId, difficulty: 'medium', tags: '["nhập"]', standing: 'approved' });
  });

  it('says so to the slower of two windows and writes nothing of it', async () => {
    const { id, revision } = await stagedAndFiled(paper('trăng', 'sao'));
    expect(await save(id, { source: paper('trăng non', 'sao mai') })).toMatchObject({ kind: 'saved' });
    const stale = { revision, format: 'text' as const, categoryId, difficulty: 'easy' as const, tags: [] };
    expect(await saveImport(corps.giang, id, { ...stale, source: 'đè lên' })).toMatchObject({ kind: 'conflict' });
    expect((await importPage(corps.giang, id)).source).toContain('trăng non');
    expect(await takeImport(corps.giang, id, { revision })).toMatchObject({ kind: 'conflict' });
    expect(await discardImport(corps.giang, id, { revision })).toBe(false);
  });

  it('finds a file that comes twice in the bank and takes none of it before the author has chosen', async () => {
    const before = await inBank();
    const again = paper('Mèo trắng', 'cho vang', 'con nai');
    const { id, revision } = await stagedAndFiled(again);
    const page = await importPage(corps.giang, id);
    expect(page.nears).toMatchObject([
      { likeness: 1, of: { kind: 'bank' } },
      { likeness: 1, of: { kind: 'bank' } },
    ]);
    // What it is laid beside comes with all that may differ, its key among it.
    const [first] = page.nears;
    expect(first?.of).toMatchObject({
      question: { body: { correct: 'b' }, explanation: '', source: '', difficulty: 'medium', tags: ['nhập'] },
    });
    expect(page.twin).not.toBeNull();
    expect(await takeImport(corps.giang, id, { revision })).toMatchObject({ kind: 'taken', created: 1 });
    expect(await inBank()).toBe(before + 1);
  });

  it('makes a new version of the old question, merges, keeps both; and undoes it all', async () => {
    const [cat] = await database().read.question.findMany({ orderBy: { createdAt: 'asc' } });
    const text = `${paper('mèo trắng', 'chó vàng')}`.replace('thứ hai', 'thứ 2');
    const { id } = await stagedAndFiled(text);
    const [first, second] = await keysOf(id);
    await save(id, {
      choices: { [first!]: { kind: 'new-version', questionId: cat!.id }, [second!]: { kind: 'keep' } },
    });
    const { revision } = await importPage(corps.giang, id);
    const before = await inBank();
    expect(await takeImport(corps.giang, id, { revision })).toEqual({ kind: 'taken', created: 1, newVersions: 1 });
    expect(await database().read.question.findUniqueOrThrow({ where: { id: cat!.id } })).toMatchObject({
      latestNumber: 2,
    });
    const taken = await importPage(corps.giang, id);
    const undone = await undoImport(corps.giang, id, { revision: taken.revision });
    expect(undone).toEqual({ kind: 'undone', removed: 1, archived: 0, putBack: 1, kept: [] });
    expect(await inBank()).toBe(before);
    const [oldest, , newest] = await database().read.questionVersion.findMany({
      where: { questionId: cat!.id },
      orderBy: { number: 'asc' },
    });
    expect(newest!.body).toBe(oldest!.body);
    expect(await undoImport(corps.giang, id, { revision: taken.revision })).toEqual({ kind: 'unchanged' });
  });

  it('keeps and names what a quiz uses when all is undone', async () => {
    const { id, revision } = await stagedAndFiled(paper('núi cao', 'sông dài', 'biển rộng'));
    await takeImport(corps.giang, id, { revision });
    const { questionIds } = await takenQuestions(corps.giang, id);
    const quizId = newId();
    const input = { quizId, title: 'Từ tệp', kind: 'exam' as const, unitId: '', questionIds: questionIds.slice(0, 1) };
    expect(await createQuiz(corps.giang, input)).toEqual({ kind: 'created', quizId });
    expect(await createQuiz(corps.giang, input)).toEqual({ kind: 'created', quizId });
    expect(await database().read.quizSlot.count({ where: { quizId } })).toBe(1);
    const page = await importPage(corps.giang, id);
    const undone = await undoImport(corps.giang, id, { revision: page.revision });
    expect(undone).toMatchObject({ removed: 2, kept: [{ questionId: questionIds[0], because: 'in-quiz' }] });
  });

  it('leaves nothing behind when the taking breaks off in the middle', async () => {
    const { id, revision } = await stagedAndFiled(paper('gió bấc', 'mưa phùn'));
    const before = [await inBank(), await database().read.questionImportItem.count()];
    // The process dies while the items are written: the table refuses them as a full disk would.
    await database().write((_, sql) => sql.run('ALTER TABLE "QuestionImportItem" RENAME TO "Gone"'));
    await expect(takeImport(corps.giang, id, { revision })).rejects.toThrow();
    await database().write((_, sql) => sql.run('ALTER TABLE "Gone" RENAME TO "QuestionImportItem"'));
    expect([await inBank(), await database().read.questionImportItem.count()]).toEqual(before);
    expect(await importPage(corps.giang, id)).toMatchObject({ state: 'staged', revision });
    expect(await takeImport(corps.giang, id, { revision })).toMatchObject({ kind: 'taken', created: 2 });
  });

  it("is nobody else's: forbidden to a leader, not found from beside", async () => {
    const id = await stage(paper('lúa', 'ngô'));
    await expect(importPage(corps.thuy, id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(takeImport(corps.an, id, { revision: 1 })).rejects.toMatchObject({ code: 'forbidden' });
    const beside = { ...corps.giang, grants: [{ role: 'author' as const, unitPath: corps.s2.path }] };
    await expect(importPage(beside, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(takeImport(beside, id, { revision: 1 })).rejects.toMatchObject({ code: 'not-found' });
    await expect(undoImport(beside, id, { revision: 1 })).rejects.toMatchObject({ code: 'not-found' });
    await expect(save(id)).resolves.toMatchObject({ kind: 'saved' });
    const { revision } = await importPage(corps.giang, id);
    expect(await discardImport(corps.giang, id, { revision })).toBe(true);
    await expect(importPage(corps.giang, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('wants a category before it takes', async () => {
    await createCategory(corps.giang, { name: 'Chuyên đề 2', unitId: '' });
    const id = await stage(paper('tre', 'nứa'));
    const { revision } = await importPage(corps.giang, id);
    expect(await takeImport(corps.giang, id, { revision })).toEqual({ kind: 'no-category' });
  });
});
