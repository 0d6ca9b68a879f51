import { stylesToMarkdown } from '#app/kernel/markdown/styles-to-markdown.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';

/** A stretch of a line with one look. `isMarked`: coloured or highlighted, as many mark the right option. */
export interface Run {
  text: string;
  isBold?: boolean;
  isItalic?: boolean;
  isUnderlined?: boolean;
  isMarked?: boolean;
  /** Which colour that is, so that a red option among blue ones is still one of its own. */
  colour?: string;
  isStruck?: boolean;
  /** Above or below the line: x², H₂O. */
  script?: 'up' | 'down';
  /** Markdown that stands as it is: a picture, a formula. */
  isMarkdown?: boolean;
}

/** One line or paragraph of a paper, from a text file or a Word document. */
export interface SourceLine {
  /** From 1. */
  line: number;
  runs: readonly Run[];
}

export function lineText({ runs }: Pick<SourceLine, 'runs'>): string {
  let text = '';
  for (const run of runs) text += run.text;
  return text;
}

const WIDEST = 100;
/** Nobody parts words by so many spaces; patterns that look for gaps would look long. */
const WIDE = /[ \t\u00a0\u2000-\u200a]{101,}/g;

/** The lines of a plain text, without looks. */
export function plainLines(source: string): SourceLine[] {
  return nfc(source.replace(/^\ufeff/, ''))
    .replace(WIDE, (gap) => gap.slice(0, WIDEST))
    .split(/\r\n|\r|\n/)
    .map((text, index) => ({ line: index + 1, runs: [{ text }] }));
}

/** The part of the runs between two places of their text, looks kept. */
export function sliceRuns(runs: readonly Run[], from: number, until = Number.POSITIVE_INFINITY): Run[] {
  const slice: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const end = at + run.text.length;
    // Most runs are within, or out of it, as they are.
    if (run.text === '') continue;
    if (at >= from && end <= until) slice.push(run);
    else if (end > from && at < until) slice.push({ ...run, text: run.text.slice(Math.max(0, from - at), until - at) });
    at = end;
  }
  return slice;
}

/**
 * Runs as Markdown. A look that the whole text has is no emphasis (it marks a heading or the key), so bold and italic are
 * kept only where they set words apart. Markdown underlines nothing: words that a line sets apart stand bold.
 */
export function markdownOf(runs: readonly Run[]): string {
  if (!runs.some((run) => run.isBold || run.isItalic || run.isUnderlined)) return stylesToMarkdown(runs);
  const words = runs.filter(({ text }) => text.trim() !== '');
  const setsApart = (look: 'isBold' | 'isItalic' | 'isUnderlined') =>
    words.some((run) => run[look]) && !words.every((run) => run[look]);
  const [bold, italic, line] = [setsApart('isBold'), setsApart('isItalic'), setsApart('isUnderlined')];
  return stylesToMarkdown(
    runs.map((run) => ({
      ...run,
      isBold: (bold && run.isBold) || (line && run.isUnderlined),
      isItalic: italic && run.isItalic,
    })),
  );
}
