import { questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { stateAt } from '../core/attempt.ts';
import type { Classification } from '../core/classification.ts';
import { gradeOfAttempts } from '../core/grade.ts';
import type { ReviewWhat } from '../core/review.ts';
import type { QuizSettings } from '../core/settings.ts';
import { findStandingWithAnswers } from '../data/answers.server.ts';
import { findAttemptPaper } from '../data/attempt-papers.server.ts';
import type { AttemptNumbers } from '../data/attempts.server.ts';
import { marksOf } from '../data/closing.server.ts';
import type { PreviousAttempt } from '../data/previous-attempts.server.ts';
import { mayReviewNow } from './may-review-now.server.ts';

/** An attempt of one's own in a list. */
export interface AttemptLine {
  attemptId: string;
  number: number;
  state: 'open' | 'ended' | 'abandoned';
  startedAt: Date | null;
  submittedAt: Date | null;
  /** Null where there is none, or the matrix does not show it now. */
  grade: number | null;
  passed: boolean | null;
  classification: Classification | null;
}

/**
 * An attempt in a list at `at`, as its owner sees it, or somebody else by what `seenBy` leaves of that; `settings` are those
 * of the quiz as it stands, for nobody in particular.
 */
export async function attemptLine(
  previous: PreviousAttempt,
  settings: QuizSettings,
  at: Date,
  seenBy: (owner: ReadonlySet<ReviewWhat>) => ReadonlySet<ReviewWhat> = (owner) => owner,
): Promise<AttemptLine> {
  const attempt = stateAt(previous.attempt, at);
  const isEnded = attempt.state === 'submitted' || attempt.state === 'graded';
  const { sql } = database();
  const { quizId } = previous;
  const owner = isEnded
    ? await mayReviewNow(sql, { quizId, attempt }, settings, at, ['overall'])
    : new Set<ReviewWhat>();
  const numbers = seenBy(owner).has('overall') ? await numbersOf(previous) : null;
  return {
    attemptId: attempt.id,
    number: attempt.number,
    state: isEnded ? 'ended' : attempt.state === 'abandoned' ? 'abandoned' : 'open',
    startedAt: 'startedAt' in attempt ? attempt.startedAt : null,
    submittedAt: isEnded ? attempt.submittedAt : null,
    grade: numbers?.grade ?? null,
    passed: numbers?.passed ?? null,
    classification: numbers?.classification ?? null,
  };
}

/** The stored numbers; where the time is up and the sweeper has not come by, those that it will store. */
async function numbersOf(previous: PreviousAttempt): Promise<Omit<AttemptNumbers, 'markSum' | 'maxMark'> | null> {
  const { attempt } = previous;
  if (attempt.state === 'graded' || attempt.state === 'submitted') return previous;
  const { sql } = database();
  const own = await findAttemptPaper(sql, attempt.id);
  const found = await findStandingWithAnswers(sql, attempt.id);
  if (!own || !found) return null;
  return marksOf(sql, own, await questionVersions(own.paper.map((slot) => slot.questionVersionId)), found);
}

/**
 * A person's attempts at one quiz, how many are used up, and the grade that counts among those that may be seen; `settings`
 * as in `attemptLine`.
 */
export async function standingAt(previous: readonly PreviousAttempt[], settings: QuizSettings, at: Date) {
  const begun = previous.filter(({ attempt }) => attempt.state !== 'prepared');
  const lines = await Promise.all(begun.map((one) => attemptLine(one, settings, at)));
  // Those of an earlier period are shown, and count no more.
  const former = new Set(begun.filter(({ attempt }) => 'isFormer' in attempt).map(({ attempt }) => attempt.id));
  const ended = lines.filter(({ state, attemptId }) => state === 'ended' && !former.has(attemptId));
  const grade = gradeOfAttempts(
    ended.map((line) => line.grade),
    settings.which,
  );
  return { lines, used: ended.length, grade };
}
