import { describe, expect, it } from 'vitest';
import { mayReview, REVIEW_PRESETS, REVIEW_WHENS, type ReviewMatrix } from '#app/features/quiz/core/review.ts';
import { seenByLearner } from '#app/features/quiz/core/rules/review-preview.ts';
import { at } from './attempts.ts';

const odd: ReviewMatrix = {
  during: ['answers', 'correctness'],
  'just-after': ['overall'],
  'later-open': ['answers', 'marks'],
  'after-close': ['right-answer', 'explanation', 'answers'],
};
const begun = { id: 'a', number: 1, slotCount: 4, startedAt: at(0), deadlineAt: null, graceSeconds: 0, pausedAt: null };
const running = { ...begun, state: 'in-progress' } as const;
const submitted = { ...begun, state: 'submitted', submittedAt: at(100), cause: 'learner' } as const;
const moments = {
  during: [running, 50],
  'just-after': [submitted, 110],
  'later-open': [submitted, 500],
  'after-close': [submitted, 2000],
} as const;

describe('What an author is shown of the matrix', () => {
  const quizzes = (['practice', 'exam'] as const).flatMap((kind) =>
    [...Object.values(REVIEW_PRESETS), odd].map((review) => ({ kind, review })),
  );
  it.each(quizzes)('is what a learner gets: $kind $review', ({ kind, review }) => {
    const behaviour = kind === 'practice' ? 'tries' : 'deferred';
    for (const when of REVIEW_WHENS) {
      const [attempt, second] = moments[when];
      const settings = { kind, review, closeAt: at(1000), graceSeconds: 0 };
      const may = mayReview(attempt as never, settings, at(second), { isChecked: true });
      expect([...seenByLearner({ kind, behaviour, review }, when)].sort()).toEqual([...may].sort());
    }
  });

  it('where nothing can be checked is the own answer alone while it runs', () => {
    expect([
      ...seenByLearner({ kind: 'practice', behaviour: 'deferred', review: REVIEW_PRESETS.practice }, 'during'),
    ]).toEqual(['answers']);
  });
});
