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
import { blanks } from '#app/features/questions/core/types/blanks.ts';
import { cluster } from '#app/features/questions/core/types/cluster.ts';
import { essay } from '#app/features/questions/core/types/essay.ts';
import { matching } from '#app/features/questions/core/types/matching.ts';
import { multiple } from '#app/features/questions/core/types/multiple.ts';
import { numerical } from '#app/features/questions/core/types/numerical.ts';
import { ordering } from '#app/features/questions/core/types/ordering.ts';
import { shortAnswer } from '#app/features/questions/core/types/short-answer.ts';
import { single } from '#app/features/questions/core/types/single.ts';
import { trueFalse } from '#app/features/questions/core/types/true-false.ts';
import type { SeededRandom } from '#app/kernel/seeded-random.ts';

type AnyQuestionType = QuestionType<QuestionBody, QuestionResponse>;

/**
 * A new type has a file of its own in each of these places, and one line in the list beside them: its body in `question.ts`
 * and its rules in `types/` (listed here), its stored JSON and its course file in `schema.ts`, how it is written in course
 * files in `content/` (`content-question.ts`), its form in `drafts/` (`question-draft.ts`) with its fields in
 * `schema.draft.ts`, its editor in `ui/editors/` (`editors.ts`), its sheet and its review in the quiz. The compiler asks for
 * each line: every list is a record by the name of the type.
 */
const TYPES: Record<QuestionTypeName, AnyQuestionType> = {
  single,
  multiple,
  'true-false': trueFalse,
  cluster,
  matching,
  ordering,
  'short-answer': shortAnswer,
  numerical,
  blanks,
  essay,
};

/** The types in the order in which an author chooses among them. */
export const questionTypeNames = Object.keys(TYPES) as QuestionTypeName[];

/** What a type of question can do. Bodies and responses handed to it must be of that type. */
export function questionType(name: QuestionTypeName): AnyQuestionType {
  return TYPES[name];
}

/** All ids of an `OptionOrder` in written order; empty for types that have nothing to order. */
export function optionIds(body: QuestionBody): string[] {
  return TYPES[body.type].optionIds(body);
}

/**
 * An order in which to display a question, the same for the same chance. Without `shuffle` the written one, except where
 * that would be the key: the choices of a matching and the items of an ordering are always shuffled.
 */
export function displayOrder(body: QuestionBody, chance: SeededRandom, options: { shuffle: boolean }): string[] {
  return TYPES[body.type].displayOrder(body, chance, options);
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
  return TYPES[body.type].isComplete(body, response);
}

/** The fraction that the response earns, 0..1; null when a person has to mark it. No response earns 0. */
export function gradeResponse(body: QuestionBody, response: QuestionResponse | null): number | null {
  return TYPES[body.type].grade(body, response);
}

/** A stored response as the form shows it; `readResponse` of it gives the response again. */
export function presentResponse(
  body: QuestionBody,
  response: QuestionResponse | null,
  optionOrder: OptionOrder,
): PresentedResponse {
  return TYPES[body.type].presentResponse(body, response, optionOrder);
}

/** The key and the feedback in displayed order: only for review, only to whoever may see it. */
export function revealAnswer(
  body: QuestionBody,
  optionOrder: OptionOrder,
  response: QuestionResponse | null = null,
): RevealedAnswer {
  return TYPES[body.type].reveal(body, optionOrder, response);
}

/** What the author says of a response: feedback in Markdown, by what the form sends for each part of it. */
export function feedbackOn(
  body: QuestionBody,
  response: QuestionResponse | null,
  optionOrder: OptionOrder,
): Record<string, string> {
  const { feedback } = revealAnswer(body, optionOrder, response);
  const keys = keysOf(presentResponse(body, response, optionOrder));
  return Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(feedback, key) ? [[key, feedback[key]!]] : [])));
}

function keysOf(response: PresentedResponse): string[] {
  if (response === null) return [];
  if (Array.isArray(response)) return response.map(String);
  return typeof response === 'object' ? Object.keys(response) : [String(response)];
}

/** A response as plain text for tables; 'true' and 'false' are codes, no response is ''. */
export function responseText(body: QuestionBody, response: QuestionResponse | null): string {
  return TYPES[body.type].responseText(body, response);
}

/** The right answer as plain text for tables. Shows the key. */
export function rightAnswerText(body: QuestionBody): string {
  return TYPES[body.type].rightAnswerText(body);
}
