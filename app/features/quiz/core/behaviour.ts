import type { QuestionResponse } from '#app/features/questions/core/question.ts';
import { type Certainty, earnedByCertainty } from './certainty.ts';
import { roundMark } from './grade.ts';
import type { QuizSettings } from './settings.ts';
import { areTriesOver, fractionOf, type GradeResponse, isSameResponse, replay, type Try } from './tries.ts';

export type BehaviourSettings = Pick<QuizSettings, 'behaviour' | 'certainty' | 'triesAllowed' | 'tryPenalty'>;

/** What a slot of an attempt holds, as far as its behaviour is concerned. */
export interface SlotWork {
  readonly response: QuestionResponse | null;
  readonly certainty: Certainty | null;
  /** The checked answers, oldest first. */
  readonly tries: readonly Try[];
}

/** Whether a learner may have an answer judged before the submission. */
export function hasChecks({ behaviour }: Pick<QuizSettings, 'behaviour'>): boolean {
  return behaviour === 'immediate' || behaviour === 'tries';
}

/** Whether the answer cannot be changed any more, though its attempt is open. */
export function answerStands(settings: BehaviourSettings, { tries }: Pick<SlotWork, 'tries'>): boolean {
  if (settings.behaviour === 'immediate') return tries.length > 0;
  return settings.behaviour === 'tries' && tries.length > 0 && areTriesOver(tries, settings);
}

/**
 * Whether the key would be worth something to the learner who has just been told "not right": a further try is open and
 * tries are limited or cost something. Until the answer stands, what tells the key is not shown then.
 */
export function isKeyAtStake(settings: BehaviourSettings, work: Pick<SlotWork, 'tries'>): boolean {
  const { behaviour, triesAllowed, tryPenalty } = settings;
  return behaviour === 'tries' && (triesAllowed > 0 || tryPenalty > 0) && !answerStands(settings, work);
}

export type CheckRefusal = 'no-checks' | 'by-hand' | 'answer-stands' | 'not-answered' | 'incomplete';

export type CheckDecision =
  | { readonly kind: 'checked'; readonly tries: readonly Try[] }
  /** This very answer was the last to be checked: nothing is counted again. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly reason: CheckRefusal };

/**
 * What "check this answer" does at `now`. A half-finished answer is not judged: it would stand, or use up a try. Nor is
 * one that a person has to mark.
 */
export function checkAnswer(
  settings: BehaviourSettings,
  work: SlotWork,
  question: { readonly isComplete: (response: QuestionResponse) => boolean; readonly grade: GradeResponse },
  now: Date,
): CheckDecision {
  const { response, certainty, tries } = work;
  const refused = (reason: CheckRefusal) => ({ kind: 'refused', reason }) as const;
  if (!hasChecks(settings)) return refused('no-checks');
  if (response === null) return refused('not-answered');
  if (question.grade(response) === null) return refused('by-hand');
  const last = tries.at(-1);
  const isCertaintySame = !settings.certainty || (last?.certainty ?? null) === certainty;
  if (last && isCertaintySame && isSameResponse(last.response, response)) return { kind: 'unchanged' };
  if (answerStands(settings, work)) return refused('answer-stands');
  if (!question.isComplete(response)) return refused('incomplete');
  const fraction = fractionOf(question.grade, response);
  const made: Try = { response, fraction, at: now, ...(settings.certainty && { certainty }) };
  return { kind: 'checked', tries: [...tries, made] };
}

/**
 * What a slot earns. `fraction` (0..1) is what the question's key says of the answer that stands, `earned` what the
 * behaviour makes of it as part of the question's mark. Both null: a person must mark it.
 */
export type Earned =
  | { readonly fraction: number; readonly earned: number }
  | { readonly fraction: null; readonly earned: null };

const BY_HAND: Earned = { fraction: null, earned: null };

/** What the work in a slot earns by its behaviour; `earnedRange` has the bounds. */
export function earnedOf(settings: BehaviourSettings, work: SlotWork, grade: GradeResponse): Earned {
  const { response, certainty, tries } = work;
  if (settings.behaviour === 'hand' || grade(response) === null) return BY_HAND;
  if (settings.behaviour === 'tries') {
    const { fraction, earned } = replay(tries, response, grade, settings);
    return { fraction, earned };
  }
  const fraction = fractionOf(grade, response);
  // Not answered is neither right nor wrong: it costs nothing, however sure somebody was.
  const isWeighed = settings.certainty && response !== null;
  return { fraction, earned: isWeighed ? roundMark(earnedByCertainty(fraction, certainty)) : fraction };
}

/** Between which parts of a question's mark its result lies: certainty may cost twice the mark. */
export function earnedRange({ certainty }: Pick<QuizSettings, 'certainty'>): {
  readonly from: number;
  readonly to: number;
} {
  return { from: certainty ? -2 : 0, to: 1 };
}
