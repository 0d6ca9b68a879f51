import type { CourseContent, LessonContent } from '#app/features/courses/core/course-content.ts';
import { publishProblems } from '#app/features/courses/core/publish-problems.ts';
import type { CoursePlan, ImportProblem } from './import-plan.ts';
import { about } from './import-plan.ts';

/** What stands under the code of the course; null = nothing. */
export interface CourseBefore {
  state: 'draft' | 'published' | 'archived';
  isInScope: boolean;
  published: CourseContent;
  draft: CourseContent;
}

interface Given {
  content: CourseContent;
  before: CourseBefore | null;
  as: 'draft' | 'published';
  /** How many of its modules and lessons are called like some of another course. */
  taken: number;
}

/**
 * What becomes of the course. Never over unpublished work of its authors: that is published or given up first. A course outside
 * the scope is named and nothing else is told of it.
 */
export function planCourse({ content, before, as, taken }: Given): { course: CoursePlan; problems: ImportProblem[] } {
  const titles = [content.title];
  if (before && !before.isInScope)
    return { course: { kind: 'changed', lessons: noLessons }, problems: about('course-outside', titles) };
  const isDrafted = before !== null && !isSame(before.draft, before.published);
  const base = isDrafted ? before.draft : (before?.published ?? null);
  const isHere =
    base !== null && isSame(base, content) && (as === 'draft' || (before?.state === 'published' && !isDrafted));
  const hasWork = isDrafted && before.draft.modules.length > 0 && !isSame(before.draft, content);
  const problems: ImportProblem[] = [
    ...about('codes-of-another-course', taken > 0 ? titles : []),
    ...about('course-archived', before?.state === 'archived' ? titles : []),
    ...about('unpublished-work', hasWork ? titles : []),
    ...about('not-publishable', as === 'published' && !isHere ? unfinished(content) : []),
  ];
  const kind = before === null ? 'new' : isHere ? 'same' : 'changed';
  return { course: { kind, lessons: lessonsBetween(base, content) }, problems };
}

const noLessons: CoursePlan['lessons'] = { added: [], changed: [], removed: [], same: 0 };

/** The titles of what is not finished. */
function unfinished({ title, modules }: CourseContent): string[] {
  const found = publishProblems({
    modules: modules.map((module) => ({
      title: module.title,
      lessons: module.lessons.map((lesson) => ({ ...lesson, lessonId: lesson.code })),
    })),
  });
  return [...new Set(found.map((problem) => problem.title || title))];
}

function lessonsBetween(base: CourseContent | null, content: CourseContent): CoursePlan['lessons'] {
  const before = new Map(placed(base).map((each) => [each.lesson.code, each]));
  const lessons: CoursePlan['lessons'] = { added: [], changed: [], removed: [], same: 0 };
  for (const each of placed(content)) {
    const was = before.get(each.lesson.code);
    before.delete(each.lesson.code);
    if (!was) lessons.added.push(each.lesson.title);
    else if (was.module === each.module && JSON.stringify(was.lesson) === JSON.stringify(each.lesson))
      lessons.same += 1;
    else lessons.changed.push(each.lesson.title);
  }
  lessons.removed = [...before.values()].map(({ lesson }) => lesson.title);
  return lessons;
}

const placed = (content: CourseContent | null): { module: string; lesson: LessonContent }[] =>
  content?.modules.flatMap(({ code, lessons }) => lessons.map((lesson) => ({ module: code, lesson }))) ?? [];

/** Written by the same hands, so that the order of their fields is the same. */
const isSame = (a: CourseContent, b: CourseContent) => JSON.stringify(a) === JSON.stringify(b);
