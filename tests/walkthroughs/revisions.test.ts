import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { archiveCourse } from '#app/features/courses/commands/archive-course.server.ts';
import { assignCourse } from '#app/features/courses/commands/assign-course.server.ts';
import { beginCourse } from '#app/features/courses/commands/begin-course.server.ts';
import { changeOutline } from '#app/features/courses/commands/change-outline.server.ts';
import { createCourse } from '#app/features/courses/commands/create-course.server.ts';
import { discardCourseDraft } from '#app/features/courses/commands/discard-course-draft.server.ts';
import { importCourse } from '#app/features/courses/commands/import-course.server.ts';
import { markLessonRead } from '#app/features/courses/commands/mark-lesson-read.server.ts';
import { movePeople } from '#app/features/courses/commands/move-people.server.ts';
import { moveToNewest } from '#app/features/courses/commands/move-to-newest.server.ts';
import { publishCourse } from '#app/features/courses/commands/publish-course.server.ts';
import { restoreCourse } from '#app/features/courses/commands/restore-course.server.ts';
import { saveLessonDraft } from '#app/features/courses/commands/save-lesson-draft.server.ts';
import type { OutlineChange } from '#app/features/courses/core/outline-change.ts';
import { courseNews } from '#app/features/courses/queries/course-news.server.ts';
import { coursePage } from '#app/features/courses/queries/course-page.server.ts';
import { learnerHome } from '#app/features/courses/queries/learner-home.server.ts';
import { lessonPage } from '#app/features/courses/queries/lesson-page.server.ts';
import { outlineEditor } from '#app/features/courses/queries/outline-editor.server.ts';
import { publicationPage } from '#app/features/courses/queries/publication-page.server.ts';
import { wholeCourse } from '#app/features/courses/queries/whole-course.server.ts';
import { courseRevisions } from '#app/features/progress/queries/course-revisions.server.ts';
import { unitPicture } from '#app/features/progress/queries/picture/unit-picture.server.ts';
import { verifyCounters } from '#app/features/progress/queries/verify-counters.server.ts';
import { endOfDay } from '#app/kernel/vietnam-time.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { smallCourse } from '#tests/fixtures/course-content.ts';

useTestDatabase();

const words = { keyPoints: 'Ghi nhớ', toFill: 'Bổ sung', table: 'Bảng' };
const notFound = { code: 'not-found' };
const at = (instant: string) => setClock(() => new Date(instant));

describe('a course gets a second revision while people study the first', () => {
  let corps: Corps;
  let courseId: string;
  let ids: string[];
  let assignmentId: string;

  const step = async (change: OutlineChange, actor: Actor = corps.giang) =>
    changeOutline(actor, courseId, { base: (await outlineEditor(actor, courseId)).revision, change });
  const publish = async (note: string, readAgain: string[] = [], actor: Actor = corps.giang) => {
    const { course, state } = await publicationPage(actor, courseId);
    return publishCourse(actor, courseId, { seen: { revision: course.revision, state }, note, readAgain });
  };
  const rewrite = async (lessonId: string, body: string) => {
    const row = await database().read.lesson.findUnique({ where: { id: lessonId } });
    const draft = await database().read.lessonDraft.findUnique({ where: { lessonId } });
    const text = { title: row?.title ?? 'Bài mới', minutes: 5, asOf: '2026-11-22', sources: ['Nghị quyết 35'], body };
    return saveLessonDraft(corps.giang, { courseId, lessonId }, { base: draft?.revision ?? 0, text });
  };
  const open = async (actor: Actor, lessonId: string) => {
    const page = await lessonPage(actor, { courseId, lessonId }, words);
    if (page.isFirstStep) await beginCourse(actor, { courseId, revision: page.course.revision });
    return page;
  };
  const statusOf = async ({ personId }: Actor) => {
    const row = await database().read.enrolment.findUnique({
      where: { assignmentId_personId: { assignmentId, personId } },
    });
    return { status: row?.status, lessonsRead: row?.lessonsRead };
  };
  const expectSound = async () => expect((await verifyCounters()).differences).toEqual([]);
  const figures = async (asOf: Date | null = null) => {
    const picture = await unitPicture(corps.thuy, corps.s1.id, { assignmentId, asOf });
    return picture.total.byStatus;
  };

  beforeAll(async () => {
    at('2026-11-02T01:00:00Z');
    corps = await buildCorps();
    courseId = (await importCourse(theSystem, smallCourse(), corps.corps.id)).courseId;
    const rows = await database().read.lesson.findMany({ orderBy: { code: 'asc' } });
    ids = rows.map(({ id }) => id);
    const done = await assignCourse(corps.giang, {
      ...{ courseId, title: 'Học tập', unitIds: [corps.s1.id], openOn: '2026-11-01', dueOn: '2026-11-30' },
      ...{ closeOn: null, rule: { lessons: 'all', quizIds: [] } },
    });
    assignmentId = done.kind === 'assigned' ? done.assignmentId : '';
  });

  it('begins with everybody on the first: An in the middle, Bình through, Cường opened, Dũng not at all', async () => {
    await open(corps.an, ids[0]!);
    await open(corps.an, ids[1]!);
    expect(await database().read.courseStart.count()).toBe(1);
    await markLessonRead(corps.an, ids[0]!);
    for (const id of ids) await markLessonRead(corps.binh, id);
    await open(corps.cuong, ids[0]!);
    expect(await statusOf(corps.an)).toEqual({ status: 'in-progress', lessonsRead: 1 });
    expect(await statusOf(corps.binh)).toMatchObject({ status: 'completed' });
    expect((await courseRevisions(corps.giang, courseId)).revisions).toEqual([{ revision: 1, begun: 3, completed: 1 }]);
    await open(corps.giang, ids[0]!);
    expect(await database().read.courseStart.count()).toBe(3);
    await expectSound();
  });

  it('is changed by its author without learners seeing anything', async () => {
    expect(await step({ kind: 'remove-lesson', lessonId: ids[1]! })).toMatchObject({ kind: 'changed', revision: 1 });
    expect(await step({ kind: 'add-module', code: 'kh-03', title: 'Chuyên đề ba', summary: 'Bài mới.' })).toMatchObject(
      {
        kind: 'changed',
      },
    );
    const lessonId = newId();
    expect(await step({ kind: 'add-lesson', moduleCode: 'kh-03', lessonId, title: 'Bài mới' })).toMatchObject({
      kind: 'changed',
    });
    ids.push(lessonId);
    const { problems } = await publicationPage(corps.giang, courseId);
    expect(problems.map(({ code }) => code)).toEqual([
      'lesson-without-text',
      'lesson-without-date',
      'lesson-without-source',
    ]);
    expect(await publish('Thêm bài')).toMatchObject({ kind: 'refused', problems });
    await rewrite(lessonId, 'Nội dung bài mới.');
    await rewrite(ids[2]!, 'Kết thúc, viết lại.');
    expect((await publicationPage(corps.giang, courseId)).difference.lessons).toMatchObject([
      { kind: 'changed', lessonId: ids[2] },
      { kind: 'added', lessonId },
      { kind: 'removed', lessonId: ids[1] },
    ]);
    expect((await coursePage(corps.dung, courseId)).lessons.total).toBe(3);
    await expect(outlineEditor(corps.thuy, courseId)).rejects.toMatchObject({ code: 'forbidden' });
    const authorOfS2: Actor = { ...corps.hanh, grants: [{ role: 'author', unitPath: corps.s2.path }] };
    for (const asked of [outlineEditor, publicationPage, wholeCourse, courseRevisions])
      await expect(asked(authorOfS2, courseId)).rejects.toMatchObject(notFound);
    await expect(step({ kind: 'remove-module', code: 'kh-01' }, authorOfS2)).rejects.toMatchObject(notFound);
  });

  it('tells the second of two editors who was faster and what was done', async () => {
    const other: Actor = { ...corps.khoi, grants: [{ role: 'author', unitPath: corps.corps.path }] };
    const { revision } = await outlineEditor(other, courseId);
    await step({ kind: 'rename-module', code: 'kh-03', title: 'Chuyên đề ba, sửa', summary: '' });
    const change = { kind: 'remove-module', code: 'kh-03' } as const;
    expect(await changeOutline(other, courseId, { base: revision, change })).toMatchObject({
      kind: 'conflict',
      by: 'Bùi Hương Giang',
      steps: [{ kind: 'rename-module', title: 'Chuyên đề ba, sửa' }],
      revision: revision + 1,
    });
    // One's own steps are no hindrance: pressed twice before the page was new, both count.
    const shift = { kind: 'shift-lesson', lessonId: ids[3]!, by: -1 } as const;
    expect(await changeOutline(corps.giang, courseId, { base: revision, change: shift })).toMatchObject({
      kind: 'changed',
      revision: revision + 2,
    });
    await step({ ...shift, by: 1 });
    const removed = await changeOutline(other, courseId, { base: revision + 3, change });
    expect(removed).toMatchObject({ kind: 'changed', undo: { kind: 'put-back-module', lessonIds: [ids[3]] } });
    const undo = removed.kind === 'changed' ? removed.undo! : null!;
    await step(undo);
    expect((await outlineEditor(other, courseId)).modules.at(-1)).toMatchObject({
      title: 'Chuyên đề ba, sửa',
      lessons: [{ lessonId: ids[3], title: 'Bài mới', state: 'new' }],
    });
  });

  it('is published once, however often the button is pressed, and not over what somebody wrote meanwhile', async () => {
    at('2026-11-05T01:00:00Z');
    const { course, state } = await publicationPage(corps.giang, courseId);
    await rewrite(ids[3]!, 'Nội dung bài mới, sửa.');
    const seen = { revision: course.revision, state };
    const given = { seen, note: 'Thêm chuyên đề ba', readAgain: [] };
    expect(await publishCourse(corps.giang, courseId, given)).toEqual({ kind: 'changed-meanwhile' });
    const again = { ...given, seen: { ...seen, state: (await publicationPage(corps.giang, courseId)).state } };
    expect(await publishCourse(corps.giang, courseId, { ...again, note: ' ' })).toEqual({ kind: 'note-missing' });
    const both = await Promise.all([
      publishCourse(corps.giang, courseId, again),
      publishCourse(corps.giang, courseId, again),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['already-published', 'published']);
    expect(await database().read.courseRevision.count()).toBe(2);
    expect(await database().read.auditEvent.count({ where: { op: 'courses.published' } })).toBe(1);
    expect(await database().read.courseDraft.count()).toBe(0);
    expect(await database().read.lessonDraft.count()).toBe(0);
    expect(await publish('Không có gì')).toEqual({ kind: 'nothing-new' });
    await expectSound();
  });

  it('leaves An, Bình and Cường on the first with its texts, and gives Dũng the second', async () => {
    expect(await coursePage(corps.an, courseId)).toMatchObject({
      course: { revision: 1, newest: 2 },
      lessons: { read: 1, total: 3 },
    });
    expect((await lessonPage(corps.an, { courseId, lessonId: ids[2]! }, words)).html).not.toContain('viết lại');
    expect((await lessonPage(corps.an, { courseId, lessonId: ids[1]! }, words)).number).toBe(2);
    await expect(lessonPage(corps.an, { courseId, lessonId: ids[3]! }, words)).rejects.toMatchObject(notFound);
    expect((await learnerHome(corps.an)).assignments[0]!.standing.lessons).toEqual({ done: 1, total: 3 });
    expect(await coursePage(corps.dung, courseId)).toMatchObject({ course: { revision: 2 }, lessons: { total: 3 } });
    expect((await lessonPage(corps.dung, { courseId, lessonId: ids[2]! }, words)).html).toContain('viết lại');
    await expect(lessonPage(corps.dung, { courseId, lessonId: ids[1]! }, words)).rejects.toMatchObject(notFound);
    const { revisions, behind, units } = await courseRevisions(corps.giang, courseId);
    expect(revisions).toEqual([{ revision: 1, begun: 3, completed: 1 }]);
    expect(behind).toBe(3);
    expect(units.map(({ name, people }) => [name, people])).toEqual([
      ['Quân đoàn Q', 3],
      ['Sư đoàn S1', 3],
      ['Đại đội C1', 3],
    ]);
  });

  it('is completed by An in the revision that An began', async () => {
    await markLessonRead(corps.an, ids[1]!);
    expect(await statusOf(corps.an)).toEqual({ status: 'in-progress', lessonsRead: 2 });
    expect(await courseNews(corps.an, courseId)).toMatchObject({
      notes: [{ number: 2, note: 'Thêm chuyên đề ba' }],
      difference: { lessons: [{ kind: 'changed' }, { kind: 'added' }, { kind: 'removed' }] },
      now: { read: 2, total: 3 },
      after: { read: 1, total: 3 },
    });
    await markLessonRead(corps.an, ids[2]!);
    expect(await statusOf(corps.an)).toEqual({ status: 'completed', lessonsRead: 3 });
    expect(await figures()).toMatchObject({ completed: 2, 'in-progress': 0, 'not-started': 3 });
    await expectSound();
  });

  it('lets a learner go on by one press, keeps what was read of what stays, and never takes a completion away', async () => {
    at('2026-11-06T01:00:00Z');
    expect(await moveToNewest(corps.an, courseId)).toEqual({ kind: 'moved', revision: 2 });
    expect(await moveToNewest(corps.an, courseId)).toEqual({ kind: 'unchanged', revision: 2 });
    expect(await coursePage(corps.an, courseId)).toMatchObject({
      course: { revision: 2 },
      lessons: { read: 2, total: 3 },
    });
    expect(await statusOf(corps.an)).toEqual({ status: 'completed', lessonsRead: 2 });
    expect(await courseNews(corps.an, courseId)).toBeNull();
    await expect(moveToNewest(corps.em, courseId)).rejects.toMatchObject(notFound);
    await expectSound();
  });

  it('is published a third time with a lesson that must be read again, by who goes on alone', async () => {
    await markLessonRead(corps.cuong, ids[0]!);
    await rewrite(ids[0]!, 'Mở đầu, viết lại.');
    expect(await publish('Viết lại phần mở đầu', [ids[0]!, ids[2]!])).toEqual({ kind: 'published', revision: 3 });
    const { outline } = (await database().read.courseRevision.findFirst({ where: { number: 3 } }))!;
    expect(JSON.parse(outline).readAgain).toEqual([ids[0]]);
    expect(await statusOf(corps.cuong)).toEqual({ status: 'in-progress', lessonsRead: 1 });
    expect((await courseNews(corps.cuong, courseId))?.again).toEqual([{ id: ids[0], title: 'Mở đầu' }]);
    await expectSound();
  });

  it('moves people of a unit with a reason, in parts, and the figures go on adding up', async () => {
    at('2026-11-08T01:00:00Z');
    const before = await figures();
    await expect(movePeople(corps.giang, courseId, { from: null, unitId: null, reason: ' ' })).rejects.toMatchObject({
      code: 'bad-input',
    });
    await expect(movePeople(corps.thuy, courseId, { from: null, unitId: null, reason: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const move = (unitId: string, from: number | null = null) =>
      movePeople(corps.giang, courseId, { from, unitId, reason: 'Văn bản đã thay thế' });
    expect(await move(corps.c2.id)).toEqual({ moved: 0, isDone: true });
    expect(await move(corps.c1.id, 1)).toEqual({ moved: 2, isDone: true });
    expect(await move(corps.c1.id)).toEqual({ moved: 1, isDone: true });
    expect(await move(corps.c1.id)).toEqual({ moved: 0, isDone: true });
    expect(await statusOf(corps.cuong)).toEqual({ status: 'not-started', lessonsRead: 0 });
    expect(await statusOf(corps.binh)).toEqual({ status: 'completed', lessonsRead: 1 });
    const start = await database().read.courseStart.findFirst({ where: { personId: corps.cuong.personId } });
    expect(start).toMatchObject({ revision: 3, movedById: corps.giang.personId, reason: 'Văn bản đã thay thế' });
    expect(await figures(endOfDay('2026-11-07'))).toEqual(before);
    const after = await figures();
    expect(Object.values(after).reduce((sum, each) => sum + each, 0)).toBe(5);
    expect(after).toMatchObject({ completed: 2 });
    await expectSound();
  });

  it('is completed by moving where all that is left was read', async () => {
    await open(corps.dung, ids[0]!);
    await markLessonRead(corps.dung, ids[0]!);
    await markLessonRead(corps.dung, ids[2]!);
    expect(await statusOf(corps.dung)).toEqual({ status: 'in-progress', lessonsRead: 2 });
    await step({ kind: 'remove-module', code: 'kh-03' });
    expect(await publish('Bỏ chuyên đề ba')).toEqual({ kind: 'published', revision: 4 });
    await moveToNewest(corps.dung, courseId);
    expect(await statusOf(corps.dung)).toEqual({ status: 'completed', lessonsRead: 2 });
    await expectSound();
  });

  it('is imported as a revision like any other; the same files twice change nothing', async () => {
    const before = await coursePage(corps.cuong, courseId);
    expect(before.course).toMatchObject({ revision: 3, newest: 4 });
    await importCourse(theSystem, smallCourse(), corps.corps.id);
    const again = await importCourse(theSystem, smallCourse(), corps.corps.id);
    expect(again).toMatchObject({ created: 0, changed: 0, retired: 0 });
    expect(await database().read.courseRevision.count()).toBe(5);
    // The files bring back texts that revisions had before: no version is written twice.
    const versions = await database().read.lessonVersion.findMany({ where: { lessonId: ids[0]! } });
    expect(versions.map(({ number }) => number)).toEqual([1, 2]);
    expect(await coursePage(corps.cuong, courseId)).toMatchObject({
      lessons: before.lessons,
      course: { revision: 3, newest: 5 },
    });
    await expectSound();
  });

  it('gives up a draft without losing what was written', async () => {
    await rewrite(ids[0]!, 'Sẽ bỏ.');
    await step({ kind: 'shift-module', code: 'kh-02', by: -1 });
    const { state, isChanged } = await outlineEditor(corps.giang, courseId);
    expect(isChanged).toBe(true);
    expect(await discardCourseDraft(corps.giang, courseId, 'another')).toEqual({ kind: 'changed-meanwhile' });
    expect(await discardCourseDraft(corps.giang, courseId, state)).toEqual({ kind: 'discarded' });
    expect(await outlineEditor(corps.giang, courseId)).toMatchObject({ isChanged: false, revision: 0 });
    const copies = await database().read.lessonDraftCopy.findMany({ where: { lessonId: ids[0]! } });
    expect(copies.map(({ body }) => body)).toContain('Sẽ bỏ.');
  });

  it('is put away and taken out again', async () => {
    await archiveCourse(corps.giang, courseId);
    await archiveCourse(corps.giang, courseId);
    await expect(coursePage(corps.an, courseId)).rejects.toMatchObject(notFound);
    await expectSound();
    await restoreCourse(corps.giang, courseId);
    expect((await coursePage(corps.an, courseId)).course.revision).toBe(2 + 1);
  });
});

describe('a course is made in the product', () => {
  it('is a draft that no learner sees until it is published', async () => {
    const corps = await buildCorps();
    const id = newId();
    const given = { id, title: 'Khóa tự soạn', summary: 'Một bài.', code: '', unitId: corps.corps.id };
    expect(await createCourse(corps.giang, given)).toEqual({ kind: 'created', courseId: id });
    expect(await createCourse(corps.giang, given)).toEqual({ kind: 'created', courseId: id });
    expect(await createCourse(corps.giang, { ...given, id: newId(), code: 'kh' })).toEqual({ kind: 'code-taken' });
    await expect(createCourse(corps.thuy, given)).rejects.toMatchObject({ code: 'forbidden' });
    const change = (base: number, step: OutlineChange) => changeOutline(corps.giang, id, { base, change: step });
    expect((await publicationPage(corps.giang, id)).problems).toMatchObject([{ code: 'no-module' }]);
    await change(1, { kind: 'add-module', code: 'tu-soan-1', title: 'Một', summary: '' });
    expect((await publicationPage(corps.giang, id)).problems).toMatchObject([{ code: 'empty-module', title: 'Một' }]);
    const lessonId = newId();
    await change(2, { kind: 'add-lesson', moduleCode: 'tu-soan-1', lessonId, title: 'Bài một' });
    const again = { kind: 'add-lesson', moduleCode: 'tu-soan-1', lessonId, title: 'Bài một' } as const;
    expect(await change(2, again)).toMatchObject({ kind: 'unchanged' });
    const other = await change(2, { ...again, title: 'Bài hai' });
    expect(other).toMatchObject({ kind: 'changed', revision: 4, title: 'Bài hai' });
    const second = (await outlineEditor(corps.giang, id)).modules[0]!.lessons[1]!;
    await change(4, { kind: 'remove-lesson', lessonId: second.lessonId });
    await change(5, { kind: 'rename-lesson', lessonId, title: 'Bài thứ nhất' });
    const text = { title: 'Bài thứ nhất', body: '![](media:abc)', minutes: 5, asOf: '2026-11-22', sources: ['NQ 35'] };
    await saveLessonDraft(corps.giang, { courseId: id, lessonId }, { base: 0, text });
    expect((await publicationPage(corps.giang, id)).problems).toMatchObject([
      { code: 'picture-without-words', lessonId, line: 1 },
    ]);
    await saveLessonDraft(
      corps.giang,
      { courseId: id, lessonId },
      {
        base: 1,
        text: { ...text, body: '![Bản đồ](media:abc)' },
      },
    );
    expect(await wholeCourse(corps.giang, id, { isDraft: true })).toMatchObject({ revision: 0, mediaIds: ['abc'] });
    expect((await wholeCourse(corps.giang, id)).content.modules).toEqual([]);
    const { state } = await publicationPage(corps.giang, id);
    const published = await publishCourse(corps.giang, id, { seen: { revision: 0, state }, note: '', readAgain: [] });
    expect(published).toEqual({ kind: 'published', revision: 1 });
    expect((await coursePage(corps.giang, id)).lessons.total).toBe(1);
    expect(await database().read.course.findUnique({ where: { id } })).toMatchObject({
      state: 'published',
      revision: 1,
    });
  });
});
