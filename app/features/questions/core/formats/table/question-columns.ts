import { foldedHead } from '#app/features/org/core/roster/columns.ts';
import type { FieldName } from '../text/extended/field-lines.ts';

/** What a column of a table of questions holds. Options and remarks carry their letter: 'option-A'. */
export type QuestionColumn = 'number' | 'stem' | 'details' | `option-${string}` | `feedback-${string}` | FieldName;

/** Which column (from 0) holds what. */
export type ColumnMap = ReadonlyMap<QuestionColumn, number>;

type Named = Exclude<QuestionColumn, `option-${string}` | `feedback-${string}`>;

/** Heads as they are printed. */
export const printedHeads = {
  number: 'STT',
  type: 'Loại',
  stem: 'Câu hỏi',
  key: 'Đáp án',
  scoring: 'Cách chấm',
  fixed: 'Giữ vị trí',
  policy: 'So khớp',
  explanation: 'Lời giải',
  source: 'Nguồn',
  difficulty: 'Mức độ',
  tags: 'Thẻ',
  category: 'Chuyên mục',
  title: 'Tên',
  details: 'Chi tiết',
} as const satisfies Partial<Record<Named, string>>;
export const optionHead = (letter: string) => `Phương án ${letter}`;
export const feedbackHead = (letter: string) => `Nhận xét ${letter}`;
/** Behind the head of the questions: the words of all cells are Markdown. */
export const richHead = `${printedHeads.stem} (Markdown)`;

/** Heads as people write them, without tone marks, signs, case and what stands in brackets. */
const heads: Readonly<Partial<Record<Named, readonly string[]>>> = {
  number: ['stt', 'tt', 'so thu tu', 'cau', 'cau so', 'so cau', 'no'],
  type: ['loai', 'loai cau hoi', 'loai cau', 'dang', 'dang cau hoi', 'kieu', 'kieu cau hoi', 'type', 'question type'],
  stem: [
    ...['cau hoi', 'noi dung cau hoi', 'noi dung', 'cau hoi trac nghiem', 'de bai', 'cau dan', 'loi dan', 'phan dan'],
    ...['question', 'question text', 'stem', 'cau hoi noi dung'],
  ],
  key: [
    ...['dap an', 'dap an dung', 'da', 'd a', 'phuong an dung', 'dap an chinh xac', 'cau tra loi dung', 'tra loi'],
    ...['tra loi dung', 'key', 'answer', 'correct', 'correct answer', 'lua chon dung'],
  ],
  scoring: ['cach cham', 'cach tinh diem', 'scoring'],
  fixed: ['giu vi tri', 'co dinh', 'khong dao'],
  policy: ['so khop', 'cach so khop'],
  explanation: [
    ...[
      'loi giai',
      'giai thich',
      'huong dan giai',
      'loi giai chi tiet',
      'giai thich dap an',
      'explanation',
      'dien giai',
    ],
    ...['huong dan', 'ghi chu giai thich'],
  ],
  source: [
    ...[
      'nguon',
      'nguon trich',
      'nguon trich dan',
      'trich nguon',
      'can cu',
      'van ban',
      'tai lieu',
      'source',
      'reference',
    ],
    ...['trich dan', 'co so', 'tai lieu tham khao'],
  ],
  difficulty: ['muc do', 'do kho', 'muc', 'muc do nhan thuc', 'cap do', 'muc do kho', 'difficulty', 'level'],
  tags: ['the', 'nhan', 'tu khoa', 'tags', 'tag'],
  category: [
    'chuyen muc',
    'chu de',
    'bai',
    'chuong',
    'phan',
    'muc luc',
    'category',
    'topic',
    'chuyen de',
    'noi dung bai',
  ],
  title: ['ten', 'ma cau hoi', 'ma', 'ma cau', 'ten cau hoi', 'title', 'name', 'id'],
  details: ['chi tiet', 'chi tiet khac', 'details'],
};
const named = new Map(
  (Object.entries(heads) as [Named, string[]][]).flatMap(([name, all]) => all.map((head) => [head, name])),
);

const OPTION =
  /^(?:phuong an|dap an|lua chon|cau tra loi|tra loi|y|p a|pa|option|answer|choice)? ?([a-t]|[1-9]|1\d|20)$/;
const FEEDBACK = /^(?:nhan xet|phan hoi|feedback) ([a-t])$/;

/** The column that one head names; null for none. */
export function columnOfHead(text: string): QuestionColumn | null {
  const folded = foldedHead(text);
  if (folded === '') return null;
  const name = named.get(folded);
  if (name) return name;
  const feedback = FEEDBACK.exec(folded)?.[1];
  if (feedback) return `feedback-${feedback.toUpperCase()}`;
  const option = OPTION.exec(folded)?.[1];
  if (!option || /^\d+$/.test(folded)) return null;
  return `option-${/\d/.test(option) ? String.fromCharCode(64 + Number(option)) : option.toUpperCase()}`;
}

/** The columns that a row of heads names, and whether they say that the cells are Markdown; the first of two counts. */
export function columnsOfHeads(row: readonly string[]): { columns: ColumnMap; isRich: boolean } {
  const columns = new Map<QuestionColumn, number>();
  let isRich = false;
  for (const [index, text] of row.entries()) {
    const column = columnOfHead(text.slice(0, 200));
    if (!column || columns.has(column)) continue;
    columns.set(column, index);
    if (column === 'stem' && /\(markdown\)/i.test(text)) isRich = true;
  }
  return { columns, isRich };
}

/** How many rows at the top may be titles. */
const MOST_TITLES = 40;

/** The row of heads among the first ones: it names the questions and at least one thing more. Null: none. */
export function findHeads(
  rows: readonly (readonly string[])[],
): { at: number; columns: ColumnMap; isRich: boolean } | null {
  for (const [at, row] of rows.slice(0, MOST_TITLES).entries()) {
    const { columns, isRich } = columnsOfHeads(row);
    const tells = [...columns.keys()].some(
      (column) => column === 'key' || column === 'type' || column.startsWith('option-'),
    );
    if (columns.has('stem') && tells) return { at, columns, isRich };
  }
  return null;
}
