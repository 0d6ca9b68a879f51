import type { QuestionBody } from '../../question.ts';
import type { PrintLoss, PrintQuestion } from '../print-question.ts';
import { bodyEntries, entryLines } from '../print-text.ts';
import type { FieldName } from '../text/extended/field-lines.ts';
import { difficultyWords, printPolicy, scoringWords, typeWords } from '../text/extended/field-words.ts';
import { printAround, printList, printWorth } from '../text/extended/values.ts';
import { feedbackHead, optionHead, printedHeads, richHead } from './question-columns.ts';

export interface PrintedTable {
  heads: string[];
  /** Rows of texts, as many as there are heads. */
  rows: string[][];
  losses: PrintLoss[];
}

/** More letters than this fit into no cell of Excel. */
const LONGEST_CELL = 32_767;
const LETTERS = 'ABCDEFGHIJKLMNOPQRST';
const FEWEST_OPTIONS = 4;

/** Questions as a table that `readTables` reads again as they were; cells are Markdown. */
export function printTable(questions: readonly PrintQuestion[]): PrintedTable {
  const shown = questions.map(({ body }) => rowsOf(body));
  const letters = (count: number) => [...LETTERS.slice(0, count)];
  const options = letters(Math.max(FEWEST_OPTIONS, ...shown.map((rows) => rows.length)));
  const remarks = letters(Math.max(0, ...shown.map((rows) => rows.findLastIndex(({ feedback }) => feedback) + 1)));
  const { number, type, key, scoring, fixed, policy, explanation, source, difficulty, tags, category, title, details } =
    printedHeads;
  const heads = [
    ...[number, type, richHead, ...options.map(optionHead), key, explanation, source, difficulty, tags, category],
    ...[scoring, fixed, policy, ...remarks.map(feedbackHead), details, title],
  ];
  const losses: PrintLoss[] = [];
  const rows: string[][] = [];
  for (const [index, question] of questions.entries()) {
    const { body } = question;
    const row = [
      String(rows.length + 1),
      typeWords[body.type][0]!,
      body.stem,
      ...options.map((_, at) => shown[index]![at]?.text ?? ''),
      keyOf(body),
      ...[question.explanation, question.source],
      question.difficulty ? difficultyWords[question.difficulty][0]! : '',
      question.tags.length === 1 && question.tags[0]!.includes(',')
        ? `${printList(question.tags, ';')};`
        : printList(question.tags, ';'),
      question.category,
      'scoring' in body ? scoringWords[body.scoring][0]! : '',
      'options' in body ? body.options.flatMap(({ fixed: stays }, at) => (stays ? [LETTERS[at]!] : [])).join(', ') : '',
      body.type === 'short-answer' ? printPolicy(body.matching) : '',
      ...remarks.map((_, at) => shown[index]![at]?.feedback ?? ''),
      detailsOf(body),
      question.title,
    ];
    if (row.some((cell) => cell.length > LONGEST_CELL)) losses.push({ index, lost: ['type'], isLeftOut: true });
    else rows.push(row);
  }
  return { heads, rows, losses };
}

function rowsOf(body: QuestionBody): readonly { text: string; feedback?: string }[] {
  if (body.type === 'single' || body.type === 'multiple') return body.options;
  if (body.type === 'cluster') return body.statements;
  return body.type === 'ordering' ? body.items : [];
}

function keyOf(body: QuestionBody): string {
  switch (body.type) {
    case 'single':
      return LETTERS[body.options.findIndex(({ id }) => id === body.correct)] ?? '';
    case 'multiple':
      return body.options.flatMap(({ id }, at) => (body.correct.includes(id) ? [LETTERS[at]!] : [])).join(', ');
    case 'true-false':
      return body.answer ? 'Đúng' : 'Sai';
    case 'cluster':
      return body.statements
        .map(({ answer }, at) => `${LETTERS[at]!.toLowerCase()}) ${answer ? 'Đúng' : 'Sai'}`)
        .join(', ');
    case 'short-answer':
      return body.answers
        .map(({ text, fraction }) => printWorth(text.replace(/\s*\n\s*/g, ' ').trim(), fraction))
        .join('\n');
    case 'numerical':
      return body.answers.map((answer) => printWorth(printAround(answer), answer.fraction)).join('\n');
    default:
      return '';
  }
}

const IN_COLUMNS: ReadonlySet<FieldName> = new Set(['type', 'key', 'scoring', 'fixed']);

/** What has no column of its own, in the lines that a paper has for it. */
function detailsOf(body: QuestionBody): string {
  if (rowsOf(body).length > 0) return '';
  const isElsewhere = (name: FieldName) => IN_COLUMNS.has(name) || (name === 'policy' && body.type === 'short-answer');
  return entryLines(bodyEntries(body).filter(({ field }) => field === null || !isElsewhere(field)));
}
