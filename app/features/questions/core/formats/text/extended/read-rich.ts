import { nfc } from '#app/kernel/vietnamese-text.ts';
import { type FormatProblem, problemAt, type ReadFile } from '../../read-question.ts';
import { type FieldLine, fieldForms, fieldOfLine } from './field-lines.ts';
import { type Context, optionStart, questionStart, unescapeLine } from './structure.ts';
import { joined, type WrittenField, type WrittenQuestion } from './written-question.ts';
import { writtenToQuestion } from './written-to-question.ts';

/** The first line of a text whose words are Markdown: bold, formulas, tables, pictures. */
export const richMark = 'Định dạng: Markdown';
const MARK = /^\ufeff?\s*định dạng\s*:\s*markdown[ \t]*\.?[ \t]*(?:\r\n|\r|\n|$)/iu;

export const isRich = (source: string): boolean => MARK.test(source.slice(0, 2000).normalize('NFC'));

/** Reads a text in the product's own form, in which every word is Markdown and every structure begins a line. */
export function parseRich(source: string): ReadFile {
  const reader = new RichReader();
  const lines = nfc(source.replace(/^\ufeff/, '')).split(/\r\n|\r|\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  for (const [index, line] of lines.entries()) if (index > first) reader.take(line, index + 1);
  const { written, problems } = reader.end();
  const read = written.map(writtenToQuestion);
  const all = [...problems, ...read.flatMap((one) => one.problems)].sort((a, b) => a.line - b.line);
  if (written.length === 0) all.push(problemAt('error', 'empty-file', { line: 1, text: source.slice(0, 200) }));
  const unread = written.flatMap((one, at) => {
    const { question, unsound = null } = read[at]!;
    return question ? [] : [{ written: one, unsound }];
  });
  return { format: 'text', questions: read.flatMap(({ question }) => question ?? []), problems: all, unread };
}

/** The fields that a text of nothing else holds, and the words before them that are no field. */
export function fieldsOfText(text: string, line: number): { fields: WrittenField[]; stray: string } {
  if (text === '') return { fields: [], stray: '' };
  const reader = new RichReader();
  reader.take('Câu 1.', line);
  for (const each of text.split('\n')) reader.take(each, line);
  const [written] = reader.end().written;
  return { fields: written?.fields ?? [], stray: written?.stem ?? '' };
}

interface Open extends WrittenQuestion {
  stemLines: string[];
  optionLines: { letter: string; lines: string[] }[];
}

class RichReader {
  readonly #written: WrittenQuestion[] = [];
  readonly #problems: FormatProblem[] = [];
  #category = '';
  #open: Open | null = null;
  #sink: { lines: string[]; context: Context } | null = null;

  take(text: string, line: number): void {
    const field = fieldOfLine(text);
    const question = field ? null : questionStart(text);
    if (question) this.#begin(Number(question.label), question.rest, line);
    else if (field?.name === 'category') {
      this.#close();
      this.#category = text.slice(field.rest).trim();
    } else if (!this.#open) {
      // Titles and the head of a paper stand before its first question.
      if (text.trim() !== '' && this.#written.length > 0)
        this.#problems.push(problemAt('hint', 'stray-text', { line, text }));
    } else if (field) this.#field(this.#open, field, text, line);
    else this.#words(this.#open, text, line);
    if (this.#open && text.trim() !== '') this.#open.untilLine = line;
  }

  end(): { written: WrittenQuestion[]; problems: FormatProblem[] } {
    this.#close();
    return { written: this.#written, problems: this.#problems };
  }

  #begin(number: number, rest: string, line: number): void {
    this.#close();
    this.#open = {
      ...{ line, untilLine: line, number, category: this.#category, stem: '', options: [], fields: [], glue: '\n' },
      ...{ stemLines: [rest], optionLines: [] },
    };
    this.#sink = { lines: this.#open.stemLines, context: 'stem' };
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    this.#sink = null;
    if (!open) return;
    const { stemLines, optionLines, ...written } = open;
    const options = optionLines.map(({ letter, lines }) => ({ letter, text: joined(lines, '\n') }));
    this.#written.push({ ...written, stem: joined(stemLines, '\n'), options });
  }

  #field(open: Open, { name, arg, note, rest }: FieldLine, text: string, line: number): void {
    const field: WrittenField = { name, arg, note, line, lines: [text.slice(rest)] };
    open.fields.push(field);
    const { takesLines, isList } = fieldForms[name];
    if (takesLines) this.#sink = { lines: field.lines, context: isList ? 'list' : 'words' };
  }

  #words(open: Open, text: string, line: number): void {
    const sink = this.#sink!;
    const option = sink.context === 'options' || sink.context === 'stem' ? optionStart(text) : null;
    if (option && (sink.context === 'options' || option.label === 'a')) {
      const letter = option.label.toUpperCase();
      const due = String.fromCharCode(65 + open.optionLines.length);
      if (letter !== due) this.#problems.push(problemAt('warning', 'option-out-of-order', { line, text, detail: due }));
      const lines = [option.rest];
      open.optionLines.push({ letter, lines });
      this.#sink = { lines, context: 'options' };
    } else sink.lines.push(sink.context === 'list' ? text : unescapeLine(text, sink.context));
  }
}
