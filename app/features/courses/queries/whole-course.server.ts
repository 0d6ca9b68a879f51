import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { CourseContent } from '../core/course-content.ts';
import { contentOf } from '../core/course-prospect.ts';
import { findAuthoredCourse, loadDraft } from '../data/course-drafts.server.ts';

export interface WholeCourse {
  id: string;
  unitId: string;
  state: 'draft' | 'published' | 'archived';
  /** The newest published revision; 0 = none. */
  revision: number;
  content: CourseContent;
  /** Media that the texts show or offer, each once, in the order of reading. */
  mediaIds: string[];
}

const mediaOf = /\(media:([0-9A-Za-z_-]+)/g;

/**
 * A course with all its texts, as it is published, or as its authors have it (`isDraft`). Quizzes and questions are added
 * by who asks: they belong to other features. Throws not-found outside the scope.
 */
export async function wholeCourse(
  actor: Actor,
  courseId: string,
  { isDraft = false }: { isDraft?: boolean } = {},
): Promise<WholeCourse> {
  const scope = requireScope(actor, 'course.author');
  const db = database().read;
  const course = await findAuthoredCourse(db, scope, courseId);
  if (!course) throw new AppError('not-found');
  const content = contentOf(await loadDraft(db, course, { isPublished: !isDraft }), course.code);
  const bodies = content.modules.flatMap(({ lessons }) => lessons.map(({ body }) => body));
  const found = bodies.flatMap((body) => [...body.matchAll(mediaOf)].map(([, id]) => id!));
  const { id, unitId, state, revision } = course;
  return { id, unitId, state, revision, content, mediaIds: [...new Set(found)] };
}
