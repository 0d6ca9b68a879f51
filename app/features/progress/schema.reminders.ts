import { z } from 'zod';
import { type ReminderRule, usualRule } from './core/reminders/reminder-rule.ts';

const clock = z.string({ error: 'not-a-time' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not-a-time' });

const ruleSchema = z.object({
  raiseAfterDays: z.number().int().min(1).max(60),
  againAfterDays: z.number().int().min(1).max(60),
  quietFrom: clock,
  quietUntil: clock,
  isQuietAtWeekends: z.boolean(),
});

/** The JSON of a unit's setting; one that another release has written otherwise is as if it had not been said. */
export function readReminderRule(text: string): ReminderRule {
  try {
    return ruleSchema.parse(JSON.parse(text));
  } catch {
    return usualRule;
  }
}

const days = z.coerce
  .number({ error: 'not-days' })
  .int({ error: 'not-days' })
  .min(1, { error: 'not-days' })
  .max(60, { error: 'not-days' });

/** The form that sets how a unit is reminded, or takes that back. */
export const reminderRuleSchema = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('save'),
      raiseAfterDays: days,
      againAfterDays: days,
      quietFrom: clock,
      quietUntil: clock,
      weekends: z.literal('quiet').optional(),
    }),
    z.object({ intent: z.literal('inherit') }),
  ],
  { error: 'not-an-intent' },
);

const id = z.string().regex(/^[0-9A-Za-z_-]{1,40}$/, { error: 'not-an-id' });

/** The form that acknowledges a late unit, or takes that back. */
export const acknowledgementSchema = z.object({
  intent: z.enum(['acknowledge', 'undo'], { error: 'not-an-intent' }),
  assignmentId: id,
  unitId: id,
  note: z
    .string()
    .default('')
    .transform((text) => text.normalize('NFC').trim())
    .refine((text) => text.length <= 500, { error: 'note-too-long' }),
  // Where to go back to: a unit's list, or all.
  unit: z.union([id, z.literal('')]).default(''),
});

/** Which unit and assignment an address of reminders asks for; what cannot be an id is looked for and not found. */
export function readRemindersSearch(search: URLSearchParams): { unitId: string | null; assignmentId: string | null } {
  const one = (name: string) => {
    const value = search.get(name);
    if (!value) return null;
    return id.safeParse(value).success ? value : '-';
  };
  return { unitId: one('unit'), assignmentId: one('assignment') };
}
