const wide = /[MWƯ%]/;
const narrow = /[ .,:;'!|ijlI()/-]/;
const capital = /\p{Lu}/u;

/** About how many points wide a line stands in Times: near enough to draw a rule of the same length below it. */
export function roughWidth(text: string, size: number): number {
  let ems = 0;
  for (const char of text.normalize('NFC')) ems += emsOf(char);
  return ems * size;
}

/** What one may count on of a column's width: letters differ from font to font. */
export const surePart = 0.95;

/**
 * How many lines a text takes that breaks between its words, in a column of so many points: rather one too many than one
 * too few, since what does not fit a cell of a workbook is cut off.
 */
export function roughLines(text: string, size: number, points: number): number {
  const room = points * surePart;
  const space = emsOf(' ') * size;
  let lines = 0;
  for (const line of text.split('\n')) {
    lines += 1;
    let used = 0;
    for (const word of line.split(' ')) {
      const width = roughWidth(word, size);
      if (used > 0 && used + space + width > room) {
        lines += 1;
        used = 0;
      }
      if (used > 0) used += space;
      used += width;
      // A word wider than the column is cut where the column ends.
      for (; used > room; used -= room) lines += 1;
    }
  }
  return lines;
}

const known = new Map<string, number>();

/** Remembered by character: a table of a large unit has millions of them. */
function emsOf(char: string): number {
  const found = known.get(char);
  if (found !== undefined) return found;
  const ems = reckonedEms(char);
  known.set(char, ems);
  return ems;
}

function reckonedEms(char: string): number {
  if (wide.test(char)) return 0.9;
  if (narrow.test(char)) return 0.31;
  return capital.test(char) ? 0.71 : 0.47;
}
