/** What a line 'Nguồn: …' of a question may tell. */
export type FieldName =
  | 'category'
  | 'title'
  | 'type'
  | 'key'
  | 'scoring'
  | 'fixed'
  | 'feedback'
  | 'blank-feedback'
  | 'explanation'
  | 'source'
  | 'difficulty'
  | 'tags'
  | 'policy'
  | 'left'
  | 'right'
  | 'pairs'
  | 'items'
  | 'order'
  | 'blank'
  | 'weight'
  | 'units'
  | 'unit-policy'
  | 'unit-penalty'
  | 'words'
  | 'files'
  | 'criterion'
  | 'level'
  | 'marker';

interface FieldForm {
  /** As it is printed. */
  printed: string;
  /** Other ways to write it, as a pattern. */
  also?: string;
  /** What stands between the words and the colon: a letter, a number, the name of a blank. */
  arg?: string;
  /** Whether lines below belong to it; else only its own line does. */
  takesLines?: boolean;
  /** Whether those lines are a list of items 1) 2) or a) b). */
  isList?: boolean;
}

const NUMBER = '\\d+(?:[.,]\\d+)?(?:e-?\\d+)?';
const BLANK = '[A-Za-z0-9_-]{1,40}';

/** How each field is written; the first column is what files are printed with. */
export const fieldForms: Readonly<Record<FieldName, FieldForm>> = {
  category: { printed: 'Chuyên mục', also: 'chủ đề' },
  title: { printed: 'Tên' },
  type: { printed: 'Loại', also: 'loại câu(?: hỏi)?|dạng câu hỏi' },
  key: { printed: 'Đáp án', also: 'đa|đáp án đúng' },
  scoring: { printed: 'Cách chấm' },
  fixed: { printed: 'Giữ vị trí' },
  feedback: { printed: 'Nhận xét', arg: `đúng|sai|[a-t]|${NUMBER}`, takesLines: true },
  'blank-feedback': { printed: 'Nhận xét chỗ', arg: BLANK, takesLines: true },
  explanation: { printed: 'Lời giải', also: 'giải thích|hướng dẫn giải|lời giải chi tiết', takesLines: true },
  source: { printed: 'Nguồn', also: 'nguồn trích|trích nguồn|căn cứ nguồn', takesLines: true },
  difficulty: { printed: 'Mức độ', also: 'độ khó|mức' },
  tags: { printed: 'Thẻ', also: 'nhãn|từ khóa|từ khoá' },
  policy: { printed: 'So khớp', arg: BLANK },
  left: { printed: 'Cột A', also: 'cột (?:1|i|trái)', takesLines: true, isList: true },
  right: { printed: 'Cột B', also: 'cột (?:2|ii|phải)', takesLines: true, isList: true },
  pairs: { printed: 'Ghép', also: 'ghép đúng|nối|đáp án ghép' },
  items: { printed: 'Các mục', also: 'các ý cần sắp xếp|sắp xếp', takesLines: true, isList: true },
  order: { printed: 'Thứ tự đúng', also: 'thứ tự' },
  blank: { printed: 'Chỗ', also: 'chỗ trống', arg: BLANK },
  weight: { printed: 'Trọng số', arg: BLANK },
  units: { printed: 'Đơn vị', also: 'đơn vị đo' },
  'unit-policy': { printed: 'Chấm đơn vị' },
  'unit-penalty': { printed: 'Thiếu đơn vị trừ' },
  words: { printed: 'Số chữ', also: 'số từ' },
  files: { printed: 'Số tệp', also: 'số tệp kèm' },
  criterion: { printed: 'Tiêu chí', takesLines: true },
  level: { printed: 'Mức', arg: NUMBER, takesLines: true },
  marker: { printed: 'Hướng dẫn chấm', also: 'đáp án gợi ý|gợi ý chấm', takesLines: true },
};

// These are nothing without what stands between their words and the colon.
const NEEDS_ARG: ReadonlySet<FieldName> = new Set(['feedback', 'blank-feedback', 'blank', 'weight', 'level']);

const patterns = (Object.entries(fieldForms) as [FieldName, FieldForm][]).map(([name, { printed, also, arg }]) => {
  const words = `(?:${[printed, ...(also ? [also] : [])].join('|')})`.replaceAll(' ', '[ \\t]+');
  const between = arg ? `(?:[ \\t]+(${arg}))${NEEDS_ARG.has(name) ? '' : '?'}` : '()';
  return { name, pattern: new RegExp(`^[ \\t]*${words}${between}[ \\t]*(?:\\(([^()]{1,40})\\))?[ \\t]*$`, 'iu') };
});

export interface FieldLine {
  name: FieldName;
  arg: string;
  /** What stands in brackets before the colon: '50%', 'số'. */
  note: string;
  /** Where the words behind the colon begin. */
  rest: number;
}

const LONGEST_HEAD = 100;

/** The field that a line begins; null for none. */
export function fieldOfLine(text: string): FieldLine | null {
  const colon = text.indexOf(':');
  if (colon < 2 || colon > LONGEST_HEAD) return null;
  const head = text.slice(0, colon);
  for (const { name, pattern } of patterns) {
    const match = pattern.exec(head);
    if (!match) continue;
    const space = /^[ \t]*/.exec(text.slice(colon + 1))![0].length;
    return { name, arg: match[1] ?? '', note: (match[2] ?? '').trim(), rest: colon + 1 + space };
  }
  return null;
}

/** A field as it is printed, its lines below as they stand. */
export function fieldText(name: FieldName, value: string, { arg = '', note = '' } = {}): string {
  const head = [fieldForms[name].printed, ...(arg === '' ? [] : [arg]), ...(note === '' ? [] : [`(${note})`])].join(
    ' ',
  );
  return value === '' ? `${head}:` : `${head}: ${value}`;
}
