import { LruMap } from '#app/kernel/lru-map.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import { plainText } from '../plain-text.ts';

/**
 * The name under which decisions about a question of a source are kept: it follows the words of the stem, so that it stays
 * while options, key and place change. Two questions with one stem are told apart by their order.
 */
export function questionKeys(stems: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return stems.map((stem) => {
    const key = nameOf(stem);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? key : `${key}-${before + 1}`;
  });
}

// At each key all stems but one are those of the key before.
const named = new LruMap<string, string>(2000);
const longestNamed = 2000;

function nameOf(stem: string): string {
  if (stem.length > longestNamed) return hashOf(foldForSearch(plainText(stem)));
  const known = named.get(stem);
  if (known !== undefined) return known;
  const name = hashOf(foldForSearch(plainText(stem)));
  named.set(stem, name);
  return name;
}

/** 53 bits in base 36 (cyrb53): the same in the browser and on the server. */
function hashOf(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/**
 * Decisions follow a question whose stem was changed: where the list of questions kept its length, a key that went hands
 * what is known of it to the key that came in its place.
 */
export function carryOver<Value>(
  known: Readonly<Record<string, Value>>,
  before: readonly string[],
  after: readonly string[],
): Readonly<Record<string, Value>> {
  if (before.length !== after.length) return known;
  const stays = new Set(after);
  const moved = before.flatMap((key, at) =>
    key !== after[at] && !stays.has(key) && Object.hasOwn(known, key) ? [[after[at]!, known[key]!] as const] : [],
  );
  return moved.length === 0 ? known : { ...known, ...Object.fromEntries(moved) };
}
