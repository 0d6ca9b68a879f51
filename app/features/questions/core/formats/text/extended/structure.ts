import { fieldOfLine } from './field-lines.ts';

const QUESTION = /^[ \t]*câu(?:[ \t]+hỏi)?[ \t]+(\d{1,4})[ \t]*[.:)][ \t]*/iu;
const OPTION = /^[ \t]*([A-T])[ \t]*[.)](?:[ \t]+|$)/iu;
const ITEM = /^[ \t]*(\d{1,2}|[a-t])[ \t]*[.)](?:[ \t]+|$)/iu;

interface Start {
  /** The number or letter, as a small letter. */
  label: string;
  /** What stands behind it. */
  rest: string;
}

const startOf =
  (pattern: RegExp) =>
  (line: string): Start | null => {
    const match = pattern.exec(line);
    return match && { label: match[1]!.toLowerCase(), rest: line.slice(match[0].length) };
  };

/** How a line of a text in the product's own form begins a question, an option, an item of a list. */
export const questionStart = startOf(QUESTION);
export const optionStart = startOf(OPTION);
export const itemStart = startOf(ITEM);

/** Where a line of words stands: only what could begin there must be told from it. */
export type Context = 'stem' | 'options' | 'list' | 'words';

/** Whether a line of words would be taken for the beginning of something else there. */
export function isStructure(line: string, context: Context): boolean {
  const bare = line.replace(/^\\+/, '');
  if (QUESTION.test(bare) || fieldOfLine(bare)) return true;
  if (context === 'list') return ITEM.test(bare);
  const option = context === 'words' ? null : optionStart(bare);
  return option !== null && (context === 'options' || option.label === 'a');
}

/** A line of words as it is printed where it stands: what would begin something else is behind a backslash. */
export const escapeLine = (line: string, context: Context): string => (isStructure(line, context) ? `\\${line}` : line);

export const unescapeLine = (line: string, context: Context): string =>
  line.startsWith('\\') && isStructure(line.slice(1), context) ? line.slice(1) : line;
