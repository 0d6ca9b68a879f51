import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { onEvent } from '#app/features/audit/commands/reactions.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { assignCourse, type NewAssignment } from '#app/features/courses/commands/assign-course.server.ts';
import { changeDueDate } from '#app/features/courses/commands/change-due-date.server.ts';
import { importCourse } from '#app/features/courses/commands/import-course.server.ts';
import { keepReadingPlace } from '#app/features/courses/commands/keep-reading-place.server.ts';
import { markLessonRead } from '#app/features/courses/commands/mark-lesson-read.server.ts';
import { withdrawAssignment } from '#app/features/courses/commands/withdraw-assignment.server.ts';
import { assignedCourseIds, courseAccess } from '#app/features/courses/queries/course-access.server.ts';
import { coursePage } from '#app/features/courses/queries/course-page.server.ts';
import { learnerHome } from '#app/features/courses/queries/learner-home.server.ts';
import { lessonPage } from '#app/features/courses/queries/lesson-page.server.ts';
import { managedAssignments } from '#app/features/courses/queries/manage-assignments.server.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { smallCourse } from '#tests/fixtures/course-content.ts';

useTestDatabase();

const words = { keyPoints: 'Ghi nhớ', toFill: 'Bổ sung', table: 'Bảng' };
const notFound = { code: 'not-found' };

describe('a course is assigned, studied and withdrawn', () => {
  let corps: Corps;
  let courseId: string;
  let lessonIds: string[];
  let assignmentId: string;
  const told: string[] = [];
  const at = (instant: string) => setClock(() => new Date(instant));

  const assign = (actor: Actor, change: Partial<NewAssignment> = {}) =>
    assignCourse(actor, {
      ...{ courseId, title: 'Học tập quý IV', unitIds: [corps.s1.id], openOn: '2026-11-01', dueOn: '2026-11-30' },
      ...{ closeOn: null, rule: { lessons: 'all', quizIds: [] }, ...change },
    });
  const read = (actor: Actor, lessonId = lessonIds[0]!) => lessonPage(actor, { courseId, lessonId }, words);

  beforeAll(async () => {
    at('2026-11-02T01:00:00Z');
    corps = await buildCorps();
    courseId = (await importCourse(theSystem, smallCourse(), corps.corps.id)).courseId;
    const rows = await database().read.lesson.findMany({ orderBy: { code: 'asc' } });
    lessonIds = rows.map(({ id }) => id);
    for (const type of ['lesson-read', 'course-assigned', 'assignment-changed', 'assignment-withdrawn'] as const) {
      onEvent(type, 'this test listens', async () => {
        told.push(type);
      });
    }
  });

  beforeEach(() => {
    told.length = 0;
  });

  it('shows nothing to anybody before it is assigned, but to its author', async () => {
    expect(await learnerHome(corps.an)).toEqual({ assignments: [], continueWith: null });
    await expect(coursePage(corps.an, courseId)).rejects.toMatchObject(notFound);
    expect((await coursePage(corps.giang, courseId)).assignment).toBeNull();
    expect((await read(corps.giang)).isPreview).toBe(true);
    expect(await courseAccess(corps.giang, courseId)).toBe('author');
  });

  it('is assigned only by who may, to units within reach', async () => {
    await expect(assign(corps.thuy)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(assign(corps.giang, { unitIds: [corps.s1.id, 'elsewhere'] })).rejects.toMatchObject(notFound);
    await expect(assign(corps.giang, { unitIds: [] })).rejects.toMatchObject(notFound);
    await expect(assign(corps.giang, { courseId: 'elsewhere' })).rejects.toMatchObject(notFound);
    expect(await assign(corps.giang, { dueOn: '2026-10-31' })).toEqual({
      kind: 'refused',
      problems: [{ field: 'dueOn', code: 'due-before-open' }],
    });
    const authorOfS2: Actor = { ...corps.hanh, grants: [{ role: 'author', unitPath: corps.s2.path }] };
    await expect(assign(authorOfS2)).rejects.toMatchObject(notFound);
    expect(told).toEqual([]);

    const done = await assign(corps.giang);
    assignmentId = done.kind === 'assigned' ? done.assignmentId : '';
    expect(told).toEqual(['course-assigned']);
    expect((await managedAssignments(corps.giang)).map(({ id }) => id)).toEqual([assignmentId]);
    expect(await managedAssignments(authorOfS2)).toEqual([]);
  });

  it('reaches An of the division, with its due date at the end of the day', async () => {
    const { assignments, continueWith } = await learnerHome(corps.an);
    expect(assignments).toMatchObject([
      {
        id: assignmentId,
        title: 'Học tập quý IV',
        courseTitle: 'Khóa học thử',
        dueAt: new Date('2026-11-30T16:59:59.999Z'),
        due: { state: 'later', days: 28 },
        standing: { lessons: { done: 0, total: 3 }, quizzes: null, state: 'not-started' },
      },
    ]);
    expect(continueWith).toMatchObject({ lessonId: lessonIds[0], isBegun: false });
    expect(await courseAccess(corps.an, courseId)).toBe('assigned');
    expect(await assignedCourseIds(corps.an)).toEqual([courseId]);
  });

  it('is read by An: place kept, marked once, one event', async () => {
    expect((await read(corps.an)).contents.map(({ title }) => title)).toEqual(['Thứ nhất', 'Thứ hai']);
    await keepReadingPlace(corps.an, lessonIds[0]!, 0.4);
    expect(await read(corps.an)).toMatchObject({ place: 0.4, readAt: null, number: 1, previous: null });
    expect((await learnerHome(corps.an)).continueWith).toMatchObject({ lessonId: lessonIds[0], isBegun: true });

    expect(await markLessonRead(corps.an, lessonIds[0]!)).toEqual({ kind: 'read', courseId });
    expect(await markLessonRead(corps.an, lessonIds[0]!)).toEqual({ kind: 'unchanged', courseId });
    expect(told).toEqual(['lesson-read']);
    expect(await database().read.auditEvent.count({ where: { op: 'courses.lesson-read' } })).toBe(1);

    await keepReadingPlace(corps.an, lessonIds[0]!, 0.2);
    const page = await read(corps.an);
    expect(page.readAt).toBeInstanceOf(Date);
    expect(page.place).toBeNull();
    expect((await coursePage(corps.an, courseId)).lessons).toEqual({ read: 1, total: 3, minutesLeft: 10 });
    expect((await learnerHome(corps.an)).continueWith).toMatchObject({ lessonId: lessonIds[1], isBegun: false });
    expect((await coursePage(corps.binh, courseId)).lessons.read).toBe(0);
  });

  it('counts two marks at the same moment once', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => markLessonRead(corps.binh, lessonIds[1]!)));
    expect(results.filter(({ kind }) => kind === 'read')).toHaveLength(1);
    expect(told).toEqual(['lesson-read']);
  });

  it('does not exist for Em of another division, by any id', async () => {
    expect(await learnerHome(corps.em)).toEqual({ assignments: [], continueWith: null });
    expect(await courseAccess(corps.em, courseId)).toBeNull();
    await expect(coursePage(corps.em, courseId)).rejects.toMatchObject(notFound);
    await expect(read(corps.em)).rejects.toMatchObject(notFound);
    await expect(markLessonRead(corps.em, lessonIds[0]!)).rejects.toMatchObject(notFound);
    await expect(keepReadingPlace(corps.em, lessonIds[0]!, 0.5)).rejects.toMatchObject(notFound);
    expect(await database().read.lessonRead.count({ where: { personId: corps.em.personId } })).toBe(0);
  });

  it('does not exist for An under a wrong course or lesson id', async () => {
    const other = await importCourse(theSystem, { ...smallCourse(), code: 'khac', modules: [] }, corps.corps.id);
    await expect(coursePage(corps.an, other.courseId)).rejects.toMatchObject(notFound);
    await expect(
      lessonPage(corps.an, { courseId: other.courseId, lessonId: lessonIds[0]! }, words),
    ).rejects.toMatchObject(notFound);
    await expect(read(corps.an, 'no-such-lesson')).rejects.toMatchObject(notFound);
  });

  it('becomes late the instant after the due date, and the date can be moved by one editor at a time', async () => {
    at('2026-11-30T17:00:00Z');
    expect((await learnerHome(corps.an)).assignments[0]!.due).toEqual({ state: 'late', days: -1 });
    const change = { assignmentId, revision: 1, dueOn: '2026-12-15' };
    expect(await changeDueDate(corps.giang, { ...change, dueOn: '2026-10-01' })).toMatchObject({ kind: 'refused' });
    expect(await changeDueDate(corps.giang, change)).toMatchObject({ kind: 'changed', revision: 2 });
    expect(await changeDueDate(corps.giang, { ...change, dueOn: '2026-12-20' })).toMatchObject({
      kind: 'conflict',
      current: { revision: 2, dueAt: new Date('2026-12-15T16:59:59.999Z') },
    });
    expect(await changeDueDate(corps.giang, { ...change, revision: 2 })).toEqual({ kind: 'unchanged', revision: 2 });
    expect(told).toEqual(['assignment-changed']);
    expect((await learnerHome(corps.an)).assignments[0]!.due).toEqual({ state: 'later', days: 14 });
    await expect(changeDueDate(corps.thuy, change)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('leaves out who is not of the class that is meant, and who is before its opening', async () => {
    const forOfficers = { unitIds: [corps.s2.id], filter: { classes: ['officer' as const] } };
    await assign(corps.giang, forOfficers);
    await expect(coursePage(corps.em, courseId)).rejects.toMatchObject(notFound);
    expect((await learnerHome(corps.hanh)).assignments).toHaveLength(1);
    await assign(corps.giang, { unitIds: [corps.c3.id], openOn: '2026-12-10', dueOn: null });
    await expect(coursePage(corps.em, courseId)).rejects.toMatchObject(notFound);
    at('2026-12-09T17:00:00Z');
    expect((await coursePage(corps.em, courseId)).assignment).toMatchObject({ due: { state: 'none' } });
  });

  it('hides again when it is withdrawn, and keeps what was done', async () => {
    expect(await withdrawAssignment(corps.giang, assignmentId)).toEqual({ kind: 'withdrawn' });
    expect(await withdrawAssignment(corps.giang, assignmentId)).toEqual({ kind: 'unchanged' });
    expect(told).toEqual(['assignment-withdrawn']);
    await expect(read(corps.an)).rejects.toMatchObject(notFound);
    expect((await learnerHome(corps.an)).assignments).toEqual([]);
    expect(await database().read.lessonRead.count({ where: { personId: corps.an.personId } })).toBe(1);
    expect(await changeDueDate(corps.giang, { assignmentId, revision: 3, dueOn: null })).toMatchObject({
      kind: 'conflict',
    });
  });

  it('tells progress of assignments whose course gained or lost a lesson', async () => {
    const content = smallCourse();
    content.modules[1]!.lessons = [];
    expect(await importCourse(theSystem, content, corps.corps.id)).toMatchObject({ retired: 1 });
    expect(told).toEqual(['assignment-changed', 'assignment-changed']);
    await expect(read(corps.giang, lessonIds[2])).rejects.toMatchObject(notFound);
  });
});
