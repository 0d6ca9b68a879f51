import type { GiftText, MarkupName } from './gift-item.ts';

const special = ['~', '=', '#', '{', '}', ':', '\\', 'n'] as const;
// Escaped characters stand as private-use characters while the text is taken apart, so that no rule sees them.
const FIRST = 0xe700;
const hidden = new Map(special.map((character, index) => [character as string, String.fromCharCode(FIRST + index)]));
const HIDDEN = new RegExp(`[${[...hidden.values()].join('')}]`, 'g');
const NEWLINE = hidden.get('n')!;

/** The text with every escape (`\~ \= \# \{ \} \: \\ \n`) hidden from the rules; other backslashes stay as they are. */
export function hideEscapes(text: string): string {
  // Characters of that private area that the file itself holds mean nothing to anybody, and would come out as escapes.
  return text.replace(HIDDEN, '').replace(/\\([~=#{}:\\n])/g, (_, character: string) => hidden.get(character)!);
}

/** The hidden escapes as what they mean. */
export function showEscapes(text: string): string {
  return text.replace(HIDDEN, (sign) => (sign === NEWLINE ? '\n' : special[sign.charCodeAt(0) - FIRST]!));
}

/** A text that is written within special characters of GIFT. */
export const escapeGift = (text: string): string => text.replace(/([~=#{}:\\])/g, '\\$1').replace(/\r?\n/g, '\\n');

const MARKUP = /^\s*\[(html|moodle|plain|markdown)\]/;

/**
 * A stretch of a file as a text: its own markup or the one it inherits, escapes resolved, spaces at the ends gone. A line
 * break in the file is a space, except where breaks mean something (HTML, Markdown).
 */
export function giftText(raw: string, inherited: MarkupName = 'moodle'): GiftText {
  const match = MARKUP.exec(raw);
  const format = (match?.[1] as MarkupName | undefined) ?? inherited;
  const rest = match ? raw.slice(match[0].length) : raw;
  const keepsBreaks = format === 'html' || format === 'markdown';
  const flat = keepsBreaks ? rest : rest.replace(/[ \t]*\r?\n[ \t]*/g, ' ');
  return { format, text: showEscapes(flat.trim()) };
}
