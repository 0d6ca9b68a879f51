import { plainText } from '#app/features/questions/core/plain-text.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { LONG_SENTENCE, readingLevel } from '#app/features/questions/core/reading-level.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';

export type WordingHintCode =
  | 'negative-not-bold'
  | 'two-right-answers'
  | 'all-of-the-above'
  | 'missing-source'
  | 'long-sentence';

export interface WordingHint {
  field: string;
  code: WordingHintCode;
}

/** Where the words of a question mislead or weary, whatever its key. Advice, as all hints are. */
export function wordingHints({ body, source }: { body: QuestionBody; source: string }): WordingHint[] {
  const isChoice = body.type === 'single' || body.type === 'multiple';
  return [
    ...(isChoice && hasPlainNegative(body.stem) ? [{ field: 'stem', code: 'negative-not-bold' as const }] : []),
    ...(readingLevel(body.stem).longest > LONG_SENTENCE ? [{ field: 'stem', code: 'long-sentence' as const }] : []),
    ...(isChoice ? optionHints(body) : []),
    ...(body.stem.trim() !== '' && source.trim() === '' ? [{ field: 'source', code: 'missing-source' as const }] : []),
  ];
}

// 'không gian mạng' and 'không ngừng' ask for nothing; 'nội dung nào không đúng' does.
const NEGATIVE =
  /(?<!\p{L})(ngoại trừ|trừ (?=trường hợp|nội dung|ý|phương án)|nào (?:sau đây |dưới đây )?(?:không|chưa|sai)|(?:không|chưa) (?:phải|đúng|thuộc|bao gồm|chính xác|nằm trong|đề cập|được (?:nêu|phép|quy định))|sai(?=\s*[?:]?\s*$))(?!\p{L})/iu;

/** Whether the sentence that asks says "not" without a sign that an eye in a hurry would catch: bold, or capital letters. */
function hasPlainNegative(stem: string): boolean {
  const sentences = stem.split(/(?<=[.!?:])\s+|\n/).filter((sentence) => sentence.trim() !== '');
  const asking = sentences.filter((sentence) => sentence.includes('?')).at(-1) ?? sentences.at(-1) ?? '';
  const unmarked = asking.replace(/(\*\*|__)(?=\S).+?(?<=\S)\1/g, ' … ').normalize('NFC');
  // Emphasis on the negative word alone leaves its neighbours behind: 'nội dung nào … đúng'.
  const found = NEGATIVE.exec(unmarked)?.[0];
  return found !== undefined && !/(KHÔNG|CHƯA|NGOẠI TRỪ|TRỪ|SAI)/.test(found);
}

const ALL_ABOVE =
  /^((tat ca|ca (hai|ba|bon|\d+|[a-d](,? ?(va )?[a-d])*))( (cac|nhung))?( (y|dap an|phuong an|cau|noi dung|truong hop))?( (tren|neu tren|o tren))?( deu)?( dung| sai)?|all of the above)\.?$/;

function optionHints(body: Extract<QuestionBody, { type: 'single' | 'multiple' }>): WordingHint[] {
  const right = new Set(body.type === 'single' ? [body.correct] : body.correct);
  const folded = body.options.map(({ id, text }) => ({
    isRight: right.has(id),
    text: foldForSearch(plainText(text))
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
    whole: foldForSearch(plainText(text)),
  }));
  const keys = new Set(folded.filter(({ isRight, text }) => isRight && text !== '').map(({ text }) => text));
  return folded.flatMap(({ isRight, text, whole }, index): WordingHint[] => {
    const field = `options[${index}].text`;
    return [
      ...(!isRight && keys.has(text) ? [{ field, code: 'two-right-answers' as const }] : []),
      ...(ALL_ABOVE.test(whole) && /(tat ca|deu|tren|all)/.test(whole)
        ? [{ field, code: 'all-of-the-above' as const }]
        : []),
    ];
  });
}
