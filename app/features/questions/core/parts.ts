import { invalidResponse, type OptionOrder, type Scoring } from '#app/features/questions/core/question.ts';

/**
 * What is sent for a question of several parts, by displayed position: `{ "0": .., "2": .. }` from JSON or from the fields
 * `a7.0`, `a7.2` of a form. Parts left empty are not in it; a part that is not there makes all of it invalid.
 */
export function sentParts(raw: unknown, count: number): Map<number, unknown> | typeof invalidResponse {
  const parts = new Map<number, unknown>();
  if (raw === null || raw === undefined || raw === '') return parts;
  if (typeof raw !== 'object' || Array.isArray(raw)) return invalidResponse;
  for (const [key, value] of Object.entries(raw)) {
    if (!/^(0|[1-9]\d?)$/.test(key) || Number(key) >= count) return invalidResponse;
    if (value !== null && value !== undefined && value !== '') parts.set(Number(key), value);
  }
  return parts;
}

/** A response of parts as it is stored: by id in a settled order, null when no part is answered. */
export function storedParts(parts: readonly (readonly [id: string, value: string])[]): Record<string, string> | null {
  if (parts.length === 0) return null;
  return Object.fromEntries([...parts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a stored response says of one part; undefined for nothing, and for the response of another type of question. */
export function partOf(response: unknown, id: string): string | undefined {
  if (typeof response !== 'object' || response === null || Array.isArray(response)) return undefined;
  const value: unknown = Object.hasOwn(response, id) ? (response as Record<string, unknown>)[id] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The parts of a displayed order that holds several lists one after the other. Throws RangeError for too few or many ids. */
export function splitOrder(order: OptionOrder, lengths: readonly number[]): string[][] {
  if (order.length !== lengths.reduce((sum, length) => sum + length, 0)) {
    throw new RangeError('The option order does not fit the question');
  }
  let from = 0;
  return lengths.map((length) => {
    from += length;
    return order.slice(from - length, from);
  });
}

/**
 * The fraction that independent parts (statements, pairs) earn together; parts without an answer are neither right nor wrong.
 *
 * - all-or-nothing: 1 when every part is right, else 0.
 * - proportional: right / all.
 * - right-minus-wrong: max(0, right - wrong) / all, so that guessing does not pay.
 */
export function scoreParts(
  { right, wrong, all }: { right: number; wrong: number; all: number },
  scoring: Scoring,
): number {
  if (all === 0) return 0;
  switch (scoring) {
    case 'all-or-nothing':
      return right === all ? 1 : 0;
    case 'proportional':
      return right / all;
    case 'right-minus-wrong':
      return Math.max(0, right - wrong) / all;
  }
}
