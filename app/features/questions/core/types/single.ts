import {
  displayOrderOf,
  feedbackByPosition,
  optionAt,
  optionProblems,
  optionTexts,
  presentOptions,
} from '#app/features/questions/core/options.ts';
import { invalidResponse, type QuestionType, type SingleBody } from '#app/features/questions/core/question.ts';

/** Single choice: the response is the id of the chosen option. */
export const single: QuestionType<SingleBody, string> = {
  optionIds: (body) => body.options.map(({ id }) => id),

  displayOrder: (body, chance, options) => displayOrderOf(body.options, chance, options),

  present: (body, order) => ({ type: 'single', stem: body.stem, options: presentOptions(body.options, order) }),

  readResponse(raw, _body, order) {
    if (raw === null || raw === undefined || raw === '') return null;
    return optionAt(raw, order) ?? invalidResponse;
  },

  isComplete: (_body, response) => response !== null,

  grade: (body, response) => (response !== null && response === body.correct ? 1 : 0),

  presentResponse(_body, response, order) {
    const position = response === null ? -1 : order.indexOf(response);
    return position < 0 ? null : position;
  },

  reveal: (body, order) => ({
    right: order.flatMap((id, position) => (id === body.correct ? [position] : [])),
    feedback: feedbackByPosition(body.options, order),
  }),

  responseText: (body, response) => (response === null ? '' : optionTexts(body.options, [response])),

  rightAnswerText: (body) => optionTexts(body.options, [body.correct]),

  problems: (body) => optionProblems(body.options, [body.correct]),
};
