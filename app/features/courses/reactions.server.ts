import { onEvent } from '#app/features/audit/commands/reactions.server.ts';
import { insertGroupAssignment } from './data/practice-assignment.server.ts';

/** Assignments that other features ask for are made here, in the transaction of what asked; their people are placed after it. */
export function reactInCourses(): void {
  onEvent('practice-given', 'courses', async ({ sql, at, emit }, event) => {
    const { practiceId: id, courseId, title, dueAt, rule, givenById: createdById } = event;
    await insertGroupAssignment(sql, { id, courseId, title, dueAt, rule, groupId: id, createdById }, at);
    emit({ type: 'course-assigned', assignmentId: id });
  });
}
