import { isNumbered, kindOf } from '../line-kinds.ts';
import type { PaperQuestion } from '../paper-question.ts';
import { lineText, markdownOf, type Run, type SourceLine, sliceRuns } from '../source-line.ts';
import { type FieldLine, type FieldName, fieldForms, fieldOfLine } from './field-lines.ts';
import { itemStart } from './structure.ts';
import type { WrittenField, WrittenQuestion } from './written-question.ts';

/** A paper whose lines 'Nguồn: …', 'Ghép: …' are taken out; what is left is read as any paper is. */
export interface FieldedPaper {
  lines: readonly SourceLine[];
  /** In written order. */
  fields: readonly WrittenField[];
}

// These make a question what letters and keys of a paper cannot say; its keys are then theirs to read.
const TELLING: ReadonlySet<FieldName> = new Set(['type', 'left', 'pairs', 'items', 'order', 'blank', 'units']);

/** Takes the fields out of a paper, with the lines that belong to them. A paper without any stays as it is. */
export function takeFields(lines: readonly SourceLine[]): FieldedPaper {
  const texts = lines.map(lineText);
  const known = texts.map(fieldOfLine);
  if (known.every((field) => field === null)) return { lines, fields: [] };
  const style = { numbered: isNumbered(texts) };
  const rest: SourceLine[] = [];
  const fields: WrittenField[] = [];
  let open: { field: WrittenField; isList: boolean } | null = null;
  let isInQuestion = false;
  let isTold = false;
  for (const [index, line] of lines.entries()) {
    const text = texts[index]!;
    const found = isInQuestion || known[index]?.name === 'category' ? (known[index] ?? null) : null;
    if (found && isTaken(found, isTold)) {
      const { name, arg, note } = found;
      if (TELLING.has(name)) isTold = true;
      const { takesLines = false, isList = false } = fieldForms[name];
      const words = sliceRuns(line.runs, found.rest);
      const field: WrittenField = {
        name,
        arg,
        note,
        line: line.line,
        lines: [takesLines ? markdownOf(words) : plain(words)],
      };
      fields.push(field);
      open = takesLines ? { field, isList } : null;
      if (name === 'category') isInQuestion = false;
      continue;
    }
    if (open && (text.trim() === '' || belongs(text, open.isList, style))) {
      for (const runs of open.isList ? itemsOfLine(line.runs, text) : [line.runs]) {
        // The label of an item is no word of it, and no list of Markdown either.
        const words = lineText({ runs });
        const at = open.isList ? words.length - (itemStart(words)?.rest ?? words).length : 0;
        open.field.lines.push(`${words.slice(0, at)}${markdownOf(sliceRuns(runs, at))}`);
      }
      continue;
    }
    open = null;
    rest.push(line);
    if (kindOf(text, style).kind === 'question') {
      isInQuestion = true;
      isTold = false;
    }
  }
  return { lines: rest, fields };
}

const plain = (runs: readonly Run[]) => lineText({ runs });

/** Explanations and ordinary keys are the paper's own. */
const isTaken = ({ name, note }: FieldLine, isTold: boolean): boolean =>
  name !== 'explanation' && (name !== 'key' || isTold || note !== '');

/** The items of a line: people put several on one, a tab between them. */
function itemsOfLine(runs: readonly Run[], text: string): (readonly Run[])[] {
  const starts = [...text.matchAll(/\t+/g)]
    .map(({ index, 0: tabs }) => ({ until: index, from: index + tabs.length }))
    .filter(({ from }) => itemStart(text.slice(from, from + 8)) !== null);
  if (starts.length === 0 || !itemStart(text)) return [runs];
  return [{ from: 0 }, ...starts].map(({ from }, at) => sliceRuns(runs, from, starts[at]?.until));
}

function belongs(text: string, isList: boolean, style: { numbered: boolean }): boolean {
  if (isList && itemStart(text)) return true;
  if (!isList && /^\s*[*@#]?\(?a\s*[.)]/iu.test(text)) return false;
  return kindOf(text, style).kind === 'text';
}

export interface FieldedQuestion {
  question: PaperQuestion;
  fields: WrittenField[];
  /** null: no line tells one. */
  category: string | null;
}

/** The fields of each question of a paper, by the lines on which they stand; categories hold on until the next. */
export function fieldsOfQuestions(
  questions: readonly PaperQuestion[],
  fields: readonly WrittenField[],
): FieldedQuestion[] {
  const given = questions.map((question): FieldedQuestion => ({ question, fields: [], category: null }));
  let at = 0;
  let category: string | null = null;
  for (const [index, one] of given.entries()) {
    const until = questions[index + 1]?.line ?? Number.POSITIVE_INFINITY;
    let next: string | null = null;
    for (; at < fields.length && fields[at]!.line < until; at += 1) {
      const field = fields[at]!;
      if (field.name !== 'category') one.fields.push(field);
      else if (field.line < one.question.line) category = field.lines[0]!.trim();
      else next = field.lines[0]!.trim();
    }
    one.category = category;
    if (next !== null) category = next;
  }
  return given;
}

/** Where a question ends, its fields among its lines. */
export const lastLineOf = ({ untilLine }: Pick<PaperQuestion, 'untilLine'>, fields: readonly WrittenField[]): number =>
  Math.max(untilLine, ...fields.map((field) => field.line + field.lines.length - 1));

/** A question of a paper with its fields, its looks turned into Markdown. */
export function writtenOf(question: PaperQuestion, fields: readonly WrittenField[]): WrittenQuestion {
  const { line, untilLine, number, section, stem, options, explanation, key } = question;
  const text = (rows: readonly (readonly Run[])[]) =>
    rows
      .map(markdownOf)
      .filter((words) => words !== '')
      .join('\n\n');
  const all = [...fields];
  const said = text(explanation);
  if (said !== '') all.push({ name: 'explanation', arg: '', note: '', line, lines: [said] });
  // A key that stands before the line that tells the type was taken for an ordinary one; what it says behind its letters
  // is explanation already.
  if (key && !fields.some(({ name }) => name === 'key')) {
    const words = options.length > 0 && key.letters.length > 0 ? key.letters.join(', ') : key.words;
    all.push({ name: 'key', arg: '', note: '', line: key.line, lines: [words] });
  }
  return {
    ...{ line, untilLine: lastLineOf({ untilLine }, fields) },
    ...{ number, category: section, stem: text(stem), fields: all, glue: '\n\n' },
    options: options.map((option) => ({ letter: option.letter, text: text(option.words) })),
  };
}
