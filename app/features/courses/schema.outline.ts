import { z } from 'zod';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import type { OutlineChange } from './core/outline-change.ts';

const id = z.string({ error: 'missing' }).regex(/^[0-9a-z]{1,40}$/, { error: 'not-an-id' });
const code = z.string({ error: 'missing' }).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'not-a-code' });
const words = (most: number) =>
  z
    .string({ error: 'missing' })
    .transform((text) => nfc(text).trim().replace(/\r\n/g, '\n'))
    .refine((text) => text.length <= most, { error: 'too-long' });
const title = words(200)
  .transform((text) => text.replace(/\s+/g, ' '))
  .refine((text) => text !== '', { error: 'missing' });
const summary = words(2000);
const number = z.coerce
  .number({ error: 'not-a-number' })
  .int({ error: 'not-a-number' })
  .min(0, { error: 'not-a-number' });
const by = z.enum(['-1', '1'], { error: 'not-a-step' }).transform((text) => (text === '1' ? 1 : -1) as 1 | -1);
const ids = z
  .string()
  .transform((text) => text.split(' ').filter((each) => each !== ''))
  .pipe(z.array(id).max(500));

/** One step in an outline as its form sends it. */
export const outlineChangeSchema: z.ZodType<OutlineChange> = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('retitle'), title, summary }),
    z.object({ kind: z.literal('add-module'), code, title, summary }),
    z.object({ kind: z.literal('rename-module'), code, title, summary }),
    z.object({ kind: z.literal('shift-module'), code, by }),
    z.object({ kind: z.literal('remove-module'), code }),
    z.object({ kind: z.literal('put-back-module'), code, title, summary, lessonIds: ids, position: number }),
    z.object({ kind: z.literal('add-lesson'), moduleCode: code, lessonId: id, title }),
    z.object({ kind: z.literal('rename-lesson'), lessonId: id, title }),
    z.object({ kind: z.literal('shift-lesson'), lessonId: id, by }),
    z.object({ kind: z.literal('move-lesson'), lessonId: id, moduleCode: code }),
    z.object({ kind: z.literal('remove-lesson'), lessonId: id }),
    z.object({ kind: z.literal('put-back-lesson'), lessonId: id, moduleCode: code, position: number.optional() }),
  ],
  { error: 'not-a-step' },
);

const stateSeen = z.string({ error: 'missing' }).regex(/^[0-9.]{1,5000}$/, { error: 'not-a-state' });

/** The state of the outline that the sender has seen. */
export const outlineBaseSchema = z.object({ base: number });

/** The form that begins a course. */
export const newCourseSchema = z.object({
  id,
  title,
  summary,
  code: z.union([z.literal(''), code.max(60, { error: 'too-long' })], { error: 'not-a-code' }),
  unitId: z.string({ error: 'missing' }).min(1, { error: 'missing' }),
});

/** The form that publishes. */
export const publicationSchema = z.object({
  revision: number,
  state: stateSeen,
  note: words(2000),
  readAgain: z.array(id).max(500).default([]),
});

/** The form that moves people on. `from` '' = of every earlier revision, `unitId` '' = of every unit in reach. */
export const movePeopleSchema = z.object({
  from: z.union([z.literal('').transform(() => null), number], { error: 'not-a-number' }),
  unitId: z.union([z.literal('').transform(() => null), id], { error: 'not-an-id' }),
  reason: words(500).refine((text) => text !== '', { error: 'missing' }),
});

/** What becomes of a course. */
export const courseStateSchema = z.object({ intent: z.enum(['archive', 'restore'], { error: 'not-an-intent' }) });

/** The form that gives up a draft, in the state that was seen. */
export const discardSchema = z.object({ state: stateSeen });
