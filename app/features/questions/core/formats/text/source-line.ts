import { escapeMarkdown } from '#app/kernel/markdown/escape-markdown.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';

/** A stretch of a line with one look. `isMarked`: coloured or highlighted, as many mark the right option. */
export interface Run {
  text: string;
  isBold?: boolean;
  isItalic?: boolean;
  isUnderlined?: boolean;
  isMarked?: boolean;
  /** Markdown that stands as it is: a picture, a formula. */
  isMarkdown?: boolean;
}

/** One line or paragraph of a paper, from a text file or a Word document. */
export interface SourceLine {
  /** From 1. */
  line: number;
  runs: readonly Run[];
}

export const lineText = ({ runs }: Pick<SourceLine, 'runs'>): string => runs.map(({ text }) => text).join('');

/** The lines of a plain text, without looks. */
export function plainLines(source: string): SourceLine[] {
  return nfc(source.replace(/^\ufeff/, ''))
    .split(/\r\n|\r|\n/)
    .map((text, index) => ({ line: index + 1, runs: [{ text }] }));
}

/** The part of the runs between two places of their text, looks kept. */
export function sliceRuns(runs: readonly Run[], from: number, until = Number.POSITIVE_INFINITY): Run[] {
  const slice: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, until - at));
    if (text !== '') slice.push({ ...run, text });
    at += run.text.length;
  }
  return slice;
}

/**
 * Runs as Markdown. A look that the whole text has is no emphasis (it marks a heading or the key), so bold and italic are
 * kept only where they set words apart.
 */
export function markdownOf(runs: readonly Run[]): string {
  const words = runs.filter(({ text }) => text.trim() !== '');
  const setsApart = (look: 'isBold' | 'isItalic') => words.some((run) => run[look]) && !words.every((run) => run[look]);
  const [bold, italic] = [setsApart('isBold'), setsApart('isItalic')];
  const parts = runs.map((run) => {
    if (run.isMarkdown) return run.text;
    const sign = (bold && run.isBold ? '**' : '') + (italic && run.isItalic ? '*' : '');
    const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text)!;
    if (core === '') return run.text;
    return `${before}${sign}${escapeMarkdown(core)}${[...sign].reverse().join('')}${after}`;
  });
  return parts
    .join('')
    .replace(/[ \t]+/g, ' ')
    .replace(/\*{4}/g, '')
    .trim();
}
