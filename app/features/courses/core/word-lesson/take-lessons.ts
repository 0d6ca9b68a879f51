import { codeOf } from '../code-of.ts';
import { type CourseOutline, lessonsOf, withLesson, withModule } from '../course-outline.ts';
import type { LessonText } from '../lesson-editor/lesson-text.ts';
import { readingMeasure } from '../lesson-editor/reading-measure.ts';
import { mostLessons, mostModules } from '../outline-change.ts';
import type { WordModule } from './word-to-lessons.ts';

export interface TakenLessons {
  outline: CourseOutline;
  drafts: { lessonId: string; text: LessonText }[];
}

/**
 * The outline with the modules and lessons of a document behind what it has, and the texts of those lessons. `idOf` names
 * the n-th new thing the same each time, so that a form sent twice makes nothing twice. 'too-many': the course would be
 * longer than a course may be.
 */
export function takeLessons(
  outline: CourseOutline,
  modules: readonly WordModule[],
  { idOf, asOf, untitled }: { idOf: (index: number) => string; asOf: string; untitled: string },
): TakenLessons | 'too-many' {
  let index = 0;
  const nextId = () => {
    index += 1;
    return idOf(index);
  };
  let after = outline;
  const drafts: TakenLessons['drafts'] = [];
  for (const { title, lessons } of modules) {
    const name = title.trim() || untitled;
    const code = codeOf(name, nextId(), 'chuyen-de');
    after = withModule(after, { code, title: name, summary: '', lessons: [] });
    for (const lesson of lessons) {
      const lessonId = nextId();
      const minutes = Math.min(240, Math.max(1, readingMeasure(lesson.text).minutes));
      const text: LessonText = { title: lesson.title, body: lesson.text, minutes, asOf, sources: [] };
      after = withLesson(after, code, {
        ...{ lessonId, code: codeOf(lesson.title, lessonId, 'bai'), versionNumber: null, title: lesson.title, minutes },
      });
      drafts.push({ lessonId, text });
    }
  }
  if (after.modules.length > mostModules || lessonsOf(after).length > mostLessons) return 'too-many';
  return { outline: after, drafts };
}
