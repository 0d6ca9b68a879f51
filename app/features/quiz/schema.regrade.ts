import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { questionBodySchema } from '#app/features/questions/schema.ts';

/** Reads the JSON column QuestionVersion.body. Throws for damage. */
export const readQuestionBody = (json: string): QuestionBody => questionBodySchema.parse(JSON.parse(json));
