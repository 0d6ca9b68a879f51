import { beforeAll, describe, expect, it } from 'vitest';
import { assignCourse } from '#app/features/courses/commands/assign-course.server.ts';
import { markLessonRead } from '#app/features/courses/commands/mark-lesson-read.server.ts';
import { openLesson } from '#app/features/courses/commands/open-lesson.server.ts';
import { noTerms } from '#app/features/courses/core/own-terms.ts';
import { leastReadingSeconds, readableFrom } from '#app/features/courses/core/reading-time.ts';
import { vi } from '#app/features/courses/messages/vi.ts';
import { lessonPage } from '#app/features/courses/queries/lesson-page.server.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { insertCourse, type TestCourse } from '#tests/fixtures/course.ts';

useTestDatabase();

describe('the least reading time', () => {
  const rule = (readingShare?: number, lessons: 'all' | 'none' = 'all') => ({ lessons, quizIds: [], readingShare });

  it('is that of the strictest assignment that asks for lessons', () => {
    expect(leastReadingSeconds(10, [])).toBe(0);
    expect(leastReadingSeconds(10, [rule(), rule(0.5)])).toBe(300);
    expect(leastReadingSeconds(10, [rule(0.5), rule(1)])).toBe(600);
    expect(leastReadingSeconds(10, [rule(1, 'none')])).toBe(0);
  });

  it('counts from the opening, and from now where there was none', () => {
    const now = new Date('2026-06-01T08:00:00Z');
    expect(readableFrom(60, null, now)).toEqual(new Date('2026-06-01T08:01:00Z'));
    expect(readableFrom(60, new Date('2026-06-01T07:59:30Z'), now)).toEqual(new Date('2026-06-01T08:00:30Z'));
    expect(readableFrom(60, new Date('2026-06-01T07:59:00Z'), now)).toBeNull();
  });
});

describe('an assignment that asks for a least reading time', () => {
  let corps: Corps;
  let course: TestCourse;
  const clock = (time: string) => setClock(() => new Date(`2026-06-01T${time}+07:00`));
  const page = () =>
    lessonPage(corps.an, { courseId: course.courseId, lessonId: course.lessonIds[0]! }, vi.document, noTerms);
  const open = () => openLesson(corps.an, { courseId: course.courseId, lessonId: course.lessonIds[0]! });
  const mark = () => markLessonRead(corps.an, course.lessonIds[0]!);
  const read = () => database().read.lessonRead.findFirst({ where: { personId: corps.an.personId } });

  beforeAll(async () => {
    clock('07:00:00');
    corps = await buildCorps();
    course = await insertCourse(corps.corps);
    await database().write(async (tx) => {
      await tx.course.updateMany({ data: { state: 'published' } });
      await tx.lesson.updateMany({ data: { minutes: 10 } });
    });
    await assignCourse(
      { ...corps.khoi, grants: [{ role: 'author', unitPath: corps.corps.path }] },
      {
        ...{ courseId: course.courseId, title: 'Đọc đủ giờ', unitIds: [corps.c1.id], openOn: '2026-06-01' },
        ...{ dueOn: null, closeOn: null, rule: { lessons: 'all', quizIds: [], readingShare: 0.5 } },
      },
    );
  });

  it('marks a lesson as read once it has been open for long enough, and says from when on', async () => {
    clock('08:00:00');
    expect((await page()).readableFrom).toEqual(new Date('2026-06-01T08:05:00+07:00'));
    await open();
    clock('08:03:00');
    // Opened again, nothing begins anew.
    await open();
    expect((await page()).readableFrom).toEqual(new Date('2026-06-01T08:05:00+07:00'));
    expect(await mark()).toMatchObject({ kind: 'too-soon', from: new Date('2026-06-01T08:05:00+07:00') });
    expect((await read())?.readAt).toBeNull();
    clock('08:05:00');
    expect((await page()).readableFrom).toBeNull();
    expect(await mark()).toMatchObject({ kind: 'read' });
    expect(await mark()).toMatchObject({ kind: 'unchanged' });
    expect((await page()).readAt).toEqual(new Date('2026-06-01T08:05:00+07:00'));
  });

  it('begins to count with the request itself where no page was opened', async () => {
    const other = course.lessonIds[1]!;
    expect(await markLessonRead(corps.binh, other)).toMatchObject({ kind: 'too-soon' });
    clock('08:10:01');
    expect(await markLessonRead(corps.binh, other)).toMatchObject({ kind: 'read' });
  });
});
