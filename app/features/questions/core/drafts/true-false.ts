import type { TrueFalseBody } from '#app/features/questions/core/question.ts';
import type { DraftType } from './draft-type.ts';
import { clean } from './typed.ts';

export interface TrueFalseDraft {
  truth: '' | 'true' | 'false';
  feedbackTrue: string;
  feedbackFalse: string;
}

export const trueFalseDraft: DraftType<TrueFalseBody, TrueFalseDraft> = {
  blank: () => ({ truth: '', feedbackTrue: '', feedbackFalse: '' }),

  draftOf: ({ answer, feedbackTrue = '', feedbackFalse = '' }) => ({
    truth: answer ? 'true' : 'false',
    ...{ feedbackTrue, feedbackFalse },
  }),

  /** A truth that is not chosen reads as false. */
  bodyOf: (stem, { truth, feedbackTrue, feedbackFalse }) => ({
    type: 'true-false',
    stem,
    answer: truth === 'true',
    ...(clean(feedbackTrue) && { feedbackTrue: clean(feedbackTrue) }),
    ...(clean(feedbackFalse) && { feedbackFalse: clean(feedbackFalse) }),
  }),

  formField: (field) => field,

  change: () => ({}),

  problems: ({ truth }) => (truth === '' ? [{ field: 'truth', code: 'missing' }] : []),
};
