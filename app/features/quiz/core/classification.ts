import { reaches } from './grade.ts';

/** In words: giỏi, khá, đạt (trung bình), không đạt. Best first. */
export const CLASSIFICATIONS = ['excellent', 'good', 'average', 'failed'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** The smallest grade of each class, on the quiz's scale; what lies below `average` has failed. */
export interface ClassificationThresholds {
  readonly excellent: number;
  readonly good: number;
  readonly average: number;
}

/** On a scale of 10. No official thresholds are known: these are only where a unit starts before it sets its own. */
export const DEFAULT_THRESHOLDS: ClassificationThresholds = { excellent: 8, good: 7, average: 5 };

/**
 * The class of a grade; a grade exactly on a threshold belongs to the better class.
 *
 * Compared on values rounded to 5 decimals, so that the noise of adding marks moves nobody down a class. The class is
 * derived each time: thresholds may change, the grade is what is kept.
 */
export function classify(grade: number, thresholds: ClassificationThresholds): Classification {
  if (reaches(grade, thresholds.excellent)) return 'excellent';
  if (reaches(grade, thresholds.good)) return 'good';
  if (reaches(grade, thresholds.average)) return 'average';
  return 'failed';
}
