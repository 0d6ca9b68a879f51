import type { CompletionRule } from '#app/features/courses/core/assignment.ts';
import type { AudienceFilter } from '#app/features/courses/core/audience.ts';
import { audienceFilterSchema, completionRuleSchema } from '#app/features/courses/schema.ts';
import type { QuizSettings } from '#app/features/quiz/core/settings.ts';
import { readQuizSettings } from '#app/features/quiz/schema.ts';

// The JSON columns of lower features that progress judges by, read by their owners' rules.
export const readCompletionRule = (text: string): CompletionRule => completionRuleSchema.parse(JSON.parse(text));
export const readAudienceFilter = (text: string): AudienceFilter => audienceFilterSchema.parse(JSON.parse(text));
export const settingsOfQuiz = (text: string): QuizSettings => readQuizSettings(text);
