import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type AssignmentWithUnits, findAssignment } from '../data/assignments.server.ts';

/** One assignment that the actor may change. */
export async function managedAssignment(actor: Actor, assignmentId: string): Promise<AssignmentWithUnits> {
  const scope = requireScope(actor, 'assignment.manage');
  const found = await findAssignment(database().read, scope, assignmentId);
  if (!found) throw new AppError('not-found');
  return found;
}
