import {
  displayOrderOf,
  feedbackByPosition,
  listProblems,
  MAX_OPTIONS,
  presentOptions,
} from '#app/features/questions/core/options.ts';
import { partOf, scoreParts, sentParts, storedParts } from '#app/features/questions/core/parts.ts';
import { plainText } from '#app/features/questions/core/plain-text.ts';
import { type ClusterBody, invalidResponse, type QuestionType } from '#app/features/questions/core/question.ts';

/** Several statements, each true or false: the response is 'true' or 'false' by statement id. */
export const cluster: QuestionType<ClusterBody, Record<string, string>> = {
  optionIds: (body) => body.statements.map(({ id }) => id),

  displayOrder: (body, chance, options) => displayOrderOf(body.statements, chance, options),

  present: (body, order) => ({
    type: 'cluster',
    stem: body.stem,
    statements: presentOptions(body.statements, order),
  }),

  readResponse(raw, _body, order) {
    const sent = sentParts(raw, order.length);
    if (sent === invalidResponse) return invalidResponse;
    const values = [...sent].map(([position, value]) => [order[position]!, String(value)] as const);
    return values.every(([, value]) => value === 'true' || value === 'false') ? storedParts(values) : invalidResponse;
  },

  isComplete: (body, response) => body.statements.every(({ id }) => partOf(response, id) !== undefined),

  /** Each statement is a part of `scoreParts`; one that is left out is neither right nor wrong. */
  grade(body, response) {
    const judged = body.statements.flatMap(({ id, answer }) => {
      const said = partOf(response, id);
      return said === undefined ? [] : [said === String(answer)];
    });
    const right = judged.filter(Boolean).length;
    return scoreParts({ right, wrong: judged.length - right, all: body.statements.length }, body.scoring);
  },

  presentResponse(_body, response, order) {
    const parts = order.flatMap((id, position) => {
      const said = partOf(response, id);
      return said === undefined ? [] : [[String(position), said] as const];
    });
    return parts.length === 0 ? null : Object.fromEntries(parts);
  },

  reveal(body, order) {
    const answers = new Map(body.statements.map(({ id, answer }) => [id, answer]));
    const right = order.map((id, position) => [String(position), answers.get(id) ?? false] as const);
    return { right: Object.fromEntries(right), feedback: feedbackByPosition(body.statements, order) };
  },

  responseText: (body, response) =>
    body.statements
      .flatMap(({ id, text }) => {
        const said = partOf(response, id);
        return said === undefined ? [] : [`${plainText(text)}: ${said}`];
      })
      .join('; '),

  rightAnswerText: (body) => body.statements.map(({ text, answer }) => `${plainText(text)}: ${answer}`).join('; '),

  problems: (body) => listProblems(body.statements, 'statements', { fewest: 2, most: MAX_OPTIONS }),
};
