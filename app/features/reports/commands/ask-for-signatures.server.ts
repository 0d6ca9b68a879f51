import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { assignmentChoice } from '#app/features/progress/queries/assignment-choice.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { endOfDay, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { database } from '#app/platform/db/database.server.ts';
import { listRequests, replaceRequests } from '../data/unit-settings.server.ts';
import { findNamedUnit } from '../data/units.server.ts';

/** Older requests than so many make room. */
const keptRequests = 30;

/** Asks the leaders of the units directly below to sign their figures of a day: it stands on their pages until they have. */
export async function askForSignatures(
  actor: Actor,
  { unitId, assignmentId, day }: { unitId: string; assignmentId: string; day: LocalDate },
): Promise<void> {
  const scope = requireScope(actor, 'report.make');
  const unit = await findNamedUnit(database().read, scope, unitId);
  if (!unit) throw new AppError('not-found');
  const { chosen } = await assignmentChoice(unit, assignmentId, endOfDay(day));
  if (chosen?.id !== assignmentId) throw new AppError('not-found');
  await transact(actor, 'org.unit-setting-changed', async ({ tx, sql, at, record, unchanged }) => {
    await sql.get(`SELECT "id" FROM "Unit" WHERE "id" = ?${sql.forUpdate}`, unitId);
    const known = await listRequests(tx, unitId);
    if (known.some((each) => each.assignmentId === assignmentId && each.day === day)) return unchanged();
    const request = { assignmentId, day, askedAt: at.toISOString(), askedById: actor.personId };
    await replaceRequests(tx, { unitId, at, byId: actor.personId }, [request, ...known].slice(0, keptRequests));
    record(unitId, { key: 'figure-requests', assignmentId, day }, unit.path);
  });
}
