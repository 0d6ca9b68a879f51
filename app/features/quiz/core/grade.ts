import type { WhichAttempt } from './settings.ts';

/** What one question of an attempt brought; `mark` is null while it waits for a marker. */
export interface QuestionMark {
  readonly mark: number | null;
  readonly maxMark: number;
}

/** `grade` is null while a mark is missing, or where the whole paper is worth nothing: "not known" is not 0. */
export interface AttemptGrade {
  readonly markSum: number;
  readonly maxMark: number;
  readonly grade: number | null;
}

const DECIMALS = 1e5;

/**
 * Rounds a mark or a grade to 5 decimals, the precision in which both are stored and compared.
 *
 * Ten marks of 0.1 add up to 0.9999999999999999; nobody fails by that. Five decimals are finer than any fraction that
 * an author writes, and far coarser than the error of adding some hundred marks.
 */
export function roundMark(value: number): number {
  // `+ 0` turns -0 into 0, which would otherwise be printed as "-0".
  return Math.round(value * DECIMALS) / DECIMALS + 0;
}

/** Whether `grade` reaches `bound` (both in the same scale), compared on values rounded to 5 decimals. */
export function reaches(grade: number, bound: number): boolean {
  return roundMark(grade) >= roundMark(bound);
}

/**
 * The grade of one attempt: the sum of its marks scaled to 0..`gradeScale`, rounded to 5 decimals.
 *
 * Marks may be negative (certainty-based marking); the grade stays within 0..`gradeScale` all the same, and `markSum`
 * keeps what was really reached. While a mark is null, `markSum` counts the known ones and `grade` is null.
 */
export function gradeAttempt(marks: readonly QuestionMark[], gradeScale: number): AttemptGrade {
  let markSum = 0;
  let maxMark = 0;
  let isComplete = true;
  for (const one of marks) {
    if (one.mark === null) isComplete = false;
    markSum += one.mark ?? 0;
    maxMark += one.maxMark;
  }
  const isKnown = isComplete && maxMark > 0;
  const grade = isKnown ? Math.min(gradeScale, Math.max(0, (markSum / maxMark) * gradeScale)) : null;
  return {
    markSum: roundMark(markSum),
    maxMark: roundMark(maxMark),
    grade: grade === null ? null : roundMark(grade),
  };
}

/** Whether a grade passes: at least `passGrade`, both on the quiz's scale. */
export function passed(grade: number, passGrade: number): boolean {
  return reaches(grade, passGrade);
}

/**
 * The grade that counts for a person, from the grades of the submitted attempts in the order of their numbers.
 *
 * A null is an attempt that waits for a marker. `highest` and `average` judge by the attempts already graded; `first`
 * and `last` mean that very attempt, so that its null is the answer and no other attempt stands in for it.
 * Null where nothing is known yet.
 */
export function gradeOfAttempts(grades: readonly (number | null)[], which: WhichAttempt): number | null {
  if (which === 'first') return grades[0] ?? null;
  if (which === 'last') return grades.at(-1) ?? null;
  const known = grades.filter((grade) => grade !== null);
  if (known.length === 0) return null;
  if (which === 'highest') return Math.max(...known);
  return roundMark(known.reduce((sum, grade) => sum + grade, 0) / known.length);
}
