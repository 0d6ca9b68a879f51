import { type PrintedPicture, type PrintedRun, withPlainFormulas } from '#app/kernel/printed-document.ts';
import type { Font } from '../pdf-fonts.server.ts';

/** A word or a picture at its place in a line, measures in points from the line's left. */
export type Piece =
  | { x: number; width: number; text: string; font: Font; size: number; rise: number; isUnderlined: boolean }
  | { x: number; width: number; height: number; picture: PrintedPicture };

export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
  readonly height: number;
}

/** How wide a text stands; asked of the PDF under way. */
export type Measure = (text: string, font: Font, size: number) => number;

const fontOf = ({ isBold, isItalic }: { isBold?: boolean; isItalic?: boolean }): Font =>
  isBold ? (isItalic ? 'boldItalic' : 'bold') : isItalic ? 'italic' : 'plain';

/** A pixel is three quarters of a point; a picture is at most as wide as its column and a third of a page high. */
export function pictureSize({ width, height }: PrintedPicture, most: number): { width: number; height: number } {
  const scale = Math.min(0.75, most / Math.max(1, width), 260 / Math.max(1, height));
  return { width: width * scale, height: height * scale };
}

/** Breaks words and pictures into lines of a width; a word that is wider than a line is cut. */
export function breakLines(runs: readonly PrintedRun[], width: number, size: number, measure: Measure): Line[] {
  const lineHeight = size * 1.22;
  const lines: Line[] = [];
  let pieces: Piece[] = [];
  let x = 0;
  let height = lineHeight;
  const end = () => {
    lines.push({ pieces, width: x, height });
    pieces = [];
    x = 0;
    height = lineHeight;
  };
  for (const run of withPlainFormulas(runs)) {
    if ('picture' in run) {
      const shown = pictureSize(run.picture, width);
      if (x > 0 && x + shown.width > width) end();
      pieces.push({ x, ...shown, picture: run.picture });
      x += shown.width;
      height = Math.max(height, shown.height + 5);
      continue;
    }
    const isSmall = run.place !== undefined;
    const ownSize = isSmall ? size * 0.68 : size;
    const rise = run.place === 'above' ? size * 0.32 : run.place === 'below' ? -size * 0.14 : 0;
    const font = fontOf(run);
    for (const word of run.text.split(/(?<= )/)) {
      for (let rest = word; rest !== ''; ) {
        const bare = measure(rest.trimEnd(), font, ownSize);
        if (x > 0 && x + bare > width) end();
        let text = rest;
        while (bare > width && text.length > 1 && measure(text.trimEnd(), font, ownSize) > width) {
          text = text.slice(0, Math.max(1, Math.floor(text.length * 0.8)));
        }
        const wide = measure(text, font, ownSize);
        pieces.push({ x, width: wide, text, font, size: ownSize, rise, isUnderlined: run.isUnderlined === true });
        x += wide;
        rest = rest.slice(text.length);
      }
    }
  }
  if (pieces.length > 0) end();
  return lines;
}

export const heightOfLines = (lines: readonly Line[]): number => lines.reduce((sum, { height }) => sum + height, 0);
