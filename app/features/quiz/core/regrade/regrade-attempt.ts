import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { gradeResponse } from '#app/features/questions/core/question-types.ts';
import { type BehaviourSettings, earnedOf, type SlotWork } from '../behaviour.ts';
import type { Classification } from '../classification.ts';
import { roundMark } from '../grade.ts';
import { printItemMarks } from '../mark-paper.ts';
import type { QuizSettings } from '../settings.ts';
import { type AttemptSum, sumUp } from '../sum-up.ts';

/** One slot of an ended attempt as it is stored. */
export interface StoredSlot {
  readonly slot: number;
  readonly maxMark: number;
  readonly fraction: number | null;
  readonly mark: number | null;
  /** Of a slot that holds the question whose key changed: what the learner did. Null: the change does not touch it. */
  readonly work: SlotWork | null;
}

/** An ended attempt that holds the question, with the numbers that stand now. */
export interface StoredAttempt {
  readonly attemptId: string;
  readonly quizId: string;
  readonly unitPath: string;
  readonly settings: Pick<QuizSettings, 'gradeScale' | 'passGrade' | 'thresholds'> & BehaviourSettings;
  readonly slots: readonly StoredSlot[];
  readonly grade: number | null;
  readonly passed: boolean | null;
  readonly classification: Classification | null;
}

export interface RegradedSlot {
  readonly slot: number;
  readonly fraction: number | null;
  readonly mark: number | null;
}

/** What a change of key makes of one attempt. */
export interface Regraded {
  readonly attemptId: string;
  readonly quizId: string;
  readonly unitPath: string;
  /** The slots of the question, with their marks by the new key. */
  readonly slots: readonly RegradedSlot[];
  readonly sum: AttemptSum;
  /** The column Attempt.itemMarks. */
  readonly itemMarks: string;
  /** Marks are those of the question in this attempt; grades those of the attempt. */
  readonly oldMark: number | null;
  readonly newMark: number | null;
  readonly oldGrade: number | null;
  readonly newGrade: number | null;
  readonly oldPassed: boolean | null;
  readonly newPassed: boolean | null;
  readonly oldClassification: Classification | null;
  readonly newClassification: Classification | null;
}

/**
 * Grades the question's slots of an attempt by another key and sums up anew. The dry run and the regrade both are this
 * function, so that the second does exactly what the first has said. Tries and certainty are replayed by the new key; what
 * a person has marked, or still has to mark, keeps its mark; other questions keep theirs.
 */
export function regradeAttempt(attempt: StoredAttempt, key: QuestionBody): Regraded {
  const { attemptId, quizId, unitPath, settings, grade, passed, classification } = attempt;
  const slots = attempt.slots.map((one) => ({ ...one, ...regradedSlot(one, settings, key) }));
  const sum = sumUp(slots, settings);
  const touched = attempt.slots.filter(({ work }) => work !== null);
  const again = slots.filter(({ work }) => work !== null);
  return {
    ...{ attemptId, quizId, unitPath, sum },
    slots: again.map(({ slot, fraction, mark }) => ({ slot, fraction, mark })),
    itemMarks: printItemMarks({ slots }),
    ...{ oldMark: totalOf(touched), newMark: totalOf(again) },
    ...{ oldGrade: grade, newGrade: sum.grade },
    ...{ oldPassed: passed, newPassed: sum.passed },
    ...{ oldClassification: classification, newClassification: sum.classification },
  };
}

function regradedSlot(
  { work, maxMark, fraction, mark }: StoredSlot,
  settings: BehaviourSettings,
  key: QuestionBody,
): Pick<StoredSlot, 'fraction' | 'mark'> {
  if (work === null) return { fraction, mark };
  const earned = earnedOf(settings, work, (response) => gradeResponse(key, response));
  return earned.earned === null
    ? { fraction, mark }
    : { fraction: earned.fraction, mark: roundMark(earned.earned * maxMark) };
}

/** Null while one of them waits for a marker. */
function totalOf(slots: readonly Pick<StoredSlot, 'mark'>[]): number | null {
  let total = 0;
  for (const { mark } of slots) {
    if (mark === null) return null;
    total += mark;
  }
  return roundMark(total);
}
