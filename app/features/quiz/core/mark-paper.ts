import type { QuestionBody, QuestionResponse } from '#app/features/questions/core/question.ts';
import { gradeResponse } from '#app/features/questions/core/question-types.ts';
import { type Classification, classify } from './classification.ts';
import { gradeAttempt, passed, roundMark } from './grade.ts';
import type { PaperSlot } from './paper.ts';
import type { QuizSettings } from './settings.ts';

/** What one slot earned. */
export interface MarkedSlot {
  readonly slot: number;
  readonly fraction: number;
  readonly mark: number;
}

/** What a whole attempt earned, as it is stored. */
export interface MarkedPaper {
  readonly slots: readonly MarkedSlot[];
  readonly markSum: number;
  readonly maxMark: number;
  readonly grade: number | null;
  readonly passed: boolean | null;
  readonly classification: Classification | null;
}

export interface SlotToMark extends Pick<PaperSlot, 'slot' | 'maxMark'> {
  readonly body: QuestionBody;
  readonly response: QuestionResponse | null;
}

/** The column Attempt.itemMarks: the mark of each slot in the order of the paper, as JSON. Statistics read it alone. */
export const printItemMarks = ({ slots }: Pick<MarkedPaper, 'slots'>): string =>
  JSON.stringify(slots.map(({ mark }) => mark));

/** Marks every slot of a paper, answered or not, and sums up. The same answers always give the same marks. */
export function markPaper(
  slots: readonly SlotToMark[],
  settings: Pick<QuizSettings, 'gradeScale' | 'passGrade' | 'thresholds'>,
): MarkedPaper {
  const marked = slots.map(({ slot, maxMark, body, response }) => {
    const fraction = roundMark(gradeResponse(body, response));
    return { slot, maxMark, fraction, mark: roundMark(fraction * maxMark) };
  });
  const { markSum, maxMark, grade } = gradeAttempt(marked, settings.gradeScale);
  return {
    slots: marked.map(({ slot, fraction, mark }) => ({ slot, fraction, mark })),
    markSum,
    maxMark,
    grade,
    passed: grade === null ? null : passed(grade, settings.passGrade),
    classification: grade === null ? null : classify(grade, settings.thresholds),
  };
}
