import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { database } from '#app/platform/db/database.server.ts';
import { listAssignments } from '../data/assignments.server.ts';

/** The assignments that the actor may change, newest first; of one course when given. */
export async function managedAssignments(actor: Actor, filter: { courseId?: string } = {}) {
  return listAssignments(database().read, requireScope(actor, 'assignment.manage'), filter);
}
