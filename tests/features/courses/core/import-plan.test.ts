import { describe, expect, it } from 'vitest';
import { courseHash, planLessons, type StoredLesson } from '#app/features/courses/core/import-plan.ts';
import { smallCourse } from '#tests/fixtures/course-content.ts';

const hash = (text: string) => text;

function stored(): StoredLesson[] {
  return planLessons(smallCourse(), [], hash).create.map((lesson) => ({
    id: `id-${lesson.code}`,
    code: lesson.code,
    moduleCode: lesson.moduleCode,
    position: lesson.position,
    contentHash: lesson.contentHash,
    isRetired: false,
  }));
}

describe('planLessons', () => {
  it('finds nothing to do for the same files', () => {
    expect(planLessons(smallCourse(), stored(), hash)).toEqual({ create: [], change: [], retire: [], unchanged: 3 });
  });

  it('changes the one lesson whose text differs', () => {
    const course = smallCourse();
    course.modules[0]!.lessons[1]!.body += ' Thêm.';
    const plan = planLessons(course, stored(), hash);
    expect(plan.change.map(({ id }) => id)).toEqual(['id-kh-01-02']);
    expect(plan.unchanged).toBe(2);
  });

  it('changes what moved', () => {
    const course = smallCourse();
    course.modules[1]!.lessons.push(course.modules[0]!.lessons.pop()!);
    expect(planLessons(course, stored(), hash).change.map(({ code }) => code)).toEqual(['kh-01-02']);
  });

  it('retires what vanished, once, and takes it back', () => {
    const course = smallCourse();
    const gone = course.modules[1]!.lessons.pop()!;
    expect(planLessons(course, stored(), hash).retire.map(({ code }) => code)).toEqual(['kh-02-01']);
    const after = stored().map((lesson) => ({ ...lesson, isRetired: lesson.code === 'kh-02-01' }));
    expect(planLessons(course, after, hash).retire).toEqual([]);
    course.modules[1]!.lessons.push(gone);
    expect(planLessons(course, after, hash).change.map(({ code }) => code)).toEqual(['kh-02-01']);
  });
});

it('gives a course another hash when anything in it differs', () => {
  const changed = smallCourse();
  changed.modules[1]!.summary = 'Khác.';
  expect(courseHash(smallCourse(), hash)).toBe(courseHash(smallCourse(), hash));
  expect(courseHash(changed, hash)).not.toBe(courseHash(smallCourse(), hash));
});
