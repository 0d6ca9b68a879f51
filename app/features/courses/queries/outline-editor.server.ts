import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import {
  type CourseOutline,
  lessonsOf,
  type OutlinedLesson,
  type OutlinedModule,
  placeOf,
} from '../core/course-outline.ts';
import { differenceOf, type Prospect, problemsOf, stateOfProspect } from '../core/course-prospect.ts';
import { isSameOutline } from '../core/outline-difference.ts';
import { findAuthoredCourse, loadDraft } from '../data/course-drafts.server.ts';
import { listNames } from '../data/lesson-copies.server.ts';

export type EditedLessonState = 'new' | 'rewritten' | 'published';

export interface OutlineEditor {
  course: { id: string; code: string; state: 'draft' | 'published' | 'archived'; revision: number };
  title: string;
  summary: string;
  /** The optimistic lock: goes back with every step. */
  revision: number;
  modules: (Omit<OutlinedModule, 'lessons'> & { lessons: (OutlinedLesson & { state: EditedLessonState })[] })[];
  /** Lessons that were taken out and may be put back, with the module where they stood if it is still there. */
  out: { lessonId: string; title: string; moduleCode: string; position: number | null; isPublished: boolean }[];
  /** Who changed the outline last; null = as published. */
  last: { by: string | null; at: Date } | null;
  /** Whether anything waits to be published. */
  isChanged: boolean;
  problems: number;
  /** What has been seen here, for publishing and discarding. */
  state: string;
}

/** The outline of the next revision of a course, as its authors change it. Throws not-found outside the scope. */
export async function outlineEditor(actor: Actor, courseId: string): Promise<OutlineEditor> {
  const scope = requireScope(actor, 'course.author');
  const db = database().read;
  const course = await findAuthoredCourse(db, scope, courseId);
  if (!course) throw new AppError('not-found');
  const draft = await loadDraft(db, course);
  const { outline, revision, lessons, published, updatedAt, updatedById } = draft;
  const by = (await listNames(db, [updatedById])).get(updatedById ?? '') ?? null;
  const { id, code, state, revision: newest } = course;
  return {
    course: { id, code, state, revision: newest },
    ...{ title: outline.title, summary: outline.summary, revision },
    modules: outline.modules.map((module) => ({
      ...module,
      lessons: module.lessons.map((lesson) => ({ ...lesson, state: stateOf(lessons.get(lesson.lessonId)) })),
    })),
    out: takenOut(outline, published, lessons),
    last: updatedAt && { by, at: updatedAt },
    isChanged: !isSameOutline(differenceOf(draft)) || [...lessons.values()].some((lesson) => lesson.isRewritten),
    problems: problemsOf(draft).length,
    state: stateOfProspect(draft),
  };
}

function stateOf(text: { isPublished: boolean; isRewritten: boolean } | undefined): EditedLessonState {
  if (!text?.isPublished) return 'new';
  return text.isRewritten ? 'rewritten' : 'published';
}

function takenOut(
  outline: CourseOutline,
  published: CourseOutline,
  lessons: Prospect['lessons'],
): OutlineEditor['out'] {
  const standing = new Set(lessonsOf(outline).map(({ lessonId }) => lessonId));
  const former = new Set(lessonsOf(published).map(({ lessonId }) => lessonId));
  const first = outline.modules[0]?.code;
  return [...lessons.values()].flatMap(({ lessonId, title, isPublished, draftRevision }) => {
    // Lessons that an earlier revision had are out for good unless somebody went on writing them.
    if (standing.has(lessonId) || (!former.has(lessonId) && draftRevision === 0)) return [];
    const place = placeOf(published, lessonId);
    const isThere = place && outline.modules.some(({ code }) => code === place.moduleCode);
    const moduleCode = isThere ? place.moduleCode : first;
    if (moduleCode === undefined) return [];
    return [{ lessonId, title, moduleCode, position: isThere ? place.position : null, isPublished }];
  });
}
