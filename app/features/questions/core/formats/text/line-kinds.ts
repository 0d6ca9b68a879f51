import type { Difficulty } from '../../question.ts';

/** What a line of a paper says by its beginning. Places count from the start of the line's text. */
export type LineKind =
  | { kind: 'blank' }
  | { kind: 'question'; number: number | null; word: 'câu' | 'number'; difficulty: Difficulty | null; rest: number }
  | { kind: 'key'; letters: string[]; truths: boolean[]; words: string; rest: number }
  | { kind: 'explanation'; rest: number }
  | { kind: 'section'; title: string }
  | { kind: 'passage'; from: number; until: number }
  | { kind: 'table'; rest: number }
  | { kind: 'page' }
  | { kind: 'end' }
  | { kind: 'text' };

const QUESTION =
  /^\s*(?:câu(?:\s+hỏi)?|cau|bài|question)\s*(?:số\s*)?(\d{1,4})(?!\d)(\s*(?:\(\s*\d+(?:[.,]\d+)?\s*(?:đ|điểm)\s*\)|[[(]\s*(?:nb|th|vd|vdc|nhận biết|thông hiểu|vận dụng(?: cao)?)\s*[\])]))*\s*([.:)\]/\-–]?)\s*/iu;
const NUMBERED = /^\s*(\d{1,4})\s*[.)]\s*(?=\S)/u;
const LEVEL = /^\s*[[(]\s*(nb|th|vd|vdc|nhận biết|thông hiểu|vận dụng(?: cao)?)\s*[\])]\s*[.:]?\s*/iu;
const KEY =
  /^\s*(?:=>\s*|→\s*)?[[(]?\s*(?:đáp\s*án|dap\s*an|đ\s*[./]?\s*a|trả\s*lời|chọn|answer|key)(?:\s+(?:đúng|là|chọn|câu\s+\d+))*\s*(?:[:.]|\bis\b|(?=\s+[A-H]\b)|(?<=chọn)(?=\s))\s*/iu;
const LETTERS =
  /^[[(]?(?:(?:đáp\s+án|phương\s+án|ý|câu)\s+)?([A-Ha-h](?:\s*(?:[,;&/+]|và)\s*[A-Ha-h])*)(?=$|[\s.,;:()\]–-])/iu;
const TRUTHS =
  /^(?:[a-h]\s*[).:-]?\s*)?(đúng|sai|đ|s)(?:\s*[,;|/–-]?\s*(?:[a-h]\s*[).:-]?\s*)?(?:đúng|sai|đ|s))*\s*\.?$/iu;
const EXPLANATION =
  /^\s*(?:lời\s+giải|hướng\s+dẫn(?:\s+giải|\s+trả\s+lời)?|giải\s+thích|giải|căn\s+cứ|trích\s+dẫn)(?:\s+chi\s+tiết)?\s*[:.]\s*/iu;
const SECTION =
  /^\s*((?:phần|chương|mục|chuyên\s+đề)\s+(?:thứ\s+)?(?:[IVXLC]+|\d+|[A-Z])(?![\p{L}\p{N}]).*|(?:[IVX]+|[A-D])\s*[.)/-]\s*(?:phần\s+)?(?:trắc\s+nghiệm|tự\s+luận|câu\s+hỏi\s+(?:trắc|tự|đúng)).*|(?:[IVX]+|[A-D])\s*[.)]\s*phần\s.*|phần\s+(?:trắc\s+nghiệm|tự\s+luận)(?!\p{L}).*)$/iu;
const TABLE =
  /^[-–=*\s]*(?:(?:bảng|phần)\s+)?đáp\s+án(?:\s+(?:và|đề|mã|tham\s+khảo|trắc\s+nghiệm|phần|chi\s+tiết|kiểm\s+tra|bài)[^:]*)?\s*:?\s*[-–=*\s]*$/iu;
const END = /^\s*[-–=*._…/\s]*hết[-–=*._…/\s]*$/iu;
const PAGE =
  /^\s*(?:T(?:rang|RANG)\s+\d+|[Tt](?:rang|RANG)\s+\d+\s*[/|]\s*\d+|(?:[Mm]ã|MÃ)\s+(?:[Đđ]ề|ĐỀ)(?:\s+thi)?\s*:?\s*\d{1,4})(?:\s*[-–|,;]?\s*(?:[Mm]ã|MÃ|[Tt]rang|TRANG)\s.*)?\s*$/u;
const PASSAGE =
  /^\s*(?:đọc|dựa|căn\s+cứ|cho|sử\s+dụng|dùng|xét|từ)(?!\p{L}).{0,200}?câu(?:\s+hỏi)?\s*(?:số\s*)?(\d{1,4})\s*(?:đến|tới|-|–|và|,)\s*(?:câu\s*)?(\d{1,4})/iu;

/** Titles and marks are short; their patterns look back over what a long line repeats. */
const LONGEST_TITLE = 200;

/** What a line says. `numbered`: the paper numbers its questions '1.' without a word, so that such a line begins one. */
export function kindOf(text: string, { numbered }: { numbered: boolean }): LineKind {
  if (text.trim() === '') return { kind: 'blank' };
  const isShort = text.length <= LONGEST_TITLE;
  if (isShort && END.test(text)) return { kind: 'end' };
  if (isShort && PAGE.test(text)) return { kind: 'page' };
  const question = questionOf(text);
  if (question) return question;
  const section = SECTION.exec(text);
  if (section) return { kind: 'section', title: section[1]!.trim() };
  if (isShort && TABLE.test(text)) return { kind: 'table', rest: text.length };
  const key = KEY.exec(text);
  if (key) return keyOf(text, key[0].length);
  const passage = PASSAGE.exec(text);
  if (passage && Number(passage[1]) < Number(passage[2])) {
    return { kind: 'passage', from: Number(passage[1]), until: Number(passage[2]) };
  }
  const explanation = EXPLANATION.exec(text);
  // "Căn cứ" names the source, and stays a part of what it says.
  if (explanation) return { kind: 'explanation', rest: /^\s*(căn|trích)/iu.test(text) ? 0 : explanation[0].length };
  return (numbered && numberedQuestion(text)) || { kind: 'text' };
}

/** What a line says that begins by a bare number, '11. …' or '11) …', if it is taken for the beginning of a question. */
export function numberedQuestion(text: string): Extract<LineKind, { kind: 'question' }> | null {
  const number = NUMBERED.exec(text);
  if (!number) return null;
  const level = LEVEL.exec(text.slice(number[0].length));
  const rest = number[0].length + (level?.[0].length ?? 0);
  return { kind: 'question', number: Number(number[1]), word: 'number', difficulty: levelOf(level?.[0] ?? ''), rest };
}

function questionOf(text: string): LineKind | null {
  const match = QUESTION.exec(text);
  if (!match) return null;
  const [whole, number, aside = '', sign = ''] = match;
  const behind = text.slice(whole.length);
  // "Câu 5 và câu 6 dùng chung dữ kiện" begins none: without a sign the words must begin a sentence.
  if (sign === '' && aside.trim() === '' && !/^(?:$|[\p{Lu}\p{N}"“(‘'[…_!])/u.test(behind)) return null;
  const level = LEVEL.exec(behind);
  const difficulty = levelOf(aside) ?? levelOf(level?.[0] ?? '');
  return {
    kind: 'question',
    number: Number(number),
    word: 'câu',
    difficulty,
    rest: whole.length + (level?.[0].length ?? 0),
  };
}

/** Whether a line begins a question by its word, 'Câu 7'. */
export const beginsByWord = (text: string): boolean => questionOf(text) !== null;

/** How hard a question is, as papers of schools name it. */
function levelOf(aside: string): Difficulty | null {
  if (/[[(]\s*(nb|nhận biết)/iu.test(aside)) return 'easy';
  if (/[[(]\s*(th|thông hiểu)/iu.test(aside)) return 'medium';
  return /[[(]\s*(vd|vận dụng)/iu.test(aside) ? 'hard' : null;
}

function keyOf(text: string, from: number): LineKind {
  const said = text.slice(from);
  const truths = truthsOf(said);
  if (truths.length > 1) return { kind: 'key', letters: [], truths, words: said.trim(), rest: text.length };
  const letters = LETTERS.exec(said);
  if (letters) {
    const found = letters[1]!.toUpperCase().match(/[A-H]/g) ?? [];
    const rest = from + letters[0].length + (/^[\s.,;:)\]–-]*/.exec(said.slice(letters[0].length))?.[0].length ?? 0);
    return { kind: 'key', letters: [...new Set(found)], truths: [], words: said.trim(), rest };
  }
  return { kind: 'key', letters: [], truths, words: said.trim(), rest: text.length };
}

const INLINE_KEY =
  /\s[[(]?(?:=>\s*)?(?:đáp\s*án|đ\s*[./]\s*a|đa)(?:\s+đúng)?(?:\s+là)?\s*[:.]?\s*[A-H](?:\s*[,;&]\s*[A-H])*\s*[\])]?\s*(?:[.,;]?\s*$|[.,;(]\s*(?=căn\s+cứ|giải|vì|theo|lời\s+giải|do))/iu;

const OPTION_WITHIN = /(?:^|\s)[*@#]?\(?[A-Ha-h]\s*[.)/]/u;

/** Where a key begins at the end of a line of options: 'A. Một  B. Hai  Đáp án: B'; -1 for none. */
export function inlineKeyAt(text: string): number {
  const match = INLINE_KEY.exec(text);
  // Only behind an option: 'Câu 2. Đáp án A' is an answer after the end of the paper.
  return match && OPTION_WITHIN.test(text.slice(0, match.index)) ? match.index + 1 : -1;
}

/** 'a) Đúng, b) Sai', 'ĐSĐS', 'Đ, S': one truth for each statement; empty for what says no such thing. */
export function truthsOf(text: string): boolean[] {
  if (text.length > 200 || !TRUTHS.test(text.trim())) return [];
  const words = text.match(/(?<![\p{L}])(?:đúng|sai)(?![\p{L}])/giu);
  const signs = words ?? text.replace(/[a-h]\s*[).:-]/giu, ' ').match(/[đs]/giu) ?? [];
  return signs.map((one) => /^đ/iu.test(one));
}

const TRUTH_BEHIND = /\s*(?:[([]\s*(đúng|sai|đ|s)\s*[)\]]|(?:[-–:→]|=>)\s*(đúng|sai|đ|s))\s*[.;]?\s*$/iu;

/** A truth that stands behind a statement: 'Ban hành năm 2018. (Đúng)'; where it begins. Null for none. */
export function truthBehind(text: string): { truth: boolean; at: number } | null {
  const from = Math.max(0, text.length - 40);
  const match = TRUTH_BEHIND.exec(text.slice(from));
  return match ? { truth: /^đ/iu.test(match[1] ?? match[2]!), at: from + match.index } : null;
}

/** Whether the paper numbers its questions by a bare number: no line begins with 'Câu 1', several with '1.'. */
export function isNumbered(texts: readonly string[]): boolean {
  let bare = 0;
  for (const text of texts) {
    // What stands behind the end, a row 'Câu 1 2 3' of the table of keys, says nothing of the questions.
    if (bare > 0 && text.length <= LONGEST_TITLE && (TABLE.test(text) || END.test(text)) && text.trim() !== '')
      return true;
    if (questionOf(text)) return false;
    if (NUMBERED.test(text)) bare += 1;
  }
  return bare > 0;
}
