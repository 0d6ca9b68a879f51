import type { Actor } from '#app/features/access/core/role.ts';
import { unitPlace } from '#app/features/org/queries/unit-place.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { ReminderRule } from '../../core/reminders/reminder-rule.ts';
import { loadRules } from '../../data/reminders/reminder-rules.server.ts';
import { listUnitNames } from '../../data/units.server.ts';

export interface ReminderRulePage {
  unit: { id: string; name: string };
  rule: ReminderRule;
  /** Who has said it: the unit itself, one above it, or nobody. */
  from: { kind: 'own' } | { kind: 'above'; name: string } | { kind: 'usual' };
}

/** How a unit is reminded, and by whose word. Throws not-found outside of the scope. */
export async function reminderRulePage(actor: Actor, unitId: string): Promise<ReminderRulePage> {
  const { unit } = await unitPlace(actor, unitId, 'reminder.manage');
  const { sql } = database();
  const found = (await loadRules(sql))(unit.path);
  const [above] = found.unitId && found.unitId !== unit.id ? await listUnitNames(sql, [found.unitId]) : [];
  return {
    unit: { id: unit.id, name: unit.name },
    rule: found.rule,
    from: above ? { kind: 'above', name: above.shortName } : found.unitId ? { kind: 'own' } : { kind: 'usual' },
  };
}
