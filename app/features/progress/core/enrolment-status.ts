import type { CompletionRule } from '#app/features/courses/core/assignment.ts';
import { type Classification, classifications, type Status } from './status.ts';

/** How one person stands in one quiz of the rule. */
export interface QuizStanding {
  readonly quizId: string;
  /** The grade that counts by the quiz's own policy, on a scale of 10; null = none yet. */
  readonly grade: number | null;
  readonly classification: Classification | null;
  readonly isPassed: boolean;
  readonly attemptsUsed: number;
  /** 0 means unlimited. */
  readonly attemptsAllowed: number;
  /** An attempt is under way or waits for a marker: its outcome is still open. */
  readonly isOpen: boolean;
}

/** Everything that the status of one person depends on. */
export interface Standing {
  readonly lessonsRead: number;
  readonly lessonsTotal: number;
  /** The quizzes of the rule. */
  readonly quizzes: readonly QuizStanding[];
  /** Attempts at any quiz of the course, those outside of the rule included. */
  readonly attempts: number;
  readonly isExempt: boolean;
  /** Has been completed before: lessons that are added to the course later take nothing away from that. */
  readonly wasCompleted: boolean;
}

export interface Judgement {
  readonly status: Status;
  /** Of the weakest required quiz; null while a required quiz has no grade, and for the exempt. */
  readonly classification: Classification | null;
  readonly grade: number | null;
}

/** The state of one person in one assignment, from what is stored about both. */
export function judge(rule: CompletionRule, standing: Standing): Judgement {
  const status = statusOf(rule, standing);
  const result = status === 'exempt' ? null : weakest(standing.quizzes, status === 'failed');
  return { status, classification: result?.classification ?? null, grade: result?.grade ?? null };
}

function statusOf(rule: CompletionRule, standing: Standing): Status {
  const { lessonsRead, lessonsTotal, quizzes, attempts } = standing;
  if (standing.isExempt) return 'exempt';
  const asksLessons = rule.lessons === 'all' && lessonsTotal > 0;
  const hasRead = !asksLessons || lessonsRead >= lessonsTotal || standing.wasCompleted;
  // A rule that asks for nothing is met by nobody: an empty course must not read as 100%.
  const asksAnything = asksLessons || quizzes.length > 0;
  if (asksAnything && hasRead && quizzes.every((quiz) => quiz.isPassed)) return 'completed';
  if (quizzes.some(isLost)) return 'failed';
  const hasBegun = asksQuizzesAlone(rule)
    ? quizzes.some(({ attemptsUsed, isOpen }) => attemptsUsed > 0 || isOpen)
    : lessonsRead > 0 || attempts > 0;
  return hasBegun ? 'in-progress' : 'not-started';
}

/**
 * Whether an assignment is begun with one of its quizzes and nothing else: who prepares for an examination has not sat it.
 * Where the lessons are asked for, whatever is done in the course begins it, a practice beside them included.
 *
 * When something was done does not matter: what was read before an assignment opened need not be read again, so that its
 * reader stands within it from the first day. Nobody counts such an assignment before it opens.
 */
export function asksQuizzesAlone({ lessons, quizIds }: CompletionRule): boolean {
  return lessons === 'none' && quizIds.length > 0;
}

/** Whether a quiz can no longer be passed: every allowed attempt is used and graded, and the counted grade does not pass. */
export function isLost(quiz: QuizStanding): boolean {
  return !quiz.isPassed && !quiz.isOpen && quiz.attemptsAllowed > 0 && quiz.attemptsUsed >= quiz.attemptsAllowed;
}

/** All required quizzes must be passed, so the weakest speaks for the whole. */
function weakest(quizzes: readonly QuizStanding[], evenIfIncomplete: boolean): QuizStanding | null {
  const graded = quizzes.filter((quiz) => quiz.grade !== null);
  if (graded.length === 0 || (graded.length < quizzes.length && !evenIfIncomplete)) return null;
  return graded.reduce((low, quiz) => (rankOf(quiz) < rankOf(low) ? quiz : low));
}

function rankOf({ classification, grade }: QuizStanding): number {
  const place = classification === null ? classifications.length : classifications.indexOf(classification);
  return (classifications.length - place) * 1000 + (grade ?? 0);
}
