import type { Change } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { CourseContent } from '../core/course-content.ts';
import { type CourseOutline, lessonsOf } from '../core/course-outline.ts';
import { isSameText } from '../core/lesson-editor/lesson-text.ts';
import { listLiveAssignmentIds } from '../data/assignments.server.ts';
import { type CourseRow, findCourseByCode, holdCourse, insertCourse } from '../data/course-content.server.ts';
import { type CourseDraft, deleteDrafts, loadDraft, writeOutline } from '../data/course-drafts.server.ts';
import { writeDraft } from '../data/lesson-drafts.server.ts';
import { publishRevision } from '../data/publish-revision.server.ts';

export interface CourseToTake {
  content: CourseContent;
  /** Owns the course where it is new. */
  unitId: string;
  /** Published at once as the next revision, or left as the draft that an author publishes. */
  as: 'draft' | 'published';
  /** What is new, for learners and leaders; of a published revision. */
  note: string;
}

/**
 * A step of a greater change (a whole course that came from elsewhere): makes this content the draft of the course with its
 * code, or its next revision, and answers its id. Who takes it has judged scope and unpublished work in the same transaction.
 * Throws conflict where the drafts are others by now.
 */
export async function takeCourse(pen: Change, byId: string, given: CourseToTake): Promise<string> {
  const { tx, sql, at } = pen;
  const { content, unitId, as, note } = given;
  const known = await findCourseByCode(tx, content.code);
  if (known) await holdCourse(sql, known.id);
  const course = (known && (await findCourseByCode(tx, content.code))) ?? newCourse(content, unitId);
  if (!known) await insertCourse(tx, course, at);
  const draft = await loadDraft(tx, course);
  const ids = lessonIdsOf(draft);
  if (as === 'draft') await asDraft(pen, byId, { course, content, draft, ids });
  else await asPublished(pen, byId, { course, content, draft, ids, note });
  return course.id;
}

interface Standing {
  course: CourseRow;
  content: CourseContent;
  draft: CourseDraft;
  /** By the codes of lessons that the course has or had. */
  ids: ReadonlyMap<string, string>;
}

async function asDraft({ sql, at }: Change, byId: string, { course, content, draft, ids }: Standing): Promise<void> {
  const versions = new Map(lessonsOf(draft.published).map(({ lessonId, versionNumber }) => [lessonId, versionNumber]));
  const changed = () => new AppError('conflict', { reason: 'changed' });
  const outline: CourseOutline = { title: content.title, summary: content.summary, modules: [] };
  for (const { code, title, summary, lessons } of content.modules) {
    const outlined: CourseOutline['modules'][number]['lessons'] = [];
    for (const lesson of lessons) {
      const lessonId = ids.get(lesson.code) ?? newId();
      const versionNumber = versions.get(lessonId) ?? null;
      outlined.push({
        ...{ lessonId, code: lesson.code, versionNumber },
        title: lesson.title,
        minutes: lesson.minutes,
      });
      const before = draft.lessons.get(lessonId);
      if (before && isSameText(before, lesson)) continue;
      const writing = { base: before?.draftRevision ?? 0, baseNumber: versionNumber, byId, at };
      if (!(await writeDraft(sql, { courseId: course.id, lessonId }, lesson, writing))) throw changed();
    }
    outline.modules.push({ code, title, summary, lessons: outlined });
  }
  if (!(await writeOutline(sql, course.id, outline, { base: draft.revision, byId, at }))) throw changed();
}

async function asPublished(
  { tx, sql, at, emit }: Change,
  byId: string,
  { course, content, draft, ids, note }: Standing & { note: string },
): Promise<void> {
  const withIds = {
    ...content,
    modules: content.modules.map((module) => ({
      ...module,
      lessons: module.lessons.map((lesson) => ({ ...lesson, lessonId: ids.get(lesson.code) ?? newId() })),
    })),
  };
  await publishRevision({ tx, sql, at }, course, withIds, { note, readAgain: [], byId });
  const outlined = [...lessonsOf(draft.outline), ...withIds.modules.flatMap(({ lessons }) => lessons)];
  await deleteDrafts(
    tx,
    course.id,
    outlined.map(({ lessonId }) => lessonId),
  );
  // Whom a course without lessons asked for none is asked from now on, begun or not.
  if (lessonsOf(draft.published).length === 0)
    for (const assignmentId of await listLiveAssignmentIds(tx, course.id))
      emit({ type: 'assignment-changed', assignmentId });
}

function newCourse({ code, title, summary }: CourseContent, unitId: string): CourseRow {
  return { ...{ id: newId(), code, unitId, title, summary }, state: 'draft', contentHash: '', revision: 0 };
}

function lessonIdsOf({ lessons, outline }: CourseDraft): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { lessonId, code } of [...lessons.values(), ...lessonsOf(outline)])
    if (code !== '') ids.set(code, lessonId);
  return ids;
}
