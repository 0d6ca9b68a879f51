import { type AbsenceReason, absenceReasons } from './absence.ts';

export type AbsentByReason = Record<AbsenceReason, number>;

/** Strength of a day: present and absent by reason always add up to it. */
export interface DayFigures {
  strength: number;
  present: number;
  absent: AbsentByReason;
}

export const nobodyAbsent = (): AbsentByReason => ({ duty: 0, hospital: 0, leave: 0, attached: 0, other: 0 });

/** How many are absent, whatever the reason. */
export const absentTotal = (absent: AbsentByReason): number =>
  absenceReasons.reduce((sum, reason) => sum + absent[reason], 0);

/** Whoever is not absent is present: the one way in which figures of a day are made. */
export function dayFigures(strength: number, absent: AbsentByReason): DayFigures {
  return { strength, present: strength - absentTotal(absent), absent };
}

/** The figures of several units together. */
export function sumOfDays(all: readonly DayFigures[]): DayFigures {
  const absent = nobodyAbsent();
  for (const each of all) for (const reason of absenceReasons) absent[reason] += each.absent[reason];
  return dayFigures(
    all.reduce((sum, { strength }) => sum + strength, 0),
    absent,
  );
}

/** Absent people by reason out of a list of reasons. */
export function countReasons(reasons: readonly AbsenceReason[]): AbsentByReason {
  const absent = nobodyAbsent();
  for (const reason of reasons) absent[reason] += 1;
  return absent;
}

export const sameFigures = (a: DayFigures, b: DayFigures): boolean =>
  a.strength === b.strength && absenceReasons.every((reason) => a.absent[reason] === b.absent[reason]);
