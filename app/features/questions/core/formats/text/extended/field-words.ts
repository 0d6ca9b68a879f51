import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import type {
  Difficulty,
  Matching,
  NumericalBody,
  OrderScoring,
  QuestionTypeName,
  Scoring,
} from '../../../question.ts';

/** Words of fields that choose one of several; the first of each list is printed, all are read whatever their tone marks. */
export const typeWords: Readonly<Record<QuestionTypeName, readonly string[]>> = {
  single: ['Một đáp án', 'Trắc nghiệm', 'Chọn một'],
  multiple: ['Nhiều đáp án', 'Chọn nhiều', 'Nhiều lựa chọn'],
  'true-false': ['Đúng sai', 'Đúng/Sai', 'Đúng - Sai'],
  cluster: ['Nhiều ý đúng sai', 'Cụm đúng sai', 'Đúng sai nhiều ý'],
  matching: ['Ghép', 'Ghép đôi', 'Nối', 'Ghép cặp'],
  ordering: ['Sắp xếp', 'Sắp thứ tự', 'Thứ tự'],
  'short-answer': ['Trả lời ngắn', 'Điền từ'],
  numerical: ['Điền số', 'Số', 'Trả lời bằng số'],
  blanks: ['Điền chỗ trống', 'Điền khuyết', 'Điền vào chỗ trống'],
  essay: ['Tự luận', 'Bài luận'],
};

export const difficultyWords: Readonly<Record<Difficulty, readonly string[]>> = {
  easy: ['Dễ', 'Nhận biết', 'Biết', '1', 'easy'],
  medium: ['Trung bình', 'Thông hiểu', 'Hiểu', 'Vừa', '2', 'medium'],
  hard: ['Khó', 'Vận dụng', 'Vận dụng cao', 'Phân tích', '3', 'hard'],
};

export const scoringWords: Readonly<Record<Scoring | OrderScoring, readonly string[]>> = {
  'all-or-nothing': ['đúng hết mới có điểm', 'đúng hết', 'trọn câu'],
  proportional: ['theo số ý đúng', 'theo tỉ lệ', 'theo tỷ lệ', 'từng ý'],
  'right-minus-wrong': ['ý sai trừ điểm', 'trừ ý sai', 'sai trừ điểm'],
  'in-place': ['theo số mục đúng chỗ', 'đúng chỗ', 'theo vị trí'],
  'next-to': ['theo số cặp liền nhau', 'liền nhau', 'theo cặp liền nhau'],
};

export const unitPolicyWords: Readonly<Record<NumericalBody['unitPolicy'], readonly string[]>> = {
  'not-asked': ['không xét', 'không hỏi'],
  optional: ['không bắt buộc', 'tùy chọn', 'tuỳ chọn'],
  required: ['bắt buộc', 'phải có'],
};

export const blankKindWords = { text: ['chữ'], choice: ['chọn'], number: ['số'] } as const;
export type BlankKind = keyof typeof blankKindWords;

// Folding costs more than looking up, and a file asks of every question.
const folded = new WeakMap<object, ReadonlyMap<string, string>>();

function foldedNames(words: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  const known = folded.get(words);
  if (known) return known;
  const names = new Map<string, string>();
  for (const [name, all] of Object.entries(words)) for (const each of all) names.set(foldForSearch(each), name);
  folded.set(words, names);
  return names;
}

/** The choice that words name; null for none. */
export function chosen<Name extends string>(
  said: string,
  words: Readonly<Record<Name, readonly string[]>>,
): Name | null {
  if (said === '' || said.length > 60) return null;
  return (foldedNames(words).get(foldForSearch(said.replace(/[.\s]+$/, ''))) as Name | undefined) ?? null;
}

const CASE = 'phân biệt hoa thường';
const NO_TONES = 'bỏ qua dấu';
const LETTER = 'đúng từng chữ cái';

/** What a policy of comparing demands beyond the usual one, in words; empty for the usual one. */
export function printPolicy({ case: isCased, tones, spelling }: Matching): string {
  return [isCased ? CASE : '', tones === 'ignore' ? NO_TONES : '', spelling === 'exact' ? LETTER : '']
    .filter((each) => each !== '')
    .join('; ');
}

export function readPolicy(said: string): Matching | null {
  const parts = said.split(/[;,]/).map((part) => foldForSearch(part.replace(/\.$/, '')));
  const known = [CASE, NO_TONES, LETTER].map(foldForSearch);
  if (parts.some((part) => part !== '' && !known.includes(part))) return null;
  const has = (words: string) => parts.includes(foldForSearch(words));
  return { case: has(CASE), tones: has(NO_TONES) ? 'ignore' : 'exact', spelling: has(LETTER) ? 'exact' : 'equivalent' };
}
