/** What one entry read from a sheet. */
export interface SheetReading {
  /** The variant whose code stands on the sheet. */
  readonly variant: string;
  /** Of each question in the order of the variant, '' for none; see `readLetters`, and words where words were written. */
  readonly answers: readonly string[];
}

/** A reading with who typed it, when and how. */
export interface SheetEntry extends SheetReading {
  readonly byId: string;
  readonly at: Date;
  readonly source: 'typed' | 'file';
}

export const SHEET_STATES = ['entered', 'differs', 'checked', 'counted', 'withdrawn'] as const;
/**
 * entered: typed once. differs: typed twice, not the same. checked: twice the same, or the difference is settled. counted: it
 * is an attempt. withdrawn: it was wrong, and may be entered again.
 */
export type SheetState = (typeof SHEET_STATES)[number];

export interface Sheet {
  readonly state: SheetState;
  readonly first: SheetEntry;
  readonly second: SheetEntry | null;
  /** What was decided where the two differed. */
  readonly settled: SheetEntry | null;
}

export type Round = 1 | 2;

export type EntryDecision =
  | { readonly kind: 'stored'; readonly sheet: Sheet }
  /** The very same was entered before: nothing changes. */
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'refused';
      /** counted: take it back first. entered-before: something else stands there; it is replaced only when asked for. */
      readonly reason: 'counted' | 'entered-before' | 'no-first';
    };

/** Whether two readings say the same. */
export const isSameReading = (one: SheetReading, other: SheetReading): boolean =>
  one.variant === other.variant && differencesOf(one, other).length === 0;

/** The numbers (from 1) at which two readings differ; of two variants, all of them. */
export function differencesOf(one: SheetReading, other: SheetReading): number[] {
  const length = Math.max(one.answers.length, other.answers.length);
  const numbers = Array.from({ length }, (_, at) => at + 1);
  if (one.variant !== other.variant) return numbers;
  return numbers.filter((number) => (one.answers[number - 1] ?? '') !== (other.answers[number - 1] ?? ''));
}

/**
 * What becomes of a sheet when it is typed the first or the second time. The two are compared at once. A second typing is
 * never told what the first was; what is there is replaced only when `replaces` says so.
 */
export function enterSheet(
  sheet: Sheet | null,
  entry: SheetEntry,
  { round, replaces }: { round: Round; replaces: boolean },
): EntryDecision {
  const isFree = sheet === null || sheet.state === 'withdrawn';
  if (isFree) {
    if (round === 2) return { kind: 'refused', reason: 'no-first' };
    return { kind: 'stored', sheet: { state: 'entered', first: entry, second: null, settled: null } };
  }
  const before = round === 1 ? sheet.first : sheet.second;
  if (before && isSameReading(before, entry)) return { kind: 'unchanged' };
  if (sheet.state === 'counted') return { kind: 'refused', reason: 'counted' };
  if (before && !replaces) return { kind: 'refused', reason: 'entered-before' };
  const first = round === 1 ? entry : sheet.first;
  const second = round === 2 ? entry : sheet.second;
  const state = second === null ? 'entered' : isSameReading(first, second) ? 'checked' : 'differs';
  return { kind: 'stored', sheet: { state, first, second, settled: null } };
}

/** Chosen where a sheet says neither what the first nor what the second entry has. */
export const OTHER_ANSWER = '?';

/** Settles a difference; null where there is none. */
export function settleSheet(sheet: Sheet, settled: SheetEntry): Sheet | null {
  return sheet.state === 'differs' && sheet.second !== null ? { ...sheet, state: 'checked', settled } : null;
}

/** The reading that counts, once it is checked. */
export function finalReading({ state, first, settled }: Sheet): SheetReading | null {
  return state === 'checked' || state === 'counted' ? (settled ?? first) : null;
}

/** What one edition of both entries is known by: a settlement made on the sight of another one is refused. */
export const editionOf = ({ first, second }: Pick<Sheet, 'first' | 'second'>): string =>
  `${first.at.getTime()}-${second?.at.getTime() ?? 0}`;
