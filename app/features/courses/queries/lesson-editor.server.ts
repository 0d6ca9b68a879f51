import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type LessonText, textOf } from '../core/lesson-editor/lesson-text.ts';
import { listNames } from '../data/lesson-copies.server.ts';
import { findEditedLesson } from '../data/lesson-drafts.server.ts';

export interface LessonEditor {
  course: { id: string; code: string; title: string };
  lessonId: string;
  text: LessonText;
  /** 0 = nobody has changed the published text, or nothing was written yet. */
  revision: number;
  savedAt: Date;
  savedBy: string | null;
  isPublished: boolean;
}

/** A lesson as its author goes on writing it. Throws not-found for a lesson outside the scope. */
export async function lessonEditor(actor: Actor, courseId: string, lessonId: string): Promise<LessonEditor> {
  const scope = requireScope(actor, 'course.author');
  const found = await findEditedLesson(database().read, scope, courseId, lessonId);
  if (!found) throw new AppError('not-found');
  const { course, draft, isPublished } = found;
  const names = await listNames(database().read, [draft.updatedById]);
  return {
    course: { id: course.id, code: course.code, title: course.title },
    lessonId,
    text: textOf(draft),
    revision: draft.revision,
    savedAt: draft.updatedAt,
    savedBy: names.get(draft.updatedById ?? '') ?? null,
    isPublished,
  };
}
