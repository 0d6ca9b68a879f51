/** A stretch of words, or a formula as LaTeX without its signs. */
export type Piece = { words: string } | { latex: string; isBlock: boolean };

const SIGNS = [
  { opens: '\\(', closes: '\\)', isBlock: false },
  { opens: '\\[', closes: '\\]', isBlock: true },
  { opens: '$$', closes: '$$', isBlock: true },
];

/**
 * The words and the formulas of a text as learning systems write them: `\( \)` within a line, `\[ \]` and `$$ $$` on their
 * own. A sign that nothing closes is words. Time grows with the length alone.
 */
export function formulaPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  const next = SIGNS.map(({ opens }) => text.indexOf(opens));
  let from = 0;
  for (;;) {
    const which = first(next);
    if (which < 0) break;
    const { opens, closes, isBlock } = SIGNS[which]!;
    const start = next[which]!;
    const end = text.indexOf(closes, start + opens.length);
    // Nothing closes this sign here or further on.
    if (end < 0) {
      next[which] = -1;
      continue;
    }
    const latex = text
      .slice(start + opens.length, end)
      .replace(/\s+/g, ' ')
      .trim();
    const until = end + closes.length;
    if (isLatex(latex)) {
      if (start > from) pieces.push({ words: text.slice(from, start) });
      pieces.push({ latex, isBlock });
      from = until;
    }
    SIGNS.forEach((sign, one) => {
      if (next[one]! >= 0 && next[one]! < until) next[one] = text.indexOf(sign.opens, until);
    });
  }
  if (from < text.length) pieces.push({ words: text.slice(from) });
  return pieces;
}

/** Which of several places comes first; -1 where each is -1. */
function first(places: readonly number[]): number {
  const nearest = Math.min(...places.map((place) => (place < 0 ? Number.POSITIVE_INFINITY : place)));
  return places.indexOf(nearest);
}

/** Whether a formula can stand between the signs of Markdown. */
export const isLatex = (latex: string): boolean => latex !== '' && !/(^|[^\\])\$|\\$/.test(latex);

/** A formula in Markdown. */
export const formulaMarkdown = (latex: string, isBlock: boolean): string => (isBlock ? `$$${latex}$$` : `$${latex}$`);
