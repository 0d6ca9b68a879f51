/** A source of chance that gives the same values for the same seed on every machine, in every version. */
export interface SeededRandom {
  /** The next number, 0 included, 1 not. */
  next(): number;
  /** A whole number 0..n-1. Throws RangeError unless n is a whole number above 0. */
  int(n: number): number;
  /** The items in another order; the list itself stays. */
  shuffle<T>(list: readonly T[]): T[];
  /** One of the items. Throws RangeError for an empty list. */
  pick<T>(list: readonly T[]): T;
  /** n of the items, each at most once, in random order; all of them when there are fewer than n. */
  sample<T>(list: readonly T[], n: number): T[];
}

/**
 * Chance grown from a seed. Stored papers are drawn again from their stored seed: what this function gives for a seed
 * must never change. Not for secrets.
 */
export function seededRandom(seed: string): SeededRandom {
  const word = smallFastCounter(seed);

  function next(): number {
    // 53 random bits fill a double exactly: no rounding, so no difference between machines.
    const high = word() >>> 5;
    const low = word() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  }

  function int(n: number): number {
    if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`int(${n}) wants a whole number above 0`);
    return Math.floor(next() * n);
  }

  function shuffle<T>(list: readonly T[]): T[] {
    const items = [...list];
    for (let last = items.length - 1; last > 0; last--) {
      const other = int(last + 1);
      [items[last], items[other]] = [items[other]!, items[last]!];
    }
    return items;
  }

  return {
    next,
    int,
    shuffle,
    pick: (list) => list[int(list.length)]!,
    sample: (list, n) => shuffle(list).slice(0, Math.max(0, n)),
  };
}

/** The generator sfc32 (32-bit words), its state spread from the seed's code units. */
function smallFastCounter(seed: string): () => number {
  const spread = seedWords(seed);
  let a = spread();
  let b = spread();
  let c = spread();
  let counter = 1;

  function word(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum;
  }

  // Close seeds start from close states: the first words only mix them.
  for (let round = 0; round < 12; round++) word();
  return word;
}

/** FNV-1a over the seed, then one finalised word per call. */
function seedWords(seed: string): () => number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index++) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
  }
  return () => {
    hash = (hash + 0x9e3779b9) | 0;
    let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return mixed ^ (mixed >>> 16);
  };
}
