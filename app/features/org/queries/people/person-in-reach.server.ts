import { may, scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import { findPersonRecord } from '../../data/people/person-records.server.ts';
import { findTreeUnit } from '../../data/tree/tree-units.server.ts';

/**
 * Where a person belongs, for features that show something of theirs: found by leaders while the person serves, by who
 * manages people also afterwards. Two queries. Throws not-found outside of the reach.
 */
export async function personInReach(
  actor: Actor,
  personId: string,
): Promise<{ id: string; unitPath: UnitPath; hasLeft: boolean }> {
  const { sql } = database();
  const scope = [...new Set([...scopeOf(actor, 'unit.view'), ...scopeOf(actor, 'person.manage')])];
  const person = await findPersonRecord(sql, scope, personId);
  const unit = person && (await findTreeUnit(sql, scope, person.unitId));
  if (!person || !unit) throw new AppError('not-found');
  if (person.leftAt && !may(actor, 'person.manage', unit.path)) throw new AppError('not-found');
  return { id: person.id, unitPath: unit.path, hasLeft: person.leftAt !== null };
}
