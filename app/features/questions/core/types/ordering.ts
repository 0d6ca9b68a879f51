import {
  displayOrderOf,
  listProblems,
  MAX_OPTIONS,
  optionAt,
  presentOptions,
} from '#app/features/questions/core/options.ts';
import { sentParts } from '#app/features/questions/core/parts.ts';
import { plainText } from '#app/features/questions/core/plain-text.ts';
import {
  invalidResponse,
  type OptionOrder,
  type OrderingBody,
  type QuestionType,
} from '#app/features/questions/core/question.ts';

/** Ordering: the response is the list of all item ids in the chosen order. */
export const ordering: QuestionType<OrderingBody, string[]> = {
  optionIds: (body) => body.items.map(({ id }) => id),

  // The written order is the key. The right order may come up by chance: leaving it out would tell what is wrong.
  displayOrder: (body, chance) => displayOrderOf(body.items, chance, { shuffle: true }),

  present: (body, order) => ({ type: 'ordering', stem: body.stem, items: presentOptions(body.items, order) }),

  readResponse(raw, _body, order) {
    const chosen = Array.isArray(raw) ? raw.map((one) => optionAt(one, order)) : rankedIds(raw, order);
    if (chosen === invalidResponse) return invalidResponse;
    const ids = chosen.filter((id) => id !== null);
    if (ids.length !== chosen.length) return invalidResponse;
    if (ids.length === 0) return null;
    return ids.length === order.length && new Set(ids).size === ids.length ? ids : invalidResponse;
  },

  isComplete: (_body, response) => response !== null && response.length > 0,

  /**
   * Of n items:
   *
   * - all-or-nothing: 1 for the right order, else 0.
   * - in-place: items that stand in their place / n.
   * - next-to: neighbours that follow each other as in the right order / (n - 1).
   */
  grade(body, response) {
    const right = body.items.map(({ id }) => id);
    const chosen = Array.isArray(response) ? response : [];
    const isOrder = chosen.length === right.length && new Set(chosen).size === right.length;
    if (!isOrder || right.length < 2 || !chosen.every((id) => right.includes(id))) return 0;
    const inPlace = chosen.filter((id, place) => id === right[place]).length;
    switch (body.scoring) {
      case 'all-or-nothing':
        return inPlace === right.length ? 1 : 0;
      case 'in-place':
        return inPlace / right.length;
      case 'next-to':
        return (
          chosen.slice(1).filter((id, place) => right.indexOf(id) === right.indexOf(chosen[place]!) + 1).length /
          (right.length - 1)
        );
    }
  },

  presentResponse: (_body, response, order) => (response === null ? null : response.map((id) => order.indexOf(id))),

  reveal: (body, order) => ({ right: body.items.map(({ id }) => order.indexOf(id)), feedback: {} }),

  responseText: (body, response) => textOf(body, Array.isArray(response) ? response : []),

  rightAnswerText: (body) => body.items.map(({ text }) => plainText(text)).join(' → '),

  problems: (body) => listProblems(body.items, 'items', { fewest: 2, most: MAX_OPTIONS }),
};

/**
 * A form without JavaScript gives each displayed item its rank, from 1. It cannot keep two items from one rank, so that
 * then the one displayed first comes first; items without a rank come last. What it makes of that the learner sees.
 */
function rankedIds(raw: unknown, order: OptionOrder): (string | null)[] | typeof invalidResponse {
  const sent = sentParts(raw, order.length);
  if (sent === invalidResponse) return invalidResponse;
  if (sent.size === 0) return [];
  const ranks = order.map((_, position) => (sent.has(position) ? String(sent.get(position)) : String(order.length)));
  if (!ranks.every((rank) => /^[1-9]\d?$/.test(rank) && Number(rank) <= order.length)) return invalidResponse;
  const isRanked = (position: number) => (sent.has(position) ? 0 : 1);
  return order
    .map((id, position) => ({ id, position, rank: Number(ranks[position]) }))
    .sort((a, b) => isRanked(a.position) - isRanked(b.position) || a.rank - b.rank || a.position - b.position)
    .map(({ id }) => id);
}

function textOf({ items }: OrderingBody, ids: readonly string[]): string {
  return ids.flatMap((id) => items.filter((item) => item.id === id).map(({ text }) => plainText(text))).join(' → ');
}
