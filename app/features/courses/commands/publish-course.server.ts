import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { lessonsOf } from '../core/course-outline.ts';
import { contentOf, problemsOf, stateOfProspect } from '../core/course-prospect.ts';
import type { PublishProblem } from '../core/publish-problems.ts';
import { listLiveAssignmentIds } from '../data/assignments.server.ts';
import { holdCourse } from '../data/course-content.server.ts';
import { deleteDrafts, findAuthoredCourse, loadDraft } from '../data/course-drafts.server.ts';
import { publishRevision } from '../data/publish-revision.server.ts';

export interface Publication {
  /** The newest revision that the actor has seen, and the state of the draft (`stateOfProspect`). */
  seen: { revision: number; state: string };
  /** What is new, for learners and leaders; may be empty for the first revision alone. */
  note: string;
  /** Changed lessons that must be read again by who moves on to this revision. */
  readAgain: readonly string[];
}

export type PublishCourseResult =
  | { kind: 'published'; revision: number }
  /** Somebody has published meanwhile, perhaps by the same press. */
  | { kind: 'already-published'; revision: number }
  /** Somebody has gone on writing since the actor looked. */
  | { kind: 'changed-meanwhile' }
  | { kind: 'nothing-new' }
  | { kind: 'note-missing' }
  | { kind: 'refused'; problems: PublishProblem[] };

/**
 * Makes the draft of a course its next revision: who has not begun gets it, who has stays. The first time it opens the
 * course to whom it is assigned. Nothing is published while something is missing. Throws not-found outside the scope.
 */
export async function publishCourse(actor: Actor, courseId: string, given: Publication): Promise<PublishCourseResult> {
  const scope = requireScope(actor, 'course.author');
  const note = nfc(given.note).trim();
  return transact(actor, 'courses.published', async ({ tx, sql, at, record, emit, unchanged }) => {
    const refused = (result: PublishCourseResult): PublishCourseResult => {
      unchanged();
      return result;
    };
    await holdCourse(sql, courseId);
    const course = await findAuthoredCourse(tx, scope, courseId);
    if (!course) throw new AppError('not-found');
    if (course.revision !== given.seen.revision)
      return refused({ kind: 'already-published', revision: course.revision });
    const draft = await loadDraft(tx, course);
    if (stateOfProspect(draft) !== given.seen.state) return refused({ kind: 'changed-meanwhile' });
    const problems = problemsOf(draft);
    if (problems.length > 0) return refused({ kind: 'refused', problems });
    if (note === '' && course.revision > 0) return refused({ kind: 'note-missing' });
    const content = contentOf(draft, course.code);
    const marks = { note, readAgain: given.readAgain, byId: actor.personId };
    const done = await publishRevision({ tx, sql, at }, course, content, marks);
    if (!done.isNew) return refused({ kind: 'nothing-new' });
    await deleteDrafts(
      tx,
      courseId,
      lessonsOf(draft.outline).map(({ lessonId }) => lessonId),
    );
    // Whom a course without lessons asked for none is asked from now on, begun or not.
    if (lessonsOf(draft.published).length === 0) {
      for (const assignmentId of await listLiveAssignmentIds(tx, courseId))
        emit({ type: 'assignment-changed', assignmentId });
    }
    const { create, change, retire } = done.lessons;
    const counts = { created: create.length, changed: change.length, retired: retire.length };
    record(courseId, { code: course.code, revision: done.revision, ...counts }, course.unitPath);
    return { kind: 'published', revision: done.revision };
  });
}
