import type { Actor } from '#app/features/access/core/role.ts';
import type { OwnTerms } from '#app/features/courses/core/own-terms.ts';
import { database } from '#app/platform/db/database.server.ts';
import { listOwnTerms } from '../data/own-due.server.ts';

/** What holds for the actor alone: own due dates, exemptions, and from when on deeds count. One small query. */
export async function ownTerms(actor: Actor): Promise<OwnTerms> {
  const rows = await listOwnTerms(database().sql, actor.personId);
  const countsFrom = new Map<string, Date>();
  for (const { courseId, countsFromAt } of rows) {
    const known = countsFrom.get(courseId);
    if (countsFromAt && (!known || known < countsFromAt)) countsFrom.set(courseId, countsFromAt);
  }
  return {
    dueOf: new Map(rows.flatMap(({ assignmentId, ownDueAt }) => (ownDueAt ? [[assignmentId, ownDueAt] as const] : []))),
    countsFrom,
    exempt: new Set(rows.filter(({ isExempt }) => isExempt).map(({ assignmentId }) => assignmentId)),
  };
}
