import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import type { AudienceFilter } from '#app/features/courses/core/audience.ts';
import { database } from '#app/platform/db/database.server.ts';
import { countAudienceChange, listReachOf } from '../data/audience.server.ts';

/**
 * How many people would come into an assignment and how many would go out of it, had it this audience now. What lies
 * outside the actor's reach is left out of the audience.
 */
export async function audienceChange(
  actor: Actor,
  assignmentId: string,
  { unitIds, groupIds, filter }: { unitIds: readonly string[]; groupIds: readonly string[]; filter: AudienceFilter },
): Promise<{ joins: number; leaves: number }> {
  const scope = requireScope(actor, 'assignment.manage');
  const { sql } = database();
  return countAudienceChange(sql, scope, assignmentId, await listReachOf(sql, scope, { unitIds, groupIds }), filter);
}
