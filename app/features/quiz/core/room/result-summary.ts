import { CLASSIFICATIONS, type Classification } from '../classification.ts';

/** What of a result its list counts. */
export interface CountedResult {
  readonly state: 'in-progress' | 'submitted' | 'graded' | 'abandoned' | null;
  readonly passed: boolean | null;
  readonly classification: Classification | null;
}

export interface ResultSummary {
  readonly seats: number;
  readonly absent: number;
  readonly voided: number;
  /** Submitted and waiting for a marker. */
  readonly waiting: number;
  readonly graded: number;
  readonly passed: number;
  readonly failed: number;
  readonly classes: Readonly<Record<Classification, number>>;
}

/** The figures under a result list. Absent, voided, waiting and graded add up to the seats; shares are of the graded. */
export function summaryOf(results: readonly CountedResult[]): ResultSummary {
  const count = (is: (result: CountedResult) => boolean) => results.filter(is).length;
  const classes = Object.fromEntries(
    CLASSIFICATIONS.map((each) => [each, count(({ classification }) => classification === each)]),
  ) as Record<Classification, number>;
  return {
    seats: results.length,
    absent: count(({ state }) => state === null),
    voided: count(({ state }) => state === 'abandoned'),
    waiting: count(({ state }) => state === 'submitted' || state === 'in-progress'),
    graded: count(({ state }) => state === 'graded'),
    passed: count(({ passed }) => passed === true),
    failed: count(({ passed }) => passed === false),
    classes,
  };
}
