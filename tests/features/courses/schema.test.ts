import { describe, expect, it } from 'vitest';
import { assignCourseSchema } from '#app/features/courses/schema.assignment.ts';
import { parseCourseContent, type RawCourse, readingSchema } from '#app/features/courses/schema.ts';
import { lessonContent } from '#tests/fixtures/course-content.ts';

const raw = (): RawCourse => ({
  course: { file: 'course.yaml', value: { code: 'kh', title: 'Khóa', summary: 'Tóm tắt' } },
  modules: [
    {
      module: { file: '01/module.yaml', value: { code: 'kh-01', title: 'Một', summary: 'Tóm tắt' } },
      lessons: [{ file: '01/01.md', value: lessonContent('kh-01-01', 'Bài') }],
    },
  ],
});

describe('parseCourseContent', () => {
  it('reads a folder, text in NFC', () => {
    const folder = raw();
    folder.course.value = { code: 'kh', title: 'Khóa'.normalize('NFD'), summary: 'Tóm tắt' };
    const result = parseCourseContent(folder);
    expect(result).toMatchObject({ ok: true, content: { title: 'Khóa'.normalize('NFC') } });
  });

  it('names the file and the field of every problem', () => {
    const folder = raw();
    folder.course.value = { code: 'Kh 1', title: '', summary: 'Tóm tắt', extra: 1 };
    folder.modules[0]!.lessons.push(
      { file: '01/02.md', value: { ...lessonContent('kh-01-01', 'Trùng mã'), minutes: 0, asOf: '2026-02-30' } },
      { file: '01/03.md', value: undefined },
      { file: '01/04.md', value: lessonContent('kh-01-01', 'Trùng mã') },
    );
    const result = parseCourseContent(folder);
    expect(result.ok ? [] : result.problems).toEqual([
      { file: 'course.yaml', field: 'code', code: 'not-a-code' },
      { file: 'course.yaml', field: 'title', code: 'missing' },
      { file: 'course.yaml', field: '', code: 'unrecognized-keys' },
      { file: '01/02.md', field: 'minutes', code: 'not-minutes' },
      { file: '01/02.md', field: 'asOf', code: 'not-a-date' },
      { file: '01/03.md', field: '', code: 'invalid-type' },
      { file: '01/04.md', field: 'code', code: 'duplicate-code' },
    ]);
  });
});

describe('the form that assigns a course', () => {
  const fields = { courseId: 'c1', title: 'Đợt 1', unitIds: 'u1', openOn: '2026-11-01', dueOn: '', closeOn: '' };

  it('takes one unit or several, and leaves dates open', () => {
    expect(assignCourseSchema.parse(fields)).toEqual({
      ...{ courseId: 'c1', title: 'Đợt 1', unitIds: ['u1'], openOn: '2026-11-01', dueOn: null, closeOn: null },
      ...{ groupIds: [], classes: [], memberships: [], positions: [], lessons: 'all', quizIds: [] },
      readingShare: 0,
    });
    expect(assignCourseSchema.parse({ ...fields, unitIds: ['u1', 'u2'] }).unitIds).toEqual(['u1', 'u2']);
  });

  it('answers message codes', () => {
    const result = assignCourseSchema.safeParse({ ...fields, title: ' ', unitIds: undefined, openOn: '1/11/2026' });
    expect(result.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['title', 'missing'],
      ['openOn', 'not-a-date'],
      ['unitIds', 'missing'],
    ]);
  });
});

describe('what a lesson page sends', () => {
  it.each([
    [{ intent: 'read' }, true],
    [{ intent: 'place', scroll: '0.5' }, true],
    [{ intent: 'place', scroll: 1.2 }, false],
    [{ intent: 'place', scroll: 'x' }, false],
    [{ intent: 'place' }, false],
    [{ intent: 'unread' }, false],
    [null, false],
  ])('%j', (value, isGood) => {
    expect(readingSchema.safeParse(value).success).toBe(isGood);
  });
});
