import { z } from 'zod';
import { isLocalDate, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { absenceReasons } from './core/presence/absence.ts';
import type { SaidPresence } from './core/presence/presence-plan.ts';

const id = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/, { error: 'malformed' });
const texts = z.array(z.string().max(1000, { error: 'too-long' })).max(3000, { error: 'too-long' });
const day = z.string().refine(isLocalDate, { error: 'day-unknown' });

/** The day that an address asks for, or null: what is no day is no day asked for. */
export const readDay = (search: URLSearchParams): LocalDate | null => {
  const asked = search.get('day') ?? '';
  return isLocalDate(asked) ? asked : null;
};

/** The roll as its form sends it: one list a column, everybody of the page in each. */
const rollFormSchema = z
  .object({
    day,
    person: z.array(id).max(3000, { error: 'too-long' }).default([]),
    reason: z.array(z.enum([...absenceReasons, ''])).default([]),
    ...{ from: texts.default([]), until: texts.default([]), note: texts.default([]) },
  })
  .refine(
    ({ person, ...columns }) =>
      [columns.reason, columns.from, columns.until, columns.note].every(({ length }) => length === person.length),
    { error: 'malformed' },
  );

export interface RollForm {
  day: LocalDate;
  said: SaidPresence[];
  /** Whose days are no days of the calendar. */
  unknownDays: string[];
}

/** What a roll's form says: an empty reason is present, an empty end is until told otherwise. */
export const presenceFormSchema = rollFormSchema.transform((form): RollForm => {
  const unknownDays: string[] = [];
  const dayOf = (personId: string, text: string | undefined): LocalDate | null => {
    const typed = (text ?? '').trim();
    if (typed === '' || isLocalDate(typed)) return typed || null;
    unknownDays.push(personId);
    return null;
  };
  const said = form.person.map((personId, at): SaidPresence => {
    const reason = form.reason[at];
    if (!reason) return { personId, reason: null };
    const fromDay = dayOf(personId, form.from[at]) ?? form.day;
    const untilDay = dayOf(personId, form.until[at]);
    return { personId, reason, fromDay, untilDay, note: nfc(form.note[at] ?? '').trim() };
  });
  return { day: form.day, said, unknownDays };
});
