// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { type QuizDraft, quizDraftOf } from '#app/features/quiz/core/quiz-draft.ts';
import { REVIEW_PRESETS } from '#app/features/quiz/core/review.ts';
import { VIEWERS, type Viewer } from '#app/features/quiz/core/rules/seen-by.ts';
import { DEFAULT_SETTINGS } from '#app/features/quiz/core/settings.ts';
import { vi } from '#app/features/quiz/messages/author-vi.ts';
import { ReviewPreview } from '#app/features/quiz/ui/author/review-preview.tsx';

const words = vi.preview;

function show(change: Partial<QuizDraft>, kind: 'exam' | 'practice' = 'exam') {
  const draft = quizDraftOf({
    ...{ title: 'Bài', instructions: '', courseId: null, moduleCode: null, slots: [] },
    settings: DEFAULT_SETTINGS[kind],
  });
  render(<ReviewPreview draft={{ ...draft, ...change }} />);
  return (viewer: Viewer) => within(screen.getByText(words.viewers[viewer]).closest('details')!);
}

it('shows each kind of viewer what that viewer sees: the key to learners and authors alone', () => {
  const of = show({ review: REVIEW_PRESETS['after-close'] as QuizDraft['review'] });
  const seesKey = VIEWERS.filter((viewer) => of(viewer).queryAllByText(words.explanation).length > 0);
  expect(seesKey).toEqual(['learner', 'author']);
  const seesGrade = VIEWERS.filter((viewer) => of(viewer).queryAllByText(/7\/10/).length > 0);
  expect(seesGrade).toEqual(['learner', 'leader', 'administrator', 'examiner']);
  // Of everybody but the learner, what the matrix does not say is said in words.
  for (const viewer of VIEWERS) if (viewer !== 'learner') of(viewer).getByText(words.also[viewer]);
});

it('follows the table as it is ticked: a hidden grade is hidden from the leader too, not from the examiner', () => {
  const of = show({ review: { during: [], 'just-after': [], 'later-open': [], 'after-close': [] } });
  expect(of('leader').getAllByText(words.nothing.leader)).toHaveLength(1);
  expect(of('leader').queryByText(/7\/10/)).toBeNull();
  expect(of('examiner').getByText(/7\/10/)).toBeInTheDocument();
  expect(of('examiner').getByText(words.times['session-closed'])).toBeInTheDocument();
});

it('of a practice says from when a check tells the key', () => {
  const of = show({ triesAllowed: '3', tryPenaltyPercent: '0' }, 'practice');
  expect(of('learner').getByText(words.afterLastTry, { exact: false })).toBeInTheDocument();
});

it('has no two elements of one id, whoever looks', () => {
  show({ review: REVIEW_PRESETS.practice as QuizDraft['review'] }, 'practice');
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});
