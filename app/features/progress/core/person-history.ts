import type { CompletionRule } from '#app/features/courses/core/assignment.ts';
import type { QuizSettings } from '#app/features/quiz/core/settings.ts';
import { type Judgement, judge } from './enrolment-status.ts';
import { quizStanding } from './quiz-standing.ts';

/** One attempt that counts, with when it was begun and when its grade was known. */
export interface AttemptDeed {
  readonly quizId: string;
  readonly number: number;
  readonly state: string;
  readonly grade: number | null;
  readonly startedAt: Date;
  readonly gradedAt: Date | null;
}

/** What a person has done in a course, each with its instant. */
export interface Deeds {
  readonly reads: readonly Date[];
  readonly attempts: readonly AttemptDeed[];
}

/** What a person's history in an assignment follows from, beside the deeds. */
export interface HistoryFrame {
  readonly rule: CompletionRule;
  readonly lessonsTotal: number;
  /** The settings of a quiz with the attempts that this person may make; undefined for one that is gone. */
  readonly settingsOf: (quizId: string) => QuizSettings | undefined;
  readonly enrolledAt: Date;
  readonly exemptAt: Date | null;
  readonly releasedAt: Date | null;
}

/** From when a person counted as what; not at all from the release on. */
export interface HistoryStep extends Pick<Judgement, 'status' | 'classification'> {
  readonly at: Date;
  readonly isCounted: boolean;
}

/**
 * How a person came to stand where the deeds lead, judged anew at each of them by the rules of today: for enrolments that
 * were written before histories were kept, and for the demonstration.
 */
export function personHistory(frame: HistoryFrame, deeds: Deeds): { steps: HistoryStep[]; completedAt: Date | null } {
  const { enrolledAt, exemptAt, releasedAt } = frame;
  const instants = [
    ...[enrolledAt, exemptAt, releasedAt, ...deeds.reads],
    ...deeds.attempts.flatMap(({ startedAt, gradedAt }) => [startedAt, gradedAt]),
  ].flatMap((at) => (at && at > enrolledAt ? at.getTime() : []));
  const times = [enrolledAt.getTime(), ...new Set(instants)].sort((a, b) => a - b);
  const steps: HistoryStep[] = [];
  let completedAt: Date | null = null;
  for (const time of times) {
    const at = new Date(time);
    const { status, classification } = judgeAt(frame, deeds, at, completedAt !== null);
    completedAt = status === 'completed' ? (completedAt ?? at) : null;
    const step = { at, isCounted: releasedAt === null || at < releasedAt, status, classification };
    const last = steps.at(-1);
    if (!last || !isSame(last, step)) steps.push(step);
  }
  return { steps, completedAt };
}

const isSame = (a: HistoryStep, b: HistoryStep) =>
  a.isCounted === b.isCounted && a.status === b.status && a.classification === b.classification;

function judgeAt(frame: HistoryFrame, deeds: Deeds, at: Date, wasCompleted: boolean): Judgement {
  const begun = deeds.attempts
    .filter(({ startedAt }) => startedAt <= at)
    .map((attempt) =>
      attempt.state === 'in-progress' || (attempt.gradedAt !== null && attempt.gradedAt <= at)
        ? attempt
        : { ...attempt, state: attempt.gradedAt === null ? attempt.state : 'in-progress', grade: null },
    );
  const quizzes = frame.rule.quizIds.map((quizId) => {
    const settings = frame.settingsOf(quizId);
    const own = begun.filter((attempt) => attempt.quizId === quizId);
    if (settings) return quizStanding(quizId, settings, own);
    const nothing = { grade: null, classification: null, isPassed: false, isOpen: false };
    return { quizId, ...nothing, attemptsUsed: 0, attemptsAllowed: 0 };
  });
  return judge(frame.rule, {
    lessonsRead: deeds.reads.filter((read) => read <= at).length,
    lessonsTotal: frame.lessonsTotal,
    quizzes,
    attempts: begun.length,
    isExempt: frame.exemptAt !== null && frame.exemptAt <= at,
    wasCompleted,
  });
}
