import { z } from 'zod';
import { difficulties, scorings } from '#app/features/questions/core/question.ts';
import type { QuestionDraft } from '#app/features/questions/core/question-draft.ts';

/** More than this in one field is no honest form: what an author may write is less, and said beside the field. */
const text = z.string({ error: 'malformed' }).max(20_000, { error: 'too-long' }).default('');
const short = z.string({ error: 'malformed' }).max(200, { error: 'too-long' }).default('');
/** A checkbox: absent when it is not ticked. */
const tick = z.enum(['on', 'true'], { error: 'malformed' }).optional().transform(Boolean);
const id = z.string({ error: 'malformed' }).regex(/^[A-Za-z0-9_-]{0,40}$/, { error: 'malformed' });
const optionId = id.min(1, { error: 'malformed' });

const draft = {
  type: z.enum(['single', 'multiple', 'true-false', 'short-answer'], { error: 'malformed' }),
  categoryId: id.default(''),
  difficulty: short,
  tags: text,
  stem: text,
  options: z
    .array(z.strictObject({ id: optionId, text, feedback: text, isFixed: tick }), { error: 'malformed' })
    .max(50, { error: 'too-many' })
    .refine((options) => new Set(options.map((option) => option.id)).size === options.length, { error: 'malformed' })
    .default([]),
  right: z.array(id, { error: 'malformed' }).max(50, { error: 'too-many' }).default([]),
  scoring: z.enum(scorings, { error: 'malformed' }).default('right-minus-wrong'),
  truth: z.enum(['', 'true', 'false'], { error: 'malformed' }).default(''),
  feedbackTrue: text,
  feedbackFalse: text,
  answers: z
    .array(z.strictObject({ text, percent: short }), { error: 'malformed' })
    .max(50, { error: 'too-many' })
    .default([]),
  ignoreCase: tick,
  ignoreTones: tick,
  equivalentSpelling: tick,
  explanation: text,
  source: text,
};

/** The question editor's form as it arrives: the draft, which button was pressed, and the state that the author saw. */
export const questionFormSchema = z
  .strictObject({
    ...draft,
    intent: short,
    base: z
      .strictObject({
        number: z.coerce.number({ error: 'malformed' }).int({ error: 'malformed' }).min(1, { error: 'malformed' }),
        categoryId: id,
        difficulty: z.enum(difficulties, { error: 'malformed' }),
        tags: text,
      })
      .optional(),
  })
  .transform(({ intent, base, ...rest }) => ({ intent, base, draft: rest satisfies QuestionDraft }));

const trimmed = z
  .string({ error: 'missing' })
  .transform((value) => value.normalize('NFC').trim().replace(/\s+/g, ' '))
  .refine((value) => value !== '', { error: 'missing' })
  .refine((value) => value.length <= 200, { error: 'too-long' });

/** A new category of the bank. */
export const categoryFormSchema = z.object({ name: trimmed, unitId: id.default('') });

/** The filters and the page in the address of the question list: what is not understood is left out. */
export const questionListSchema = z.object({
  q: z.string().max(200).catch(''),
  category: id.catch(''),
  type: z.enum(['', 'single', 'multiple', 'true-false', 'short-answer']).catch(''),
  difficulty: z.enum(['', ...difficulties]).catch(''),
  archived: z.enum(['', 'yes']).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** The JSON column `tags`. */
export const tagsSchema = z.array(z.string());
