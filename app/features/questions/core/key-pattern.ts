import { plainText } from '#app/features/questions/core/plain-text.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';

/** A pattern in the places or the lengths of keys that somebody who knows nothing could go by. Positions count from 0. */
export type KeyPattern =
  | { readonly code: 'same-position'; readonly position: number; readonly count: number }
  | { readonly code: 'favoured-position'; readonly position: number; readonly count: number; readonly of: number }
  | { readonly code: 'avoided-position'; readonly position: number; readonly of: number }
  | { readonly code: 'cycle'; readonly positions: readonly number[]; readonly count: number }
  | { readonly code: 'longest-option'; readonly count: number; readonly of: number };

const LONGEST_RUN = 4;
const FEWEST = 10;

/** Where the key of each single choice question stands, in order; other types and keys that are kept in place are left out. */
export function keyPositions(bodies: readonly QuestionBody[]): { position: number; options: number }[] {
  return bodies.flatMap((body) => {
    if (body.type !== 'single') return [];
    const position = body.options.findIndex(({ id }) => id === body.correct);
    return position < 0 || body.options[position]?.fixed ? [] : [{ position, options: body.options.length }];
  });
}

/**
 * Patterns over questions in their order: five keys running at one place, a place that holds far more or none of the keys,
 * a figure such as A B C D that comes again and again, or keys that are the longest option far too often. Chance alone brings a favoured place in one list of a hundred.
 */
export function keyPatterns(bodies: readonly QuestionBody[]): KeyPattern[] {
  const keys = keyPositions(bodies);
  return [...runs(keys), ...shares(keys), ...cycle(keys.map(({ position }) => position)), ...longest(bodies)];
}

/** In how many questions the key is longer than every other option. */
function longest(bodies: readonly QuestionBody[]): KeyPattern[] {
  const able = bodies.flatMap((body) => {
    if (body.type !== 'single' || body.options.length < 3) return [];
    const lengths = body.options.map(({ id, text }) => ({
      isKey: id === body.correct,
      length: plainText(text).length,
    }));
    const key = lengths.find(({ isKey }) => isKey)?.length ?? 0;
    const isLongest = lengths.every(({ isKey, length }) => isKey || length < key);
    return [{ isLongest, options: body.options.length }];
  });
  const of = able.length;
  const count = able.filter(({ isLongest }) => isLongest).length;
  if (of < FEWEST) return [];
  const { expected, spread } = byChance(able);
  return count > expected + 2.6 * spread ? [{ code: 'longest-option', count, of }] : [];
}

/** How often one option of each question would be the one by chance, and how far that strays. */
function byChance(able: readonly { options: number }[]): { expected: number; spread: number } {
  const expected = able.reduce((sum, { options }) => sum + 1 / options, 0);
  const spread = Math.sqrt(able.reduce((sum, { options }) => sum + (1 / options) * (1 - 1 / options), 0));
  return { expected, spread };
}

type Key = { position: number; options: number };

function runs(keys: readonly Key[]): KeyPattern[] {
  let best: { position: number; count: number } | null = null;
  let count = 0;
  for (const [at, { position, options }] of keys.entries()) {
    count = at > 0 && keys[at - 1]?.position === position && options > 2 ? count + 1 : 1;
    if (count > LONGEST_RUN && count > (best?.count ?? 0)) best = { position, count };
  }
  return best ? [{ code: 'same-position', ...best }] : [];
}

function shares(keys: readonly Key[]): KeyPattern[] {
  const most = Math.max(0, ...keys.map(({ options }) => options));
  return Array.from({ length: most }, (_, position) => position).flatMap((position): KeyPattern[] => {
    // Only questions that have such an option could have had their key there.
    const able = keys.filter(({ options }) => options > 2 && options > position);
    const of = able.length;
    if (of < FEWEST) return [];
    const count = able.filter((key) => key.position === position).length;
    const { expected, spread } = byChance(able);
    if (count > expected + 2.6 * spread) return [{ code: 'favoured-position', position, count, of }];
    return count === 0 && expected > 4.6 ? [{ code: 'avoided-position', position, of }] : [];
  });
}

/** The shortest figure of two to six places that the last keys repeat at least twice over, eight keys or more. */
function cycle(positions: readonly number[]): KeyPattern[] {
  for (let length = 2; length <= 6; length += 1) {
    let count = length;
    while (count < positions.length && positions.at(-1 - count) === positions.at(-1 - count + length)) count += 1;
    const figure = positions.slice(positions.length - count, positions.length - count + length);
    if (count >= Math.max(8, 2 * length) && new Set(figure).size > 1)
      return [{ code: 'cycle', positions: figure, count }];
  }
  return [];
}
