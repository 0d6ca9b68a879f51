import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import type { CourseContent } from '../core/course-content.ts';
import { contentOf } from '../core/course-prospect.ts';
import { countTakenCodes, findCourseByCode } from '../data/course-content.server.ts';
import { loadDraft } from '../data/course-drafts.server.ts';
import { findCourseUnitPath } from '../data/lesson-drafts.server.ts';

/** What stands under the code of a course that somebody brings from elsewhere. */
export interface StandingCourse {
  id: string;
  unitId: string;
  unitPath: UnitPath;
  state: 'draft' | 'published' | 'archived';
  /** The newest published revision; 0 = none. */
  revision: number;
  /** The optimistic lock of its outline's draft; 0 = there is none. */
  draftRevision: number;
  published: CourseContent;
  /** As its authors have it: the same as published where nobody has changed anything. */
  draft: CourseContent;
}

/** The course with this code, wherever it belongs, or null: who asks looks at its unit. Within a change `db` is the transaction. */
export async function standingCourse(db: Db, code: string): Promise<StandingCourse | null> {
  const course = await findCourseByCode(db, code);
  if (!course) return null;
  const { id, unitId, state, revision } = course;
  const draft = await loadDraft(db, course);
  const published = await loadDraft(db, course, { isPublished: true });
  return {
    ...{ id, unitId, state, revision, draftRevision: draft.revision },
    unitPath: await findCourseUnitPath(db, id),
    published: bare(contentOf(published, code)),
    draft: bare(contentOf(draft, code)),
  };
}

/** How many modules and lessons of a course are called like some of another course; `courseId` null = it is new here. */
export const takenCodes = (db: Db, courseId: string | null, { modules }: CourseContent): Promise<number> =>
  countTakenCodes(db, courseId ?? '', {
    modules: modules.map(({ code }) => code),
    lessons: modules.flatMap(({ lessons }) => lessons.map(({ code }) => code)),
  });

/** Without the ids of this installation. */
const bare = ({ code, title, summary, modules }: CourseContent): CourseContent => ({
  ...{ code, title, summary },
  modules: modules.map((module) => ({
    ...{ code: module.code, title: module.title, summary: module.summary },
    lessons: module.lessons.map(({ code, title, minutes, asOf, sources, body }) => ({
      ...{ code, title, minutes, asOf, sources, body },
    })),
  })),
});
