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
  let [a, b, c, counter] = seedWords(seed);

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

/**
 * The whole seed in 128 bits, four lanes that mix with each other: from the order of the questions that a learner sees,
 * nobody can try out all seeds to find the order in which an author wrote the options.
 */
function seedWords(seed: string): [number, number, number, number] {
  let [a, b, c, d] = [0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c];
  for (let index = 0; index < seed.length; index++) {
    const unit = seed.charCodeAt(index);
    a = b ^ Math.imul(a ^ unit, 0x9e3779b1);
    b = c ^ Math.imul(b ^ unit, 0x85ebca77);
    c = d ^ Math.imul(c ^ unit, 0xc2b2ae3d);
    d = a ^ Math.imul(d ^ unit, 0x27d4eb2f);
  }
  a = Math.imul(c ^ (a >>> 18), 0x9e3779b1);
  b = Math.imul(d ^ (b >>> 22), 0x85ebca77);
  c = Math.imul(a ^ (c >>> 17), 0xc2b2ae3d);
  d = Math.imul(b ^ (d >>> 19), 0x27d4eb2f);
  return [a, b, c, d];
}
