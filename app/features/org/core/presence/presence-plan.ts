import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import { type AbsenceReason, type Away, type DaySpan, isOn, type StoredAway, without } from './absence.ts';

/** What a clerk says of one person for a day: present, or away for a reason from when until when. */
export type SaidPresence =
  | { personId: string; reason: null }
  | ({ personId: string; reason: AbsenceReason; note: string } & DaySpan);

export type PresenceProblem = 'from-after-day' | 'until-before-day' | 'day-unknown' | 'note-too-long';
export const LONGEST_NOTE = 200;

/** Why what was said of a person cannot hold, or null. */
export function presenceProblem(said: SaidPresence, day: LocalDate): PresenceProblem | null {
  if (said.reason === null) return null;
  if (said.fromDay > day) return 'from-after-day';
  if (said.untilDay !== null && said.untilDay < day) return 'until-before-day';
  return said.note.length > LONGEST_NOTE ? 'note-too-long' : null;
}

export type AwayChange =
  | { kind: 'insert'; away: Away }
  | { kind: 'update'; id: string; before: StoredAway; away: Away }
  | { kind: 'delete'; id: string; before: StoredAway };

/**
 * What has to change in a person's stored absences so that the day is as said. What is said for today holds for the days
 * to come too: who is back is back. What is said for a day gone by corrects that day, and leaves the days around it as
 * they were. Absences of a person never overlap. The same said twice changes nothing the second time.
 */
export function presencePlan(
  stored: readonly StoredAway[],
  said: SaidPresence,
  { day, today }: { day: LocalDate; today: LocalDate },
): AwayChange[] {
  const current = stored.find((each) => isOn(each, day));
  const isPast = day < today;
  if (said.reason === null) return current ? cutOut(current, { fromDay: day, untilDay: isPast ? day : null }) : [];
  const { reason, fromDay, untilDay, note } = said;
  const wanted: Away = { reason, fromDay, untilDay, note };
  if (current && current.reason === reason) {
    const others = stored.filter(({ id }) => id !== current.id).flatMap((each) => cutOut(each, wanted));
    return isSame(current, wanted)
      ? []
      : [{ kind: 'update', id: current.id, before: current, away: wanted }, ...others];
  }
  const changes = stored.flatMap((each) =>
    // What was said to go on beyond the new absence is superseded too, when it is today's word.
    cutOut(each, each === current && !isPast ? { fromDay, untilDay: null } : wanted),
  );
  return [...changes, { kind: 'insert', away: wanted }];
}

function cutOut(each: StoredAway, cut: DaySpan): AwayChange[] {
  const { id, reason, note } = each;
  const [first, ...more] = without(each, cut);
  if (!first) return [{ kind: 'delete', id, before: each }];
  if (more.length === 0 && first.fromDay === each.fromDay && first.untilDay === each.untilDay) return [];
  return [
    { kind: 'update', id, before: each, away: { reason, note, ...first } },
    ...more.map((span) => ({ kind: 'insert' as const, away: { reason, note, ...span } })),
  ];
}

const isSame = (a: Away, b: Away) =>
  a.reason === b.reason && a.fromDay === b.fromDay && a.untilDay === b.untilDay && a.note === b.note;
