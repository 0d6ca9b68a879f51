import type { Membership, PersonnelClass } from '#app/features/org/core/person.ts';
import type { AbsenceReason } from '#app/features/org/core/presence/absence.ts';
import { type Share, shareFraction } from '#app/kernel/percent.ts';
import type { Presence } from './stored-report.ts';
import {
  type AssignmentFigures,
  assignedIn,
  gradedIn,
  owedIn,
  type StudyCounts,
  type StudyFigures,
} from './study-figures.ts';

/** From where on a figure is worth a sentence. Fractions of what the sentence itself names as the whole. */
export const findingThresholds = {
  /** Completed of strength: all; nearly all; most; below that it is low. */
  coverageHigh: 0.95,
  coverageFair: 0.8,
  /** A part lags when it lies so far below the unit as a whole. */
  lagging: 0.1,
  /** At most so many parts are named. */
  namedParts: 5,
  /** At most so many reasons of exemption are named: each is written by hand. */
  namedReasons: 6,
  /** People of a set, below which its share says nothing. */
  fewPeople: 5,
  /** Excellent and good of those with a result. */
  resultsGood: 0.7,
  resultsFailed: 0.05,
  /** Late of those who are assigned and not exempt. */
  lateNotable: 0.05,
  /** Absent of strength. */
  awayNotable: 0.1,
  /** Coverage against the former report, in hundredths of one. */
  changeNotable: 0.005,
} as const;

type Named = Share & { readonly name: string };

/** What the figures say, as codes and numbers: sentences are chosen in messages/. */
export type Finding =
  | { code: 'nobody' }
  | ({ code: 'strength'; away: Readonly<Record<AbsenceReason, number>> } & Share)
  | ({ code: 'strength-unconfirmed'; away: Readonly<Record<AbsenceReason, number>> } & Share)
  | { code: 'confirmed-partly'; part: number; whole: number }
  | { code: 'away-notable'; part: number; whole: number }
  | { code: 'assigned'; part: number; whole: number; outside: number }
  | { code: 'coverage'; part: number; whole: number }
  | { code: 'coverage-complete' | 'coverage-high' | 'coverage-fair' | 'coverage-low'; part: number; whole: number }
  | { code: 'coverage-present'; part: number; whole: number }
  | { code: 'owing'; notStarted: number; inProgress: number; whole: number }
  | { code: 'late' | 'late-notable'; part: number; whole: number; away: number; dueAt: string }
  | { code: 'none-late'; dueAt: string }
  | { code: 'failed'; part: number; whole: number }
  | { code: 'exempt'; people: number; reasons: AssignmentFigures['exemptions'] }
  | { code: 'no-results' }
  | { code: 'results'; excellent: number; good: number; average: number; failed: number; whole: number }
  | { code: 'results-good' | 'results-weak'; part: number; whole: number }
  | { code: 'parts-complete'; names: readonly string[]; more: number; of: number }
  | { code: 'all-parts-complete'; of: number }
  | { code: 'parts-lagging'; parts: readonly Named[]; more: number; whole: number; part: number }
  | { code: 'class-lagging'; key: PersonnelClass; part: number; whole: number }
  | { code: 'membership-lagging'; key: Membership; part: number; whole: number };

/** Whether somebody has counted who is present; of reports from before that was kept it is taken for granted. */
export const isPresenceKnown = (presence: Presence | undefined): boolean =>
  presence === undefined || presence.units === 0 || presence.confirmed > 0;

/** What is said of the unit's people, whatever the assignment: present is only who was counted as present. */
export function strengthFindings(
  { strength, away }: Pick<StudyFigures, 'strength' | 'away'>,
  presence?: Presence,
): Finding[] {
  if (strength === 0) return [{ code: 'nobody' }];
  const absent = Object.values(away).reduce((sum, people) => sum + people, 0);
  const figures = { part: strength - absent, whole: strength, away };
  if (!presence || !isPresenceKnown(presence))
    return [{ code: presence ? 'strength-unconfirmed' : 'strength', ...figures }];
  const { confirmed, units } = presence;
  const partly = confirmed < units ? [{ code: 'confirmed-partly', part: confirmed, whole: units } as const] : [];
  return [{ code: 'strength', ...figures }, ...partly];
}

/** What is said of an assignment as a fact, judged nowhere: every figure beside what it is a part of. */
export function assignmentFindings(figures: AssignmentFigures, asOf: string, knowsPresent = true): Finding[] {
  const { total } = figures;
  if (total.strength === 0) return [{ code: 'nobody' }];
  const assigned = assignedIn(total);
  return [
    { code: 'assigned', part: assigned, whole: total.strength, outside: total.strength - assigned },
    { code: 'coverage', part: total.byStatus.completed, whole: total.strength },
    ...(total.away > 0 && knowsPresent
      ? [{ code: 'coverage-present', part: total.completedPresent, whole: total.strength - total.away } as const]
      : []),
    ...owingFindings(total),
    ...lateFindings(figures, asOf, 'late'),
    ...(total.byStatus.exempt > 0
      ? [{ code: 'exempt', people: total.byStatus.exempt, reasons: figures.exemptions } as const]
      : []),
    resultsFinding(total),
  ];
}

/** How far the whole has come, for or against it; nothing is said against who has come as far as the time that has passed. */
function judgeCoverage(
  { total, openAt, dueAt }: AssignmentFigures,
  asOf: string,
): { strong: Finding[]; weak: Finding[] } {
  const share = { part: total.byStatus.completed, whole: total.strength };
  const fraction = shareFraction(share) ?? 0;
  if (share.part === share.whole) return { strong: [{ code: 'coverage-complete', ...share }], weak: [] };
  if (fraction >= findingThresholds.coverageHigh) return { strong: [{ code: 'coverage-high', ...share }], weak: [] };
  const [opened, due, day] = [openAt, dueAt ?? '', asOf].map((instant) => Date.parse(instant));
  if (due! > day! && fraction >= (day! - opened!) / (due! - opened!)) return { strong: [], weak: [] };
  const code = fraction >= findingThresholds.coverageFair ? 'coverage-fair' : 'coverage-low';
  return { strong: [], weak: [{ code, ...share }] };
}

function owingFindings(total: StudyCounts): Finding[] {
  const { byStatus } = total;
  const owed = owedIn(total);
  const [notStarted, inProgress, failed] = [byStatus['not-started'], byStatus['in-progress'], byStatus.failed];
  return [
    ...(notStarted + inProgress > 0 ? [{ code: 'owing', notStarted, inProgress, whole: owed } as const] : []),
    ...(failed > 0 ? [{ code: 'failed', part: failed, whole: owed } as const] : []),
  ];
}

function lateFindings({ total, dueAt }: AssignmentFigures, asOf: string, code: 'late' | 'late-notable'): Finding[] {
  if (dueAt === null || (dueAt >= asOf && total.late === 0)) return [];
  if (total.late === 0) return [{ code: 'none-late', dueAt }];
  return [{ code, part: total.late, whole: owedIn(total), away: total.lateAway, dueAt }];
}

function resultsFinding(total: StudyCounts): Finding {
  const whole = gradedIn(total);
  return whole === 0 ? { code: 'no-results' } : { code: 'results', ...total.byResult, whole };
}

/** What the figures speak for, and what against: of all assignments, for the part of the report that judges. */
export function judgeFigures(
  figures: StudyFigures,
): { assignmentId: string | null; strong: Finding[]; weak: Finding[] }[] {
  const away = Object.values(figures.away).reduce((sum, people) => sum + people, 0);
  const isAwayNotable = figures.strength > 0 && away / figures.strength >= findingThresholds.awayNotable;
  const ofUnit: Finding[] = isAwayNotable ? [{ code: 'away-notable', part: away, whole: figures.strength }] : [];
  return [
    ...(ofUnit.length > 0 ? [{ assignmentId: null, strong: [], weak: ofUnit }] : []),
    ...figures.assignments.map((each) => ({ assignmentId: each.assignmentId, ...judgeAssignment(each, figures.asOf) })),
  ].filter(({ strong, weak }) => strong.length + weak.length > 0);
}

function judgeAssignment(figures: AssignmentFigures, asOf: string): { strong: Finding[]; weak: Finding[] } {
  const { total, parts } = figures;
  const whole = total.strength;
  if (whole === 0) return { strong: [], weak: [] };
  const { strong, weak } = judgeCoverage(figures, asOf);
  const fraction = total.byStatus.completed / whole;
  // The unit's own people outside of all sub-units bear its name: a sentence would speak of the whole.
  const peopled = parts.filter(({ strength, isOwn }) => strength > 0 && !isOwn);
  const complete = peopled.filter((part) => part.byStatus.completed === part.strength);
  const { namedParts, fewPeople, lagging, lateNotable } = findingThresholds;
  if (peopled.length > 1 && complete.length === peopled.length) {
    strong.push({ code: 'all-parts-complete', of: peopled.length });
  } else if (complete.length > 0) {
    const names = complete.map(({ name }) => name);
    strong.push({
      ...{ code: 'parts-complete', names: names.slice(0, namedParts) },
      ...{ more: Math.max(0, names.length - namedParts), of: peopled.length },
    });
  }
  const behind = peopled
    .filter((part) => part.strength >= fewPeople && part.byStatus.completed / part.strength <= fraction - lagging)
    .sort((a, b) => a.byStatus.completed / a.strength - b.byStatus.completed / b.strength);
  if (behind.length > 0) {
    weak.push({
      code: 'parts-lagging',
      parts: behind.slice(0, namedParts).map(({ name, byStatus, strength }) => ({
        ...{ name, part: byStatus.completed, whole: strength },
      })),
      ...{ more: Math.max(0, behind.length - namedParts), part: total.byStatus.completed, whole },
    });
  }
  const isBehind = (each: StudyCounts) =>
    each.strength >= fewPeople && each.byStatus.completed / each.strength <= fraction - lagging;
  for (const each of figures.byClass.filter(isBehind)) {
    weak.push({ code: 'class-lagging', key: each.key, part: each.byStatus.completed, whole: each.strength });
  }
  for (const each of figures.byMembership.filter(isBehind)) {
    weak.push({ code: 'membership-lagging', key: each.key, part: each.byStatus.completed, whole: each.strength });
  }
  const isLateNotable =
    total.late > 0 && (shareFraction({ part: total.late, whole: owedIn(total) }) ?? 0) >= lateNotable;
  if (isLateNotable) weak.push(...lateFindings(figures, asOf, 'late-notable'));
  const graded = gradedIn(total);
  if (graded >= fewPeople) {
    const good = total.byResult.excellent + total.byResult.good;
    if (good / graded >= findingThresholds.resultsGood)
      strong.push({ code: 'results-good', part: good, whole: graded });
    const failed = total.byResult.failed;
    if (failed / graded >= findingThresholds.resultsFailed) {
      weak.push({ code: 'results-weak', part: failed, whole: graded });
    }
  }
  return { strong, weak };
}
