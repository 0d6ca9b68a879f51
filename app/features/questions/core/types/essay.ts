import { MAX_OPTION_LENGTH } from '#app/features/questions/core/options.ts';
import type { EssayBody, QuestionProblem, QuestionType } from '#app/features/questions/core/question.ts';
import { readLines } from '#app/features/questions/core/typed-text.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';

/** The most characters that a learner may write. */
export const MAX_ESSAY_LENGTH = 20_000;
export const MAX_ESSAY_WORDS = 4000;
export const MAX_ESSAY_FILES = 10;
export const MAX_CRITERIA = 20;
export const MAX_LEVELS = 10;
const MAX_POINTS = 100;

/** Essay: the response is the text, NFC and trimmed, line ends '\n'; attached files are kept apart from it. */
export const essay: QuestionType<EssayBody, string> = {
  optionIds: () => [],

  displayOrder: () => [],

  present: ({ stem, minWords, maxWords, maxFiles, rubric }) => ({
    type: 'essay',
    stem,
    limits: { minWords, maxWords, maxFiles },
    criteria: rubric.map(({ text }) => text),
  }),

  readResponse: (raw) => readLines(raw, MAX_ESSAY_LENGTH),

  isComplete: (_body, response) => response !== null && response !== '',

  /** Null: a person marks it. Where no file can be attached, an empty page earns 0 without one. */
  grade: (body, response) => (body.maxFiles === 0 && typeof response !== 'string' ? 0 : null),

  presentResponse: (_body, response) => response,

  reveal: () => ({ right: [], feedback: {} }),

  responseText: (_body, response) => response ?? '',

  rightAnswerText: (body) => body.rubric.map(({ text }) => text).join('; '),

  problems(body) {
    const problems: QuestionProblem[] = [];
    const isCount = (value: number, most: number) => Number.isInteger(value) && value >= 0 && value <= most;
    if (!isCount(body.minWords, MAX_ESSAY_WORDS)) problems.push({ field: 'minWords', code: 'out-of-range' });
    const isBelow = body.maxWords > 0 && body.maxWords < body.minWords;
    if (!isCount(body.maxWords, MAX_ESSAY_WORDS) || isBelow) problems.push({ field: 'maxWords', code: 'out-of-range' });
    if (!isCount(body.maxFiles, MAX_ESSAY_FILES)) problems.push({ field: 'maxFiles', code: 'out-of-range' });
    if (body.markerNotes.length > MAX_ESSAY_LENGTH) problems.push({ field: 'markerNotes', code: 'too-long' });
    return [...problems, ...rubricProblems(body.rubric)];
  },
};

/** The words of a text as limits count them: what stands between spaces and holds a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** A rubric of no criteria is sound: then the marker gives a mark as a whole. */
function rubricProblems(rubric: EssayBody['rubric']): QuestionProblem[] {
  const problems: QuestionProblem[] = [];
  if (rubric.length > MAX_CRITERIA) problems.push({ field: 'rubric', code: 'too-many' });
  const ids = new Set<string>();
  rubric.forEach(({ id, text, levels }, index) => {
    const field = `rubric[${index}]`;
    if (id === '') problems.push({ field: `${field}.id`, code: 'missing' });
    else if (ids.has(id)) problems.push({ field: `${field}.id`, code: 'duplicate' });
    ids.add(id);
    if (nfc(text).trim() === '') problems.push({ field: `${field}.text`, code: 'missing' });
    if (text.length > MAX_OPTION_LENGTH) problems.push({ field: `${field}.text`, code: 'too-long' });
    if (levels.length < 2) problems.push({ field: `${field}.levels`, code: 'too-few' });
    if (levels.length > MAX_LEVELS) problems.push({ field: `${field}.levels`, code: 'too-many' });
    levels.forEach((level, at) => {
      if (!(level.points >= 0 && level.points <= MAX_POINTS)) {
        problems.push({ field: `${field}.levels[${at}].points`, code: 'out-of-range' });
      }
      if (nfc(level.text).trim() === '') problems.push({ field: `${field}.levels[${at}].text`, code: 'missing' });
      if (level.text.length > MAX_OPTION_LENGTH) {
        problems.push({ field: `${field}.levels[${at}].text`, code: 'too-long' });
      }
    });
    // Levels that are all worth the same judge nothing; all criteria together must be worth something.
    if (levels.length > 0 && !levels.some(({ points }) => points > 0)) {
      problems.push({ field: `${field}.levels`, code: 'no-full-answer' });
    }
  });
  return problems;
}
