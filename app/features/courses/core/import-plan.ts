import type { CourseContent, LessonContent } from '#app/features/courses/core/course-content.ts';

/** Turns what a lesson says into a short text that differs when the lesson differs; the caller brings the hash function. */
export type Hash = (text: string) => string;

/** A lesson as it is stored. */
export interface StoredLesson {
  id: string;
  code: string;
  moduleCode: string;
  position: number;
  contentHash: string;
  isRetired: boolean;
}

export type PlannedLesson = LessonContent & { moduleCode: string; position: number; contentHash: string };

/** What an import does to the lessons of one course. Nothing is deleted: what vanished from the files is retired. */
export interface LessonPlan {
  create: PlannedLesson[];
  change: (PlannedLesson & { id: string })[];
  retire: StoredLesson[];
  unchanged: number;
}

export function lessonHash(lesson: LessonContent, hash: Hash): string {
  const { code, title, minutes, asOf, sources, body } = lesson;
  return hash(JSON.stringify([code, title, minutes, asOf, sources, body]));
}

/** The whole course in one hash: the same files give the same hash, whatever is stored. */
export function courseHash(course: CourseContent, hash: Hash): string {
  const modules = course.modules.map(({ code, title, summary, lessons }) => [
    ...[code, title, summary],
    lessons.map((lesson) => lessonHash(lesson, hash)),
  ]);
  return hash(JSON.stringify([course.code, course.title, course.summary, modules]));
}

/** Compares the files with what is stored: by code, then by content, place and state. */
export function planLessons(course: CourseContent, stored: readonly StoredLesson[], hash: Hash): LessonPlan {
  const known = new Map(stored.map((lesson) => [lesson.code, lesson]));
  const plan: LessonPlan = { create: [], change: [], retire: [], unchanged: 0 };
  for (const module of course.modules) {
    for (const [position, lesson] of module.lessons.entries()) {
      const planned = { ...lesson, moduleCode: module.code, position, contentHash: lessonHash(lesson, hash) };
      const before = known.get(lesson.code);
      known.delete(lesson.code);
      if (!before) plan.create.push(planned);
      else if (isSame(planned, before)) plan.unchanged += 1;
      else plan.change.push({ ...planned, id: before.id });
    }
  }
  plan.retire = [...known.values()].filter((lesson) => !lesson.isRetired);
  return plan;
}

function isSame(planned: PlannedLesson, before: StoredLesson): boolean {
  return (
    planned.contentHash === before.contentHash &&
    planned.moduleCode === before.moduleCode &&
    planned.position === before.position &&
    !before.isRetired
  );
}
