import type { QuizSettings } from './settings.ts';

/** An instant that an override sets: 0 means "no bound", null leaves the field to the next in line. */
export type OverrideInstant = Date | 0 | null;

/** Other limits for a person, or for a group or unit that the person belongs to. A null field falls through. */
export interface Override {
  readonly id: string;
  readonly target: 'person' | 'group';
  readonly openAt: OverrideInstant;
  readonly closeAt: OverrideInstant;
  /** 0 means unlimited. */
  readonly timeLimitSeconds: number | null;
  /** 0 means unlimited. */
  readonly attemptsAllowed: number | null;
}

export const OVERRIDE_FIELDS = ['openAt', 'closeAt', 'timeLimitSeconds', 'attemptsAllowed'] as const;
export type OverrideField = (typeof OVERRIDE_FIELDS)[number];

export interface OverriddenSettings {
  readonly settings: QuizSettings;
  /** Where each value comes from: 'quiz', or the id of the override. */
  readonly from: Readonly<Record<OverrideField, string>>;
}

/**
 * The settings that hold for one person, and why, from the quiz's settings and all overrides that reach the person.
 *
 * Field by field: the person's override wins; else the most lenient of the groups' (units count as groups); else the
 * quiz. Most lenient is the earliest opening, the latest close, the longest limit, the most attempts, and before all of
 * these "unlimited". Should there be several overrides of the person, the most lenient of them holds.
 */
export function overriddenSettings(quiz: QuizSettings, overrides: readonly Override[]): OverriddenSettings {
  const persons = overrides.filter(({ target }) => target === 'person');
  const groups = overrides.filter(({ target }) => target === 'group');
  const winner = (field: OverrideField) => mostLenient(persons, field) ?? mostLenient(groups, field);
  const openAt = winner('openAt');
  const closeAt = winner('closeAt');
  const limit = winner('timeLimitSeconds');
  const attempts = winner('attemptsAllowed');
  return {
    settings: {
      ...quiz,
      openAt: openAt ? openAt.openAt || null : quiz.openAt,
      closeAt: closeAt ? closeAt.closeAt || null : quiz.closeAt,
      timeLimitSeconds: limit?.timeLimitSeconds ?? quiz.timeLimitSeconds,
      attemptsAllowed: attempts?.attemptsAllowed ?? quiz.attemptsAllowed,
    },
    from: {
      openAt: openAt?.id ?? 'quiz',
      closeAt: closeAt?.id ?? 'quiz',
      timeLimitSeconds: limit?.id ?? 'quiz',
      attemptsAllowed: attempts?.id ?? 'quiz',
    },
  };
}

/**
 * Until when any attempt at the quiz may be open as far as settings tell: the latest close of quiz and overrides, null
 * where one of them has none. With the deadlines of running attempts it is the `openUntil` of the review.
 */
export function latestCloseAt(quizCloseAt: Date | null, overrides: readonly Pick<Override, 'closeAt'>[]): Date | null {
  const closes: (Date | 0)[] = [quizCloseAt ?? 0];
  for (const { closeAt } of overrides) if (closeAt !== null) closes.push(closeAt);
  const latest = Math.max(...closes.map((close) => (close === 0 ? Number.POSITIVE_INFINITY : close.getTime())));
  return Number.isFinite(latest) ? new Date(latest) : null;
}

function mostLenient(overrides: readonly Override[], field: OverrideField): Override | null {
  let best: Override | null = null;
  for (const override of overrides) {
    if (override[field] === null) continue;
    if (best === null || leniency(override, field) > leniency(best, field)) best = override;
  }
  return best;
}

/** Greater is more lenient: only the order of these numbers means something. */
function leniency(override: Override, field: OverrideField): number {
  const value = override[field];
  if (value === 0) return Number.POSITIVE_INFINITY;
  return field === 'openAt' ? -Number(value) : Number(value);
}
