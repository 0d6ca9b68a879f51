import { type PartVerdict, partVerdicts } from '#app/features/questions/core/part-verdicts.ts';
import type { PresentedResponse, RevealedAnswer } from '#app/features/questions/core/question.ts';
import { feedbackOn, revealAnswer } from '#app/features/questions/core/question-types.ts';
import type { QuestionVersion } from '#app/features/questions/queries/question-versions.server.ts';
import { renderMarkdown } from '#app/platform/documents/markdown.server.ts';
import type { Certainty } from '../core/certainty.ts';
import type { PaperSlot } from '../core/paper.ts';
import type { ReviewWhat } from '../core/review.ts';
import type { SlotAnswer } from '../data/answers.server.ts';
import { renderOf, showResponse } from './shown-question.server.ts';

/** 'waiting': a person has to mark it. */
export type Correctness = PartVerdict | 'waiting';

/** What a review adds; each part is there only when the matrix shows it. */
export interface ShownReview {
  answer?: PresentedResponse;
  /** How sure the learner was. */
  certainty?: Certainty;
  correctness?: Correctness;
  /** Null while it waits for a marker. */
  mark?: number | null;
  maxMark?: number;
  right?: RevealedAnswer['right'];
  /** Where the right answer is shown: right or wrong part by part, by displayed position. */
  parts?: Record<string, PartVerdict>;
  /** What the author says of the chosen options, by what a form sends for them. */
  feedbackHtml?: Record<string, string>;
  explanationHtml?: string;
  source?: string;
}

/** What a slot earned: the fraction of its answer and its mark; null while it waits for a marker. */
export interface Earning {
  fraction: number | null;
  mark: number | null;
}

/**
 * What may be seen of one question. `key` is the version by whose key it was marked, where that is not the one shown.
 * `isKeyAtStake`: a further try is open that the key would be worth something to; then only the feedback on the own
 * answer is shown of what explains it.
 */
export function reviewQuestion(
  version: QuestionVersion,
  place: PaperSlot,
  answer: SlotAnswer | undefined,
  { fraction, mark }: Earning,
  allowed: ReadonlySet<ReviewWhat>,
  { key = version, isKeyAtStake = false }: { key?: QuestionVersion; isKeyAtStake?: boolean } = {},
): ShownReview {
  const response = answer?.response ?? null;
  const shown: ShownReview = {};
  if (allowed.has('answers')) {
    shown.answer = showResponse(version, place, answer);
    if (answer?.certainty) shown.certainty = answer.certainty;
  }
  if (allowed.has('correctness')) shown.correctness = correctnessOf(response !== null, fraction);
  if (allowed.has('marks')) Object.assign(shown, { mark, maxMark: place.maxMark });
  if (allowed.has('right-answer') && !isKeyAtStake) {
    shown.right = revealAnswer(key.body, place.optionOrder, response).right;
    const parts = allowed.has('correctness') ? partVerdicts(key.body, response, place.optionOrder) : {};
    if (Object.keys(parts).length > 0) shown.parts = parts;
  }
  if (allowed.has('explanation')) {
    const feedback = Object.entries(feedbackOn(key.body, response, place.optionOrder));
    shown.feedbackHtml = Object.fromEntries(feedback.map(([of, text]) => [of, renderOf(key, text, renderMarkdown)]));
    if (!isKeyAtStake) {
      shown.explanationHtml = renderOf(key, key.explanation, renderMarkdown);
      shown.source = key.source;
    }
  }
  return shown;
}

/** An answer in one word, by its fraction. */
export function correctnessOf(isAnswered: boolean, fraction: number | null): Correctness {
  if (fraction === null) return 'waiting';
  if (!isAnswered) return 'unanswered';
  if (fraction >= 1) return 'right';
  return fraction > 0 ? 'partial' : 'wrong';
}
