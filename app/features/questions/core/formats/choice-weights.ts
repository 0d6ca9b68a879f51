import type { QuestionOption, Scoring } from '../question.ts';
import type { Doubts } from './doubts.ts';

type Choice =
  | { type: 'single'; options: QuestionOption[]; correct: string }
  | { type: 'multiple'; options: QuestionOption[]; correct: string[]; scoring: Scoring };

/**
 * A choice question of options and what choosing each earns, in per cent of the mark (-100..100); null where nothing is
 * right. The nearest rule of the product is taken, and told where it is not the same.
 */
export function choiceOfWeights(
  options: QuestionOption[],
  worth: readonly number[],
  { isSingle, doubts }: { isSingle: boolean; doubts: Doubts },
): Choice | null {
  const right = options.filter((_, index) => worth[index]! > 0).map(({ id }) => id);
  if (right.length === 0) {
    doubts.say('error', 'no-key');
    return null;
  }
  if (!isSingle) return { type: 'multiple', options, correct: right, scoring: scoringOf(worth, doubts) };
  const best = Math.max(...worth);
  const keys = options.filter((_, index) => worth[index] === best);
  if (keys.length > 1) {
    doubts.say('error', 'two-keys', String(keys.length));
    return null;
  }
  if (best !== 100) doubts.say('warning', 'weights-changed', '100%');
  else if (worth.some((one) => one !== 0 && one !== 100)) doubts.say('warning', 'partial-credit-lost');
  return { type: 'single', options, correct: keys[0]!.id };
}

/** The rule that comes nearest to the weights of a file. */
function scoringOf(worth: readonly number[], doubts: Doubts): Scoring {
  const right = worth.filter((one) => one > 0);
  const wrong = worth.filter((one) => one <= 0);
  const share = 100 / right.length;
  const isNear = (one: number, other: number) => Math.abs(one - other) < 0.01;
  const isEven = right.every((one) => isNear(one, share));
  if (isEven && wrong.length > 0 && wrong.every((one) => isNear(one, -share))) return 'right-minus-wrong';
  const scoring = wrong.some((one) => one < 0) ? 'right-minus-wrong' : 'proportional';
  const isSame = isEven && wrong.every((one) => one === 0);
  doubts.say(isSame ? 'hint' : 'warning', 'weights-changed', scoring);
  return scoring;
}

/** Per cent as files round them ('33.33333') as the fraction that is meant. */
export function fractionOfPercent(percent: number): number {
  for (let parts = 3; parts <= 12; parts += 1) {
    const count = Math.round((percent / 100) * parts);
    const isRounded = Math.abs((count / parts) * 100 - percent) < 0.0006 && (count / parts) * 100 !== percent;
    if (isRounded && !Number.isInteger(percent)) return count / parts;
  }
  return percent / 100;
}

/** A fraction as the shortest per cent that `fractionOfPercent` reads as it. */
export function percentOfFraction(fraction: number): string {
  for (let digits = 0; digits <= 15; digits += 1) {
    const text = (fraction * 100).toFixed(digits);
    if (fractionOfPercent(Number(text)) === fraction) return String(Number(text));
  }
  return String(fraction * 100);
}
