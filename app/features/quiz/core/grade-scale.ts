import { printNumber, type QuizDraft } from './quiz-draft.ts';
import type { QuizSettings } from './settings.ts';

/**
 * The draft with every grade that its author left as it was brought to a new scale in proportion: 5 of 10 is 50 of 100. A
 * pass grade or a threshold left behind on the old scale would pass everybody. What was typed anew is meant on the new one.
 */
export function onGradeScale(draft: QuizDraft, kept: QuizSettings, gradeScale: number): QuizDraft {
  if (gradeScale === kept.gradeScale) return draft;
  const follow = (typed: string, before: number | undefined) =>
    before !== undefined && typed.trim() === printNumber(before)
      ? printNumber((before * gradeScale) / kept.gradeScale)
      : typed;
  const { thresholds, passGrade, feedbackBands } = kept;
  return {
    ...draft,
    passGrade: follow(draft.passGrade, passGrade),
    thresholdExcellent: follow(draft.thresholdExcellent, thresholds.excellent),
    thresholdGood: follow(draft.thresholdGood, thresholds.good),
    thresholdAverage: follow(draft.thresholdAverage, thresholds.average),
    bands: draft.bands.map((band, at) => ({ ...band, from: follow(band.from, feedbackBands[at]?.from) })),
  };
}
