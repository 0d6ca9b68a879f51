import type { QuestionBody, QuestionProblem } from '#app/features/questions/core/question.ts';
import { questionType } from '#app/features/questions/core/question-types.ts';

export const MAX_STEM_LENGTH = 10_000;

/**
 * Everything that keeps a question from being used, by field; an empty list means that it is sound. Lengths are in
 * characters: stem up to 10,000, option and feedback up to 2,000, short answer up to 500; 2 to 20 options.
 */
export function validateQuestion(body: QuestionBody): QuestionProblem[] {
  const problems: QuestionProblem[] = [];
  if (body.stem.trim() === '') problems.push({ field: 'stem', code: 'missing' });
  if (body.stem.length > MAX_STEM_LENGTH) problems.push({ field: 'stem', code: 'too-long' });
  return [...problems, ...questionType(body.type).problems(body)];
}
