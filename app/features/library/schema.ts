import { z } from 'zod';
import { type ItemFields, itemKinds } from '#app/features/library/core/item.ts';
import { isLocalDate } from '#app/kernel/vietnam-time.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';

const id = z.string({ error: 'malformed' }).regex(/^[0-9A-Za-z_-]{1,64}$/, { error: 'malformed' });
const line = (longest: number) =>
  z
    .string()
    .default('')
    .transform((value) => nfc(value).replace(/\s+/g, ' ').trim())
    .refine((value) => value.length <= longest, { error: 'too-long' });
const asked = (longest: number) => line(longest).refine((value) => value !== '', { error: 'missing' });
const day = z
  .string()
  .default('')
  .transform((value) => value.trim());

/** Characters of a text; in bytes up to four times as many. */
const LONGEST_BODY = 150_000;
const MOST_TAGS = 20;
const tagList = z
  .array(z.string())
  .transform((tags) => [...new Set(tags.map((tag) => nfc(tag).replace(/\s+/g, ' ').trim()).filter(Boolean))])
  .refine((tags) => tags.length <= MOST_TAGS && tags.every((tag) => tag.length <= 60), { error: 'too-many' });

const fields = {
  kind: z.enum(itemKinds, { error: 'missing' }),
  title: asked(300),
  topic: asked(100),
  source: asked(500),
  symbol: line(100),
  link: line(1000).refine((value) => value === '' || isWebAddress(value), { error: 'not-an-address' }),
  issuedOn: day
    .refine((value) => value === '' || isLocalDate(value), { error: 'not-a-date' })
    .transform((value) => (value === '' ? null : value)),
  asOf: day
    .refine((value) => value !== '', { error: 'missing' })
    .refine((value) => value === '' || isLocalDate(value), { error: 'not-a-date' }),
  body: z
    .string()
    .default('')
    .transform((value) => nfc(value).replace(/\r\n?/g, '\n').trim())
    .refine((value) => value.length <= LONGEST_BODY, { error: 'too-long' }),
};

/** The longest text that a form may carry so that it can be answered in place: more than any that is taken. */
export const longestTextBytes = 800_000;

/** The form of a thing. `base`: the revision that the author saw, 0 = none yet. */
export const itemFormSchema = z
  .object({
    ...fields,
    tags: z
      .string()
      .default('')
      .transform((text) => text.split(','))
      .pipe(tagList),
    mediaId: z
      .string()
      .default('')
      .refine((value) => /^([0-9a-f]{64})?$/.test(value), { error: 'file-gone' })
      .transform((value) => (value === '' ? null : value)),
    mediaAlt: line(300),
    id,
    unitId: z.union([z.literal(''), id], { error: 'malformed' }).default(''),
    base: z.coerce.number({ error: 'malformed' }).int({ error: 'malformed' }).min(0, { error: 'malformed' }).default(0),
  })
  .transform(({ id: itemId, unitId, base, ...item }) => ({
    id: itemId,
    unitId,
    base,
    item: item satisfies ItemFields,
  }));

/** An entry of a content folder's library.yaml. Strict, so that a misspelt key is found. */
export const contentItemSchema = z
  .strictObject({ ...fields, tags: tagList.default([]), code: id })
  .transform(({ code, ...item }) => ({ code, item: { ...item, mediaId: null, mediaAlt: '' } satisfies ItemFields }));
export type ContentItem = z.output<typeof contentItemSchema>;

/** Search, filters and page in the address of a list: what is not understood is left out. */
export const libraryListSchema = z.object({
  q: z.string().max(200).catch('').default(''),
  kind: z
    .enum(['', ...itemKinds])
    .catch('')
    .default(''),
  topic: z.string().max(100).transform(nfc).catch('').default(''),
  state: z.enum(['', 'retired']).catch('').default(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});
export type LibraryListValues = z.output<typeof libraryListSchema>;

export const itemStandingSchema = z.object({ intent: z.enum(['retire', 'restore'], { error: 'malformed' }) });

/** The JSON column LibraryItem.tags. */
export const tagsSchema = z.array(z.string());

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text)) return false;
  try {
    return new URL(text).hostname !== '';
  } catch {
    return false;
  }
}
