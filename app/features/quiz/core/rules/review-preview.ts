import type { ReviewMatrix, ReviewWhat, ReviewWhen } from '../review.ts';
import type { Behaviour, QuizKind } from '../settings.ts';

/** Who looks at an attempt; only the first is meant by the matrix. */
export const REVIEW_VIEWERS = ['learner', 'leader', 'examiner'] as const;

/**
 * What the matrix comes to at each time, as `mayReview` decides it: while an attempt runs an exam shows only the own
 * answer, and so does a practice until a question is checked, where it has checks at all.
 */
export function seenByLearner(
  quiz: { readonly kind: QuizKind; readonly behaviour: Behaviour; readonly review: ReviewMatrix },
  when: ReviewWhen,
): ReadonlySet<ReviewWhat> {
  if (when !== 'during') return new Set(quiz.review[when]);
  const hasChecks = quiz.kind === 'practice' && (quiz.behaviour === 'immediate' || quiz.behaviour === 'tries');
  return hasChecks ? new Set(quiz.review.during) : new Set(['answers']);
}
