import { z } from 'zod';
import { audienceFilterSchema } from '#app/features/courses/schema.ts';
import { difficulties, type QuestionResponse } from '#app/features/questions/core/question.ts';
import { tagsSchema } from '#app/features/questions/schema.draft.ts';
import { questionResponseSchema } from '#app/features/questions/schema.ts';
import { LruMap } from '#app/kernel/lru-map.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { CERTAINTIES } from './core/certainty.ts';
import type { ContentQuiz } from './core/content-quiz.ts';
import { REVIEW_WHATS } from './core/review.ts';
import { BEHAVIOURS, normaliseSettings, type QuizSettings, WHICH_ATTEMPTS } from './core/settings.ts';
import type { Try } from './core/tries.ts';

const instant = z.iso.datetime().transform((text) => new Date(text));
const shown = z.array(z.enum(REVIEW_WHATS)).readonly();

/** The JSON column `settings` of quizzes and attempts. What an older release left out comes from the kind's defaults. */
const quizSettingsSchema = z
  .object({
    kind: z.enum(['practice', 'exam']),
    timeLimitSeconds: z.number(),
    openAt: instant.nullable(),
    closeAt: instant.nullable(),
    graceSeconds: z.number(),
    attemptsAllowed: z.number(),
    which: z.enum(WHICH_ATTEMPTS),
    passGrade: z.number(),
    gradeScale: z.number(),
    shuffleQuestions: z.boolean(),
    shuffleOptions: z.boolean(),
    questionsPerPage: z.number(),
    delayBetweenAttemptsSeconds: z.number(),
    review: z.object({ during: shown, 'just-after': shown, 'later-open': shown, 'after-close': shown }),
    thresholds: z.object({ excellent: z.number(), good: z.number(), average: z.number() }),
    behaviour: z.enum(BEHAVIOURS),
    certainty: z.boolean(),
    triesAllowed: z.number(),
    tryPenalty: z.number(),
    forwardOnly: z.boolean(),
    access: z.object({ kind: z.enum(['none', 'password', 'day-code']), password: z.string() }),
    networks: z.array(z.string()),
    feedbackBands: z.array(z.object({ from: z.number(), text: z.string() })),
    markers: z.union([z.literal(1), z.literal(2)]),
    disagreementFraction: z.number(),
  })
  .partial()
  .required({ kind: true });

// All attempts at a quiz hold the same text, so each text is read once.
const known = new LruMap<string, QuizSettings>(500);

/** Reads the JSON column `settings`. Throws for damage. */
export function readQuizSettings(text: string): QuizSettings {
  let settings = known.get(text);
  if (!settings) {
    settings = normaliseSettings(quizSettingsSchema.parse(JSON.parse(text)) as Parameters<typeof normaliseSettings>[0]);
    known.set(text, settings);
  }
  return settings;
}

/** The inverse: one text for one set of settings, instants as ISO 8601. */
export const printQuizSettings = (settings: QuizSettings): string => JSON.stringify(settings);

/** Reads the JSON column Assignment.audience: which people of a unit an assignment means. */
export const readAudience = (json: string) => audienceFilterSchema.parse(JSON.parse(json));

/** Reads the JSON column AttemptAnswer.response; null = not answered. */
export const readResponseColumn = (json: string | null): QuestionResponse | null =>
  json === null ? null : questionResponseSchema.parse(JSON.parse(json));

const triesSchema: z.ZodType<readonly Try[]> = z.array(
  z.object({
    response: questionResponseSchema,
    certainty: z.literal(CERTAINTIES).nullish(),
    fraction: z.number(),
    at: instant,
  }),
);

/** Reads the JSON column AttemptAnswer.tries. */
export const readTriesColumn = (json: string): readonly Try[] =>
  json === '[]' ? [] : triesSchema.parse(JSON.parse(json));

/** Reads the JSON column Question.tags. */
export const readTagsColumn = (json: string): string[] => tagsSchema.parse(JSON.parse(json));

const text = z.string().transform((value) => nfc(value).trim());
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'not-a-code' });
const count = z.int().min(0);
const maxMark = z.number().positive().max(1000).default(1);

/** One entry of `quizzes.yaml`. Strict, so that a misspelt key is found. */
export const contentQuizSchema: z.ZodType<ContentQuiz> = z.strictObject({
  code,
  title: text.refine((value) => value !== '', { error: 'missing' }),
  kind: z.enum(['practice', 'exam']),
  module: code.optional(),
  instructions: text.default(''),
  timeLimitSeconds: count.optional(),
  attemptsAllowed: count.optional(),
  which: z.enum(WHICH_ATTEMPTS).optional(),
  passGrade: z.number().min(0).max(10).optional(),
  shuffleQuestions: z.boolean().optional(),
  shuffleOptions: z.boolean().optional(),
  questionsPerPage: count.optional(),
  review: z.enum(['just-after', 'after-close']).optional(),
  slots: z
    .array(
      z.union([
        z.strictObject({ question: code, maxMark }),
        z.strictObject({
          random: code,
          withSubcategories: z.boolean().optional(),
          difficulty: z.enum(difficulties).optional(),
          count: z.int().min(1).max(200),
          maxMark,
        }),
      ]),
    )
    .min(1, { error: 'missing' }),
});
