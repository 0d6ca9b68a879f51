import { addDays, type LocalDate } from '#app/kernel/vietnam-time.ts';

/** Why a person of the strength is not present: công tác, đi viện, nghỉ phép, biệt phái, lý do khác. In the order of reports. */
export const absenceReasons = ['duty', 'hospital', 'leave', 'attached', 'other'] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

/** Days away, both included; null as end = until told otherwise. */
export interface DaySpan {
  fromDay: LocalDate;
  untilDay: LocalDate | null;
}

export interface Away extends DaySpan {
  reason: AbsenceReason;
  note: string;
}

/** A stored absence. */
export interface StoredAway extends Away {
  id: string;
}

/** Whether the day lies in the span. */
export function isOn({ fromDay, untilDay }: DaySpan, day: LocalDate): boolean {
  return fromDay <= day && (untilDay === null || untilDay >= day);
}

/** What is left of a span when the days of another are cut out of it: none, one or two spans. */
export function without(span: DaySpan, cut: DaySpan): DaySpan[] {
  const isBefore = span.untilDay !== null && span.untilDay < cut.fromDay;
  const isAfter = cut.untilDay !== null && span.fromDay > cut.untilDay;
  if (isBefore || isAfter) return [span];
  const rest: DaySpan[] = [];
  if (span.fromDay < cut.fromDay) rest.push({ fromDay: span.fromDay, untilDay: addDays(cut.fromDay, -1) });
  if (cut.untilDay !== null && (span.untilDay === null || span.untilDay > cut.untilDay))
    rest.push({ fromDay: addDays(cut.untilDay, 1), untilDay: span.untilDay });
  return rest;
}
