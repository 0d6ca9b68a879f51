import type { QuestionBody } from '#app/features/questions/core/question.ts';

/**
 * Whether answers to `before` can be graded by the key of `after`: the same type, and the same parts by id. A word that was
 * put right is compatible; an option that was added or taken away is not, since nobody could have chosen it.
 */
export function isKeyCompatible(before: QuestionBody, after: QuestionBody): boolean {
  return before.type === after.type && sameText(partsOf(before), partsOf(after));
}

/** Whether answers may earn something else by `after` than by `before`. */
export function isKeyChanged(before: QuestionBody, after: QuestionBody): boolean {
  return !sameText(keyOf(before), keyOf(after));
}

/** The ids that a stored response may name, by list. */
function partsOf(body: QuestionBody): unknown {
  const ids = (parts: readonly { id: string }[]) => parts.map(({ id }) => id).sort();
  switch (body.type) {
    case 'single':
    case 'multiple':
      return ids(body.options);
    case 'cluster':
      return ids(body.statements);
    case 'matching':
      return [ids(body.prompts), ids(body.choices)];
    case 'ordering':
      return ids(body.items);
    case 'blanks':
      return body.blanks
        .map((blank) => [blank.id, blank.kind, blank.kind === 'choice' ? ids(blank.options) : []])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    case 'true-false':
    case 'short-answer':
    case 'numerical':
    case 'essay':
      return [];
  }
}

/** What grading looks at: the key and the rules of scoring, without a word of what is asked. */
function keyOf(body: QuestionBody): unknown {
  switch (body.type) {
    case 'single':
      return body.correct;
    case 'multiple':
      return [[...body.correct].sort(), body.scoring];
    case 'true-false':
      return body.answer;
    case 'short-answer':
      return [body.answers, body.matching];
    case 'cluster':
      return [Object.fromEntries(body.statements.map(({ id, answer }) => [id, answer])), body.scoring];
    case 'matching':
      return [body.pairs, body.scoring];
    case 'ordering':
      return [body.items.map(({ id }) => id), body.scoring];
    case 'numerical': {
      const { answers, units, unitPolicy, unitPenalty } = body;
      return [answers.map(({ feedback: _, ...answer }) => answer), units, unitPolicy, unitPenalty];
    }
    case 'blanks':
      return Object.fromEntries(
        body.blanks.map(({ id, feedback: _, ...blank }) => [
          id,
          blank.kind === 'choice' ? { kind: blank.kind, weight: blank.weight, correct: blank.correct } : blank,
        ]),
      );
    case 'essay':
      return [];
  }
}

/** Equal but for the order in which the keys of objects were written. */
function sameText(a: unknown, b: unknown): boolean {
  const text = (value: unknown) =>
    JSON.stringify(value, (_name, part: unknown) =>
      part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)))
        : part,
    );
  return text(a) === text(b);
}
