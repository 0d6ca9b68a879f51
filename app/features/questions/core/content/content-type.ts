import type { Matching, QuestionBody } from '#app/features/questions/core/question.ts';

/** How one type of question is written in `questions.yaml`, beside what all types have. One object per type. */
export interface ContentType<Content, Body extends QuestionBody> {
  /** The stored body; rows get the ids a, b, c ... in written order. */
  bodyOf(stem: string, content: Content): Body;
  /** The name in the file for a field of the body; null where the file cannot have that problem. */
  fileField?(field: string): string | null;
}

export const contentMatchings = ['exact', 'ignore-case', 'ignore-tones'] as const;
export type ContentMatching = (typeof contentMatchings)[number];

// Whoever forgives case forgives the two accepted spellings of a word as well.
export const MATCHINGS: Record<ContentMatching, Matching> = {
  exact: { case: true, tones: 'exact', spelling: 'exact' },
  'ignore-case': { case: false, tones: 'exact', spelling: 'equivalent' },
  'ignore-tones': { case: false, tones: 'ignore', spelling: 'equivalent' },
};
