import type { LessonContent } from './course-content.ts';
import { type CourseOutline, lessonsOf } from './course-outline.ts';
import { type OutlineDifference, outlineDifference } from './outline-difference.ts';
import { type PublishProblem, publishProblems } from './publish-problems.ts';

/** What authors have at hand for the next revision of a course. */
export interface Prospect {
  outline: CourseOutline;
  /** The optimistic lock of the outline; 0 = as published. */
  revision: number;
  published: CourseOutline;
  lessons: ReadonlyMap<string, ProspectiveLesson>;
}

export type ProspectiveLesson = LessonContent & {
  lessonId: string;
  /** Of the working copy; 0 = there is none. */
  draftRevision: number;
  /** Whether learners of the newest revision can read it. */
  isPublished: boolean;
  /** Whether the working copy says something else than what is published. */
  isRewritten: boolean;
};

const nothing = { body: '', asOf: '', sources: [] };

/** What keeps it from being published. */
export const problemsOf = ({ outline, lessons }: Prospect): PublishProblem[] =>
  publishProblems({
    modules: outline.modules.map((module) => ({
      title: module.title,
      lessons: module.lessons.map((lesson) => ({ ...nothing, ...lesson, ...lessons.get(lesson.lessonId) })),
    })),
  });

/** What would change for who reads the newest revision. */
export const differenceOf = ({ published, outline, lessons }: Prospect): OutlineDifference =>
  outlineDifference(published, outline, (_, { lessonId }) => lessons.get(lessonId)?.isRewritten === true);

/** What an author has seen before publishing, in one word: another word is another state. */
export function stateOfProspect({ outline, revision, lessons }: Prospect): string {
  const drafts = lessonsOf(outline).map(({ lessonId }) => lessons.get(lessonId)?.draftRevision ?? 0);
  return [revision, ...drafts].join('.');
}

/** What would be published; a lesson without a text is left as an empty one. */
export const contentOf = ({ outline, lessons }: Prospect, code: string) => ({
  ...{ code, title: outline.title, summary: outline.summary },
  modules: outline.modules.map((module) => ({
    ...module,
    lessons: module.lessons.map((lesson) => {
      const { title, body, minutes, asOf, sources } = { ...nothing, ...lesson, ...lessons.get(lesson.lessonId) };
      return { lessonId: lesson.lessonId, code: lesson.code, title, body, minutes, asOf, sources };
    }),
  })),
});
