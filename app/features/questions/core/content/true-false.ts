import type { TrueFalseBody } from '#app/features/questions/core/question.ts';
import type { ContentType } from './content-type.ts';

export interface TrueFalseContent {
  type: 'true-false';
  answer: boolean;
  feedbackTrue?: string;
  feedbackFalse?: string;
}

export const trueFalseContent: ContentType<TrueFalseContent, TrueFalseBody> = {
  bodyOf: (stem, { answer, feedbackTrue, feedbackFalse }) => ({
    ...{ type: 'true-false', stem, answer },
    ...(feedbackTrue && { feedbackTrue }),
    ...(feedbackFalse && { feedbackFalse }),
  }),
};
