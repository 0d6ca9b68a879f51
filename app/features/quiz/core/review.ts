import { type Attempt, stateAt } from './attempt.ts';
import type { QuizKind } from './settings.ts';
import { graceEndOf } from './timing.ts';

export const REVIEW_WHENS = ['during', 'just-after', 'later-open', 'after-close'] as const;
export type ReviewWhen = (typeof REVIEW_WHENS)[number];

/**
 * answers: the learner's own; correctness: right or wrong per question; marks: per question (they tell correctness too);
 * explanation: why, with its source; right-answer: the key; overall: grade, class and feedback of the whole attempt.
 */
export const REVIEW_WHATS = ['answers', 'correctness', 'marks', 'explanation', 'right-answer', 'overall'] as const;
export type ReviewWhat = (typeof REVIEW_WHATS)[number];

/** What a learner may see at each time, set by the author. */
export type ReviewMatrix = Readonly<Record<ReviewWhen, readonly ReviewWhat[]>>;

export const JUST_AFTER_SECONDS = 120;

export const REVIEW_PRESET_NAMES = ['practice', 'just-after', 'after-close', 'never'] as const;
export type ReviewPreset = (typeof REVIEW_PRESET_NAMES)[number];

const ALL = REVIEW_WHATS;
const RESULT_ONLY = ['overall'] as const;

/**
 * practice: everything at once. just-after: everything once the own attempt is submitted, which an author chooses
 * knowing that others may still be working. after-close: own answers and the result first, the key after the close.
 * never: only ever the result.
 */
export const REVIEW_PRESETS: Readonly<Record<ReviewPreset, ReviewMatrix>> = {
  practice: { during: ALL, 'just-after': ALL, 'later-open': ALL, 'after-close': ALL },
  'just-after': { during: [], 'just-after': ALL, 'later-open': ALL, 'after-close': ALL },
  'after-close': {
    during: [],
    'just-after': ['answers', 'overall'],
    'later-open': ['answers', 'overall'],
    'after-close': ALL,
  },
  never: { during: [], 'just-after': RESULT_ONLY, 'later-open': RESULT_ONLY, 'after-close': RESULT_ONLY },
};

/** The preset that a matrix equals (the order of its entries aside), or null for one that an author made by hand. */
export function presetOf(matrix: ReviewMatrix): ReviewPreset | null {
  const same = (a: readonly ReviewWhat[], b: readonly ReviewWhat[]) =>
    ALL.every((w) => a.includes(w) === b.includes(w));
  const matches = (name: ReviewPreset) => REVIEW_WHENS.every((when) => same(matrix[when], REVIEW_PRESETS[name][when]));
  return REVIEW_PRESET_NAMES.find(matches) ?? null;
}

export interface ReviewSettings {
  readonly kind: QuizKind;
  readonly review: ReviewMatrix;
  readonly closeAt: Date | null;
  readonly graceSeconds: number;
}

/**
 * When anybody's attempt may last be open, if later than the quiz's close: the latest close of all overrides and the
 * latest deadline of the running attempts (minutes given back). Null: somebody's attempt may stay open without end.
 */
export type OpenUntil = Date | null;

/**
 * Which column of the matrix holds for an attempt as it reads at `now`; null before it starts and for an
 * abandoned one, of which nothing is shown.
 *
 * "After close" begins when nobody's attempt may still be open, network grace included, not at the close time printed
 * on the quiz; a quiz without close never gets there. "Just after" is within 2 minutes of the submission.
 */
export function whenOf(
  attempt: Attempt,
  settings: Pick<ReviewSettings, 'closeAt' | 'graceSeconds'>,
  now: Date,
  openUntil: OpenUntil = settings.closeAt,
): ReviewWhen | null {
  const read = stateAt(attempt, now);
  switch (read.state) {
    case 'prepared':
    case 'abandoned':
      return null;
    case 'in-progress':
    case 'overdue':
      return 'during';
    case 'submitted':
    case 'graded': {
      if (isClosedForAll(settings, now, openUntil)) return 'after-close';
      const sinceMs = now.getTime() - read.submittedAt.getTime();
      return sinceMs < JUST_AFTER_SECONDS * 1000 ? 'just-after' : 'later-open';
    }
  }
}

/**
 * What the learner sees of one question (or, with 'overall', of the whole attempt) at one of the four times.
 *
 * The matrix decides, with two rules above it. During an attempt a question shows only the learner's own answer until it
 * was checked. During an exam nothing is checked: its feedback is deferred by its kind, so that no matrix, however it
 * came about, hands out the key of a paper that is still being written.
 */
export function shownAt(
  { kind, review }: Pick<ReviewSettings, 'kind' | 'review'>,
  when: ReviewWhen,
  { isChecked }: { readonly isChecked: boolean },
): ReadonlySet<ReviewWhat> {
  if (when === 'during' && (kind === 'exam' || !isChecked)) return new Set(['answers']);
  return new Set(review[when]);
}

/** The same of an attempt as it reads at `now`; nothing before it starts, nor of an abandoned one. */
export function mayReview(
  attempt: Attempt,
  settings: ReviewSettings,
  now: Date,
  context: { readonly isChecked?: boolean; readonly openUntil?: OpenUntil } = {},
): ReadonlySet<ReviewWhat> {
  const openUntil = context.openUntil === undefined ? settings.closeAt : context.openUntil;
  const when = whenOf(attempt, settings, now, openUntil);
  return when === null ? new Set() : shownAt(settings, when, { isChecked: context.isChecked === true });
}

function isClosedForAll(
  { closeAt, graceSeconds }: Pick<ReviewSettings, 'closeAt' | 'graceSeconds'>,
  now: Date,
  openUntil: OpenUntil,
) {
  if (closeAt === null || openUntil === null) return false;
  const last = closeAt.getTime() > openUntil.getTime() ? closeAt : openUntil;
  return now.getTime() >= graceEndOf(last, graceSeconds).getTime();
}
