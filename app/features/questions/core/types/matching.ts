import {
  displayOrderOf,
  feedbackByPosition,
  listProblems,
  MAX_OPTIONS,
  optionAt,
  presentOptions,
} from '#app/features/questions/core/options.ts';
import { partOf, scoreParts, sentParts, splitOrder, storedParts } from '#app/features/questions/core/parts.ts';
import { plainText } from '#app/features/questions/core/plain-text.ts';
import {
  invalidResponse,
  type MatchingBody,
  type OptionOrder,
  type QuestionProblem,
  type QuestionType,
} from '#app/features/questions/core/question.ts';

/** Matching: the response is the chosen choice's id by prompt id. The displayed order holds the prompts, then the choices. */
export const matching: QuestionType<MatchingBody, Record<string, string>> = {
  optionIds: (body) => [...body.prompts, ...body.choices].map(({ id }) => id),

  // Authors write the choices beside their prompts: unshuffled, their order is the key.
  displayOrder: (body, chance, options) => [
    ...displayOrderOf(body.prompts, chance, options),
    ...displayOrderOf(body.choices, chance, { shuffle: true }),
  ],

  present(body, order) {
    const [prompts, choices] = listsOf(body, order);
    return {
      type: 'matching',
      stem: body.stem,
      prompts: presentOptions(body.prompts, prompts),
      choices: presentOptions(body.choices, choices),
    };
  },

  readResponse(raw, body, order) {
    const [prompts, choices] = listsOf(body, order);
    const sent = sentParts(raw, prompts.length);
    if (sent === invalidResponse) return invalidResponse;
    const pairs: [string, string][] = [];
    for (const [position, value] of sent) {
      const choice = optionAt(value, choices);
      if (choice === null) return invalidResponse;
      pairs.push([prompts[position]!, choice]);
    }
    return storedParts(pairs);
  },

  isComplete: (body, response) => body.prompts.every(({ id }) => partOf(response, id) !== undefined),

  /** Each prompt is a part of `scoreParts`; one that is left out is neither right nor wrong. */
  grade(body, response) {
    const judged = body.prompts.flatMap(({ id }) => {
      const chosen = partOf(response, id);
      return chosen === undefined ? [] : [chosen === partOf(body.pairs, id)];
    });
    const right = judged.filter(Boolean).length;
    return scoreParts({ right, wrong: judged.length - right, all: body.prompts.length }, body.scoring);
  },

  presentResponse(body, response, order) {
    const pairs = positionsOf(response, listsOf(body, order));
    return pairs.length === 0 ? null : Object.fromEntries(pairs);
  },

  reveal(body, order) {
    const lists = listsOf(body, order);
    return {
      right: Object.fromEntries(positionsOf(body.pairs, lists)),
      feedback: feedbackByPosition(body.prompts, lists[0]),
    };
  },

  responseText: (body, response) => pairsText(body, response),

  rightAnswerText: (body) => pairsText(body, body.pairs),

  problems(body) {
    const problems: QuestionProblem[] = [
      ...listProblems(body.prompts, 'prompts', { fewest: 2, most: MAX_OPTIONS }),
      ...listProblems(body.choices, 'choices', { fewest: 2, most: MAX_OPTIONS }),
    ];
    const choices = new Set(body.choices.map(({ id }) => id));
    body.prompts.forEach(({ id }, index) => {
      const choice = partOf(body.pairs, id) ?? '';
      const field = `prompts[${index}].choice`;
      if (choice === '') problems.push({ field, code: 'missing' });
      else if (!choices.has(choice)) problems.push({ field, code: 'unknown-option' });
    });
    return problems;
  },
};

function listsOf({ prompts, choices }: MatchingBody, order: OptionOrder) {
  return splitOrder(order, [prompts.length, choices.length]) as [string[], string[]];
}

function positionsOf(pairs: unknown, [prompts, choices]: [string[], string[]]): [string, number][] {
  return prompts.flatMap((id, position): [string, number][] => {
    const choice = choices.indexOf(partOf(pairs, id) ?? '');
    return choice < 0 ? [] : [[String(position), choice]];
  });
}

function pairsText({ prompts, choices }: MatchingBody, pairs: unknown): string {
  return prompts
    .flatMap(({ id, text }) => {
      const choice = choices.find((one) => one.id === partOf(pairs, id));
      return choice ? [`${plainText(text)} → ${plainText(choice.text)}`] : [];
    })
    .join('; ');
}
