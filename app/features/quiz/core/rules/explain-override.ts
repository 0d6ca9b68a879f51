import { OVERRIDE_FIELDS, type Override, type OverrideField, overriddenSettings } from '../override.ts';
import type { QuizSettings } from '../settings.ts';

/** A limit as it is said: an instant, a number of seconds or attempts; null where there is no bound. */
export type LimitValue = Date | number | null;

export interface OverrideReason {
  readonly field: OverrideField;
  readonly value: LimitValue;
  /** 'quiz', or the id of the override that the value comes from. */
  readonly from: string;
  /** What said something else, or the same, and does not count: overrides first, then the quiz. */
  readonly lost: readonly { readonly from: string; readonly value: LimitValue }[];
}

/** Field by field what holds for one person and why, in the order of the form. */
export function explainOverrides(quiz: QuizSettings, overrides: readonly Override[]): OverrideReason[] {
  const { settings, from } = overriddenSettings(quiz, overrides);
  return OVERRIDE_FIELDS.map((field) => {
    const said = overrides
      .filter((override) => override[field] !== null)
      .map((override) => ({ from: override.id, value: override[field] as Date | number }));
    return {
      field,
      value: limitOf(settings[field]),
      from: from[field],
      lost: [...said, { from: 'quiz', value: quiz[field] }]
        .filter((one) => one.from !== from[field])
        .map((one) => ({ from: one.from, value: limitOf(one.value) })),
    };
  });
}

/** 0 and null both say "no bound". */
const limitOf = (value: Date | number | null): LimitValue => (value === 0 ? null : value);
