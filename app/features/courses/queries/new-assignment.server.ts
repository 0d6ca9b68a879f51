import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { dateOf, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { findAssignableCourse } from '../data/assignments.server.ts';
import { type AudienceChoices, audienceChoices } from './audience-choices.server.ts';

export interface NewAssignmentPage extends AudienceChoices {
  course: { id: string; title: string };
  today: LocalDate;
}

/** What the form needs that assigns a course: the units and groups within the actor's reach. */
export async function newAssignmentPage(actor: Actor, courseId: string): Promise<NewAssignmentPage> {
  const scope = requireScope(actor, 'assignment.manage');
  const course = await findAssignableCourse(database().read, scope, courseId);
  if (!course) throw new AppError('not-found');
  return {
    course: { id: course.id, title: course.title },
    today: dateOf(now()),
    ...(await audienceChoices(actor)),
  };
}
