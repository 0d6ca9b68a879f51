import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { ReminderRule } from '../../core/reminders/reminder-rule.ts';
import { loadRules, writeRule } from '../../data/reminders/reminder-rules.server.ts';
import { findUnitPath } from '../../data/units.server.ts';

/**
 * Sets how a unit and everything below it is reminded, or lets it follow the level above again (null). Throws not-found
 * outside of the scope.
 */
export async function setReminderRule(
  actor: Actor,
  { unitId, rule }: { unitId: string; rule: ReminderRule | null },
): Promise<{ kind: 'saved' | 'unchanged' }> {
  const scope = requireScope(actor, 'reminder.manage');
  return transact(actor, 'org.unit-setting-changed', async ({ sql, at, record, unchanged }) => {
    const path = await findUnitPath(sql, scope, unitId);
    if (!path) throw new AppError('not-found');
    const before = (await loadRules(sql))(path);
    const own = before.unitId === unitId ? before.rule : null;
    if (JSON.stringify(own) === JSON.stringify(rule)) {
      unchanged();
      return { kind: 'unchanged' as const };
    }
    await writeRule(sql, unitId, rule, actor.personId, at);
    record(unitId, { setting: 'reminders', ...(rule ?? { inherited: true }) }, path);
    return { kind: 'saved' as const };
  });
}
