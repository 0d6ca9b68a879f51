import { beforeAll, describe, expect, it } from 'vitest';
import { createCategory } from '#app/features/questions/commands/create-category.server.ts';
import { editCategory } from '#app/features/questions/commands/edit-category.server.ts';
import { saveImport } from '#app/features/questions/commands/imports/save-import.server.ts';
import { stageImport } from '#app/features/questions/commands/imports/stage-import.server.ts';
import { takeImport } from '#app/features/questions/commands/imports/take-import.server.ts';
import { undoImport } from '#app/features/questions/commands/imports/undo-import.server.ts';
import type { Choice } from '#app/features/questions/core/imports/decisions.ts';
import {
  categoryNamed,
  importPage,
  takenQuestions,
} from '#app/features/questions/queries/imports/import-pages.server.ts';
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

const stage = (source: string, importId = newId(), unitId = '') =>
  stageImport(corps.giang, {
    ...{ importId, unitId, name: '', source, format: 'text', fileFormat: 'text', fileProblems: [] },
  });

async function save(
  id: string,
  change: { source?: string; choices?: Record<string, Choice>; categoryId?: string } = {},
) {
  const { revision, format, source } = await importPage(corps.giang, id);
  return saveImport(corps.giang, id, {
    ...{ revision, source, format, categoryId, difficulty: 'medium', tags: [], ...change },
  });
}

async function filed(source: string): Promise<{ id: string; revision: number }> {
  const id = await stage(source);
  await save(id);
  return { id, revision: (await importPage(corps.giang, id)).revision };
}

const questionOf = (id: string) => database().read.question.findUnique({ where: { id }, include: { versions: true } });
const codeOf = async (id: string) => (await questionOf(id))!.code;

describe('an import that is undone', () => {
  // It took away what a printed sheet, a lesson or the draft of one held: sheets could not be counted, lessons asked nothing.
  it('keeps what a printed sheet or a lesson asks, and says why', async () => {
    const { id, revision } = await filed(paper('giấy in', 'bài học', 'bản thảo', 'không ai'));
    await takeImport(corps.giang, id, { revision });
    const { questionIds } = await takenQuestions(corps.giang, id);
    const [printed, asked, drafted, free] = questionIds as [string, string, string, string];
    const quizId = newId();
    await createQuiz(corps.giang, { quizId, title: 'Bài in', kind: 'exam', unitId: '', questionIds: [] });
    const at = new Date();
    const lessons = { title: 'Bài', minutes: 5, asOf: '2026-11-01' };
    const checks = { asked: await codeOf(asked), drafted: await codeOf(drafted) };
    await database().write(async (tx) => {
      await tx.paperSet.create({
        data: {
          ...{
            id: newId(),
            quizId,
            unitId: corps.corps.id,
            title: 'Đề',
            seed: 's',
            settings: '{}',
            heldOn: '2026-12-01',
          },
          createdAt: at,
          variants: { create: { code: '101', paper: JSON.stringify([{ questionId: printed }]) } },
        },
      });
      const body = (code: string) => `Đoạn.\n\n::: tu-kiem-tra mở ${code}\n:::\n`;
      await tx.lessonDraft.create({
        data: { lessonId: newId(), courseId: 'c', body: body(checks.drafted), ...lessons, updatedAt: at },
      });
      await tx.lessonDraftCopy.create({
        data: {
          ...{ id: newId(), lessonId: 'l', courseId: 'c', body: body(checks.asked), ...lessons },
          ...{ reason: 'asked', savedAt: at },
        },
      });
    });
    const page = await importPage(corps.giang, id);
    const undone = await undoImport(corps.giang, id, { revision: page.revision });
    expect(undone).toMatchObject({ removed: 1, archived: 0 });
    const because = { [printed]: 'printed', [asked]: 'in-lesson', [drafted]: 'in-lesson' };
    const after = await importPage(corps.giang, id);
    expect(Object.fromEntries(after.kept.map((one) => [one.questionId, one.because]))).toEqual(because);
    expect(await questionOf(free)).toBeNull();
    expect(await questionOf(printed)).not.toBeNull();
  });

  // Moved into the bank of another unit, it was taken away from there as well.
  it('leaves what now lies in a bank that its author does not write for', async () => {
    const { id, revision } = await filed(paper('điều chuyển'));
    await takeImport(corps.giang, id, { revision });
    const [questionId] = (await takenQuestions(corps.giang, id)).questionIds as [string];
    const there = await createCategory(corps.giang, { name: 'Của S2', unitId: corps.s2.id });
    if (there.kind !== 'created') throw new Error(JSON.stringify(there));
    await database().write((tx) =>
      tx.question.update({ where: { id: questionId }, data: { categoryId: there.categoryId } }),
    );
    await database().write((tx) => tx.questionImport.update({ where: { id }, data: { unitId: corps.s1.id } }));
    const ofS1 = { ...corps.giang, grants: [{ role: 'author' as const, unitPath: corps.s1.path }] };
    const page = await importPage(ofS1, id);
    const undone = await undoImport(ofS1, id, { revision: page.revision });
    expect(undone).toMatchObject({ removed: 0, kept: [{ questionId, because: 'edited' }] });
  });
});

describe('an import that is taken in parts', () => {
  // The second of two near questions could be taken unseen once the first was in the bank.
  it('asks about the second of two near questions after the first was taken', async () => {
    const twice = `${paper('cầu phao')}\n${paper('cầu phao').replace('Câu 1', 'Câu 2')}`;
    const { id, revision } = await filed(twice);
    expect(await takeImport(corps.giang, id, { revision })).toMatchObject({ kind: 'taken', created: 1 });
    const page = await importPage(corps.giang, id);
    expect(page.nears).toMatchObject([{ likeness: 1, of: { kind: 'bank' } }]);
    expect(await takeImport(corps.giang, id, { revision: page.revision })).toEqual({ kind: 'nothing' });
  });

  it('makes what was reworded after it was taken a new version of itself, and undoes both', async () => {
    const { id, revision } = await filed(paper('thuyền máy'));
    await takeImport(corps.giang, id, { revision });
    const [questionId] = (await takenQuestions(corps.giang, id)).questionIds as [string];
    const { source } = await importPage(corps.giang, id);
    await save(id, { source: source.replace('Điều gì nói về', 'Điều gì nói đúng về') });
    const [near] = (await importPage(corps.giang, id)).nears;
    expect(near).toMatchObject({ of: { kind: 'bank', questionId } });
    await save(id, { choices: { [near!.key]: { kind: 'new-version', questionId } } });
    const again = await importPage(corps.giang, id);
    expect(await takeImport(corps.giang, id, { revision: again.revision })).toEqual({
      ...{ kind: 'taken', created: 0, newVersions: 1 },
    });
    expect((await questionOf(questionId))!.latestNumber).toBe(2);
    const taken = await importPage(corps.giang, id);
    expect(taken.taken).toBe(1);
    expect(await undoImport(corps.giang, id, { revision: taken.revision })).toMatchObject({ removed: 1, kept: [] });
    expect(await questionOf(questionId)).toBeNull();
  });

  it('says that a question of another type becomes no version, and takes nothing', async () => {
    const first = await filed(paper('xe chở quân'));
    await takeImport(corps.giang, first.id, { revision: first.revision });
    const [questionId] = (await takenQuestions(corps.giang, first.id)).questionIds as [string];
    const several = paper('xe chở quân').replace('Đáp án: B', 'Đáp án: A, B').replace('Câu 1', 'Câu 7');
    const { id } = await filed(several);
    const [near] = (await importPage(corps.giang, id)).nears;
    await save(id, { choices: { [near!.key]: { kind: 'new-version', questionId } } });
    const { revision } = await importPage(corps.giang, id);
    expect(await takeImport(corps.giang, id, { revision })).toEqual({ kind: 'other-type', count: 1 });
    expect((await questionOf(questionId))!.latestNumber).toBe(1);
  });
});

describe('what a window calls saved', () => {
  // A window that had typed on heard "taken" and called its words saved; they were written nowhere.
  it('is written: words typed on after another window took the import are a conflict', async () => {
    const { id, revision } = await filed(paper('hầm hào'));
    await takeImport(corps.giang, id, { revision });
    const same = { revision, format: 'text' as const, categoryId, difficulty: 'medium' as const, tags: [] };
    expect(await saveImport(corps.giang, id, { ...same, source: paper('hầm hào') })).toMatchObject({ kind: 'taken' });
    expect(await saveImport(corps.giang, id, { ...same, source: paper('hầm hào, công sự') })).toMatchObject({
      kind: 'conflict',
    });
  });

  // Each save was answered "not found" for ever when the chosen category had been merged away.
  it('is written though the chosen category is gone by now', async () => {
    const id = await stage(paper('lán trại'));
    expect(await save(id, { categoryId: newId(), source: paper('lán trại mới') })).toMatchObject({ kind: 'saved' });
    const page = await importPage(corps.giang, id);
    expect(page.source).toContain('lán trại mới');
    expect(await takeImport(corps.giang, id, { revision: page.revision })).toEqual({ kind: 'no-category' });
  });

  it('is staged once when its form comes twice at the same moment', async () => {
    const id = newId();
    expect(await Promise.all([stage(paper('còi'), id), stage(paper('còi'), id)])).toEqual([id, id]);
  });
});

describe('the category that an import makes', () => {
  // It went to the first unit of the author, not to the one whose bank the import is for.
  it('lies in the bank of the import, and a name of another bank is no name of this one', async () => {
    const both = ['s1', 's2'] as const;
    const grants = both.map((name) => ({ role: 'author' as const, unitPath: corps[name].path }));
    const author = { ...corps.giang, grants };
    const here = await createCategory(author, { name: 'Chung tên', unitId: corps.s1.id });
    const text = { source: paper('bè nứa'), format: 'text' as const, fileFormat: 'text' as const, fileProblems: [] };
    const importId = await stageImport(author, { importId: newId(), unitId: corps.s2.id, name: '', ...text });
    const named = await categoryNamed(author, importId, 'chung ten');
    expect(named).toEqual({ unitId: corps.s2.id, categoryId: null });
    const made = await createCategory(author, { name: 'Chung tên', unitId: named.unitId });
    if (here.kind !== 'created' || made.kind !== 'created') throw new Error('no category');
    const stored = await database().read.questionCategory.findUniqueOrThrow({ where: { id: made.categoryId } });
    expect(stored.unitId).toBe(corps.s2.id);
    const event = await database().read.auditEvent.findFirstOrThrow({ where: { subjectId: made.categoryId } });
    expect(event.unitPath).toBe(corps.s2.path);
    expect(await editCategory(author, made.categoryId, { name: 'Tên', parentId: '', review: 'none' })).toEqual({
      kind: 'edited',
    });
  });
});
