import { isLocalDate, startOfDay } from '#app/kernel/vietnam-time.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import type { OverrideInstant } from '../override.ts';

/** An override as it stands in the form: an empty field falls through, a tick says "no bound". */
export interface OverrideDraft {
  target: 'person' | 'unit' | 'group';
  personId: string;
  unitId: string;
  groupId: string;
  openAt: string;
  hasNoOpen: boolean;
  closeAt: string;
  hasNoClose: boolean;
  timeLimitMinutes: string;
  hasNoLimit: boolean;
  attemptsAllowed: string;
  hasAllAttempts: boolean;
  reason: string;
}

export interface OverrideLimits {
  readonly openAt: OverrideInstant;
  readonly closeAt: OverrideInstant;
  readonly timeLimitSeconds: number | null;
  readonly attemptsAllowed: number | null;
}

export type OverrideProblemCode = 'missing' | 'too-long' | 'not-a-number' | 'out-of-range' | 'not-a-date' | 'nothing';
export interface OverrideProblem {
  field: 'target' | 'openAt' | 'closeAt' | 'timeLimitMinutes' | 'attemptsAllowed' | 'reason' | 'limits';
  code: OverrideProblemCode;
}

export type OverrideReading =
  | { readonly kind: 'sound'; readonly targetId: string; readonly limits: OverrideLimits; readonly reason: string }
  | { readonly kind: 'invalid'; readonly problems: OverrideProblem[] };

const LONGEST_REASON = 500;

/** What the draft means. A tick for "no bound" wins over what stands in its field. */
export function readOverrideDraft(draft: OverrideDraft): OverrideReading {
  const problems: OverrideProblem[] = [];
  const instant = (field: 'openAt' | 'closeAt', isUnbound: boolean): OverrideInstant => {
    if (isUnbound) return 0;
    const text = draft[field].trim();
    if (text === '') return null;
    const match = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)/.exec(text);
    if (match && isLocalDate(match[1]!)) {
      return new Date(startOfDay(match[1]!).getTime() + (Number(match[2]) * 60 + Number(match[3])) * 60_000);
    }
    problems.push({ field, code: 'not-a-date' });
    return null;
  };
  const number = (field: 'timeLimitMinutes' | 'attemptsAllowed', isUnbound: boolean, most: number) => {
    if (isUnbound) return 0;
    const text = draft[field].trim().replace(',', '.');
    if (text === '') return null;
    const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    const isWhole = field === 'timeLimitMinutes' || Number.isInteger(value);
    if (Number.isNaN(value) || !isWhole) problems.push({ field, code: 'not-a-number' });
    else if (value <= 0 || value > most) problems.push({ field, code: 'out-of-range' });
    return value;
  };
  const targetId = { person: draft.personId, unit: draft.unitId, group: draft.groupId }[draft.target];
  if (targetId === '') problems.push({ field: 'target', code: 'missing' });
  const minutes = number('timeLimitMinutes', draft.hasNoLimit, 24 * 60);
  const limits = {
    openAt: instant('openAt', draft.hasNoOpen),
    closeAt: instant('closeAt', draft.hasNoClose),
    timeLimitSeconds: minutes === null ? null : Math.round(minutes * 60),
    attemptsAllowed: number('attemptsAllowed', draft.hasAllAttempts, 1000),
  };
  const reason = nfc(draft.reason).trim().replace(/\s+/g, ' ');
  if (problems.length === 0 && Object.values(limits).every((value) => value === null)) {
    problems.push({ field: 'limits', code: 'nothing' });
  }
  if (reason === '') problems.push({ field: 'reason', code: 'missing' });
  if (reason.length > LONGEST_REASON) problems.push({ field: 'reason', code: 'too-long' });
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'sound', targetId, limits, reason };
}
