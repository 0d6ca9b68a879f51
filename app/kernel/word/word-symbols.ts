const GREEK_SYMBOLS = 'abgdezhqiklmnxoprstufcyw';
const GREEK_LETTERS = 'αβγδεζηθικλμνξοπρστυφχψω';
const SYMBOL = new Map<number, string>([
  ...[...GREEK_SYMBOLS].map((letter, at): [number, string] => [letter.charCodeAt(0), GREEK_LETTERS[at]!]),
  ...[...'GDQLXPSUFYW'].map((letter, at): [number, string] => [letter.charCodeAt(0), 'ΓΔΘΛΞΠΣΥΦΨΩ'[at]!]),
  ...([
    [0xa3, '≤'],
    [0xb3, '≥'],
    [0xb1, '±'],
    [0xb4, '×'],
    [0xb8, '÷'],
    [0xb9, '≠'],
    [0xbb, '≈'],
    [0xa5, '∞'],
    [0xae, '→'],
    [0xde, '⇒'],
    [0xdb, '⇔'],
    [0xce, '∈'],
    [0xb0, '°'],
    [0xb7, '•'],
    [0x2d, '−'],
    [0xd6, '√'],
    [0xe5, '∑'],
    [0xf2, '∫'],
    [0x22, '∀'],
    [0x24, '∃'],
    [0xc6, '∅'],
    [0xd0, '∠'],
    [0x5e, '⊥'],
  ] as [number, string][]),
]);
const WINGDINGS = new Map<number, string>([
  [0xfc, '✓'],
  [0xfe, '☑'],
  [0xa8, '☐'],
  [0xa7, '▪'],
  [0x6f, '☐'],
  [0x71, '☐'],
  [0xfb, '✗'],
  [0xfd, '☒'],
  [0xe0, '→'],
  [0xd8, '➢'],
  [0x76, '❖'],
  [0x6c, '●'],
  [0x6e, '■'],
  [0x4a, '☺'],
]);

/** A sign that Word takes from a font of signs ('Symbol', 'Wingdings'), as the letter of Unicode; null for one unknown. */
export function symbolOf(font: string, char: string): string | null {
  const code = Number.parseInt(char, 16);
  if (!Number.isFinite(code)) return null;
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^symbol$/i.test(font))
    return SYMBOL.get(place) ?? (place >= 0x20 && place < 0x40 ? String.fromCharCode(place) : null);
  if (/^wingdings/i.test(font)) return WINGDINGS.get(place) ?? null;
  return code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : null;
}
