import { z } from 'zod';
import { contentMatchings } from '#app/features/questions/core/content/content-type.ts';
import { type ContentQuestion, contentProblems } from '#app/features/questions/core/content-question.ts';
import {
  difficulties,
  orderScorings,
  type QuestionBody,
  type QuestionResponse,
  scorings,
} from '#app/features/questions/core/question.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';

const option = z.object({
  id: z.string(),
  text: z.string(),
  fixed: z.boolean().optional(),
  feedback: z.string().optional(),
});

const item = z.object({ id: z.string(), text: z.string() });
const textAnswers = z.array(z.object({ text: z.string(), fraction: z.number() }));
const matching = z.object({
  case: z.boolean(),
  tones: z.enum(['exact', 'ignore']),
  spelling: z.enum(['exact', 'equivalent']),
});
const blankCommon = { id: z.string(), weight: z.number(), feedback: z.string().optional() };

/** The JSON column of a question version: its shape. What makes a question usable is `validateQuestion`. */
export const questionBodySchema: z.ZodType<QuestionBody> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single'), stem: z.string(), options: z.array(option), correct: z.string() }),
  z.object({
    type: z.literal('multiple'),
    stem: z.string(),
    options: z.array(option),
    correct: z.array(z.string()),
    scoring: z.enum(scorings),
  }),
  z.object({
    type: z.literal('true-false'),
    stem: z.string(),
    answer: z.boolean(),
    feedbackTrue: z.string().optional(),
    feedbackFalse: z.string().optional(),
  }),
  z.object({
    type: z.literal('short-answer'),
    stem: z.string(),
    answers: textAnswers,
    matching,
  }),
  z.object({
    type: z.literal('cluster'),
    stem: z.string(),
    statements: z.array(
      z.object({ id: z.string(), text: z.string(), answer: z.boolean(), feedback: z.string().optional() }),
    ),
    scoring: z.enum(scorings),
  }),
  z.object({
    type: z.literal('matching'),
    stem: z.string(),
    prompts: z.array(item.extend({ feedback: z.string().optional() })),
    choices: z.array(item),
    pairs: z.record(z.string(), z.string()),
    scoring: z.enum(scorings),
  }),
  z.object({
    type: z.literal('ordering'),
    stem: z.string(),
    items: z.array(item),
    scoring: z.enum(orderScorings),
  }),
  z.object({
    type: z.literal('numerical'),
    stem: z.string(),
    answers: z.array(
      z.object({
        value: z.number(),
        tolerance: z.number(),
        toleranceKind: z.enum(['absolute', 'relative']),
        fraction: z.number(),
        feedback: z.string().optional(),
      }),
    ),
    units: z.array(z.object({ name: z.string(), factor: z.number() })),
    unitPolicy: z.enum(['not-asked', 'optional', 'required']),
    unitPenalty: z.number(),
  }),
  z.object({
    type: z.literal('blanks'),
    stem: z.string(),
    blanks: z.array(
      z.discriminatedUnion('kind', [
        z.object({ ...blankCommon, kind: z.literal('text'), answers: textAnswers, matching }),
        z.object({ ...blankCommon, kind: z.literal('choice'), options: z.array(item), correct: z.string() }),
        z.object({
          ...blankCommon,
          kind: z.literal('number'),
          answers: z.array(z.object({ value: z.number(), tolerance: z.number(), fraction: z.number() })),
        }),
      ]),
    ),
  }),
  z.object({
    type: z.literal('essay'),
    stem: z.string(),
    minWords: z.int(),
    maxWords: z.int(),
    maxFiles: z.int(),
    rubric: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        levels: z.array(z.object({ points: z.number(), text: z.string() })),
      }),
    ),
    markerNotes: z.string(),
  }),
]);

/** The JSON of a stored response. */
export const questionResponseSchema: z.ZodType<QuestionResponse> = z.union([
  z.string(),
  z.array(z.string()),
  z.boolean(),
  z.record(z.string(), z.string()),
]);

// YAML reads `text: 2018` as a number; whole numbers are taken as written, anything else wants quotes.
const text = z.union([z.string(), z.int()], { error: 'not-a-text' }).transform((value) => nfc(String(value)).trim());
const neededText = text.refine((value) => value !== '', { error: 'missing' });
const optionalText = text.optional();

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'not-a-code' });
const contentCommon = {
  code,
  category: z.strictObject({ code, name: neededText }).optional(),
  difficulty: z.enum(difficulties),
  tags: z.array(text).default([]),
  stem: text,
  explanation: neededText,
  source: neededText,
};

const contentOption = z.strictObject({
  text,
  correct: z.boolean().optional(),
  fixed: z.boolean().optional(),
  feedback: optionalText,
});

const contentMatching = z.enum(contentMatchings).default('ignore-case');
const blankContent = { id: text, weight: z.number().default(1), feedback: optionalText };
const contentNumber = {
  tolerance: z.number().default(0),
  toleranceKind: z.enum(['absolute', 'relative']).default('absolute'),
  fraction: z.number().default(1),
  feedback: optionalText,
};

/** What each type writes beside what all have. */
const contentTypes = [
  z.strictObject({ type: z.enum(['single', 'multiple']), ...contentCommon, options: z.array(contentOption) }),
  z.strictObject({
    type: z.literal('true-false'),
    ...contentCommon,
    answer: z.boolean(),
    feedbackTrue: optionalText,
    feedbackFalse: optionalText,
  }),
  z.strictObject({
    type: z.literal('short-answer'),
    ...contentCommon,
    answers: z.array(text),
    matching: contentMatching,
  }),
  z.strictObject({
    type: z.literal('cluster'),
    ...contentCommon,
    statements: z.array(z.strictObject({ text, answer: z.boolean(), feedback: optionalText })),
    scoring: z.enum(scorings).default('right-minus-wrong'),
  }),
  z.strictObject({
    type: z.literal('matching'),
    ...contentCommon,
    pairs: z.array(z.strictObject({ prompt: text, choice: text, feedback: optionalText })),
    extra: z.array(text).default([]),
    scoring: z.enum(scorings).default('proportional'),
  }),
  z.strictObject({
    type: z.literal('ordering'),
    ...contentCommon,
    items: z.array(text),
    scoring: z.enum(orderScorings).default('next-to'),
  }),
  z.strictObject({
    type: z.literal('numerical'),
    ...contentCommon,
    answers: z.array(
      z.preprocess(
        (answer) => (typeof answer === 'number' ? { value: answer } : answer),
        z.strictObject({ value: z.number(), ...contentNumber }),
      ),
    ),
    units: z.array(z.strictObject({ name: text, factor: z.number() })).default([]),
    unitPolicy: z.enum(['not-asked', 'optional', 'required']).default('not-asked'),
    unitPenalty: z.number().default(0.1),
  }),
  z.strictObject({
    type: z.literal('blanks'),
    ...contentCommon,
    blanks: z.array(
      z.union([
        z.strictObject({ ...blankContent, answers: z.array(text), matching: contentMatching }),
        z.strictObject({ ...blankContent, options: z.array(text), correct: text }),
        z.strictObject({ ...blankContent, number: z.number(), tolerance: z.number().default(0) }),
      ]),
    ),
  }),
  z.strictObject({
    type: z.literal('essay'),
    ...contentCommon,
    minWords: z.int().default(0),
    maxWords: z.int().default(0),
    maxFiles: z.int().default(0),
    rubric: z
      .array(z.strictObject({ text, levels: z.array(z.strictObject({ points: z.number(), text })) }))
      .default([]),
    markerNotes: text.default(''),
  }),
] as const;

/**
 * One question of a `questions.yaml`, as `prisma/content/README.md` describes it. Strict, so that a misspelt key is found;
 * a question that is well-formed and still unsound is refused with the codes of `contentProblems`.
 */
export const contentQuestionSchema: z.ZodType<ContentQuestion> = z
  .discriminatedUnion('type', contentTypes)
  .superRefine((content, context) => {
    for (const { field, code } of contentProblems(content)) {
      context.addIssue({ code: 'custom', message: code, path: pathOf(field) });
    }
  });

/** 'options[0].text' as the path ['options', 0, 'text']. */
function pathOf(field: string): (string | number)[] {
  return field
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
