import { dateOf, daysBetween, endOfDay, type LocalDate, startOfDay } from '#app/kernel/vietnam-time.ts';

/** What makes an assignment completed: the course's lessons read or not asked for, and these quizzes passed. */
export interface CompletionRule {
  lessons: 'all' | 'none';
  quizIds: string[];
  /** How much of a lesson's stated minutes must pass between its opening and its being read; absent = nothing is asked. */
  readingShare?: number;
}

export interface AssignmentDates {
  openAt: Date;
  dueAt: Date | null;
  closeAt: Date | null;
}

/** The days of a form as instants: it opens with its day, is due and closes at the last instant of theirs. */
export function assignmentDates(days: {
  openOn: LocalDate;
  dueOn: LocalDate | null;
  closeOn: LocalDate | null;
}): AssignmentDates {
  return {
    openAt: startOfDay(days.openOn),
    dueAt: days.dueOn ? endOfDay(days.dueOn) : null,
    closeAt: days.closeOn ? endOfDay(days.closeOn) : null,
  };
}

export type DateProblem = {
  field: 'dueOn' | 'closeOn';
  code: 'due-before-open' | 'close-before-open' | 'close-before-due';
};

/** What contradicts itself in the dates; empty = they can stand. */
export function dateProblems({ openAt, dueAt, closeAt }: AssignmentDates): DateProblem[] {
  const problems: DateProblem[] = [];
  if (dueAt && dueAt < openAt) problems.push({ field: 'dueOn', code: 'due-before-open' });
  if (closeAt && closeAt < openAt) problems.push({ field: 'closeOn', code: 'close-before-open' });
  else if (closeAt && dueAt && closeAt < dueAt) problems.push({ field: 'closeOn', code: 'close-before-due' });
  return problems;
}

/**
 * When somebody is due who has a due date of one's own beside that of all (an extension, the end of a certificate): the
 * later of both. Putting off everybody's date shortens nobody's extension.
 */
export function dueFor(dueAt: Date | null, ownDueAt: Date | null): Date | null {
  if (!ownDueAt) return dueAt;
  return dueAt && dueAt > ownDueAt ? dueAt : ownDueAt;
}

/** How near a due date is, for who is not finished. `days`: calendar days there, 0 = today, negative = past. */
export type DueState = { state: 'none' } | { state: 'later' | 'soon' | 'late'; days: number };

/** From this many days before on, a due date is soon. */
export const soonDays = 7;

/** Overdue is derived here and never stored. */
export function dueState(dueAt: Date | null, now: Date): DueState {
  if (!dueAt) return { state: 'none' };
  const days = daysBetween(dateOf(now), dateOf(dueAt));
  if (now > dueAt) return { state: 'late', days };
  return { state: days <= soonDays ? 'soon' : 'later', days };
}

/** Order of what is to be done: the nearest due date first, what has none last. */
export function byUrgency(a: { dueAt: Date | null; openAt: Date }, b: { dueAt: Date | null; openAt: Date }): number {
  const due = (each: { dueAt: Date | null }) => each.dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  if (due(a) !== due(b)) return due(a) < due(b) ? -1 : 1;
  return a.openAt.getTime() - b.openAt.getTime();
}
