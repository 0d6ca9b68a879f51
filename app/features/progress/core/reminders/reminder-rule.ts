import { dateOf, formatTime } from '#app/kernel/vietnam-time.ts';

/** How a unit is reminded; set on a unit, it holds for the whole subtree below until another says otherwise. */
export interface ReminderRule {
  /** After so many days without acknowledgement a notice goes to the level above. */
  readonly raiseAfterDays: number;
  /** After so many days an acknowledged notice asks again, while somebody is still late. */
  readonly againAfterDays: number;
  /** Wall clock there, 'HH:MM'; the same twice = no quiet hours. They may pass midnight. */
  readonly quietFrom: string;
  readonly quietUntil: string;
  /** On Saturdays and Sundays nothing is raised. */
  readonly isQuietAtWeekends: boolean;
}

/** What holds where no unit has said anything. */
export const usualRule: ReminderRule = {
  raiseAfterDays: 3,
  againAfterDays: 7,
  quietFrom: '21:00',
  quietUntil: '06:00',
  isQuietAtWeekends: true,
};

/** Whether nobody is to be disturbed at an instant. */
export function isQuiet({ quietFrom, quietUntil, isQuietAtWeekends }: ReminderRule, at: Date): boolean {
  if (isQuietAtWeekends && isWeekend(at)) return true;
  const clock = formatTime(at).slice(0, 5);
  if (quietFrom === quietUntil) return false;
  return quietFrom < quietUntil ? clock >= quietFrom && clock < quietUntil : clock >= quietFrom || clock < quietUntil;
}

function isWeekend(at: Date): boolean {
  const day = new Date(`${dateOf(at)}T00:00:00Z`).getUTCDay();
  return day === 0 || day === 6;
}
