import { shareFraction } from '#app/kernel/percent.ts';
import { type Interval, meanInterval, type Sums } from './interval.ts';

/** With fewer people than this a figure would tell of persons, and little of the topic. */
export const FEWEST = 5;

/** Below this mean a topic is weak, and a person is below the line. */
export const WEAK_LINE = 0.6;

/** What is known of one topic among some people. Each person counts once: with the mean of the own answers to it. */
export interface TopicSums extends Sums {
  /** People whose own mean is below the line. */
  readonly below: number;
  readonly answers: number;
}

export type TopicFigures =
  /** Nobody was asked. */
  | { readonly kind: 'none' }
  /** Somebody was, but too few to be told. */
  | { readonly kind: 'few' }
  | {
      readonly kind: 'known';
      readonly people: number;
      readonly answers: number;
      /** Of the people's own means, 0..1. */
      readonly mean: number;
      readonly interval: Interval;
      readonly below: number;
      readonly belowShare: number;
      /** weak: surely below the line; doubtful: the line lies within the interval; sound: surely above. */
      readonly verdict: Verdict;
    };
export type Verdict = 'weak' | 'doubtful' | 'sound';

export const noSums: TopicSums = { n: 0, sum: 0, squares: 0, below: 0, answers: 0 };

export function addSums(a: TopicSums, b: TopicSums): TopicSums {
  return {
    n: a.n + b.n,
    sum: a.sum + b.sum,
    squares: a.squares + b.squares,
    below: a.below + b.below,
    answers: a.answers + b.answers,
  };
}

/** The figures of a topic, small numbers kept back. */
export function topicFigures(sums: TopicSums): TopicFigures {
  const { n: people, sum, below, answers } = sums;
  if (people === 0) return { kind: 'none' };
  if (people < FEWEST) return { kind: 'few' };
  const interval = meanInterval(sums)!;
  const verdict: Verdict = interval.high < WEAK_LINE ? 'weak' : interval.low >= WEAK_LINE ? 'sound' : 'doubtful';
  const belowShare = shareFraction({ part: below, whole: people }) ?? 0;
  return { kind: 'known', people, answers, mean: sum / people, interval, below, belowShare, verdict };
}

const orderOf = (figures: TopicFigures) => (figures.kind === 'known' ? figures.mean : figures.kind === 'few' ? 2 : 3);

/** The weakest first; what cannot be told last, equal ones as they came. */
export function weakestFirst<T>(rows: readonly T[], figuresOf: (row: T) => TopicFigures): T[] {
  return [...rows].sort((a, b) => orderOf(figuresOf(a)) - orderOf(figuresOf(b)));
}

/**
 * The cells of one row of a table with a known sum, such that nobody can reckon from the others what is kept back: the hidden
 * cells are two at least and hold as many people together as a figure needs, so the smallest of the others is kept back too
 * until that is so.
 */
export function withoutGaps(cells: readonly TopicSums[]): TopicFigures[] {
  const figures = cells.map(topicFigures);
  const isGap = () => {
    const hidden = cells.filter((_, at) => figures[at]!.kind === 'few');
    const people = hidden.reduce((sum, { n }) => sum + n, 0);
    return hidden.length > 0 && (hidden.length === 1 || people < FEWEST);
  };
  const known = cells
    .map(({ n }, at) => ({ n, at }))
    .filter(({ at }) => figures[at]!.kind === 'known')
    .sort((a, b) => a.n - b.n);
  for (const { at } of known) {
    if (!isGap()) break;
    figures[at] = { kind: 'few' };
  }
  return figures;
}
