import { z } from 'zod';
import { isLocalDate } from '#app/kernel/vietnam-time.ts';
import { absenceReasons } from './core/presence/absence.ts';
import { MOST_ABSENCES } from './core/presence/absence-sheet.ts';
import { LONGEST_NOTE } from './core/presence/presence-plan.ts';

const day = z.string().refine(isLocalDate, { error: 'day-unknown' });

const row = z.strictObject({
  line: z.number().int().min(1).max(2_000_000),
  number: z.string().min(1).max(40),
  reason: z.enum(absenceReasons).nullable(),
  fromDay: day.nullable(),
  untilDay: day.nullable(),
  note: z.string().max(LONGEST_NOTE),
});

/** The day beside a file that is sent in. */
export const presenceFileSchema = z.object({ day });

/** What a preview carries until it is applied: the rows as understood, since nothing of them is stored meanwhile. */
export const presenceImportSchema = z.object({
  day,
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
    .pipe(z.array(row).max(MOST_ABSENCES, { error: 'too-long' })),
});
