import { fieldForms, fieldText } from './field-lines.ts';
import { type Context, escapeLine } from './structure.ts';
import { joined, type WrittenField, type WrittenQuestion } from './written-question.ts';

/**
 * A question that could not be read, as lines of a text of Markdown: everything that was understood of it, its key before its
 * explanation, so that whoever mends it writes only what is wrong.
 */
export function printUnread({ number, stem, options, fields, glue }: WrittenQuestion): string {
  const keys = fields.filter(({ name }) => name === 'key');
  // A category heads the questions below it: it stands before this one.
  const others = fields.filter(({ name }) => name !== 'key' && name !== 'category');
  return [
    words(`Câu ${number ?? 0}.`, stem, 'stem'),
    ...options.map(({ letter, text }) => words(`${letter}.`, text, 'options')),
    ...[...keys, ...others].map((field) => printField(field, glue)),
  ].join('\n');
}

function printField({ name, arg, note, lines }: WrittenField, glue: WrittenQuestion['glue']): string {
  const label = fieldText(name, '', { arg, note });
  const { isList, takesLines } = fieldForms[name];
  // The items of a list keep their lines: they are the structure itself.
  if (isList) return [label, ...lines.filter((line) => line.trim() !== '')].join('\n');
  return words(label, takesLines ? joined(lines, glue) : joined(lines, '\n').replace(/\s*\n\s*/g, ', '), 'words');
}

function words(label: string, text: string, context: Context): string {
  const [first = '', ...more] = text.split('\n');
  return [`${label} ${first}`.trimEnd(), ...more.map((line) => escapeLine(line, context))].join('\n');
}
