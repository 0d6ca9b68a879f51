import type { Lang } from '#app/kernel/lang.ts';
import type { PrintedPicture } from '#app/kernel/printed-document.ts';
import { printFormXlsx } from '#app/platform/documents/form-xlsx.server.ts';
import { zipTexts } from '#app/platform/documents/zip.server.ts';
import { printAiken } from '../../core/formats/aiken.ts';
import { printCsvText } from '../../core/formats/csv/print-csv.ts';
import { fileFormats } from '../../core/formats/file-formats.ts';
import { printGift } from '../../core/formats/gift/print-gift.ts';
import { printMoodleXml } from '../../core/formats/moodle-xml/print-moodle-xml.ts';
import { entriesWithoutKey } from '../../core/formats/paper-without-key.ts';
import type { FileOf } from '../../core/formats/print-addresses.ts';
import type { PrintedFile, PrintLoss, PrintQuestion } from '../../core/formats/print-question.ts';
import { entryLines, printText } from '../../core/formats/print-text.ts';
import { printQtiPackage } from '../../core/formats/qti/print-qti.ts';
import type { FormatName } from '../../core/formats/read-question.ts';
import { printTable } from '../../core/formats/table/print-table.ts';
import { formColumns } from '../../core/formats/table/question-form.ts';
import { printQuestionsDocx } from './questions-docx.server.ts';
import { lossesByReading } from './read-back.server.ts';

/** A file of questions as it is handed out. */
export interface QuestionFile {
  bytes: Uint8Array;
  mediaType: string;
  ending: string;
  /** What the format has no word for, by question. */
  losses: readonly PrintLoss[];
  /** What stands in the file for this product alone: other software shows and marks the question without it. */
  onlyHere: readonly PrintLoss[];
}

export interface PrintOptions {
  title: string;
  /** Without it the file is a paper for learners; only `keylessFormats` can be one. */
  hasKey: boolean;
  lang: Lang;
  madeAt: Date;
  /** Pictures by their media id, for documents; files by their address, for packages. */
  pictures?: ReadonlyMap<string, PrintedPicture>;
  fileOf?: FileOf;
}

/** The formats in which a file without the key is still a paper. */
export const keylessFormats: readonly FormatName[] = ['docx', 'text'];

/** Writes questions in any format. Throws RangeError for a format that is nothing without its key. */
export async function printQuestions(
  questions: readonly PrintQuestion[],
  format: FormatName,
  options: PrintOptions,
): Promise<QuestionFile> {
  const { hasKey, title, lang, madeAt, pictures = new Map(), fileOf } = options;
  if (!hasKey && !keylessFormats.includes(format)) throw new RangeError(`${format} without its key`);
  const { mediaType, endings } = fileFormats[format];
  const file = (
    bytes: Uint8Array,
    losses: readonly PrintLoss[],
    onlyHere: readonly PrintLoss[] = [],
  ): QuestionFile => ({ bytes, losses, onlyHere, mediaType, ending: endings[0]! });
  const checked = async (bytes: Uint8Array, known: readonly PrintLoss[]) =>
    file(bytes, await lossesByReading(questions, { bytes, format, known }));
  const ofText = ({ text, losses }: PrintedFile) => checked(new TextEncoder().encode(text), losses);
  const ofPackage = async () => {
    const { parts, losses, onlyHere } = printQtiPackage(questions, { title, ...(fileOf && { fileOf }) });
    return file(await zipTexts([...parts]), losses, onlyHere);
  };
  const ofMoodle = () => {
    const { text, losses, onlyHere } = printMoodleXml(questions, fileOf ? { fileOf } : {});
    return file(new TextEncoder().encode(text), losses, onlyHere);
  };
  switch (format) {
    case 'gift':
      return { ...(await ofText(printGift(questions))), ending: 'txt' };
    case 'aiken':
      return ofText(printAiken(questions));
    case 'text':
      return hasKey ? ofText(printText(questions)) : file(new TextEncoder().encode(paperOf(questions)), []);
    case 'csv':
      return ofText(printCsvText(questions));
    case 'moodle-xml':
      return ofMoodle();
    case 'xlsx': {
      const { heads, rows, losses } = printTable(questions);
      const sheet = { sheet: 'Câu hỏi', values: 'Giá trị', columns: formColumns(heads), rows };
      return checked(await printFormXlsx(sheet), losses);
    }
    case 'docx': {
      const bytes = await printQuestionsDocx(questions, { title, hasKey, lang, madeAt, pictures });
      return hasKey ? checked(bytes, []) : file(bytes, []);
    }
    case 'qti':
      return ofPackage();
  }
}

const paperOf = (questions: readonly PrintQuestion[]): string =>
  `${questions.map((question, at) => entryLines(entriesWithoutKey(question, at + 1))).join('\n\n')}\n`;
