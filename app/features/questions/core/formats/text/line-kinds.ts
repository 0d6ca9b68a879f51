/** What a line of a paper says by its beginning. Places count from the start of the line's text. */
export type LineKind =
  | { kind: 'blank' }
  | { kind: 'question'; number: number | null; word: 'câu' | 'number'; rest: number }
  | { kind: 'key'; letters: string[]; truths: boolean[]; words: string; rest: number }
  | { kind: 'explanation'; rest: number }
  | { kind: 'section'; title: string }
  | { kind: 'table'; rest: number }
  | { kind: 'end' }
  | { kind: 'text' };

const QUESTION = /^\s*(?:câu(?:\s+hỏi)?|cau|bài|question)\s*(?:số\s*)?(\d{1,4})\s*(?:[.:)\]/\-–]|(?=\s|$))\s*/iu;
const NUMBERED = /^\s*(\d{1,4})\s*[.)]\s*(?=\S)/u;
const KEY =
  /^\s*(?:=>\s*)?(?:đáp\s*án|dap\s*an|đ\s*\.?\s*a|trả\s*lời|chọn|answer|key)(?:\s+(?:đúng|là|chọn|câu\s+\d+))*\s*(?:[:.]|\bis\b|(?=\s+[A-H]\b)|(?<=chọn)(?=\s))\s*/iu;
const LETTERS = /^(?:phương án\s+|ý\s+|câu\s+)?([A-Ha-h](?:\s*(?:[,;&/+]|và)\s*[A-Ha-h])*)(?=$|[\s.,;:()–-])/u;
const TRUTHS =
  /^(?:[a-h]\s*[).:-]?\s*)?(đúng|sai|đ|s)(?:\s*[,;|/–-]?\s*(?:[a-h]\s*[).:-]?\s*)?(?:đúng|sai|đ|s))*\s*\.?$/iu;
const EXPLANATION =
  /^\s*(?:lời\s+giải|hướng\s+dẫn(?:\s+giải|\s+trả\s+lời)?|giải\s+thích|giải|căn\s+cứ|trích\s+dẫn)(?:\s+chi\s+tiết)?\s*[:.]\s*/iu;
const SECTION = /^\s*((?:phần|chương|mục|chuyên\s+đề)\s+(?:thứ\s+)?(?:[IVXLC]+|\d+|[A-Z])\b.*)$/iu;
const TABLE =
  /^\s*(?:[-–=*\s]*)(?:bảng\s+)?đáp\s+án(?:\s+(?:đề|mã|tham\s+khảo|trắc\s+nghiệm|phần)[^:]*)?\s*:?\s*[-–=*\s]*$/iu;
const END = /^\s*[-–=*.\s]*hết[-–=*.\s]*$/iu;

/** What a line says. `numbered`: the paper numbers its questions '1.' without a word, so that such a line begins one. */
export function kindOf(text: string, { numbered }: { numbered: boolean }): LineKind {
  if (text.trim() === '') return { kind: 'blank' };
  if (END.test(text)) return { kind: 'end' };
  const question = QUESTION.exec(text);
  if (question) return { kind: 'question', number: Number(question[1]), word: 'câu', rest: question[0].length };
  const section = SECTION.exec(text);
  if (section) return { kind: 'section', title: section[1]!.trim() };
  if (TABLE.test(text)) return { kind: 'table', rest: text.length };
  const key = KEY.exec(text);
  if (key) return keyOf(text, key[0].length);
  const explanation = EXPLANATION.exec(text);
  // "Căn cứ" names the source, and stays a part of what it says.
  if (explanation) return { kind: 'explanation', rest: /^\s*(căn|trích)/iu.test(text) ? 0 : explanation[0].length };
  const number = numbered ? NUMBERED.exec(text) : null;
  if (number) return { kind: 'question', number: Number(number[1]), word: 'number', rest: number[0].length };
  return { kind: 'text' };
}

function keyOf(text: string, from: number): LineKind {
  const said = text.slice(from);
  const truths = truthsOf(said);
  if (truths.length > 1) return { kind: 'key', letters: [], truths, words: said.trim(), rest: text.length };
  const letters = LETTERS.exec(said);
  if (letters) {
    const found = letters[1]!.toUpperCase().match(/[A-H]/g) ?? [];
    const rest = from + letters[0].length + (/^[\s.,;:)–-]*/.exec(said.slice(letters[0].length))?.[0].length ?? 0);
    return { kind: 'key', letters: [...new Set(found)], truths: [], words: said.trim(), rest };
  }
  return { kind: 'key', letters: [], truths, words: said.trim(), rest: text.length };
}

/** 'a) Đúng, b) Sai', 'ĐSĐS', 'Đ, S': one truth for each statement; empty for what says no such thing. */
export function truthsOf(text: string): boolean[] {
  if (!TRUTHS.test(text.trim())) return [];
  const words = text.match(/(?<![\p{L}])(?:đúng|sai)(?![\p{L}])/giu);
  const signs = words ?? text.replace(/[a-h]\s*[).:-]/giu, ' ').match(/[đs]/giu) ?? [];
  return signs.map((one) => /^đ/iu.test(one));
}

/** Whether the paper numbers its questions by a bare number: no line begins with 'Câu 1', several with '1.'. */
export function isNumbered(texts: readonly string[]): boolean {
  let bare = 0;
  for (const text of texts) {
    if (QUESTION.test(text)) return false;
    if (NUMBERED.test(text)) bare += 1;
  }
  return bare > 0;
}
