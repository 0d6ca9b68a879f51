import type { ShortAnswerBody } from '#app/features/questions/core/question.ts';
import { type ContentMatching, type ContentType, MATCHINGS } from './content-type.ts';

export interface ShortAnswerContent {
  type: 'short-answer';
  answers: string[];
  matching: ContentMatching;
}

export const shortAnswerContent: ContentType<ShortAnswerContent, ShortAnswerBody> = {
  bodyOf: (stem, { answers, matching }) => ({
    type: 'short-answer',
    stem,
    answers: answers.map((text) => ({ text, fraction: 1 })),
    matching: MATCHINGS[matching],
  }),
  fileField: (field) => field.replace(/^(answers\[\d+\])\.text$/, '$1'),
};
