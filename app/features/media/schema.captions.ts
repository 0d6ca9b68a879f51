import { z } from 'zod';
import { captionLangs } from './core/captions/cue.ts';

const texts = (longest: number) =>
  z
    .array(z.string({ error: 'missing' }).max(longest, { error: 'too-long' }))
    .max(4000, { error: 'too-many' })
    .default([]);

/** The page of captions: save these rows, or read a file into them. Each row comes as three fields. */
export const captionsFormSchema = z
  .object({
    intent: z.enum(['save', 'read'], { error: 'not-an-intent' }).default('save'),
    lang: z.enum(captionLangs, { error: 'not-a-language' }),
    base: z.string({ error: 'missing' }).regex(/^[0-9a-f]{0,24}$/, { error: 'malformed' }),
    start: texts(40),
    end: texts(40),
    text: texts(5000),
  })
  .refine(({ start, end, text }) => start.length === end.length && end.length === text.length, { error: 'malformed' })
  .transform(({ start, end, text, ...rest }) => ({
    ...rest,
    rows: start.map((each, at) => ({ start: each, end: end[at]!, text: text[at]! })),
  }));

export const captionsLangSchema = z.enum(captionLangs).catch('vi');
