import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { lessonsOf } from '../core/course-outline.ts';
import { differenceOf, problemsOf, stateOfProspect } from '../core/course-prospect.ts';
import { type CaptionHint, captionHints } from '../core/lesson-editor/caption-hints.ts';
import { isSameOutline, type OutlineDifference } from '../core/outline-difference.ts';
import type { PublishProblem } from '../core/publish-problems.ts';
import { findAuthoredCourse, loadDraft } from '../data/course-drafts.server.ts';
import { uncaptionedMedia } from './uncaptioned-media.server.ts';

export interface PublicationPage {
  course: { id: string; title: string; state: 'draft' | 'published' | 'archived'; revision: number };
  /** The state of the draft that is shown, which goes back with the form. */
  state: string;
  difference: OutlineDifference;
  isChanged: boolean;
  problems: PublishProblem[];
  /** Films and sounds without captions: worth mending, no reason to wait. */
  captionHints: (CaptionHint & { lessonId: string; title: string })[];
  /** What the course would have. */
  modules: number;
  lessons: number;
}

/** What publishing would change, and what keeps it from being done. Throws not-found outside the scope. */
export async function publicationPage(actor: Actor, courseId: string): Promise<PublicationPage> {
  const scope = requireScope(actor, 'course.author');
  const db = database().read;
  const course = await findAuthoredCourse(db, scope, courseId);
  if (!course) throw new AppError('not-found');
  const draft = await loadDraft(db, course);
  const difference = differenceOf(draft);
  const texts = lessonsOf(draft.outline).flatMap(({ lessonId, title }) => {
    const body = draft.lessons.get(lessonId)?.body ?? '';
    return body.includes('media:') ? [{ lessonId, title, body }] : [];
  });
  const uncaptioned = await uncaptionedMedia(texts.map(({ body }) => body));
  return {
    course: { id: courseId, title: draft.outline.title, state: course.state, revision: course.revision },
    ...{ state: stateOfProspect(draft), difference, isChanged: !isSameOutline(difference) },
    problems: problemsOf(draft),
    captionHints: texts.flatMap(({ lessonId, title, body }) =>
      captionHints(body, uncaptioned).map((hint) => ({ ...hint, lessonId, title })),
    ),
    ...{ modules: draft.outline.modules.length, lessons: lessonsOf(draft.outline).length },
  };
}
