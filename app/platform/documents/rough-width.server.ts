const wide = /[MWƯ%]/;
const narrow = /[ .,:;'!|ijlI()/-]/;
const capital = /\p{Lu}/u;

/** About how many points wide a line stands in Times: near enough to draw a rule of the same length below it. */
export function roughWidth(text: string, size: number): number {
  const ems = [...text.normalize('NFC')].reduce((sum, char) => sum + emsOf(char), 0);
  return ems * size;
}

function emsOf(char: string): number {
  if (wide.test(char)) return 0.9;
  if (narrow.test(char)) return 0.31;
  return capital.test(char) ? 0.71 : 0.47;
}
