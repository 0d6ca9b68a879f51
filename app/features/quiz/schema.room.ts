import { z } from 'zod';
import { isLocalDate, startOfDay } from '#app/kernel/vietnam-time.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { SESSION_STATES, type SessionState } from './core/room/session.ts';

const line = (most: number) =>
  z
    .string({ error: 'missing' })
    .transform((value) => nfc(value).trim())
    .pipe(z.string().min(1, { error: 'missing' }).max(most, { error: 'too-long' }));
const id = z.string({ error: 'missing' }).regex(/^[A-Za-z0-9_-]{1,40}$/, { error: 'missing' });
const minutes = (most: number) =>
  z
    .string({ error: 'missing' })
    .trim()
    .regex(/^\d{1,4}$/, { error: 'not-minutes' })
    .transform(Number)
    .refine((value) => value <= most, { error: 'too-many-minutes' });

/** The plan of an exam session as its form sends it: the day and time are those of Việt Nam. */
const planFields = {
  quizId: id,
  title: line(200),
  room: line(100),
  date: z.string({ error: 'missing' }).refine(isLocalDate, { error: 'not-a-date' }),
  time: z.string({ error: 'missing' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not-a-time' }),
  lobbyMinutes: minutes(24 * 60),
  lateMinutes: z.union([z.literal('').transform(() => null), minutes(24 * 60)], { error: 'not-minutes' }),
};

type PlanFields = { date: string; time: string; lobbyMinutes: number };

function instantsOf<Fields extends PlanFields>({ date, time, lobbyMinutes, ...plan }: Fields) {
  const [hours = 0, minute = 0] = time.split(':').map(Number);
  const plannedAt = new Date(startOfDay(date).getTime() + (hours * 60 + minute) * 60_000);
  return { ...plan, plannedAt, lobbyAt: new Date(plannedAt.getTime() - lobbyMinutes * 60_000) };
}

export const newSessionSchema = z.strictObject({ ...planFields, unitId: id }).transform(instantsOf);

export const changedSessionSchema = z
  .strictObject({
    ...planFields,
    revision: z
      .string()
      .regex(/^\d{1,9}$/, { error: 'malformed' })
      .transform(Number),
  })
  .transform(instantsOf);

const ids = z
  .union([id.transform((one) => [one]), z.array(id).max(2000)], { error: 'malformed' })
  .optional()
  .transform((list) => list ?? []);

/** Who is to be seated, or whose seat is given up. */
export const seatsFormSchema = z.discriminatedUnion(
  'do',
  [
    z.strictObject({ do: z.literal('add'), unitIds: ids, groupIds: ids, personIds: ids }),
    z.strictObject({ do: z.literal('remove'), personId: id }),
  ],
  { error: 'malformed' },
);

/** A sign of life: whether it waits for the session to change, and what its sender knows of the session. */
export const presenceSchema: z.ZodType<{ wait: boolean; knows?: SessionState | undefined }> = z.strictObject({
  wait: z.boolean({ error: 'malformed' }).default(false),
  knows: z.enum(SESSION_STATES, { error: 'malformed' }).optional(),
});

/** A sign of life of somebody at work: whether it waits for news, and what its sender has heard. */
export const pulseSchema = z.strictObject({
  wait: z.boolean({ error: 'malformed' }).default(false),
  heardAt: z.int({ error: 'malformed' }).min(0, { error: 'malformed' }).nullable(),
  isPaused: z.boolean({ error: 'malformed' }),
  extraSeconds: z.int({ error: 'malformed' }),
});
