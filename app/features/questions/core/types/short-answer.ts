import {
  invalidResponse,
  type Matching,
  type QuestionProblem,
  type QuestionType,
  type ShortAnswerBody,
} from '#app/features/questions/core/question.ts';
import { canonicalSpelling, foldTones, nfc } from '#app/kernel/vietnamese-text.ts';

/** The most characters that a learner may type, and so the most that an answer may have. */
export const MAX_ANSWER_LENGTH = 500;

/** Short answer: the response is the typed text, NFC and trimmed. */
export const shortAnswer: QuestionType<ShortAnswerBody, string> = {
  optionIds: () => [],

  present: (body) => ({ type: 'short-answer', stem: body.stem }),

  readResponse(raw) {
    if (raw === null || raw === undefined) return null;
    if (typeof raw !== 'string') return invalidResponse;
    // PostgreSQL refuses NUL and lone surrogates in JSON, and nobody types either.
    const text = nfc(raw.replace(/[\p{Cc}\p{Cs}]/gu, ' ')).trim();
    if (text.length > MAX_ANSWER_LENGTH) return invalidResponse;
    return text === '' ? null : text;
  },

  isComplete: (response) => response !== null && response !== '',

  grade(body, response) {
    if (typeof response !== 'string') return 0;
    const typed = comparable(response, body.matching);
    if (typed === '') return 0;
    const earned = body.answers
      .filter(({ text }) => comparable(text, body.matching) === typed)
      .map(({ fraction }) => (fraction > 0 ? Math.min(1, fraction) : 0));
    return Math.max(0, ...earned);
  },

  presentResponse: (response) => response,

  reveal: (body) => ({ right: bestAnswers(body), feedback: {} }),

  responseText: (_body, response) => response ?? '',

  rightAnswerText: (body) => bestAnswers(body).join('; '),

  problems(body) {
    const problems: QuestionProblem[] = [];
    const texts = new Set<string>();
    body.answers.forEach(({ text, fraction }, index) => {
      const written = nfc(text).trim();
      const field = `answers[${index}].text`;
      if (written === '') problems.push({ field, code: 'missing' });
      else if (texts.has(written)) problems.push({ field, code: 'duplicate' });
      if (written.length > MAX_ANSWER_LENGTH) problems.push({ field, code: 'too-long' });
      if (!(fraction >= 0 && fraction <= 1)) {
        problems.push({ field: `answers[${index}].fraction`, code: 'out-of-range' });
      }
      texts.add(written);
    });
    if (body.answers.length === 0) problems.push({ field: 'answers', code: 'missing' });
    else if (!body.answers.some(({ fraction }) => fraction === 1)) {
      problems.push({ field: 'answers', code: 'no-full-answer' });
    }
    return problems;
  },
};

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

function bestAnswers(body: ShortAnswerBody): string[] {
  const most = Math.max(0, ...body.answers.map(({ fraction }) => fraction));
  return body.answers.filter(({ fraction }) => fraction > 0 && fraction === most).map(({ text }) => text);
}
