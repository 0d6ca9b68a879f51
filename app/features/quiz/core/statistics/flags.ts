import type { Choice, ChoicePart } from './choices.ts';
import type { CountedItem } from './mark-statistics.ts';
import { countOf, type ThirdCounts } from './thirds.ts';

/** From where on a figure is a finding. The one table of thresholds; figures are printed beside every flag. */
export const flagBounds = {
  /** With fewer attempts nothing is said. Our choice: below it one attempt moves a share by more than 5 points. */
  minAttempts: 20,
  /** Facility from here is too easy: "extremely easy" in the table of Moodle's quiz statistics report (95 to 100%). */
  easyFrom: 0.95,
  /** Facility up to here is too hard: "difficult" or harder in the same table (up to 20%), what guessing among five gives. */
  hardUpTo: 0.2,
  /** Discrimination index below: "probably invalid" in the same report's table. */
  negativeBelow: 0,
  /** Discrimination index below: "very weak" in the same table (0 to 19%). */
  weakBelow: 20,
  /** An option that fewer choose distracts nobody: 5%, Haladyna and Downing, 1993. */
  deadBelow: 0.05,
  /** A key is doubted only where the index stays below: "adequate" begins here in Moodle's table. */
  doubtBelow: 30,
  /**
   * How much more often the upper third must choose a wrong answer than the right one, in standard deviations of chance
   * (sign test, one-sided 2.5%). Our choice.
   */
  doubtDeviations: 1.96,
} as const;

/** A choice as a flag names it. */
export type ChoiceName = Pick<Choice, 'kind' | 'key' | 'letter' | 'text'>;

export type ItemFlag =
  | { code: 'too-few'; attempts: number; needed: number }
  | { code: 'too-easy'; facility: number }
  | { code: 'too-hard'; facility: number }
  | { code: 'negative'; index: number }
  | { code: 'weak'; index: number };

export type ChoiceFlag =
  /** Of the upper third `upper` people chose; more of them the wrong answer than the right one. */
  | {
      code: 'wrong-key';
      part: string | null;
      wrong: ChoiceName;
      right: ChoiceName;
      wrongUpper: number;
      rightUpper: number;
      upper: number;
    }
  | { code: 'dead-distractor'; part: string | null; choice: ChoiceName; chosen: number; of: number };

export type Flag = ItemFlag | ChoiceFlag;

/** What the marks of an item give reason to look at. Too few attempts: nothing else is said. */
export function itemFlags({
  attempts,
  facility,
  discriminationIndex: index,
}: Pick<CountedItem, 'attempts' | 'facility' | 'discriminationIndex'>): ItemFlag[] {
  const { minAttempts, easyFrom, hardUpTo, negativeBelow, weakBelow } = flagBounds;
  if (attempts < minAttempts) return [{ code: 'too-few', attempts, needed: minAttempts }];
  const flags: ItemFlag[] = [];
  const isEasy = facility !== null && facility >= easyFrom;
  if (isEasy) flags.push({ code: 'too-easy', facility });
  if (facility !== null && facility <= hardUpTo) flags.push({ code: 'too-hard', facility });
  if (index !== null && index < negativeBelow) flags.push({ code: 'negative', index });
  // Where nearly everybody is right nothing can tell people apart: too easy says it already.
  else if (index !== null && index < weakBelow && !isEasy) flags.push({ code: 'weak', index });
  return flags;
}

/**
 * Whether the choices of an item are worth reading for a wrong key: only then can the upper third have preferred a wrong
 * answer. `hasParts`: several decisions share the mark, and one wrong key costs only a part of it.
 */
export function mayDoubtKey(
  item: Pick<CountedItem, 'attempts' | 'discriminationIndex'>,
  upperFacility: number | null,
  hasParts: boolean,
): boolean {
  if (item.attempts < flagBounds.minAttempts || upperFacility === null) return false;
  return (item.discriminationIndex ?? 0) < flagBounds.doubtBelow && upperFacility < (hasParts ? 0.9 : 0.5);
}

/**
 * What the choices give reason to look at.
 *
 * wrong-key: among the upper third clearly more chose one wrong answer than the right one, and its share grows from the
 * lower to the upper third by more than the right one's: who knows more is led to it.
 */
export function choiceFlags(
  parts: readonly ChoicePart[],
  item: Pick<CountedItem, 'discriminationIndex'>,
): ChoiceFlag[] {
  const isDoubtful = (item.discriminationIndex ?? 0) < flagBounds.doubtBelow;
  return parts.flatMap((part) => {
    const of = countOf(part.asked);
    if (of < flagBounds.minAttempts) return [];
    const dead = part.choices.flatMap((choice): ChoiceFlag[] => {
      const chosen = countOf(choice.counts);
      if (choice.isRight || choice.kind !== 'option' || chosen >= flagBounds.deadBelow * of) return [];
      return [{ code: 'dead-distractor', part: part.text, choice: nameOf(choice), chosen, of }];
    });
    return isDoubtful ? [...doubts(part), ...dead] : dead;
  });
}

function doubts({ text, choices, asked, isOverlapping }: ChoicePart): ChoiceFlag[] {
  const upper = ({ counts }: Choice) => counts[2];
  const right = choices.filter(({ isRight }) => isRight).sort((a, b) => upper(b) - upper(a));
  const wrong = choices.filter(({ isRight }) => !isRight).sort((a, b) => upper(b) - upper(a))[0];
  // Where several belong to the answer each of them must hold its own; else any of the accepted ones is right.
  const rival = isOverlapping ? right.at(-1) : right[0];
  if (!rival || !wrong) return [];
  const accepted = isOverlapping ? rival.counts : sumOf(right.map(({ counts }) => counts));
  const [wrongUpper, rightUpper] = [upper(wrong), accepted[2]];
  const deviations = (wrongUpper - rightUpper) / Math.sqrt(wrongUpper + rightUpper || 1);
  const growth = (counts: ThirdCounts) => shareOf(counts[2], asked[2]) - shareOf(counts[0], asked[0]);
  if (deviations < flagBounds.doubtDeviations || growth(wrong.counts) <= growth(accepted)) return [];
  const names = { wrong: nameOf(wrong), right: nameOf(rival) };
  return [{ code: 'wrong-key', part: text, ...names, wrongUpper, rightUpper, upper: asked[2] }];
}

const shareOf = (part: number, whole: number) => (whole > 0 ? part / whole : 0);

const sumOf = (all: readonly ThirdCounts[]): ThirdCounts =>
  all.reduce<ThirdCounts>((sum, one) => [sum[0] + one[0], sum[1] + one[1], sum[2] + one[2]], [0, 0, 0]);

const nameOf = ({ kind, key, letter, text }: Choice): ChoiceName => ({ kind, key, letter, text });
