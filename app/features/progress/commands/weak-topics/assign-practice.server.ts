import { requireMay, requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { dateOf, endOfDay, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { practiceMade } from '../../data/weak-topics/practice-made.server.ts';
import { practicePage } from '../../queries/weak-topics/practice-page.server.ts';

export interface NewPractice {
  unitId: string;
  topicId: string;
  /** The assignment whose answers told who is below the line. */
  assignmentId: string | null;
  /** A practice quiz of its course, or its lessons once more. */
  by: 'lessons' | { quizId: string };
  dueOn: LocalDate;
  title: string;
  /** Made with the form: the same form sent twice gives one assignment. */
  key: string;
}

export type AssignPracticeResult =
  | { kind: 'assigned'; assignmentId: string; people: number }
  | { kind: 'refused'; problem: 'due-past' | 'nobody' | 'nothing-chosen' };

/**
 * Gives practice in a topic to exactly the people of a unit who are below the line now: a group of them and an assignment
 * to it, both or neither. Leaders may, for people of their own subtree. Throws not-found for what is outside of it.
 */
export async function assignPractice(actor: Actor, input: NewPractice): Promise<AssignPracticeResult> {
  requireScope(actor, 'practice.assign');
  const { unitId, topicId, by, dueOn, title, key } = input;
  if (dueOn < dateOf(now())) return { kind: 'refused', problem: 'due-past' };
  const page = await practicePage(actor, unitId, topicId, input.assignmentId);
  requireMay(actor, 'practice.assign', page.path);
  if (by !== 'lessons' && !page.quizzes.some(({ id }) => id === by.quizId))
    return { kind: 'refused', problem: 'nothing-chosen' };
  return transact(actor, 'progress.practice-assigned', async ({ sql, record, emit, unchanged }) => {
    const made = await practiceMade(sql, key);
    if (made) {
      if (made.createdById !== actor.personId) throw new AppError('not-found');
      unchanged();
      return { kind: 'assigned', assignmentId: key, people: made.people };
    }
    const personIds = page.people.map(({ personId }) => personId);
    if (personIds.length === 0) {
      unchanged();
      return { kind: 'refused', problem: 'nobody' };
    }
    const quizId = by === 'lessons' ? null : by.quizId;
    record(key, { topicId, quizId, people: personIds.length }, page.path);
    emit({
      type: 'practice-given',
      ...{ practiceId: key, unitId, courseId: page.courseId, title, topic: page.topic, personIds },
      rule: quizId ? { lessons: 'none', quizIds: [quizId] } : { lessons: 'all', quizIds: [] },
      ...{ dueAt: endOfDay(dueOn), givenById: actor.personId },
    });
    return { kind: 'assigned', assignmentId: key, people: personIds.length };
  });
}
