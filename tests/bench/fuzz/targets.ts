import { parseAiken } from '#app/features/questions/core/formats/aiken.ts';
import { parseCsv } from '#app/features/questions/core/formats/csv/parse-csv.ts';
import { printCsvText } from '#app/features/questions/core/formats/csv/print-csv.ts';
import { parseDocx } from '#app/features/questions/core/formats/docx/parse-docx.ts';
import { parseGift } from '#app/features/questions/core/formats/gift/parse-gift.ts';
import { printGift } from '#app/features/questions/core/formats/gift/print-gift.ts';
import { parseMoodleXml } from '#app/features/questions/core/formats/moodle-xml/parse-moodle-xml.ts';
import { printMoodleXml } from '#app/features/questions/core/formats/moodle-xml/print-moodle-xml.ts';
import type { PrintQuestion } from '#app/features/questions/core/formats/print-question.ts';
import { printText } from '#app/features/questions/core/formats/print-text.ts';
import { parseQtiItem } from '#app/features/questions/core/formats/qti/parse-qti-item.ts';
import { parseQtiPackage } from '#app/features/questions/core/formats/qti/parse-qti-package.ts';
import { printQtiItem } from '#app/features/questions/core/formats/qti/print-qti.ts';
import type { FormatName, ReadFile } from '#app/features/questions/core/formats/read-question.ts';
import { printTable } from '#app/features/questions/core/formats/table/print-table.ts';
import { parseText } from '#app/features/questions/core/formats/text/parse-text.ts';
import { parseXlsx } from '#app/features/questions/core/formats/xlsx/parse-xlsx.ts';
import { validateQuestion } from '#app/features/questions/core/validate-question.ts';
import { printQuestions } from '#app/features/questions/queries/formats/print-questions.server.ts';
import { readUpload } from '#app/features/questions/queries/read-upload.server.ts';
import type { SeededRandom } from '#app/kernel/seeded-random.ts';
import { FileRefusal } from '#app/platform/documents/file-refusal.server.ts';
import { printFormXlsx } from '#app/platform/documents/form-xlsx.server.ts';
import { judgeXml } from '#app/platform/documents/judge-xml.server.ts';
import { unpack } from '#app/platform/documents/unpack.server.ts';
import { tenQuestions } from '#tests/fixtures/ten-types.ts';
import { mutatedBytes, mutatedText } from './mutate.ts';

/** Makes one input from chance, reads it, and answers what was read; null for one that was refused with a reason. */
export type Attempt = (chance: SeededRandom) => {
  size: number;
  read: () => ReadFile | null | Promise<ReadFile | null>;
};

const questions: PrintQuestion[] = tenQuestions.map(({ body }, at) => ({
  ...{
    body,
    title: `Câu ${at + 1}`,
    category: at < 5 ? 'Bài 1' : 'Bài 2',
    tags: ['nq35', 'ôn tập'],
    difficulty: 'easy' as const,
  },
  ...{ explanation: 'Theo **điều 2** và $x^2$.', source: 'Nghị quyết 35, trang 1' },
}));
const alone = questions.map((question) => [question]);

const paper = [
  'TRƯỜNG SĨ QUAN\nĐỀ KIỂM TRA\n\nPHẦN I. Trắc nghiệm\nCâu 1. Nghị quyết nào? A. Số 34 B. Số 35 C. Số 36\nCâu 2: Xét các ý:\na) một\nb) hai\nĐáp án: a) Đúng, b) Sai\n\nBài 3. Hỏi\n*A. x\nB. y\nLời giải: vì thế\nHẾT\nBẢNG ĐÁP ÁN\n1-B\n',
  '1. Một?\nA) x\nB) y\nĐA: A\n2. Hai?\nA) x\nB) y\n\nĐÁP ÁN\n1 2\nA B\n',
];
const aiken = 'Hai cộng hai?\nA. 4\nB) 5\nC. 6\nANSWER: A\n\nBa?\nA. 3\nB. 4\nANSWER: B\n';
const csv = 'STT;Câu hỏi;A;B;C;Đáp án;Mức độ\n1;"Hỏi; gì?";x;y;z;B;dễ\n2;Đúng?;;;;Đúng;\n';

const ofTexts =
  (samples: readonly string[], parse: (source: string) => ReadFile): Attempt =>
  (chance) => {
    const text = mutatedText(samples, chance);
    return { size: text.length, read: () => parse(text) };
  };

/** XML comes to its parser only judged. */
const ofXml = (samples: readonly string[], parse: (source: string) => ReadFile): Attempt =>
  ofTexts(samples, (source) => parse(Buffer.from(judgeXml(Buffer.from(source))).toString()));

/** Of packages one part at a time is spoilt. */
async function ofParts(
  format: FormatName,
  parse: (parts: ReadonlyMap<string, Uint8Array>) => ReadFile,
): Promise<Attempt> {
  const packages = await Promise.all(
    [questions.slice(0, 3), ...alone].map(async (some) => unpack(await smallPackage(some, format))),
  );
  const texts = packages.map((parts) =>
    [...parts]
      .filter(([name]) => /\.xml$/i.test(name))
      .map(([name, bytes]) => [name, Buffer.from(bytes).toString()] as const),
  );
  const main = /document\.xml|sheet1|sharedStrings|imsmanifest|cau-/i;
  return (chance) => {
    const place = chance.int(packages.length);
    const all = texts[place]!;
    const likely = all.filter(([name]) => main.test(name));
    const [name, text] = chance.pick(chance.int(10) > 0 && likely.length > 0 ? likely : all);
    const spoilt = mutatedText([text], chance);
    const read = () => {
      const parts = new Map(packages[place]!);
      parts.set(name, judgeXml(Buffer.from(spoilt), name));
      return parse(parts);
    };
    return { size: spoilt.length, read };
  };
}

/** Without the lists to choose from, which make a sheet of a hundred times as many cells. */
async function smallPackage(some: readonly PrintQuestion[], format: FormatName): Promise<Uint8Array> {
  if (format !== 'xlsx') return (await printed(some, format)).bytes;
  const { heads, rows } = printTable(some);
  const columns = heads.map((header) => ({ header, example: '' }));
  return printFormXlsx({ sheet: 'a', values: 'b', columns, rows });
}

const printed = (some: readonly PrintQuestion[], format: FormatName) =>
  printQuestions(some, format, { title: 'x', hasKey: true, lang: 'vi', madeAt: new Date(0) });

/** Whole files, as they are sent: their letters, their packing, and what they are taken for. */
async function ofFiles(): Promise<Attempt> {
  const formats: FormatName[] = ['gift', 'text', 'csv', 'docx', 'xlsx', 'qti', 'moodle-xml'];
  const samples = await Promise.all(
    formats.map(async (format) => (await printed(questions.slice(0, 3), format)).bytes),
  );
  samples.push(Buffer.from(paper[0]!, 'utf16le'), Buffer.from(aiken));
  return (chance) => {
    const bytes = mutatedBytes(samples, chance);
    return {
      size: bytes.length,
      read: () => readUpload(bytes, { name: chance.pick(['a.txt', 'b.csv', 'c', 'd.docx']) }),
    };
  };
}

/** Every reader of files with what feeds it. */
export const targets: Readonly<Record<string, () => Promise<Attempt>>> = {
  gift: async () => ofTexts([printGift(questions).text, ...alone.map((some) => printGift(some).text)], parseGift),
  aiken: async () => ofTexts([aiken], parseAiken),
  paper: async () => ofTexts(paper, parseText),
  text: async () => ofTexts([printText(questions).text, ...alone.map((some) => printText(some).text)], parseText),
  csv: async () => ofTexts([csv, ...alone.map((some) => printCsvText(some).text)], parseCsv),
  'moodle-xml': async () =>
    ofXml(
      alone.map((some) => printMoodleXml(some).text),
      parseMoodleXml,
    ),
  'qti-item': async () => ofXml(questions.map((question) => printQtiItem(question).text).filter(Boolean), parseQtiItem),
  'qti-package': () => ofParts('qti', parseQtiPackage),
  docx: () => ofParts('docx', parseDocx),
  xlsx: () => ofParts('xlsx', parseXlsx),
  file: ofFiles,
};

/** Runs one input. Answers what happened; throws what no reader may throw. */
export async function tried({ read }: ReturnType<Attempt>): Promise<'read' | 'empty' | 'refused'> {
  try {
    const result = await read();
    if (!result) return 'refused';
    for (const { body, line, untilLine } of result.questions) {
      const unsound = validateQuestion(body);
      if (unsound.length > 0) throw new Error(`unsound question: ${JSON.stringify(unsound)}`);
      if (!(line >= 1 && untilLine >= line)) throw new Error(`lines ${line} to ${untilLine}`);
    }
    if (result.questions.length === 0 && result.problems.length === 0) throw new Error('neither question nor problem');
    return result.questions.length > 0 ? 'read' : 'empty';
  } catch (error) {
    if (error instanceof FileRefusal) return 'refused';
    throw error;
  }
}
