import type { ShortAnswerBody } from '#app/features/questions/core/question.ts';
import type { DraftType } from './draft-type.ts';
import { changeRows, hasText, rowField } from './rows.ts';
import {
  type AnswerDraft,
  answerDrafts,
  answersOf,
  blankAnswer,
  blankPolicy,
  MAX_ANSWERS,
  matchingOf,
  type PolicyDraft,
  policyDraft,
} from './text-answers.ts';

export interface ShortAnswerDraft extends PolicyDraft {
  answers: AnswerDraft[];
}

export const shortAnswerDraft: DraftType<ShortAnswerBody, ShortAnswerDraft> = {
  blank: () => ({ answers: [blankAnswer()], ...blankPolicy() }),

  draftOf: ({ answers, matching }) => ({ answers: answerDrafts(answers), ...policyDraft(matching) }),

  bodyOf: (stem, draft) => ({
    type: 'short-answer',
    stem,
    answers: answersOf(draft.answers),
    matching: matchingOf(draft),
  }),

  formField: (field, { answers }) => rowField(field, 'answers', answers, hasText).replace(/\.fraction$/, '.percent'),

  change: ({ answers }, change) =>
    change.list === 'answers' ? { answers: changeRows(answers, change, blankAnswer, MAX_ANSWERS) } : {},
};
