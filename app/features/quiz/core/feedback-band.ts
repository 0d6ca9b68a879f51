import { reaches } from './grade.ts';
import type { FeedbackBand } from './settings.ts';

/** What is said of a whole attempt: the text of the highest band whose bound the grade reaches; '' for none. */
export function feedbackFor(grade: number | null, bands: readonly FeedbackBand[]): string {
  if (grade === null) return '';
  const reached = bands.filter(({ from }) => reaches(grade, from));
  return (
    reached.reduce<FeedbackBand | null>((best, band) => (best && best.from >= band.from ? best : band), null)?.text ??
    ''
  );
}
