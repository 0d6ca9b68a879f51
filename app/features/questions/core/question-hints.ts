import { plainText } from '#app/features/questions/core/plain-text.ts';
import type {
  ClusterBody,
  MatchingBody,
  NumericalBody,
  QuestionBody,
  QuestionOption,
  ShortAnswerBody,
} from '#app/features/questions/core/question.ts';
import { canonicalSpelling, foldForSearch } from '#app/kernel/vietnamese-text.ts';

export type QuestionHintCode =
  | 'longest-option-is-key'
  | 'refers-to-other-options'
  | 'similar-options'
  | 'one-right-option'
  | 'every-option-right'
  | 'answer-in-stem'
  | 'statements-all-alike'
  | 'no-spare-choice'
  | 'no-tolerance'
  | 'no-rubric';

export interface QuestionHint {
  field: string;
  code: QuestionHintCode;
}

/** Where a sound question could still be guessed or misread. Hints are advice: nothing is refused for them. */
export function questionHints(body: QuestionBody): QuestionHint[] {
  switch (body.type) {
    case 'single':
      return [...keyLength(body.options, body.correct), ...optionHints(body.options)];
    case 'multiple':
      return [...rightCount(body.options.length, new Set(body.correct).size), ...optionHints(body.options)];
    case 'short-answer':
      return answerInStem(body.stem, body.answers);
    case 'cluster':
      return clusterHints(body);
    case 'matching':
      return matchingHints(body);
    case 'numerical':
      return numberHints(body);
    case 'blanks':
      return body.blanks.flatMap((blank) => (blank.kind === 'text' ? answerInStem(body.stem, blank.answers) : []));
    case 'essay':
      return body.rubric.length === 0 ? [{ field: 'rubric', code: 'no-rubric' }] : [];
    default:
      return [];
  }
}

// The key is a giveaway when it is half as long again as every other option, and long enough to notice.
const TELLING_RATIO = 1.5;
const TELLING_LENGTH = 20;

function keyLength(options: readonly QuestionOption[], correct: string): QuestionHint[] {
  const lengths = (isKey: boolean) =>
    options.filter(({ id }) => (id === correct) === isKey).map(({ text }) => plainText(text).length);
  const key = Math.max(0, ...lengths(true));
  const longestOther = Math.max(0, ...lengths(false));
  const tells = key >= TELLING_LENGTH && key >= longestOther * TELLING_RATIO;
  return tells ? [{ field: 'correct', code: 'longest-option-is-key' }] : [];
}

function rightCount(options: number, right: number): QuestionHint[] {
  if (right === 1) return [{ field: 'correct', code: 'one-right-option' }];
  return right > 1 && right === options ? [{ field: 'correct', code: 'every-option-right' }] : [];
}

// 'Tất cả các ý trên', 'Cả ba đáp án trên', 'Không có phương án nào', 'Cả A và B', 'A, B và C'
const ABOVE =
  /^(tat ca|ca (hai|ba|bon|\d)|khong (co )?(y|dap an|phuong an)) (.* )?(tren|dung|sai|nao|y|dap an|phuong an)\.?$|^(all|none) of the above/;
const LETTERS = /^(ca |deu )?[a-h](, ?[a-h])*( va | hoac |, ?|, va )[a-h]( (deu )?(dung|sai))?[.]?$/;

function optionHints(options: readonly QuestionOption[]): QuestionHint[] {
  const hints: QuestionHint[] = [];
  const seen = new Set<string>();
  options.forEach(({ text, fixed }, index) => {
    const field = `options[${index}].text`;
    const plain = plainText(text);
    const folded = foldForSearch(plain);
    // Letters are wrong as soon as options are shuffled; "the above" only when the option itself may move up.
    if (LETTERS.test(folded) || (!fixed && ABOVE.test(folded))) hints.push({ field, code: 'refers-to-other-options' });
    const same = canonicalSpelling(plain)
      .toLowerCase()
      .replace(/[\s.,;:!?]+/g, ' ')
      .trim();
    if (same !== '' && seen.has(same)) hints.push({ field, code: 'similar-options' });
    seen.add(same);
  });
  return hints;
}

function clusterHints({ statements }: ClusterBody): QuestionHint[] {
  const truths = new Set(statements.map(({ answer }) => answer));
  return statements.length > 1 && truths.size === 1 ? [{ field: 'statements', code: 'statements-all-alike' }] : [];
}

/** Where each choice serves exactly one prompt, who knows all pairs but one knows the last as well. */
function matchingHints({ prompts, choices, pairs }: MatchingBody): QuestionHint[] {
  const used = new Set(Object.values(pairs));
  const isOneToOne = prompts.length > 0 && choices.length === prompts.length && used.size === choices.length;
  return isOneToOne ? [{ field: 'choices', code: 'no-spare-choice' }] : [];
}

/** Whoever rounds such a number otherwise gets nothing. */
function numberHints({ answers }: NumericalBody): QuestionHint[] {
  return answers.flatMap(({ value, tolerance }, index) =>
    tolerance === 0 && !Number.isInteger(value) ? [{ field: `answers[${index}].tolerance`, code: 'no-tolerance' }] : [],
  );
}

// Numbers and words such as 'một' or 'ba' stand in many a stem and tell nothing.
const NOTABLE_LENGTH = 4;

function answerInStem(stem: string, answers: ShortAnswerBody['answers']): QuestionHint[] {
  const words = ` ${wordsOf(plainText(stem))} `;
  const full = answers.filter(({ fraction }) => fraction === 1).map(({ text }) => wordsOf(text));
  const given = full.some((answer) => answer.length >= NOTABLE_LENGTH && words.includes(` ${answer} `));
  return given ? [{ field: 'stem', code: 'answer-in-stem' }] : [];
}

function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
