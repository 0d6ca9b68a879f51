import type { QuestionType, ShortAnswerBody } from '#app/features/questions/core/question.ts';
import { bestOf, fractionOfText, readLine, textAnswerProblems } from '#app/features/questions/core/typed-text.ts';

/** Short answer: the response is the typed text, NFC and trimmed. */
export const shortAnswer: QuestionType<ShortAnswerBody, string> = {
  optionIds: () => [],

  displayOrder: () => [],

  present: (body) => ({ type: 'short-answer', stem: body.stem }),

  readResponse: (raw) => readLine(raw),

  isComplete: (_body, response) => response !== null && response !== '',

  /** The fraction of the best answer that is the same text under the matching policy. */
  grade: (body, response) => (typeof response === 'string' ? fractionOfText(body.answers, body.matching, response) : 0),

  presentResponse: (_body, response) => response,

  reveal: (body) => ({ right: bestOf(body.answers).map(({ text }) => text), feedback: {} }),

  responseText: (_body, response) => response ?? '',

  rightAnswerText: (body) =>
    bestOf(body.answers)
      .map(({ text }) => text)
      .join('; '),

  problems: (body) => textAnswerProblems(body.answers, 'answers'),
};
