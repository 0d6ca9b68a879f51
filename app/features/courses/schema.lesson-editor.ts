import { z } from 'zod';
import { isLocalDate } from '#app/kernel/vietnam-time.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import type { LessonText } from './core/lesson-editor/lesson-text.ts';

/** Letters of a lesson's text at most: some fifty printed pages. */
export const LONGEST_BODY = 300_000;

const line = (longest: number) =>
  z
    .string({ error: 'missing' })
    .transform((value) => nfc(value).replace(/\s+/g, ' ').trim())
    .refine((value) => value.length <= longest, { error: 'too-long' });

const body = z
  .string({ error: 'missing' })
  .transform((value) => nfc(value).replace(/\r\n?/g, '\n'))
  .refine((value) => value.length <= LONGEST_BODY, { error: 'too-long' });

const minutes = z.coerce
  .number({ error: 'not-minutes' })
  .int({ error: 'not-minutes' })
  .min(0, { error: 'not-minutes' })
  .max(240, { error: 'not-minutes' });
const asOf = z
  .string({ error: 'missing' })
  .refine((value) => value === '' || isLocalDate(value), { error: 'not-a-date' });

/** A text as it is being written: whatever is still missing is looked at when the course is published. */
export const lessonTextSchema: z.ZodType<LessonText> = z.object({
  title: line(200),
  body,
  minutes,
  asOf,
  sources: z
    .array(line(500))
    .max(60, { error: 'too-many' })
    .transform((sources) => sources.filter((source) => source !== '')),
});

const revision = z.coerce
  .number({ error: 'not-a-revision' })
  .int({ error: 'not-a-revision' })
  .min(0, { error: 'not-a-revision' });

/** What the editor sends by script: save this, keep it beside, or keep beside only what is given up. */
export const draftMessageSchema = z.object({
  intent: z.enum(['save', 'keep', 'set-aside'], { error: 'not-an-intent' }),
  base: revision,
  text: lessonTextSchema,
});

/** The same by a plain form: the sources stand in one field, a line each. */
export const draftFormSchema = z.object({
  intent: z.enum(['save', 'keep', 'set-aside'], { error: 'not-an-intent' }).default('save'),
  base: revision,
  title: line(200),
  body,
  minutes: z.preprocess((value) => (value === '' ? 0 : value), minutes),
  asOf,
  sources: z
    .string()
    .default('')
    .transform((value) =>
      value
        .split('\n')
        .map((each) => nfc(each).replace(/\s+/g, ' ').trim())
        .filter((each) => each !== ''),
    ),
});

export const previewSchema = z.object({ body });

/** What was pasted: HTML, and the pictures that came with it in base64. */
export const pasteSchema = z.object({
  html: z.string({ error: 'missing' }).max(8_000_000, { error: 'too-long' }),
  pictures: z
    .array(z.string().max(8_000_000, { error: 'too-long' }))
    .max(20, { error: 'too-many' })
    .default([]),
});

export const restoreSchema = z.object({
  state: z.string({ error: 'missing' }).regex(/^[0-9a-z]{1,40}$/, { error: 'not-an-id' }),
});

/** Beside a Word file: look at it, or take the one that was looked at. */
export const wordFieldsSchema = z.object({
  intent: z.enum(['preview', 'take'], { error: 'not-an-intent' }),
  /** Of the content that was looked at. */
  hash: z.string().max(64, { error: 'malformed' }).default(''),
  key: z.string({ error: 'missing' }).regex(/^[0-9a-z]{1,40}$/, { error: 'not-an-id' }),
  untitled: line(200)
    .default('')
    .transform((title) => title || '…'),
});
