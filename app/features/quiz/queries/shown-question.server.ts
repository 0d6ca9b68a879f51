import type { PresentedResponse, QuestionTypeName, RevealedAnswer } from '#app/features/questions/core/question.ts';
import { feedbackOn, presentQuestion, presentResponse, revealAnswer } from '#app/features/questions/core/question-types.ts';
import type { QuestionVersion } from '#app/features/questions/queries/question-versions.server.ts';
import { renderMarkdown, renderMarkdownInline } from '#app/platform/documents/markdown.server.ts';
import type { PaperSlot } from '../core/paper.ts';
import type { ReviewWhat } from '../core/review.ts';
import type { SlotAnswer } from '../data/answers.server.ts';

/** A question as its learner sees it: rendered, options by displayed position, no trace of the key. */
export interface ShownQuestion {
  slot: number;
  type: QuestionTypeName;
  stemHtml: string;
  options: { position: number; html: string }[];
}

export type Correctness = 'right' | 'partial' | 'wrong' | 'unanswered';

/** What a review adds; each part is there only when the matrix shows it. */
export interface ShownReview {
  answer?: PresentedResponse;
  correctness?: Correctness;
  mark?: number;
  maxMark?: number;
  right?: RevealedAnswer['right'];
  /** What the author says of the chosen options, by what a form sends for them. */
  feedbackHtml?: Record<string, string>;
  explanationHtml?: string;
  source?: string;
}

// Rendered once per version and process, without hashing the text again for each page.
const rendered = new WeakMap<QuestionVersion, Map<string, string>>();

function html(version: QuestionVersion, text: string, render: (text: string) => string): string {
  const texts = rendered.get(version) ?? new Map<string, string>();
  const found = texts.get(text) ?? render(text);
  texts.set(text, found);
  rendered.set(version, texts);
  return found;
}

/** The question of a slot; nothing in the answer tells the key. */
export function showQuestion(version: QuestionVersion, place: PaperSlot): ShownQuestion {
  const { type, stem, options = [] } = presentQuestion(version.body, place.optionOrder);
  return {
    slot: place.slot,
    type,
    stemHtml: html(version, stem, renderMarkdown),
    options: options.map(({ position, text }) => ({ position, html: html(version, text, renderMarkdownInline) })),
  };
}

/** The stored response as the form shows it. */
export const showResponse = (version: QuestionVersion, place: PaperSlot, answer: SlotAnswer | undefined) =>
  presentResponse(version.body, answer?.response ?? null, place.optionOrder);

/** What may be seen of one answered question; `fraction` is what its response earns. */
export function reviewQuestion(
  version: QuestionVersion,
  place: PaperSlot,
  answer: SlotAnswer | undefined,
  fraction: number,
  allowed: ReadonlySet<ReviewWhat>,
): ShownReview {
  const response = showResponse(version, place, answer);
  const shown: ShownReview = {};
  if (allowed.has('answers')) shown.answer = response;
  if (allowed.has('correctness')) shown.correctness = correctnessOf(response, fraction);
  if (allowed.has('marks')) {
    shown.mark = fraction * place.maxMark;
    shown.maxMark = place.maxMark;
  }
  if (allowed.has('right-answer')) shown.right = revealAnswer(version.body, place.optionOrder).right;
  if (allowed.has('explanation')) {
    const feedback = Object.entries(feedbackOn(version.body, answer?.response ?? null, place.optionOrder));
    shown.feedbackHtml = Object.fromEntries(feedback.map(([key, text]) => [key, html(version, text, renderMarkdown)]));
    shown.explanationHtml = html(version, version.explanation, renderMarkdown);
    shown.source = version.source;
  }
  return shown;
}

function correctnessOf(response: PresentedResponse, fraction: number): Correctness {
  if (response === null) return 'unanswered';
  if (fraction >= 1) return 'right';
  return fraction > 0 ? 'partial' : 'wrong';
}
