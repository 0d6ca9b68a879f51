import { z } from 'zod';
import { isLocalDate } from '#app/kernel/vietnam-time.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import type { PaperSetSettings } from './core/printed/paper-set.ts';
import type { SheetEntry } from './core/printed/sheet.ts';
import { MOST_SHEETS, type TypedRow } from './core/printed/sheet-table.ts';
import { MOST_VARIANTS } from './core/printed/variants.ts';

const settingsSchema: z.ZodType<PaperSetSettings> = z.object({
  drawing: z.enum(['one', 'each']),
  shuffleQuestions: z.boolean(),
  shuffleOptions: z.boolean(),
  sessionId: z.string().nullable(),
  startsAt: z.string(),
  minutes: z.number(),
  roster: z.array(z.tuple([z.string(), z.number()])),
});

/** Reads the JSON column PaperSet.settings. Throws for damage. */
export const readPaperSetSettings = (json: string): PaperSetSettings => settingsSchema.parse(JSON.parse(json));
export const printPaperSetSettings = (settings: PaperSetSettings): string => JSON.stringify(settings);

const entryFields = {
  variant: z.string(),
  answers: z.array(z.string()),
  byId: z.string(),
  at: z.iso.datetime().transform((text) => new Date(text)),
  source: z.enum(['typed', 'file']),
};
const firstSchema = z.object(entryFields);
const secondSchema = z.object({ ...entryFields, settled: firstSchema.nullable().default(null) });

/** Reads the JSON column PaperSheet.first. */
export const readFirstEntry = (json: string): SheetEntry => firstSchema.parse(JSON.parse(json));

/** Reads the JSON column PaperSheet.second, which holds what was settled too. */
export const readSecondEntry = (json: string): SheetEntry & { settled: SheetEntry | null } =>
  secondSchema.parse(JSON.parse(json));

const id = z.string({ error: 'missing' }).regex(/^[A-Za-z0-9_-]{1,40}$/, { error: 'missing' });
const line = (most: number) =>
  z
    .string({ error: 'missing' })
    .transform((value) => nfc(value).trim())
    .pipe(z.string().min(1, { error: 'missing' }).max(most, { error: 'too-long' }));
const number = (from: number, to: number) =>
  z
    .string({ error: 'missing' })
    .trim()
    .regex(/^\d{1,4}$/, { error: 'not-a-number' })
    .transform(Number)
    .refine((value) => value >= from && value <= to, { error: 'out-of-range' });
const ticked = z
  .literal('yes', { error: 'malformed' })
  .optional()
  .transform((value) => value === 'yes');

/** A set as its form sends it; `id` is given with the form, so that sending it twice makes one set. */
export const newPaperSetSchema = z.strictObject({
  id,
  quizId: id,
  /** 'unit:ID' or 'session:ID'. */
  who: z
    .string({ error: 'missing' })
    .regex(/^(unit|session):[A-Za-z0-9_-]{1,40}$/, { error: 'missing' })
    .transform((text) => {
      const [kind, ofId] = text.split(':') as ['unit' | 'session', string];
      return { kind, id: ofId };
    }),
  title: line(200),
  heldOn: z.string({ error: 'missing' }).refine(isLocalDate, { error: 'not-a-date' }),
  startsAt: z.string({ error: 'missing' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not-a-time' }),
  minutes: number(1, 600),
  variants: number(1, MOST_VARIANTS),
  drawing: z.enum(['one', 'each'], { error: 'malformed' }),
  shuffleQuestions: ticked,
  shuffleOptions: ticked,
});

const typedLetters = z.string().max(2000, { error: 'too-long' }).default('');
const written = z.record(z.string().regex(/^\d{1,3}$/), z.string().max(20_000, { error: 'too-long' })).default({});

/** One sheet as it is typed. */
export const sheetEntrySchema = z.object({
  round: z.enum(['1', '2'], { error: 'malformed' }).transform((value) => Number(value) as 1 | 2),
  variant: z.string().trim().max(10, { error: 'too-long' }),
  who: z.string().trim().min(1, { error: 'missing' }).max(60, { error: 'too-long' }),
  letters: typedLetters,
  written,
  replaces: ticked,
});

/** A difference settled: the letters of the whole sheet, as they are right. */
export const settlementSchema = z.object({
  personId: id,
  edition: z.string().max(60),
  variant: z.string().trim().max(10, { error: 'too-long' }),
  answers: z.array(z.string().max(20_000)).max(500),
});

const reason = line(500);
export const withdrawalSchema = z.object({ personId: id, reason });

const typedRow: z.ZodType<TypedRow> = z.object({
  line: z.number().int().min(1),
  who: z.string().max(60),
  variant: z.string().max(10),
  letters: z.string().max(2000),
  written: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(20_000)),
});

/** A file of sheets to be taken back, as its button names it: round, instant and who sent it. */
export const undoImportSchema = z.object({
  undo: z
    .string({ error: 'missing' })
    .regex(/^[12]\.\d{12,14}\.[A-Za-z0-9_-]{1,40}$/, { error: 'malformed' })
    .transform((key) => {
      const [round, at, byId] = key.split('.') as [string, string, string];
      return { round: Number(round) as 1 | 2, at: new Date(Number(at)), byId };
    }),
});

/** Rows of a preview, carried by its form. */
export const sheetRowsSchema = z.object({
  round: z.enum(['1', '2'], { error: 'malformed' }).transform((value) => Number(value) as 1 | 2),
  rows: z
    .string()
    .max(2_000_000, { error: 'too-long' })
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'malformed' });
        return z.NEVER;
      }
    })
    .pipe(z.array(typedRow).max(MOST_SHEETS, { error: 'too-long' })),
});
