import { idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { type ReminderRule, usualRule } from '../../core/reminders/reminder-rule.ts';
import { readReminderRule } from '../../schema.reminders.ts';

/** The key of the setting that says how a unit is reminded. */
const reminderKey = 'reminders';

/** A rule and the unit that has said it; null = what holds everywhere. */
export interface FoundRule {
  rule: ReminderRule;
  unitId: string | null;
}

/** Answers, for any path, the rule of the nearest unit at or above it that has said one. One query. */
export async function loadRules(sql: Sql): Promise<(path: UnitPath) => FoundRule> {
  const rows = await sql.all<{ unitId: string; value: string }>(
    `SELECT "unitId", "value" FROM "UnitSetting" WHERE "key" = ?`,
    reminderKey,
  );
  const said = new Map(rows.map(({ unitId, value }) => [unitId, readReminderRule(value)]));
  return (path) => {
    for (const unitId of idsOf(path).reverse()) {
      const rule = said.get(unitId);
      if (rule) return { rule, unitId };
    }
    return { rule: usualRule, unitId: null };
  };
}

/** Writes what a unit says for itself and everything below, or takes it back (null). */
export async function writeRule(
  sql: Sql,
  unitId: string,
  rule: ReminderRule | null,
  byId: string,
  at: Date,
): Promise<void> {
  if (!rule) {
    await sql.run(`DELETE FROM "UnitSetting" WHERE "unitId" = ? AND "key" = ?`, unitId, reminderKey);
    return;
  }
  await sql.run(
    `INSERT INTO "UnitSetting" ("unitId", "key", "value", "updatedAt", "updatedById") VALUES (?, ?, ?, ?, ?)
     ON CONFLICT ("unitId", "key") DO UPDATE SET "value" = excluded."value", "updatedAt" = excluded."updatedAt",
       "updatedById" = excluded."updatedById"`,
    ...[unitId, reminderKey, JSON.stringify(rule), at, byId],
  );
}
