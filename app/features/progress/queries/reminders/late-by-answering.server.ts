import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { answeringUnit } from '../../core/reminders/answering-unit.ts';
import { type DueAssignment, listLateUnits } from '../../data/reminders/late-units.server.ts';
import type { LedUnit } from '../../data/reminders/led-units.server.ts';

/** A unit that answers for late people, its own and those of the platoons and squads without a leader below it. */
export interface AnsweringUnit {
  unit: LedUnit;
  late: number;
  since: Date;
}

/** Who is late in an assignment within the scope now, by the unit that answers. */
export async function lateByAnswering(
  sql: Sql,
  assignment: Pick<DueAssignment, 'id' | 'dueAt'>,
  scope: readonly UnitPath[],
  units: ReadonlyMap<string, LedUnit>,
  at: Date,
): Promise<AnsweringUnit[]> {
  const answering = new Map<string, AnsweringUnit>();
  for (const { unitId, late, since } of await listLateUnits(sql, assignment, scope, at)) {
    const own = units.get(unitId);
    const found = own && answeringUnit(own.path, (id) => units.get(id));
    const unit = found && units.get(found.id);
    if (!unit) continue;
    const known = answering.get(unit.id);
    answering.set(unit.id, {
      unit,
      late: late + (known?.late ?? 0),
      since: known && known.since < since ? known.since : since,
    });
  }
  return [...answering.values()];
}
