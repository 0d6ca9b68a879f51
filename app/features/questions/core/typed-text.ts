import { invalidResponse, type Matching, type QuestionProblem } from '#app/features/questions/core/question.ts';
import { canonicalSpelling, foldTones, nfc } from '#app/kernel/vietnamese-text.ts';

/** The most characters that a learner may type into one line, and so the most that an answer may have. */
export const MAX_ANSWER_LENGTH = 500;

/** A text and what it earns, 0..1. */
export interface TextAnswer {
  text: string;
  fraction: number;
}

/** One typed line as it is stored: NFC, trimmed; null for none, invalid for what is no text or too long. */
export function readLine(raw: unknown): string | null | typeof invalidResponse {
  return readTyped(raw, /[\p{Cc}\p{Cs}]/gu, MAX_ANSWER_LENGTH);
}

/** A typed text of several lines as it is stored: like `readLine`, and line ends are '\n'. */
export function readLines(raw: unknown, longest: number): string | null | typeof invalidResponse {
  const text = typeof raw === 'string' ? raw.replace(/\r\n?/g, '\n') : raw;
  return readTyped(text, /(?![\n\t])[\p{Cc}\p{Cs}]/gu, longest);
}

// PostgreSQL refuses NUL and lone surrogates in JSON, and nobody types either.
function readTyped(raw: unknown, untypable: RegExp, longest: number): string | null | typeof invalidResponse {
  if (raw === null || raw === undefined) return null;
  if (typeof raw !== 'string') return invalidResponse;
  const text = nfc(raw.replace(untypable, ' ')).trim();
  if (text.length > longest) return invalidResponse;
  return text === '' ? null : text;
}

/** What a typed text earns: the most that an answer which is the same under the policy earns; 0 without one. */
export function fractionOfText(answers: readonly TextAnswer[], matching: Matching, typed: string): number {
  const wanted = comparable(typed, matching);
  if (wanted === '') return 0;
  const accepted = comparableTexts(answers, matching);
  const earned = answers
    .filter((_, index) => accepted[index] === wanted)
    .map(({ fraction }) => (fraction > 0 ? Math.min(1, fraction) : 0));
  return Math.max(0, ...earned);
}

// A room hands in together: the key of a question is made comparable once, not for each paper. Bodies never change.
const known = new WeakMap<readonly TextAnswer[], { matching: Matching; texts: string[] }>();

function comparableTexts(answers: readonly TextAnswer[], matching: Matching): string[] {
  const found = known.get(answers);
  if (found?.matching === matching) return found.texts;
  const texts = answers.map(({ text }) => comparable(text, matching));
  known.set(answers, { matching, texts });
  return texts;
}

/** The answers that earn most. */
export function bestOf<Answer extends { fraction: number }>(answers: readonly Answer[]): Answer[] {
  const most = Math.max(0, ...answers.map(({ fraction }) => fraction));
  return answers.filter(({ fraction }) => fraction > 0 && fraction === most);
}

/** What is wrong with a list of accepted texts; `list` is its field. */
export function textAnswerProblems(answers: readonly TextAnswer[], list: string): QuestionProblem[] {
  const problems: QuestionProblem[] = [];
  const texts = new Set<string>();
  answers.forEach(({ text, fraction }, index) => {
    const written = nfc(text).trim();
    const field = `${list}[${index}].text`;
    if (written === '') problems.push({ field, code: 'missing' });
    else if (texts.has(written)) problems.push({ field, code: 'duplicate' });
    if (written.length > MAX_ANSWER_LENGTH) problems.push({ field, code: 'too-long' });
    if (!(fraction >= 0 && fraction <= 1)) {
      problems.push({ field: `${list}[${index}].fraction`, code: 'out-of-range' });
    }
    texts.add(written);
  });
  return [...problems, ...fullAnswerProblems(answers, list)];
}

/** That there is an answer at all, and one that earns the whole mark. */
export function fullAnswerProblems(answers: readonly { fraction: number }[], list: string): QuestionProblem[] {
  if (answers.length === 0) return [{ field: list, code: 'missing' }];
  return answers.some(({ fraction }) => fraction === 1) ? [] : [{ field: list, code: 'no-full-answer' }];
}

function comparable(text: string, matching: Matching): string {
  let result = nfc(text)
    .replace(/[\u200b-\u200d]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  // Spelling first: y and i, and the place of a tone, are judged while the tones are still there.
  if (matching.spelling === 'equivalent') result = canonicalSpelling(result);
  if (matching.tones === 'ignore') result = foldTones(result);
  return matching.case ? result : result.toLowerCase();
}
