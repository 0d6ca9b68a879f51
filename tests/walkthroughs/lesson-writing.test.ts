import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { assignCourse } from '#app/features/courses/commands/assign-course.server.ts';
import { importCourse } from '#app/features/courses/commands/import-course.server.ts';
import { restoreLessonState } from '#app/features/courses/commands/restore-lesson-state.server.ts';
import { keepLessonCopy, saveLessonDraft } from '#app/features/courses/commands/save-lesson-draft.server.ts';
import { takeWordLessons } from '#app/features/courses/commands/take-word-lessons.server.ts';
import type { LessonText } from '#app/features/courses/core/lesson-editor/lesson-text.ts';
import { lessonEditor } from '#app/features/courses/queries/lesson-editor.server.ts';
import { lessonPage } from '#app/features/courses/queries/lesson-page.server.ts';
import { lessonPreview } from '#app/features/courses/queries/lesson-preview.server.ts';
import { lessonStates } from '#app/features/courses/queries/lesson-states.server.ts';
import { createCategory } from '#app/features/questions/commands/create-category.server.ts';
import { createQuestion } from '#app/features/questions/commands/create-question.server.ts';
import { judgeCheck, lessonChecks } from '#app/features/quiz/queries/lesson-checks.server.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { typed } from '#tests/features/questions/drafts.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { lessonContent, smallCourse } from '#tests/fixtures/course-content.ts';

useTestDatabase();

const words = { keyPoints: 'Ghi nhớ', toFill: 'Bổ sung', table: 'Bảng' };
const notFound = { code: 'not-found' };
let corps: Corps;
let other: Actor;
let at: { courseId: string; lessonId: string };
const clock = (time: string) => setClock(() => new Date(`2026-11-23T${time}Z`));

beforeAll(async () => {
  clock('01:00:00');
  corps = await buildCorps();
  // Who writes beside the author: the same rights, another person.
  other = { ...corps.giang, personId: corps.an.personId };
  const { courseId } = await importCourse(theSystem, smallCourse(), corps.corps.id);
  const lesson = await database().read.lesson.findUniqueOrThrow({ where: { code: 'kh-01-01' } });
  at = { courseId, lessonId: lesson.id };
});

const open = (actor = corps.giang) => lessonEditor(actor, at.courseId, at.lessonId);
const edited = (text: LessonText, body: string): LessonText => ({ ...text, body });

describe('A lesson while it is written', () => {
  it('is saved as a draft that learners do not see', async () => {
    const { text, revision } = await open();
    expect(revision).toBe(0);
    expect(await saveLessonDraft(corps.giang, at, { base: 0, text: edited(text, 'Bản mới') })).toMatchObject({
      ...{ kind: 'saved', revision: 1 },
    });
    expect(await open()).toMatchObject({ revision: 1, text: { body: 'Bản mới' }, isPublished: true });
    expect((await lessonPage(corps.giang, at, words)).html).toContain('Thứ nhất');
  });

  it('takes the same saving twice, as when its receipt was lost', async () => {
    const { text } = await open();
    const again = { base: 0, text: edited(text, 'Bản mới') };
    expect(await saveLessonDraft(corps.giang, at, again)).toMatchObject({ kind: 'unchanged', revision: 1 });
    const sent = Array.from({ length: 6 }, () =>
      saveLessonDraft(corps.giang, at, { base: 1, text: edited(text, 'Bản hai') }),
    );
    const kinds = (await Promise.all(sent)).map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['saved', ...Array(5).fill('unchanged')].sort());
  });

  it('is not overwritten by the second of two writers, who is told what stands there', async () => {
    const { text, revision } = await open(other);
    await saveLessonDraft(corps.giang, at, { base: revision, text: edited(text, 'Của Giang') });
    const late = await saveLessonDraft(other, at, { base: revision, text: edited(text, 'Của An') });
    expect(late).toMatchObject({
      kind: 'conflict',
      isSelf: false,
      revision: revision + 1,
      theirs: { body: 'Của Giang' },
    });
    expect(late.kind === 'conflict' && late.by).toBeTruthy();
    // Keeping one's own writes over theirs, which stay beside.
    const now = late.kind === 'conflict' ? late.revision : 0;
    expect(await saveLessonDraft(other, at, { base: now, text: edited(text, 'Của An') })).toMatchObject({
      kind: 'saved',
    });
    const { states } = await lessonStates(corps.giang, at, null);
    expect(states.find(({ reason }) => reason === 'replaced')?.by).toBe(late.kind === 'conflict' ? late.by : '');
  });

  it('keeps what is given up for another text', async () => {
    const { text } = await open();
    await keepLessonCopy(corps.giang, at, edited(text, 'Bỏ đi mà không mất'));
    const { states } = await lessonStates(corps.giang, at, null);
    const copy = states.find(({ reason }) => reason === 'asked')!;
    const { compared } = await lessonStates(corps.giang, at, copy.key);
    expect(compared?.fields.map(({ field }) => field)).toEqual(['body']);
    expect(
      compared?.fields[0]?.pieces
        .filter(({ kind }) => kind === 'gone')
        .map(({ text: gone }) => gone)
        .join(''),
    ).toContain('Bỏ');
  });

  it('comes back from an earlier state, and the draft that it replaces is kept', async () => {
    const { states } = await lessonStates(corps.giang, at, null);
    const copy = states.find(({ reason }) => reason === 'asked')!;
    expect(await restoreLessonState(corps.giang, at, copy.key)).toBe(true);
    expect((await open()).text.body).toBe('Bỏ đi mà không mất');
    expect(await restoreLessonState(corps.giang, at, copy.key)).toBe(false);
    expect((await lessonStates(corps.giang, at, null)).states).toHaveLength(states.length + 1);
    await expect(restoreLessonState(corps.giang, at, 'v99')).rejects.toMatchObject(notFound);
  });

  it('keeps no more than fifty states', async () => {
    const { text } = await open();
    for (let count = 0; count < 60; count += 1) await keepLessonCopy(corps.giang, at, edited(text, `Bản ${count}`));
    expect(await database().read.lessonDraftCopy.count({ where: { lessonId: at.lessonId } })).toBe(50);
  });

  it('is not found by who may not write it, nor under another course', async () => {
    const elsewhere = { courseId: 'x', lessonId: at.lessonId };
    const { text } = await open();
    for (const actor of [corps.an]) {
      await expect(saveLessonDraft(actor, at, { base: 0, text })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(lessonPreview(actor, at, null, words)).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(lessonEditor(corps.giang, elsewhere.courseId, elsewhere.lessonId)).rejects.toMatchObject(notFound);
    await expect(lessonStates(corps.giang, elsewhere, null)).rejects.toMatchObject(notFound);
    await expect(keepLessonCopy(corps.giang, elsewhere, text)).rejects.toMatchObject(notFound);
  });
});

describe('A Word document', () => {
  const lesson = (title: string) => ({ title, text: `Nội dung ${title}.`, place: 1 });
  const modules = [
    { title: 'Chương I', lessons: [lesson('Bài 1'), lesson('Bài 2')], place: 1 },
    { title: '', lessons: [lesson('Bài 3')], place: 1 },
  ];

  it('becomes modules and lessons of the draft, once however often it is sent', async () => {
    const form = { key: 'khoa1', modules, untitled: 'Không tên' };
    expect(await takeWordLessons(corps.giang, at.courseId, form)).toEqual({ kind: 'taken', modules: 2, lessons: 3 });
    expect(await takeWordLessons(corps.giang, at.courseId, form)).toEqual({ kind: 'unchanged' });
    const drafts = await database().read.lessonDraft.findMany({ where: { title: { startsWith: 'Bài ' } } });
    expect(drafts.map(({ title }) => title).sort()).toEqual(['Bài 1', 'Bài 2', 'Bài 3']);
    const own = drafts.find(({ title }) => title === 'Bài 1')!;
    // A lesson that was never published has a draft alone.
    expect(await lessonEditor(corps.giang, at.courseId, own.lessonId)).toMatchObject({
      ...{ isPublished: false, text: { body: 'Nội dung Bài 1.', asOf: '2026-11-23' } },
    });
  });

  it('is refused as a whole where the course would be too long', async () => {
    const many = [{ title: 'Dài', lessons: Array.from({ length: 501 }, (_, n) => lesson(`${n}`)), place: 1 }];
    const before = await database().read.lessonDraft.count();
    expect(await takeWordLessons(corps.giang, at.courseId, { key: 'khoa2', modules: many, untitled: 'x' })).toEqual({
      kind: 'too-many',
    });
    expect(await database().read.lessonDraft.count()).toBe(before);
  });
});

describe('A check within a lesson', () => {
  const body = [
    '::: tu-kiem-tra\nCâu 1. Ai ban hành?\nA. Chính phủ\nB. Bộ Chính trị\nĐáp án: B\nGiải thích: Vì thế.\n:::',
    '::: tu-kiem-tra mo\nCâu 2. Một cộng một?\nA. Hai\nB. Ba\nĐáp án: A\n:::',
    '::: tu-kiem-tra MA\n:::',
    '::: tu-kiem-tra khong-co\n:::',
    '::: tu-kiem-tra\n:::',
  ];
  let lessonId: string;

  beforeAll(async () => {
    const category = await createCategory(corps.giang, { name: 'Nhóm', unitId: '' });
    const categoryId = category.kind === 'created' ? category.categoryId : '';
    await createQuestion(corps.giang, typed.single(categoryId));
    const { code } = await database().read.question.findFirstOrThrow();
    const content = smallCourse();
    content.modules[1]!.lessons = [lessonContent('kh-02-01', 'Kiểm tra', body.join('\n\n').replace('MA', code))];
    await importCourse(theSystem, content, corps.corps.id);
    lessonId = (await database().read.lesson.findUniqueOrThrow({ where: { code: 'kh-02-01' } })).id;
    await assignCourse(corps.giang, {
      ...{
        courseId: at.courseId,
        title: 'Học',
        unitIds: [corps.s1.id],
        groupIds: [],
        openOn: '2026-11-01',
        dueOn: null,
      },
      ...{ closeOn: null, rule: { lessons: 'all', quizIds: [] } },
    } as Parameters<typeof assignCourse>[1]);
  });

  it('comes without its key, but for what the author calls open', async () => {
    const page = await lessonPage(corps.an, { courseId: at.courseId, lessonId }, words);
    expect(page.html).not.toMatch(/Bộ Chính trị|Đáp án|Vì thế/);
    const checks = await lessonChecks(corps.an, lessonId);
    expect(checks.map((check) => (check.kind === 'question' ? check.key !== null : check.problem))).toEqual([
      ...[false, true, false, 'not-found', 'no-question'],
    ]);
    expect(JSON.stringify([checks[0], checks[2]])).not.toMatch(/Vì thế|"right"|correct/);
  });

  it('is judged by the server, and nothing is kept', async () => {
    const [check] = await lessonChecks(corps.an, lessonId);
    const mark = check?.kind === 'question' ? check.mark : '';
    const judge = (response: unknown, given = mark) =>
      judgeCheck(corps.an, lessonId, { number: 1, mark: given, response });
    expect(await judge(1)).toMatchObject({ kind: 'judged', review: { correctness: 'right', right: [1] } });
    expect(await judge(0)).toMatchObject({ kind: 'judged', review: { correctness: 'wrong', right: [1] } });
    expect(await judge(null)).toEqual({ kind: 'incomplete' });
    expect(await judge(1, '0'.repeat(16))).toEqual({ kind: 'changed' });
    await expect(judge(7)).rejects.toMatchObject({ code: 'bad-input' });
    expect(await database().read.attempt.count()).toBe(0);
  });

  it('is not found by who may not read the lesson', async () => {
    const stranger = { ...corps.an, unitPath: corps.s2.path, grants: [] } as unknown as Actor;
    await expect(lessonChecks(stranger, lessonId)).rejects.toMatchObject(notFound);
  });

  it('tells right or wrong alone of a question that an exam holds', async () => {
    const question = await database().read.question.findFirstOrThrow();
    const settings = '{}';
    await database().write(async (tx) => {
      const now = new Date();
      await tx.quiz.create({
        data: {
          ...{
            id: 'thi',
            code: 'thi',
            unitId: corps.corps.id,
            title: 'Thi',
            kind: 'exam',
            state: 'published',
            settings,
          },
          ...{ createdAt: now, updatedAt: now, slots: { create: { id: 'o', position: 0, questionId: question.id } } },
        },
      });
    });
    const check = (await lessonChecks(corps.an, lessonId))[2]!;
    const mark = check.kind === 'question' ? check.mark : '';
    const verdict = await judgeCheck(corps.an, lessonId, { number: 3, mark, response: 0 });
    expect(verdict.kind === 'judged' && Object.keys(verdict.review)).toEqual(['correctness']);
  });
});
