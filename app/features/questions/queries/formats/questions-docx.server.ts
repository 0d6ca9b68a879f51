import type { Lang } from '#app/kernel/lang.ts';
import type { PrintedBlock, PrintedDocument, PrintedPicture, RichBlock } from '#app/kernel/printed-document.ts';
import { printPrintedDocx } from '#app/platform/documents/printed/printed-docx.server.ts';
import { richBlocks, wordsOf } from '#app/platform/documents/printed/rich-blocks.server.ts';
import { entriesWithoutKey } from '../../core/formats/paper-without-key.ts';
import type { PrintQuestion } from '../../core/formats/print-question.ts';
import { type PaperEntry, questionEntries } from '../../core/formats/print-text.ts';
import { fieldForms } from '../../core/formats/text/extended/field-lines.ts';

export interface DocxOptions {
  title: string;
  hasKey: boolean;
  lang: Lang;
  madeAt: Date;
  pictures: ReadonlyMap<string, PrintedPicture>;
}

/** A category may be called 'Bài 1', which alone on a line begins a question. */
const headOf = (title: string) => `Ngân hàng câu hỏi: ${title}`;

/** Options up to this letter fit into a table of keys. */
const MOST_LETTERS = 8;
const COLUMNS = 10;

/**
 * Questions as a Word document, as they are typed by hand: 'Câu 1.', 'A.', and with the key a table of letters at the end.
 * What a letter cannot say stands below its question. The reader of Word documents reads the same questions again.
 */
export function printQuestionsDocx(questions: readonly PrintQuestion[], options: DocxOptions): Promise<Uint8Array> {
  const { title, hasKey, lang, madeAt, pictures } = options;
  const blocks: PrintedBlock[] = [
    { kind: 'line', text: headOf(title), size: 14, look: 'bold', align: 'center', isHeading: true },
  ];
  const letters: { number: number; letter: string }[] = [];
  let category = '';
  questions.forEach((question, index) => {
    const number = index + 1;
    // The table of keys knows questions by their numbers, and so each has its own.
    const numbered = { ...question, title: `Câu ${number}` };
    if (question.category !== category && question.category !== '')
      blocks.push({
        kind: 'line',
        text: `Chuyên mục: ${question.category}`,
        size: 12,
        look: 'bold',
        before: 8,
        isHeading: true,
      });
    category = question.category;
    const letter = hasKey ? letterOf(question) : null;
    if (letter) letters.push({ number, letter });
    const entries = hasKey
      ? questionEntries(numbered, number).filter(({ field }) => field !== 'key' || letter === null)
      : entriesWithoutKey(numbered, number);
    blocks.push(...blocksOf(entries, pictures));
    if (hasKey && question.title !== '' && !/^Câu \d+$/.test(question.title))
      blocks.push(...blocksOf([{ label: 'Tên:', text: question.title, context: 'words', field: 'title' }], pictures));
  });
  if (letters.length > 0) blocks.push(...keyTable(letters));
  const document: PrintedDocument = {
    ...{ lang, title, madeAt },
    parts: [{ footer: { name: title, page: 'Trang', of: '/' }, blocks }],
  };
  return printPrintedDocx(document);
}

function letterOf({ body }: PrintQuestion): string | null {
  if (body.type !== 'single') return null;
  const place = body.options.findIndex(({ id }) => id === body.correct);
  return place >= 0 && place < MOST_LETTERS ? String.fromCharCode(65 + place) : null;
}

/**
 * Stem and options are one block, which the end of a page does not tear, and so are the two lists of a matching; what is told
 * beside them stands in small letters below.
 */
function blocksOf(entries: readonly PaperEntry[], pictures: ReadonlyMap<string, PrintedPicture>): PrintedBlock[] {
  const blocks: PrintedBlock[] = [];
  for (const { label, text, context, field } of entries) {
    const rich = richBlocks(text, pictures);
    const last = blocks.at(-1);
    if (field === null && context !== 'stem' && last?.kind === 'question') {
      blocks[blocks.length - 1] = { ...last, options: [...last.options, { label, blocks: rich }] };
    } else if (field === null || fieldForms[field].isList) {
      blocks.push({ kind: 'question', label, blocks: rich, options: [], more: [] });
    } else if (fieldForms[field].takesLines && !isPlainLine(rich)) {
      blocks.push({ kind: 'question', label, blocks: rich, options: [], more: [] });
    } else {
      const words = fieldForms[field].takesLines ? wordsOf(rich) : text;
      blocks.push({ kind: 'line', text: `${label} ${words}`.trimEnd(), size: 11, look: 'italic' });
    }
  }
  return blocks;
}

/** One paragraph of one look: nothing would be lost in a line of its own. */
const isPlainLine = (blocks: readonly RichBlock[]): boolean =>
  blocks.length <= 1 &&
  blocks.every(
    (block) =>
      block.kind === 'text' &&
      block.runs.every(
        (run) => 'text' in run && !run.isBold && !run.isItalic && !run.isUnderlined && !run.isStruck && !run.place,
      ),
  );

/** A row of numbers above a row of letters, ten to the row. */
function keyTable(letters: readonly { number: number; letter: string }[]): PrintedBlock[] {
  const rows: string[][] = [];
  for (let from = 0; from < letters.length; from += COLUMNS) {
    const some = letters.slice(from, from + COLUMNS);
    const gaps = Array.from({ length: COLUMNS - some.length }, () => '');
    rows.push(['Câu', ...some.map(({ number }) => String(number)), ...gaps]);
    rows.push(['Đáp án', ...some.map(({ letter }) => letter), ...gaps]);
  }
  return [
    { kind: 'line', text: 'BẢNG ĐÁP ÁN', size: 13, look: 'bold', align: 'center', before: 16, isHeading: true },
    {
      kind: 'table',
      head: [],
      rows,
      widths: [2, ...Array.from({ length: COLUMNS }, () => 1)],
      align: 'center',
      size: 11,
    },
  ];
}
