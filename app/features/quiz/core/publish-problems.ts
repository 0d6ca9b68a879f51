import { type Candidate, drawPaper, type SlotPlan } from './draw-paper.ts';
import type { QuizProblem } from './quiz-draft-content.ts';
import type { QuizSettings } from './settings.ts';
import { settingsProblems } from './settings-problems.ts';

/**
 * Everything that keeps a quiz from being published: without slots, with a slot that the bank cannot fill (overlapping
 * draws counted once), or with settings that contradict themselves. `candidates` are the questions that may be drawn and
 * those of the fixed slots; of the latter `archivedIds` are archived, which a new paper should not rest on.
 */
export function publishProblems(
  quiz: { readonly settings: QuizSettings; readonly slots: readonly SlotPlan[] },
  candidates: readonly Candidate[],
  archivedIds: ReadonlySet<string>,
): QuizProblem[] {
  const problems: QuizProblem[] = [...settingsProblems(quiz.settings)];
  if (quiz.slots.length === 0) problems.push({ field: 'slots', code: 'missing' });
  quiz.slots.forEach((slot, index) => {
    if (slot.kind !== 'fixed') return;
    const field = `slots[${index}].questionId`;
    if (archivedIds.has(slot.questionId)) problems.push({ field, code: 'archived-question' });
    else if (!candidates.some(({ questionId }) => questionId === slot.questionId)) {
      problems.push({ field, code: 'unknown-question' });
    }
  });
  const isWhole = !problems.some(({ field }) => field.startsWith('slots'));
  return isWhole ? [...problems, ...drawProblems(quiz.slots, candidates)] : problems;
}

/** The first slot that a draw cannot fill. Whenever the bank suffices every seed gives a paper, so any seed tells. */
function drawProblems(slots: readonly SlotPlan[], candidates: readonly Candidate[]): QuizProblem[] {
  const drawn = drawPaper({
    slots,
    candidates,
    seenCounts: new Map(),
    seed: 'publish',
    settings: { shuffleQuestions: false, shuffleOptions: false },
    optionOrder: () => [],
  });
  if (!('problem' in drawn)) return [];
  const { slot, wanted, found } = drawn;
  return [{ field: `slots[${slot - 1}].count`, code: 'not-enough-questions', wanted, found }];
}
