import { addYears, endOfDay, isLocalDate, type LocalDate, startOfDay } from '#app/kernel/vietnam-time.ts';

/** Where a grant stands: begins later, in force, over by its date, or ended before it. */
export type GrantState = 'waiting' | 'in-force' | 'over' | 'ended';

export function grantState(grant: { fromAt: Date; untilAt: Date | null; endedAt: Date | null }, at: Date): GrantState {
  if (grant.endedAt && grant.endedAt <= at) return 'ended';
  if (grant.untilAt && grant.untilAt <= at) return 'over';
  return grant.fromAt > at ? 'waiting' : 'in-force';
}

export type TermProblem = 'day-unknown' | 'until-missing' | 'until-before-from' | 'until-past' | 'too-far' | 'beyond';

export interface Term {
  fromAt: Date;
  untilAt: Date | null;
}

/**
 * From when until when a role is held, out of two typed days: an empty first is from now, an empty last is for good. The
 * last day counts whole. Nobody plans more than ten years ahead: that is a slip of the pen.
 */
export function termOf(
  typed: { fromDay: string; untilDay: string },
  at: Date,
  today: LocalDate,
  { mustEnd = false, latest = null }: { mustEnd?: boolean; latest?: Date | null } = {},
): { ok: true; term: Term } | { ok: false; field: 'fromDay' | 'untilDay'; problem: TermProblem } {
  const [from, until] = [typed.fromDay.trim(), typed.untilDay.trim()];
  const wrong = (field: 'fromDay' | 'untilDay', problem: TermProblem) => ({ ok: false as const, field, problem });
  if (from !== '' && !isLocalDate(from)) return wrong('fromDay', 'day-unknown');
  if (until !== '' && !isLocalDate(until)) return wrong('untilDay', 'day-unknown');
  if (until === '' && mustEnd) return wrong('untilDay', 'until-missing');
  const last = addYears(today, 10);
  if (from > last) return wrong('fromDay', 'too-far');
  if (until !== '' && until < today) return wrong('untilDay', 'until-past');
  if (until !== '' && from !== '' && until < from) return wrong('untilDay', 'until-before-from');
  if (until > last) return wrong('untilDay', 'too-far');
  // A first day that is today or gone by begins now: nobody has held a role before it was granted.
  const fromAt = from === '' || from <= today ? at : startOfDay(from);
  const untilAt = until === '' ? null : endOfDay(until);
  if (latest && (!untilAt || untilAt > latest)) return wrong('untilDay', 'beyond');
  return { ok: true, term: { fromAt, untilAt } };
}
