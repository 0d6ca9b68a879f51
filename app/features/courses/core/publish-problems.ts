import { isLocalDate } from '#app/kernel/vietnam-time.ts';
import { lessonProblems } from './lesson-editor/lesson-problems.ts';

/** What keeps a course from being published. */
export interface PublishProblem {
  code:
    | 'no-module'
    | 'empty-module'
    | 'lesson-without-title'
    | 'lesson-without-text'
    | 'picture-without-words'
    | 'lesson-text-broken'
    | 'lesson-without-date'
    | 'lesson-without-source';
  /** Of the module, or the lesson; '' = the course itself. */
  title: string;
  lessonId: string | null;
  /** The line in the lesson's text; null = the lesson as a whole. */
  line: number | null;
}

/** A course as it would be published. */
export interface ProspectiveCourse {
  modules: {
    title: string;
    lessons: { lessonId: string; title: string; body: string; asOf: string; sources: readonly string[] }[];
  }[];
}

/** Everything that is missing, in the order of reading; empty = it can be published. */
export function publishProblems(course: ProspectiveCourse): PublishProblem[] {
  if (course.modules.length === 0) return [{ code: 'no-module', title: '', lessonId: null, line: null }];
  return course.modules.flatMap(({ title, lessons }): PublishProblem[] => {
    if (lessons.length === 0) return [{ code: 'empty-module', title, lessonId: null, line: null }];
    return lessons.flatMap(problemsOf);
  });
}

function problemsOf(lesson: ProspectiveCourse['modules'][number]['lessons'][number]): PublishProblem[] {
  const { lessonId, title, body, asOf, sources } = lesson;
  const say = (code: PublishProblem['code'], line: number | null = null) => ({ code, title, lessonId, line });
  const problems: PublishProblem[] = [];
  if (title.trim() === '') problems.push(say('lesson-without-title'));
  if (body.trim() === '') problems.push(say('lesson-without-text'));
  for (const { code, line } of lessonProblems(body))
    problems.push(say(code === 'picture-without-words' ? code : 'lesson-text-broken', line));
  if (!isLocalDate(asOf)) problems.push(say('lesson-without-date'));
  if (sources.every((source) => source.trim() === '')) problems.push(say('lesson-without-source'));
  return problems;
}
