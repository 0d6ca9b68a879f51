import { z } from 'zod';
import type { CompletionRule } from '#app/features/courses/core/assignment.ts';
import type { AudienceFilter } from '#app/features/courses/core/audience.ts';
import type { Certification } from '#app/features/courses/core/certification.ts';
import { lessonsOf } from '#app/features/courses/core/course-outline.ts';
import {
  audienceFilterSchema,
  certificationSchema,
  completionRuleSchema,
  courseOutlineSchema,
} from '#app/features/courses/schema.ts';
import type { QuizSettings } from '#app/features/quiz/core/settings.ts';
import { readQuizSettings } from '#app/features/quiz/schema.ts';

// The JSON columns of lower features that progress judges by, read by their owners' rules.
export const readCompletionRule = (text: string): CompletionRule => completionRuleSchema.parse(JSON.parse(text));
export const readAudienceFilter = (text: string): AudienceFilter => audienceFilterSchema.parse(JSON.parse(text));
export const readCertification = (text: string | null): Certification | null =>
  text === null ? null : certificationSchema.parse(JSON.parse(text));
export const lessonIdsOfOutline = (text: string): string[] =>
  lessonsOf(courseOutlineSchema.parse(JSON.parse(text))).map(({ lessonId }) => lessonId);
export const settingsOfQuiz = (text: string): QuizSettings => readQuizSettings(text);

const id = z.string().regex(/^[0-9A-Za-z_-]{1,40}$/, { error: 'not-an-id' });
/** The form that exempts a person, or ends that. */
export const exemptionSchema = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('exempt'),
      assignmentId: id,
      reason: z
        .string({ error: 'reason-missing' })
        .trim()
        .min(1, { error: 'reason-missing' })
        .max(500, { error: 'reason-too-long' }),
    }),
    z.object({ intent: z.literal('end'), assignmentId: id }),
  ],
  { error: 'not-an-intent' },
);
