import { type Classification, classify } from './classification.ts';
import { gradeAttempt, passed, type QuestionMark } from './grade.ts';
import type { QuizSettings } from './settings.ts';

/** What an attempt comes to as a whole; grade, passed and classification are null while a mark is missing. */
export interface AttemptSum {
  readonly markSum: number;
  readonly maxMark: number;
  readonly grade: number | null;
  readonly passed: boolean | null;
  readonly classification: Classification | null;
}

/** Sums up the marks of an attempt by the settings that it was started with. */
export function sumUp(
  marks: readonly QuestionMark[],
  settings: Pick<QuizSettings, 'gradeScale' | 'passGrade' | 'thresholds'>,
): AttemptSum {
  const { markSum, maxMark, grade } = gradeAttempt(marks, settings.gradeScale);
  return {
    markSum,
    maxMark,
    grade,
    passed: grade === null ? null : passed(grade, settings.passGrade),
    classification: grade === null ? null : classify(grade, settings.thresholds),
  };
}
