import { MAX_OPTION_LENGTH } from '#app/features/questions/core/options.ts';
import {
  invalidResponse,
  type QuestionProblem,
  type QuestionType,
  type TrueFalseBody,
} from '#app/features/questions/core/question.ts';

/** True or false: the response is the truth value. */
export const trueFalse: QuestionType<TrueFalseBody, boolean> = {
  optionIds: () => [],

  displayOrder: () => [],

  present: (body) => ({ type: 'true-false', stem: body.stem }),

  readResponse(raw) {
    if (raw === null || raw === undefined || raw === '') return null;
    if (raw === 'true' || raw === true) return true;
    if (raw === 'false' || raw === false) return false;
    return invalidResponse;
  },

  isComplete: (_body, response) => response !== null,

  grade: (body, response) => (response === body.answer ? 1 : 0),

  presentResponse: (_body, response) => (response === null ? null : String(response)),

  reveal: (body) => ({
    right: body.answer,
    feedback: {
      ...(body.feedbackTrue && { true: body.feedbackTrue }),
      ...(body.feedbackFalse && { false: body.feedbackFalse }),
    },
  }),

  responseText: (_body, response) => (response === null ? '' : String(response)),

  rightAnswerText: (body) => String(body.answer),

  problems(body) {
    const problems: QuestionProblem[] = [];
    for (const field of ['feedbackTrue', 'feedbackFalse'] as const) {
      if ((body[field]?.length ?? 0) > MAX_OPTION_LENGTH) problems.push({ field, code: 'too-long' });
    }
    return problems;
  },
};
