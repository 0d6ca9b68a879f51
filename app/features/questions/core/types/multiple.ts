import {
  displayOrderOf,
  feedbackByPosition,
  optionAt,
  optionProblems,
  optionTexts,
  presentOptions,
} from '#app/features/questions/core/options.ts';
import { invalidResponse, type MultipleBody, type QuestionType } from '#app/features/questions/core/question.ts';

/** Multiple choice: the response is the sorted list of the chosen options' ids, at least one. */
export const multiple: QuestionType<MultipleBody, string[]> = {
  optionIds: (body) => body.options.map(({ id }) => id),

  displayOrder: (body, chance, options) => displayOrderOf(body.options, chance, options),

  present: (body, order) => ({
    type: 'multiple',
    stem: body.stem,
    options: presentOptions(body.options, order),
    multiple: true,
  }),

  readResponse(raw, _body, order) {
    // A form with one box ticked sends one value, with none ticked nothing or an empty marker.
    const sent = (Array.isArray(raw) ? raw : [raw]).filter((one) => one !== null && one !== undefined && one !== '');
    const chosen = new Set<string>();
    for (const one of sent) {
      const id = optionAt(one, order);
      if (id === null) return invalidResponse;
      chosen.add(id);
    }
    return chosen.size === 0 ? null : [...chosen].sort();
  },

  isComplete: (_body, response) => response !== null && response.length > 0,

  /**
   * With `hits` right and `misses` wrong options chosen of `all` right ones:
   *
   * - all-or-nothing: 1 when hits = all and misses = 0, else 0.
   * - proportional: max(0, hits - max(0, hits + misses - all)) / all.
   * - right-minus-wrong: max(0, hits - misses) / all.
   */
  grade(body, response) {
    const right = new Set(body.correct);
    const chosen = new Set(Array.isArray(response) ? response : []);
    if (right.size === 0 || chosen.size === 0) return 0;
    const hits = [...chosen].filter((id) => right.has(id)).length;
    const misses = chosen.size - hits;
    switch (body.scoring) {
      case 'all-or-nothing':
        return misses === 0 && hits === right.size ? 1 : 0;
      // The share of the right options that were found; every choice beyond their number takes one back, so that
      // ticking everything does not pay.
      case 'proportional':
        return Math.max(0, hits - Math.max(0, chosen.size - right.size)) / right.size;
      // Every wrong option chosen takes back one right one.
      case 'right-minus-wrong':
        return Math.max(0, hits - misses) / right.size;
    }
  },

  presentResponse(_body, response, order) {
    const positions = order.flatMap((id, position) => (response?.includes(id) ? [position] : []));
    return positions.length === 0 ? null : positions;
  },

  reveal: (body, order) => ({
    right: order.flatMap((id, position) => (body.correct.includes(id) ? [position] : [])),
    feedback: feedbackByPosition(body.options, order),
  }),

  responseText: (body, response) => optionTexts(body.options, response ?? []),

  rightAnswerText: (body) => optionTexts(body.options, body.correct),

  problems: (body) => optionProblems(body.options, body.correct),
};
