import { plainText } from '#app/features/questions/core/plain-text.ts';

/** How a text reads, in syllables: what stands between two spaces, as Vietnamese is written. */
export interface ReadingLevel {
  syllables: number;
  sentences: number;
  longest: number;
  /** Syllables for each sentence; null for a text without any. */
  mean: number | null;
}

/**
 * A plain measure and no formula: syllables and sentences are counted, nothing is weighed. A sentence ends at . ! ? ; … and
 * at the end of a line; the point of '35-NQ/TW.' or '22.10.2018' within a word ends none.
 */
export function readingLevel(markdown: string): ReadingLevel {
  const counts = markdown
    .split('\n')
    .flatMap((line) => plainText(line).split(/(?<=[.!?;…])\s+/))
    .map((sentence) => sentence.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0)
    .filter((count) => count > 0);
  const syllables = counts.reduce((sum, count) => sum + count, 0);
  return {
    syllables,
    sentences: counts.length,
    longest: Math.max(0, ...counts),
    mean: counts.length > 0 ? syllables / counts.length : null,
  };
}

/** Whoever reads a longer sentence under time reads it twice. */
export const LONG_SENTENCE = 45;
