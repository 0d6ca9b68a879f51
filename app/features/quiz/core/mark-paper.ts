import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { gradeResponse } from '#app/features/questions/core/question-types.ts';
import { type BehaviourSettings, earnedOf, type SlotWork } from './behaviour.ts';
import { type Classification, classify } from './classification.ts';
import { gradeAttempt, passed, roundMark } from './grade.ts';
import type { PaperSlot } from './paper.ts';
import type { QuizSettings } from './settings.ts';

/** What one slot earned; both null while it waits for a marker. */
export interface MarkedSlot {
  readonly slot: number;
  /** 0..1: what the key says of the answer that stands. */
  readonly fraction: number | null;
  /** What the behaviour (tries, certainty) makes of it, in marks. */
  readonly mark: number | null;
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

export interface SlotToMark
  extends Pick<PaperSlot, 'slot' | 'maxMark'>,
    Pick<SlotWork, 'response'>,
    Partial<Omit<SlotWork, 'response'>> {
  readonly body: QuestionBody;
}

/** The column Attempt.itemMarks: the mark of each slot in the order of the paper, as JSON. Statistics read it alone. */
export const printItemMarks = ({ slots }: Pick<MarkedPaper, 'slots'>): string =>
  JSON.stringify(slots.map(({ mark }) => mark));

/**
 * Marks every slot of a paper, answered or not, by the behaviour of its quiz, and sums up. The same work always earns the
 * same marks. There is no grade while a slot waits for a marker.
 */
export function markPaper(
  slots: readonly SlotToMark[],
  settings: Pick<QuizSettings, 'gradeScale' | 'passGrade' | 'thresholds'> & BehaviourSettings,
): MarkedPaper {
  const marked = slots.map(({ slot, maxMark, body, response, certainty = null, tries = [] }) => {
    const { fraction, earned } = earnedOf(settings, { response, certainty, tries }, (one) => gradeResponse(body, one));
    return { slot, maxMark, fraction, mark: earned === null ? null : roundMark(earned * maxMark) };
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
