import { classify } from '#app/features/quiz/core/classification.ts';
import { gradeOfAttempts, passed, roundMark } from '#app/features/quiz/core/grade.ts';
import type { QuizSettings } from '#app/features/quiz/core/settings.ts';
import type { QuizStanding } from './enrolment-status.ts';

/** One attempt that counts: no preview, not abandoned. */
export interface AttemptOutcome {
  readonly number: number;
  readonly state: string;
  readonly grade: number | null;
}

/** How a person stands in a quiz, from its settings today and the person's attempts. Grades are brought to a scale of 10. */
export function quizStanding(
  quizId: string,
  settings: Pick<QuizSettings, 'which' | 'passGrade' | 'gradeScale' | 'thresholds' | 'attemptsAllowed'>,
  attempts: readonly AttemptOutcome[],
): QuizStanding {
  const ended = attempts.filter((attempt) => attempt.state !== 'in-progress').sort((a, b) => a.number - b.number);
  const grade = gradeOfAttempts(
    ended.map((attempt) => attempt.grade),
    settings.which,
  );
  return {
    quizId,
    grade: grade === null ? null : roundMark((grade / settings.gradeScale) * 10),
    classification: grade === null ? null : classify(grade, settings.thresholds),
    isPassed: grade !== null && passed(grade, settings.passGrade),
    attemptsUsed: attempts.length,
    attemptsAllowed: settings.attemptsAllowed,
    isOpen: attempts.some((attempt) => attempt.state === 'in-progress' || attempt.grade === null),
  };
}
