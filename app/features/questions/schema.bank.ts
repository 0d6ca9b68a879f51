import { z } from 'zod';
import {
  type BulkAction,
  type BulkEntry,
  type BulkKind,
  bulkKinds,
  MOST_AT_ONCE,
} from '#app/features/questions/core/bulk-change.ts';
import { difficulties } from '#app/features/questions/core/question.ts';
import { questionTypeNames } from '#app/features/questions/core/question-types.ts';
import { reviewPolicies, standingMoves, standings } from '#app/features/questions/core/review.ts';

const id = z.string({ error: 'malformed' }).regex(/^[A-Za-z0-9_-]{1,40}$/, { error: 'malformed' });
const optionalId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{0,40}$/, { error: 'malformed' })
  .default('');
const line = z
  .string({ error: 'missing' })
  .transform((value) => value.normalize('NFC').trim().replace(/\s+/g, ' '))
  .refine((value) => value !== '', { error: 'missing' })
  .refine((value) => value.length <= 200, { error: 'too-long' });

/** A category: its name, and where it stands. `unitId` counts for a new one at the top only. */
export const categoryFieldsSchema = z.object({
  name: line,
  unitId: optionalId,
  parentId: optionalId,
  review: z.enum(reviewPolicies, { error: 'malformed' }).default('none'),
});

/** Which category the contents of another go to. */
export const categoryMergeSchema = z.object({ toId: id });

/** The filters, the order and the page in the address of the question list: what is not understood is left out. */
export const questionListSchema = z.object({
  q: z.string().max(200).catch(''),
  category: optionalId.catch(''),
  type: z.enum(['', ...questionTypeNames]).catch(''),
  difficulty: z.enum(['', ...difficulties]).catch(''),
  tag: z.string().max(60).catch(''),
  standing: z.enum(['', ...standings, 'waiting']).catch(''),
  archived: z.enum(['', 'yes']).catch(''),
  nosource: z.enum(['', 'yes']).catch(''),
  flagged: z.enum(['', 'yes']).catch(''),
  mine: z.enum(['', 'yes']).catch(''),
  sort: z.enum(['changed', 'code']).catch('changed'),
  dir: z.enum(['asc', 'desc', '']).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type QuestionListValues = z.output<typeof questionListSchema>;

/** Ids of questions, separated by spaces. */
export const idsSchema = z
  .string({ error: 'missing' })
  .max(250_000, { error: 'too-many' })
  .transform((text) => [...new Set(text.split(/\s+/).filter(Boolean))])
  .pipe(z.array(id).min(1, { error: 'missing' }).max(MOST_AT_ONCE, { error: 'too-many' }));

/** A change of many questions: which ones, as they were previewed, and what is done to them. */
export const bulkFormSchema = z.object({
  ids: idsSchema,
  kind: z.enum(bulkKinds, { error: 'missing' }),
  value: z
    .string()
    .max(1000, { error: 'too-long' })
    .default('')
    .transform((value) => value.normalize('NFC').trim()),
}) satisfies z.ZodType<BulkAction & { ids: string[] }>;

/** The kind of a change that is chosen but not yet sure. */
export const readBulkKind = (text: unknown): BulkKind | '' => bulkKinds.find((kind) => kind === text) ?? '';

export const mostAtOnce = MOST_AT_ONCE;

/** A step of a review. */
export const reviewFormSchema = z.object({
  move: z.enum(standingMoves, { error: 'malformed' }),
  number: z.coerce.number({ error: 'malformed' }).int({ error: 'malformed' }).min(1, { error: 'malformed' }),
  note: z.string().max(1000, { error: 'too-long' }).default(''),
});

/** A comment on a question. */
export const commentFormSchema = z.object({
  id,
  text: z
    .string({ error: 'missing' })
    .transform((value) => value.normalize('NFC').trim())
    .refine((value) => value !== '', { error: 'missing' })
    .refine((value) => value.length <= 2000, { error: 'too-long' }),
});

/** A comment settled, or opened again. */
export const settleFormSchema = z.object({ id, settled: z.enum(['yes', 'no'], { error: 'malformed' }) });

/** What the address of a question tells of the deed before: what is not understood is left out. */
export const toldSchema = z.object({
  moved: z.enum(standings).optional().catch(undefined),
  refused: z.enum(['own-version', 'not-from-here', 'note-missing', 'stale']).optional().catch(undefined),
  note: z.string().max(1000).catch(''),
  comment: z.enum(['missing', 'too-long']).optional().catch(undefined),
});

/** Which earlier version becomes current again, and which was current when somebody asked. */
export const restoreFormSchema = z.object({
  number: z.coerce.number({ error: 'malformed' }).int().min(1),
  seen: z.coerce.number({ error: 'malformed' }).int().min(1),
});

const bulkState = z
  .object({
    categoryId: z.string(),
    difficulty: z.enum(difficulties),
    tags: z.array(z.string()),
    standing: z.enum(standings),
    isArchived: z.boolean(),
    source: z.string(),
  })
  .partial();

/** The JSON column `changes` of a batch. */
export const bulkEntriesSchema: z.ZodType<BulkEntry[]> = z.array(
  z.object({ id: z.string(), number: z.number().optional(), before: bulkState, after: bulkState }),
) as never;
