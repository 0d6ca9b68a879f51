import { type KeyPattern, keyPatterns } from '#app/features/questions/core/key-pattern.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { type QuestionHintCode, questionHints } from '#app/features/questions/core/question-hints.ts';
import { type WordingHintCode, wordingHints } from '#app/features/questions/core/wording-hints.ts';

export type QualityHintCode = QuestionHintCode | WordingHintCode;

export interface QualityHint {
  field: string;
  code: QualityHintCode;
}

interface Written {
  body: QuestionBody;
  source: string;
}

/** Everything that is worth a second look in one question: what gives its key away, then its words. Nothing is refused for it. */
export const qualityHints = (question: Written): QualityHint[] => [
  ...questionHints(question.body),
  ...wordingHints(question),
];

/** The same for the questions of a file or a category, in their order, and the patterns over all of them. */
export function qualityHintsOfList(questions: readonly Written[]): { of: QualityHint[][]; patterns: KeyPattern[] } {
  return { of: questions.map(qualityHints), patterns: keyPatterns(questions.map(({ body }) => body)) };
}
