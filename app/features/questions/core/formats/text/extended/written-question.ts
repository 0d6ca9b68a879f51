import type { FieldName } from './field-lines.ts';
import { itemStart, unescapeLine } from './structure.ts';

export interface WrittenField {
  name: FieldName;
  arg: string;
  note: string;
  line: number;
  /** What stands behind the colon, then the lines below it: Markdown. */
  lines: string[];
}

/** A question of a paper with its fields, as written: nothing is judged yet. Texts are Markdown. */
export interface WrittenQuestion {
  line: number;
  untilLine: number;
  number: number | null;
  category: string;
  stem: string;
  options: { letter: string; text: string }[];
  fields: WrittenField[];
  /** What parts the lines of a text: a line break in a text of Markdown, a paragraph in a paper of plain lines. */
  glue: '\n' | '\n\n';
}

/** Lines as one text; in a paper of plain lines the empty ones say nothing. */
export const joined = (lines: readonly string[], glue: string): string =>
  lines
    .filter((line) => glue === '\n' || line.trim() !== '')
    .join(glue)
    .trim();

/** The words of a field as one text. */
export const wordsOf = ({ lines }: WrittenField, glue: string): string => joined(lines, glue);

/** The field of a name; of two the first. */
export const fieldOf = ({ fields }: WrittenQuestion, name: FieldName): WrittenField | undefined =>
  fields.find((field) => field.name === name);

export const fieldsOf = ({ fields }: WrittenQuestion, name: FieldName): WrittenField[] =>
  fields.filter((field) => field.name === name);

/**
 * The items 1) 2) or a) b) of a field, by their labels in small letters; lines without a label go on with the item above.
 * Only a text of Markdown has words behind a backslash.
 */
export function itemsOf(
  field: WrittenField | undefined,
  glue: WrittenQuestion['glue'],
): { label: string; text: string }[] {
  const items: { label: string; lines: string[] }[] = [];
  for (const line of field?.lines ?? []) {
    const start = itemStart(line);
    if (start) items.push({ label: start.label, lines: [start.rest] });
    else items.at(-1)?.lines.push(glue === '\n' ? unescapeLine(line, 'list') : line);
  }
  return items.map(({ label, lines }) => ({ label, text: joined(lines, glue) }));
}
