import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { gradeResponse } from '#app/features/questions/core/question-types.ts';
import { type BehaviourSettings, earnedOf, type SlotWork } from './behaviour.ts';
import { roundMark } from './grade.ts';
import type { PaperSlot } from './paper.ts';
import type { QuizSettings } from './settings.ts';
import { type AttemptSum, sumUp } from './sum-up.ts';

/** What one slot earned; both null while it waits for a marker. */
export interface MarkedSlot {
  readonly slot: number;
  /** 0..1: what the key says of the answer that stands. */
  readonly fraction: number | null;
  /** What the behaviour (tries, certainty) makes of it, in marks. */
  readonly mark: number | null;
}

/** What a whole attempt earned, as it is stored. */
export interface MarkedPaper extends AttemptSum {
  readonly slots: readonly MarkedSlot[];
}

export interface SlotToMark
  extends Pick<PaperSlot, 'slot' | 'maxMark'>,
    Pick<SlotWork, 'response'>,
    Partial<Omit<SlotWork, 'response'>> {
  readonly body: QuestionBody;
  /** Files are attached to the answer. */
  readonly hasFiles?: boolean;
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
  const marked = slots.map(({ slot, maxMark, body, response, certainty = null, tries = [], hasFiles = false }) => {
    const { fraction, earned } = earnedOf(settings, { response, certainty, tries }, (one) => gradeResponse(body, one));
    // What was left empty earns nothing: no marker is asked to read it.
    if (earned === null && response === null && !hasFiles) return { slot, maxMark, fraction: 0, mark: 0 };
    return { slot, maxMark, fraction, mark: earned === null ? null : roundMark(earned * maxMark) };
  });
  return { slots: marked.map(({ slot, fraction, mark }) => ({ slot, fraction, mark })), ...sumUp(marked, settings) };
}
