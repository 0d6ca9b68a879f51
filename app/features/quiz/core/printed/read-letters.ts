import { FALSE_SIGN, TRUE_SIGN } from './key-letters.ts';
import { isByLetters, letterAt, type PaperItem } from './paper-item.ts';

/** Several letters are marked where one was asked: it counts as no answer. */
export const SPOILED = '*';

export interface LetterProblem {
  /** Of the question, from 1; 0 where it is about the whole string. */
  readonly number: number;
  readonly code: 'too-short' | 'too-long' | 'bad-letter' | 'unclosed' | 'not-an-order';
  /** What was found there. */
  readonly found: string;
  /** What may stand there. */
  readonly expected: string;
}

export interface ReadLetters {
  /** Of each question that is answered by letters, '' for none: 'B', 'AC', '*', 'Đ', 'ĐS-Đ', 'CAB'. */
  readonly answers: readonly string[];
  /** How many questions the string has reached. */
  readonly reached: number;
  readonly problems: readonly LetterProblem[];
}

const NONE = /^[-_. ]$/;
const BRACKETS: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

/**
 * Reads the letters of a sheet as they are typed: one sign for each question, '-' or a space for none, '*' or letters in
 * brackets where several are marked. True and false are Đ (or D, T) and S (or F). A cluster, a matching or an ordering
 * takes as many signs as it has parts, in brackets or not. Capital or small letters alike.
 */
export function readLetters(text: string, items: readonly PaperItem[]): ReadLetters {
  const asked = items.filter(isByLetters);
  const signs = [...text.normalize('NFC').toUpperCase()];
  const problems: LetterProblem[] = [];
  const answers: string[] = [];
  let at = 0;
  let reached = 0;
  for (const [index, item] of asked.entries()) {
    if (at >= signs.length) {
      answers.push('');
      continue;
    }
    reached = index + 1;
    const close = BRACKETS[signs[at] as string];
    let group: string[];
    if (close) {
      const end = signs.indexOf(close, at);
      if (end < 0)
        problems.push({ number: index + 1, code: 'unclosed', found: signs.slice(at).join(''), expected: close });
      group = signs.slice(at + 1, end < 0 ? signs.length : end);
      at = end < 0 ? signs.length : end + 1;
    } else {
      group = signs.slice(at, at + signsOf(item));
      at += signsOf(item);
    }
    answers.push(readItem(group, item, index + 1, problems, close !== undefined));
  }
  if (reached < asked.length) {
    problems.push({ number: 0, code: 'too-short', found: String(reached), expected: String(asked.length) });
  }
  const rest = signs.slice(at).join('').trimEnd();
  if (rest !== '') problems.push({ number: 0, code: 'too-long', found: rest, expected: String(asked.length) });
  return { answers, reached, problems };
}

/** How many signs a question takes that are not in brackets. */
function signsOf(item: PaperItem): number {
  if (item.kind === 'cluster' || item.kind === 'matching') return item.parts;
  return item.kind === 'ordering' ? item.options : 1;
}

function readItem(
  group: readonly string[],
  item: PaperItem,
  number: number,
  problems: LetterProblem[],
  isBracketed: boolean,
): string {
  const bad = (found: string, expected: string, code: LetterProblem['code'] = 'bad-letter') => {
    problems.push({ number, code, found, expected });
    return '';
  };
  const said = group.filter((sign) => !NONE.test(sign));
  if (item.kind === 'choice') {
    if (said.includes(SPOILED)) return said.length === 1 ? SPOILED : bad(group.join(''), lettersOf(item.options));
    const wrong = said.find((sign) => !isLetter(sign, item.options));
    if (wrong !== undefined) return bad(wrong, lettersOf(item.options));
    const letters = [...new Set(said)].sort();
    return letters.length > 1 && !item.isMany ? SPOILED : letters.join('');
  }
  if (item.kind === 'true-false') {
    if (said.length > 1 || said[0] === SPOILED)
      return said.every((one) => one === SPOILED || truthOf(one)) ? SPOILED : bad(said.join(''), 'Đ S');
    if (said[0] === undefined) return '';
    return truthOf(said[0]) ?? bad(said[0], 'Đ S');
  }
  if (said.length === 0) return '';
  if (item.kind === 'cluster') {
    if (group.length !== item.parts) return bad(group.join(''), `${item.parts} × Đ S -`);
    const parts = group.map((sign) => (NONE.test(sign) || sign === SPOILED ? '-' : truthOf(sign)));
    const wrong = parts.indexOf(null);
    return wrong >= 0 ? bad(group[wrong] as string, 'Đ S -') : parts.join('');
  }
  if (item.kind === 'matching') {
    if (group.length !== item.parts) return bad(group.join(''), `${item.parts} × ${lettersOf(item.options)}`);
    const wrong = group.find((sign) => !NONE.test(sign) && sign !== SPOILED && !isLetter(sign, item.options));
    if (wrong !== undefined) return bad(wrong, lettersOf(item.options));
    return group.map((sign) => (isLetter(sign, item.options) ? sign : '-')).join('');
  }
  if (item.kind === 'ordering') {
    const wrong = said.find((sign) => !isLetter(sign, item.options));
    if (wrong !== undefined) return bad(wrong, lettersOf(item.options));
    const isWhole = said.length === item.options && new Set(said).size === said.length;
    return isWhole ? said.join('') : bad(group.join(''), lettersOf(item.options), 'not-an-order');
  }
  return isBracketed ? bad(group.join(''), '') : '';
}

const isLetter = (sign: string, options: number) => sign.length === 1 && sign >= 'A' && sign < letterAt(options);
const lettersOf = (options: number) => `A–${letterAt(options - 1)}`;

function truthOf(sign: string): string | null {
  if (sign === 'Đ' || sign === 'D' || sign === 'T') return TRUE_SIGN;
  return sign === 'S' || sign === 'F' ? FALSE_SIGN : null;
}

/** The string that `readLetters` reads as these answers. */
export function printLetters(answers: readonly string[], items: readonly PaperItem[]): string {
  return items
    .filter(isByLetters)
    .map((item, at) => {
      const answer = answers[at] ?? '';
      if (item.kind === 'choice' && answer.length > 1) return `(${answer})`;
      return answer === '' ? '-'.repeat(signsOf(item)) : answer;
    })
    .join('');
}
