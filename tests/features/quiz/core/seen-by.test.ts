import { describe, expect, it, test } from 'vitest';
import {
  mayReview,
  REVIEW_PRESETS,
  REVIEW_WHATS,
  REVIEW_WHENS,
  type ReviewMatrix,
  type ReviewWhat,
} from '#app/features/quiz/core/review.ts';
import {
  joinedSights,
  seenByAdministrator,
  seenByAuthor,
  seenByExaminer,
  seenByLeader,
  seenByMarker,
  sightsOf,
  VIEWERS,
  type Viewer,
} from '#app/features/quiz/core/rules/seen-by.ts';
import { at } from './attempts.ts';

const odd: ReviewMatrix = {
  during: ['answers', 'correctness'],
  'just-after': ['overall'],
  'later-open': ['answers', 'marks'],
  'after-close': ['right-answer', 'explanation', 'answers'],
};
const everything: ReviewMatrix = {
  during: REVIEW_WHATS,
  'just-after': REVIEW_WHATS,
  'later-open': REVIEW_WHATS,
  'after-close': REVIEW_WHATS,
};
const nothing: ReviewMatrix = { during: [], 'just-after': [], 'later-open': [], 'after-close': [] };
const begun = { id: 'a', number: 1, slotCount: 4, startedAt: at(0), deadlineAt: null, graceSeconds: 0, pausedAt: null };
const running = { ...begun, state: 'in-progress' } as const;
const submitted = { ...begun, state: 'submitted', submittedAt: at(100), cause: 'learner' } as const;
const moments = {
  during: [running, 50],
  'just-after': [submitted, 110],
  'later-open': [submitted, 500],
  'after-close': [submitted, 2000],
} as const;
const exam = (review: ReviewMatrix) => ({ kind: 'exam', behaviour: 'deferred', review }) as const;
const practice = (review: ReviewMatrix, behaviour: 'tries' | 'deferred' = 'tries') =>
  ({ kind: 'practice', behaviour, review }) as const;

const sorted = (whats: Iterable<ReviewWhat>) => REVIEW_WHATS.filter((what) => new Set(whats).has(what));
/** The preview of a viewer as text: each time and what is seen at it. */
const told = (viewer: Viewer, quiz: Parameters<typeof sightsOf>[1]) =>
  sightsOf(viewer, quiz).map(({ at: time, seen }) => `${time}: ${sorted(seen).join(' ')}`);

describe('What an author is shown of a viewer', () => {
  const open = ['session-open: ', 'session-closed: overall'];
  const marking = ['during: ', 'submitted: answers marks'];
  const own = ['always: explanation right-answer'];
  test.each([
    [
      'learner',
      exam(REVIEW_PRESETS['after-close']),
      [
        'during: answers',
        'just-after: answers overall',
        'later-open: answers overall',
        `after-close: ${REVIEW_WHATS.join(' ')}`,
      ],
    ],
    [
      'learner',
      practice(odd),
      [
        'during: answers correctness',
        'just-after: overall',
        'later-open: answers marks',
        'after-close: answers explanation right-answer',
      ],
    ],
    [
      'learner',
      practice(everything, 'deferred'),
      ['during: answers', ...REVIEW_WHENS.slice(1).map((when) => `${when}: ${REVIEW_WHATS.join(' ')}`)],
    ],
    ['leader', exam(everything), ['during: ', 'just-after: overall', 'later-open: overall', 'after-close: overall']],
    ['leader', exam(odd), ['during: ', 'just-after: overall', 'later-open: ', 'after-close: ']],
    ['leader', exam(nothing), ['during: ', 'just-after: ', 'later-open: ', 'after-close: ']],
    [
      'administrator',
      exam(everything),
      ['during: ', ...REVIEW_WHENS.slice(1).map((when) => `${when}: answers overall`)],
    ],
    ['leader', practice(everything), told('leader', exam(everything))],
    ['examiner', exam(everything), open],
    ['examiner', exam(nothing), open],
    ['marker', exam(everything), marking],
    ['marker', exam(nothing), marking],
    ['author', exam(everything), own],
    ['author', exam(nothing), own],
  ] as [Viewer, Parameters<typeof sightsOf>[1], string[]][])('%s of %o', (viewer, quiz, expected) => {
    expect(told(viewer, quiz)).toEqual(expected);
  });

  const quizzes = [...Object.values(REVIEW_PRESETS), odd].flatMap((review) => [exam(review), practice(review)]);
  it.each(quizzes)('is, of a learner, what `mayReview` decides: $kind $review', (quiz) => {
    for (const { at: time, seen } of sightsOf('learner', quiz)) {
      const [attempt, second] = moments[time as keyof typeof moments];
      const settings = { ...quiz, closeAt: at(1000), graceSeconds: 0 };
      expect(sorted(seen)).toEqual(sorted(mayReview(attempt as never, settings, at(second), { isChecked: true })));
    }
  });

  it('has no kind of viewer who sees an answer beside its key but who wrote it, and no key for any but authors', () => {
    for (const viewer of VIEWERS) {
      const seen = new Set(sightsOf(viewer, exam(everything)).flatMap((sight) => [...sight.seen]));
      expect([viewer, seen.has('right-answer')]).toEqual([viewer, viewer === 'learner' || viewer === 'author']);
      expect([viewer, seen.has('right-answer') && seen.has('answers')]).toEqual([viewer, viewer === 'learner']);
    }
  });

  it('joins neighbouring times at which the same is seen, and no others', () => {
    const text = (quiz: Parameters<typeof sightsOf>[1]) =>
      joinedSights(sightsOf('leader', quiz)).map(({ at: times }) => times.join('+'));
    expect(text(exam(nothing))).toEqual(['during+just-after+later-open+after-close']);
    expect(text(exam(odd))).toEqual(['during', 'just-after', 'later-open+after-close']);
  });
});

describe('What pages show to', () => {
  const all = new Set(REVIEW_WHATS);
  it.each([
    ['a leader: the grade, as far as the learner sees it', seenByLeader(all), ['overall']],
    ['a leader of a hidden grade: nothing', seenByLeader(new Set(['answers'] as const)), []],
    ['who manages people: answers and grade, as far as', seenByAdministrator(all), ['answers', 'overall']],
    ['the same of a hidden attempt: nothing', seenByAdministrator(new Set(['marks'] as const)), []],
    ['an examiner while the session is open: nothing', seenByExaminer({ closedAt: null }), []],
    ['an examiner after that: grades', seenByExaminer({ closedAt: at(0) }), ['overall']],
    ['a marker while it is written: nothing', seenByMarker('during'), []],
    ['a marker after that: answers and marks', seenByMarker('later-open'), ['answers', 'marks']],
    ['an author: the key, and nobody’s answer', seenByAuthor, ['explanation', 'right-answer']],
  ] as [string, ReadonlySet<ReviewWhat>, ReviewWhat[]][])('%s', (_, seen, expected) => {
    expect(sorted(seen)).toEqual(expected);
  });
});
