import type {
  Difficulty,
  Matching,
  QuestionBody,
  QuestionOption,
  QuestionProblem,
} from '#app/features/questions/core/question.ts';
import { validateQuestion } from '#app/features/questions/core/validate-question.ts';
import { rowId } from './drafts/rows.ts';

/** An option as course content writes it. */
export interface ContentOption {
  text: string;
  correct?: boolean;
  fixed?: boolean;
  feedback?: string;
}

interface ContentCommon {
  /** Never changes: the identity of the question. */
  code: string;
  difficulty: Difficulty;
  tags: string[];
  stem: string;
  explanation: string;
  source: string;
}

/** A question as a person writes it in `questions.yaml`; see `prisma/content/README.md`. */
export type ContentQuestion = ContentCommon &
  (
    | { type: 'single' | 'multiple'; options: ContentOption[] }
    | { type: 'true-false'; answer: boolean; feedbackTrue?: string; feedbackFalse?: string }
    | { type: 'short-answer'; answers: string[]; matching: ContentMatching }
  );

export const contentMatchings = ['exact', 'ignore-case', 'ignore-tones'] as const;
export type ContentMatching = (typeof contentMatchings)[number];

// Whoever forgives case forgives the two accepted spellings of a word as well.
const MATCHINGS: Record<ContentMatching, Matching> = {
  exact: { case: true, tones: 'exact', spelling: 'exact' },
  'ignore-case': { case: false, tones: 'exact', spelling: 'equivalent' },
  'ignore-tones': { case: false, tones: 'ignore', spelling: 'equivalent' },
};

/** The stored body of a content question; options get the ids a, b, c ... in written order. */
export function questionBodyOf(content: ContentQuestion): QuestionBody {
  const { stem } = content;
  switch (content.type) {
    case 'single':
      return { type: 'single', stem, options: optionsOf(content.options), correct: rightIds(content.options)[0] ?? '' };
    case 'multiple':
      return {
        type: 'multiple',
        stem,
        options: optionsOf(content.options),
        correct: rightIds(content.options),
        scoring: 'right-minus-wrong',
      };
    case 'true-false':
      return {
        type: 'true-false',
        stem,
        answer: content.answer,
        ...(content.feedbackTrue && { feedbackTrue: content.feedbackTrue }),
        ...(content.feedbackFalse && { feedbackFalse: content.feedbackFalse }),
      };
    case 'short-answer':
      return {
        type: 'short-answer',
        stem,
        answers: content.answers.map((text) => ({ text, fraction: 1 })),
        matching: MATCHINGS[content.matching],
      };
  }
}

/**
 * What is wrong with a content question, by the fields of its file: the problems of its body, and the number of options
 * marked correct (single: exactly one; multiple: two or more).
 */
export function contentProblems(content: ContentQuestion): QuestionProblem[] {
  const problems = validateQuestion(questionBodyOf(content))
    .filter(({ field }) => field !== 'correct')
    .map(({ field, code }) => ({ field: field.replace(/^(answers\[\d+\])\.text$/, '$1'), code }));
  if (content.type !== 'single' && content.type !== 'multiple') return problems;
  const right = rightIds(content.options).length;
  if (right < (content.type === 'single' ? 1 : 2)) problems.push({ field: 'options', code: 'too-few-right' });
  if (right > 1 && content.type === 'single') problems.push({ field: 'options', code: 'too-many-right' });
  return problems;
}

function optionsOf(options: readonly ContentOption[]): QuestionOption[] {
  return options.map(({ text, fixed, feedback }, index) => ({
    id: rowId(index),
    text,
    ...(fixed && { fixed }),
    ...(feedback && { feedback }),
  }));
}

function rightIds(options: readonly ContentOption[]): string[] {
  return options.flatMap(({ correct }, index) => (correct ? [rowId(index)] : []));
}
