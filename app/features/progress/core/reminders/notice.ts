import { addDays, dateOf, daysBetween, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { isQuiet, type ReminderRule } from './reminder-rule.ts';

/** That a unit is late in an assignment, as it was laid before somebody. */
export interface Notice {
  /** How many levels above the unit it stands: 0 = its own leader. */
  readonly level: number;
  readonly raisedAt: Date;
  readonly acknowledgedAt: Date | null;
}

export type NoticeStep =
  | { readonly kind: 'open' | 'raise'; readonly level: number }
  | { readonly kind: 'ask-again' | 'settle' | 'keep' };

const keep: NoticeStep = { kind: 'keep' };

/**
 * What becomes of a notice (null: there is none yet) at an instant. Levels without a leader are passed over: nobody there
 * would ever acknowledge. In quiet hours only what is over is settled.
 */
export function nextStep(
  notice: Notice | null,
  { late, levels, rule, at }: { late: number; levels: readonly boolean[]; rule: ReminderRule; at: Date },
): NoticeStep {
  if (late <= 0) return notice ? { kind: 'settle' } : keep;
  if (isQuiet(rule, at)) return keep;
  if (!notice) return { kind: 'open', level: Math.max(0, levels.indexOf(true)) };
  const days = (since: Date) => daysBetween(dateOf(since), dateOf(at));
  if (notice.acknowledgedAt) {
    return days(notice.acknowledgedAt) >= rule.againAfterDays ? { kind: 'ask-again' } : keep;
  }
  if (days(notice.raisedAt) < rule.raiseAfterDays) return keep;
  const level = levels.indexOf(true, notice.level + 1);
  return level === -1 ? keep : { kind: 'raise', level };
}

/** The day on which it goes a level up unless it is acknowledged; null = it is, or there is no level above. */
export function raisesOn(notice: Notice, levels: readonly boolean[], rule: ReminderRule): LocalDate | null {
  if (notice.acknowledgedAt || !levels.includes(true, notice.level + 1)) return null;
  return addDays(dateOf(notice.raisedAt), rule.raiseAfterDays);
}
