import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { tagsSchema } from '#app/features/questions/schema.draft.ts';
import { questionBodySchema } from '#app/features/questions/schema.ts';
import { readBlueprintColumn } from '#app/features/quiz/schema.rules.ts';
import { readQuizSettings } from '#app/features/quiz/schema.ts';

// The JSON columns of other features that `data` reads.
export const readBodyColumn = (json: string): QuestionBody => questionBodySchema.parse(JSON.parse(json));
export const readTagsColumn = (json: string): string[] => tagsSchema.parse(JSON.parse(json));
export { readBlueprintColumn, readQuizSettings };
