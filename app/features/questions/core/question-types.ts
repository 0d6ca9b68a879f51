import type {
  invalidResponse,
  OptionOrder,
  PresentedQuestion,
  PresentedResponse,
  QuestionBody,
  QuestionResponse,
  QuestionType,
  QuestionTypeName,
  RevealedAnswer,
} from '#app/features/questions/core/question.ts';
import { multiple } from '#app/features/questions/core/types/multiple.ts';
import { shortAnswer } from '#app/features/questions/core/types/short-answer.ts';
import { single } from '#app/features/questions/core/types/single.ts';
import { trueFalse } from '#app/features/questions/core/types/true-false.ts';

type AnyQuestionType = QuestionType<QuestionBody, QuestionResponse>;

const TYPES: Record<QuestionTypeName, AnyQuestionType> = {
  single,
  multiple,
  'true-false': trueFalse,
  'short-answer': shortAnswer,
};

/** The types in the order in which an author chooses among them. */
export const questionTypeNames = Object.keys(TYPES) as QuestionTypeName[];

/** What a type of question can do. Bodies and responses handed to it must be of that type. */
export function questionType(name: QuestionTypeName): AnyQuestionType {
  return TYPES[name];
}

/** The ids of the options in written order; empty for types without options. */
export function optionIds(body: QuestionBody): string[] {
  return TYPES[body.type].optionIds(body);
}

/** What a learner may see of the question, without any trace of the key. Throws RangeError for an order that does not fit. */
export function presentQuestion(body: QuestionBody, optionOrder: OptionOrder): PresentedQuestion {
  return TYPES[body.type].present(body, optionOrder);
}

/** Reads what a form or JSON sends as an answer: the canonical response, null for none, or `invalidResponse`. */
export function readResponse(
  raw: unknown,
  body: QuestionBody,
  optionOrder: OptionOrder,
): QuestionResponse | null | typeof invalidResponse {
  return TYPES[body.type].readResponse(raw, body, optionOrder);
}

/** Whether nothing more is to be answered. */
export function isComplete(body: QuestionBody, response: QuestionResponse | null): boolean {
  return TYPES[body.type].isComplete(response);
}

/** The fraction that the response earns, 0..1; no response earns 0. */
export function gradeResponse(body: QuestionBody, response: QuestionResponse | null): number {
  return TYPES[body.type].grade(body, response);
}

/** A stored response as the form shows it; `readResponse` of it gives the response again. */
export function presentResponse(
  body: QuestionBody,
  response: QuestionResponse | null,
  optionOrder: OptionOrder,
): PresentedResponse {
  return TYPES[body.type].presentResponse(response, optionOrder);
}

/** The key and the feedback in displayed order: only for review, only to whoever may see it. */
export function revealAnswer(body: QuestionBody, optionOrder: OptionOrder): RevealedAnswer {
  return TYPES[body.type].reveal(body, optionOrder);
}

/** A response as plain text for tables; 'true' and 'false' are codes, no response is ''. */
export function responseText(body: QuestionBody, response: QuestionResponse | null): string {
  return TYPES[body.type].responseText(body, response);
}

/** The right answer as plain text for tables. Shows the key. */
export function rightAnswerText(body: QuestionBody): string {
  return TYPES[body.type].rightAnswerText(body);
}
