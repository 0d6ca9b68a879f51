import { type ClassificationThresholds, DEFAULT_THRESHOLDS } from './classification.ts';
import { REVIEW_PRESETS, type ReviewMatrix } from './review.ts';

export type QuizKind = 'practice' | 'exam';

/** Which attempt counts for the result. */
export const WHICH_ATTEMPTS = ['highest', 'last', 'first', 'average'] as const;
export type WhichAttempt = (typeof WHICH_ATTEMPTS)[number];

/**
 * How a question is attempted, apart from its type. deferred: nothing is said before the submission. immediate: an answer
 * is checked once and then stands. tries: it may be checked again, each wrong try costs `tryPenalty`. hand: every
 * question is marked by a person. An exam is deferred or marked by hand.
 */
export const BEHAVIOURS = ['deferred', 'immediate', 'tries', 'hand'] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

/** What a learner must say to begin. The code of the day follows from the quiz and the day; examiners read it out. */
export interface QuizAccess {
  readonly kind: 'none' | 'password' | 'day-code';
  /** Of 'password' only. */
  readonly password: string;
}

/** What is said of a whole attempt whose grade is at least `from` (on the grade scale) and below the next band. */
export interface FeedbackBand {
  readonly from: number;
  /** Markdown. */
  readonly text: string;
}

/** How a quiz behaves. For one person, the settings after `overriddenSettings`. */
export interface QuizSettings {
  /** practice: feedback question by question; exam: feedback deferred. */
  readonly kind: QuizKind;
  /** 0 means unlimited. */
  readonly timeLimitSeconds: number;
  readonly openAt: Date | null;
  readonly closeAt: Date | null;
  /** How long after the deadline a save that was already on its way is still taken. */
  readonly graceSeconds: number;
  /** 0 means unlimited. */
  readonly attemptsAllowed: number;
  readonly which: WhichAttempt;
  /** On the grade scale. */
  readonly passGrade: number;
  readonly gradeScale: number;
  readonly shuffleQuestions: boolean;
  readonly shuffleOptions: boolean;
  /** 0 means all on one page. */
  readonly questionsPerPage: number;
  /** From the submission of one attempt to the start of the next. */
  readonly delayBetweenAttemptsSeconds: number;
  readonly review: ReviewMatrix;
  readonly thresholds: ClassificationThresholds;
  readonly behaviour: Behaviour;
  /** Certainty-based marking: each answer is given with a certainty of 1, 2 or 3; `certainty.ts` has the factors. */
  readonly certainty: boolean;
  /** Of 'tries': how often an answer may be checked; 0 means unlimited. */
  readonly triesAllowed: number;
  /** Of 'tries': the fraction of the mark that each wrong try costs, 0..1. */
  readonly tryPenalty: number;
  /** A page that was left is not shown again, and what it holds is not changed any more. */
  readonly forwardOnly: boolean;
  readonly access: QuizAccess;
  /** Addresses or CIDR ranges from which an attempt may be started and continued; empty: from anywhere. */
  readonly networks: readonly string[];
  /** Highest band first. */
  readonly feedbackBands: readonly FeedbackBand[];
  /** How many people mark an answer by hand, without knowing of each other. */
  readonly markers: 1 | 2;
  /** Two marks further apart than this fraction (0..1) go to a third marker. */
  readonly disagreementFraction: number;
}

const COMMON = {
  timeLimitSeconds: 0,
  openAt: null,
  closeAt: null,
  passGrade: 5,
  gradeScale: 10,
  which: 'highest',
  shuffleOptions: true,
  delayBetweenAttemptsSeconds: 0,
  thresholds: DEFAULT_THRESHOLDS,
  certainty: false,
  triesAllowed: 0,
  tryPenalty: 0,
  forwardOnly: false,
  access: { kind: 'none', password: '' },
  networks: [],
  feedbackBands: [],
  markers: 1,
  disagreementFraction: 0.2,
} as const;

/** Where an author starts who chooses a kind. An exam's key stays closed until the quiz is. */
export const DEFAULT_SETTINGS: Readonly<Record<QuizKind, QuizSettings>> = {
  practice: {
    ...COMMON,
    kind: 'practice',
    graceSeconds: 0,
    attemptsAllowed: 0,
    shuffleQuestions: false,
    questionsPerPage: 1,
    review: REVIEW_PRESETS.practice,
    behaviour: 'tries',
  },
  exam: {
    ...COMMON,
    kind: 'exam',
    timeLimitSeconds: 30 * 60,
    graceSeconds: 10,
    attemptsAllowed: 1,
    shuffleQuestions: true,
    questionsPerPage: 0,
    review: REVIEW_PRESETS['after-close'],
    behaviour: 'deferred',
  },
};

/**
 * Whole settings from partial ones, as an older release or an import may have stored them.
 *
 * What is missing comes from the kind's defaults; counts and seconds become whole numbers from 0 up; the pass grade and
 * the thresholds are brought into 0..gradeScale. What contradicts itself stays, for `settingsProblems` to name: guessing
 * which of two dates an author meant would change an exam behind the author's back. Idempotent.
 */
export function normaliseSettings(given: Partial<QuizSettings> & Pick<QuizSettings, 'kind'>): QuizSettings {
  const defaults = DEFAULT_SETTINGS[given.kind];
  const merged = { ...defaults, ...withoutUndefined(given) };
  const gradeScale =
    merged.gradeScale > 0 && Number.isFinite(merged.gradeScale) ? merged.gradeScale : COMMON.gradeScale;
  const onScale = (grade: number, fallback: number) =>
    Math.min(gradeScale, Math.max(0, Number.isFinite(grade) ? grade : fallback));
  const { excellent, good, average } = merged.thresholds;
  return {
    ...merged,
    gradeScale,
    timeLimitSeconds: wholeFromZero(merged.timeLimitSeconds, defaults.timeLimitSeconds),
    graceSeconds: wholeFromZero(merged.graceSeconds, defaults.graceSeconds),
    attemptsAllowed: wholeFromZero(merged.attemptsAllowed, defaults.attemptsAllowed),
    questionsPerPage: wholeFromZero(merged.questionsPerPage, defaults.questionsPerPage),
    delayBetweenAttemptsSeconds: wholeFromZero(merged.delayBetweenAttemptsSeconds, 0),
    triesAllowed: wholeFromZero(merged.triesAllowed, 0),
    tryPenalty: fractionOr(merged.tryPenalty, 0),
    disagreementFraction: fractionOr(merged.disagreementFraction, COMMON.disagreementFraction),
    feedbackBands: [...merged.feedbackBands].sort((a, b) => b.from - a.from),
    passGrade: onScale(merged.passGrade, defaults.passGrade),
    thresholds: {
      excellent: onScale(excellent, DEFAULT_THRESHOLDS.excellent),
      good: onScale(good, DEFAULT_THRESHOLDS.good),
      average: onScale(average, DEFAULT_THRESHOLDS.average),
    },
  };
}

/** The settings that an attempt keeps: the same without what only the door may know. */
export const settingsToPin = (settings: QuizSettings): QuizSettings => ({
  ...settings,
  access: { ...settings.access, password: '' },
});

/** Not a number (a broken import) falls back to the default: read as 0 it would mean "unlimited". */
function wholeFromZero(value: number, fallback: number): number {
  return Number.isFinite(value) ? Math.max(0, Math.round(value)) : fallback;
}

function fractionOr(value: number, fallback: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : fallback;
}

/** A key that is present with `undefined` would otherwise hide the default behind it. */
function withoutUndefined<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}
