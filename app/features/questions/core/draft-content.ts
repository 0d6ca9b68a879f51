import {
  type Difficulty,
  difficulties,
  type QuestionBody,
  type QuestionProblem,
} from '#app/features/questions/core/question.ts';
import {
  type AuthoredQuestion,
  bodyOfFields,
  formField,
  openProblems,
  type QuestionDraft,
} from '#app/features/questions/core/question-draft.ts';
import { validateQuestion } from '#app/features/questions/core/validate-question.ts';
import { clean } from './drafts/typed.ts';
import { hasSilentPicture } from './pictures.ts';

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
    ...openProblems(draft),
    ...metaProblems(draft, question),
    ...silentPictures(draft),
  ];
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'sound', question };
}

/** The body that a draft means so far, for previews and hints; an unanswered truth reads as false. */
export const bodyOfDraft = (draft: QuestionDraft): QuestionBody => bodyOfFields(draft, clean(draft.stem));

/** Pictures without words for who does not see them, by the field that shows them; every text of the form is looked at. */
function silentPictures(draft: QuestionDraft): QuestionProblem[] {
  const found: QuestionProblem[] = [];
  const look = (value: unknown, field: string) => {
    if (typeof value === 'string') {
      if (hasSilentPicture(value)) found.push({ field, code: 'no-alternative-text' });
    } else if (Array.isArray(value)) {
      for (const [index, part] of value.entries()) look(part, `${field}[${index}]`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) look(part, field === '' ? name : `${field}.${name}`);
    }
  };
  look(draft, '');
  return found;
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

function tagsOf(text: string): string[] {
  const tags = text.split(/[,;\n]/).map((tag) => clean(tag).replace(/\s+/g, ' '));
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
