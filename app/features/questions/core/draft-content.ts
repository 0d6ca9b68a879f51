import {
  type Difficulty,
  difficulties,
  type QuestionBody,
  type QuestionOption,
  type QuestionProblem,
} from '#app/features/questions/core/question.ts';
import type { AuthoredQuestion, QuestionDraft } from '#app/features/questions/core/question-draft.ts';
import { validateQuestion } from '#app/features/questions/core/validate-question.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';

export const MAX_EXPLANATION_LENGTH = 5000;
export const MAX_SOURCE_LENGTH = 1000;
const MAX_TAGS = 20;
const MAX_TAG_LENGTH = 60;

export type DraftReading =
  | { readonly kind: 'sound'; readonly question: AuthoredQuestion }
  | { readonly kind: 'invalid'; readonly problems: QuestionProblem[] };

/**
 * Reads a draft: the question that it means, or everything that keeps it from being one, by the fields of the form
 * ('options[2].text', 'right', 'truth', 'answers[0].percent'). Rows left wholly blank count as not there.
 */
export function contentOfDraft(draft: QuestionDraft): DraftReading {
  const tags = tagsOf(draft.tags);
  const question: AuthoredQuestion = {
    categoryId: draft.categoryId,
    difficulty: draft.difficulty as Difficulty,
    tags,
    body: bodyOfDraft(draft),
    explanation: clean(draft.explanation),
    source: clean(draft.source),
  };
  const problems = [
    ...validateQuestion(question.body).map(({ field, code }) => ({ field: formField(field, draft), code })),
    ...metaProblems(draft, question),
  ];
  if (draft.type === 'true-false' && draft.truth === '') problems.push({ field: 'truth', code: 'missing' });
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'sound', question };
}

/** The body that a draft means so far, for previews and hints; an unanswered truth reads as false. */
export function bodyOfDraft(draft: QuestionDraft): QuestionBody {
  const stem = clean(draft.stem);
  switch (draft.type) {
    case 'single':
      return { type: 'single', stem, options: optionsOf(draft), correct: draft.right[0] ?? '' };
    case 'multiple':
      return { type: 'multiple', stem, options: optionsOf(draft), correct: draft.right, scoring: draft.scoring };
    case 'true-false':
      return {
        type: 'true-false',
        stem,
        answer: draft.truth === 'true',
        ...(clean(draft.feedbackTrue) && { feedbackTrue: clean(draft.feedbackTrue) }),
        ...(clean(draft.feedbackFalse) && { feedbackFalse: clean(draft.feedbackFalse) }),
      };
    case 'short-answer':
      return {
        type: 'short-answer',
        stem,
        answers: writtenAnswers(draft).map(({ text, percent }) => ({
          text: clean(text),
          fraction: fractionOf(percent),
        })),
        matching: {
          case: !draft.ignoreCase,
          tones: draft.ignoreTones ? 'ignore' : 'exact',
          spelling: draft.equivalentSpelling ? 'equivalent' : 'exact',
        },
      };
    default:
      throw new RangeError(`Questions of type ${draft.type} have no form yet`);
  }
}

function metaProblems(draft: QuestionDraft, question: AuthoredQuestion): QuestionProblem[] {
  const problems: QuestionProblem[] = [];
  const needed = (field: 'explanation' | 'source', longest: number) => {
    if (question[field] === '') problems.push({ field, code: 'missing' });
    else if (question[field].length > longest) problems.push({ field, code: 'too-long' });
  };
  needed('explanation', MAX_EXPLANATION_LENGTH);
  needed('source', MAX_SOURCE_LENGTH);
  if (draft.categoryId === '') problems.push({ field: 'categoryId', code: 'missing' });
  if (!(difficulties as readonly string[]).includes(draft.difficulty))
    problems.push({ field: 'difficulty', code: 'missing' });
  if (question.tags.length > MAX_TAGS) problems.push({ field: 'tags', code: 'too-many' });
  if (question.tags.some((tag) => tag.length > MAX_TAG_LENGTH)) problems.push({ field: 'tags', code: 'too-long' });
  return problems;
}

const isWritten = (draft: QuestionDraft) => (option: QuestionDraft['options'][number]) =>
  option.text.trim() !== '' || option.feedback.trim() !== '' || draft.right.includes(option.id);

const writtenAnswers = (draft: QuestionDraft) => draft.answers.filter(({ text }) => text.trim() !== '');

function optionsOf(draft: QuestionDraft): QuestionOption[] {
  return draft.options.filter(isWritten(draft)).map(({ id, text, feedback, isFixed }) => ({
    id,
    text: clean(text),
    ...(isFixed && { fixed: true }),
    ...(clean(feedback) && { feedback: clean(feedback) }),
  }));
}

/** The form's name for a field of the body: blank rows are counted again, and the key goes by its control's name. */
function formField(field: string, draft: QuestionDraft): string {
  if (field === 'correct') return 'right';
  const match = /^(options|answers)\[(\d+)\]\.(\w+)$/.exec(field);
  if (!match) return field;
  const [, list, index, part] = match;
  if (list === 'options') {
    const row = draft.options.indexOf(draft.options.filter(isWritten(draft))[Number(index)]!);
    return `options[${row}].${part}`;
  }
  const row = draft.answers.indexOf(writtenAnswers(draft)[Number(index)]!);
  return `answers[${row}].${part === 'fraction' ? 'percent' : part}`;
}

/** '33,3' as 0.333; NaN for what is no number, which the bounds of a fraction refuse. */
function fractionOf(percent: string): number {
  const text = percent.trim().replace(',', '.').replace(/%$/, '');
  return text === '' ? Number.NaN : Number((Number(text) / 100).toFixed(7));
}

function tagsOf(text: string): string[] {
  const tags = text.split(/[,;\n]/).map((tag) => clean(tag).replace(/\s+/g, ' '));
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

const clean = (text: string) => nfc(text).replace(/\r\n?/g, '\n').trim();
