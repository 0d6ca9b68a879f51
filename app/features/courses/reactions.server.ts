import { onEvent } from '#app/features/audit/commands/reactions.server.ts';
import { findCourseOfAssignment } from './data/assignments.server.ts';
import { deleteStarts } from './data/course-starts.server.ts';
import { insertGroupAssignment } from './data/practice-assignment.server.ts';

/** Assignments that other features ask for are made here, in the transaction of what asked; their people are placed after it. */
export function reactInCourses(): void {
  onEvent('practice-given', 'courses', async ({ sql, at, emit }, event) => {
    const { practiceId: id, courseId, title, dueAt, rule, givenById: createdById } = event;
    await insertGroupAssignment(sql, { id, courseId, title, dueAt, rule, groupId: id, createdById }, at);
    emit({ type: 'course-assigned', assignmentId: id });
  });
  // Who renews a certificate begins anew, with what is newest.
  onEvent('renewals-opened', 'courses', async ({ sql, emit }, { assignmentId, personIds }) => {
    const courseId = await findCourseOfAssignment(sql, assignmentId);
    if (!courseId || (await deleteStarts(sql, courseId, personIds)) === 0) return;
    emit({ type: 'course-starts-moved', courseId, personIds });
  });
}
