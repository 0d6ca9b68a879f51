import { addDays, dateOf, daysBetween, type LocalDate } from '#app/kernel/vietnam-time.ts';

/** By the end of this day so much of the audience (0..1, the exempt apart) is meant to have completed. */
export interface PlanPoint {
  readonly day: LocalDate;
  readonly share: number;
}

/**
 * The plan of an assignment: from nothing on the eve of its opening through its own points, or else straight to everybody
 * on the due date. Empty where there is neither: without a due date nothing is planned.
 */
export function planLine(
  { openAt, dueAt }: { openAt: Date; dueAt: Date | null },
  own: readonly PlanPoint[] | null = null,
): PlanPoint[] {
  const points = own && own.length > 0 ? own : dueAt ? [{ day: dateOf(dueAt), share: 1 }] : [];
  if (points.length === 0) return [];
  const eve = addDays(dateOf(openAt), -1);
  const later = points.filter(({ day }) => day > eve).sort((a, b) => (a.day < b.day ? -1 : 1));
  return [{ day: eve, share: 0 }, ...later];
}

/** What the plan asks for by the end of a day: straight between two points, level before the first and after the last. */
export function plannedShare(line: readonly PlanPoint[], day: LocalDate): number | null {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last) return null;
  if (day <= first.day) return first.share;
  const at = line.findIndex((point) => point.day >= day);
  if (at === -1) return last.share;
  const [from, until] = [line[at - 1]!, line[at]!];
  const span = daysBetween(from.day, until.day);
  return span === 0 ? until.share : from.share + ((until.share - from.share) * daysBetween(from.day, day)) / span;
}

/** How many people the plan asks for, of the audience without the exempt; a part of a person counts as one. */
export function plannedPeople(share: number | null, audience: number): number | null {
  // A third of 3 must not become 2 by what binary fractions add.
  return share === null ? null : Math.min(audience, Math.max(0, Math.ceil(share * audience - 1e-9)));
}
