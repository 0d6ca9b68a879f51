import { z } from 'zod';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { MOST_MINUTES } from './core/room/measure.ts';

const reason = z
  .string({ error: 'no-reason' })
  .transform((text) => nfc(text).trim())
  .pipe(z.string().min(3, { error: 'no-reason' }).max(300, { error: 'reason-too-long' }));
const key = z.string({ error: 'no-key' }).regex(/^[\w-]{8,80}$/, { error: 'no-key' });
const said = { reason, key };

/** Whole minutes, negative to take back; a proper minus sign is one too. */
const minutes = z
  .string({ error: 'not-minutes' })
  .transform((text) => text.trim().replace(/^[−–]/, '-'))
  .pipe(z.string().regex(/^[+-]?\d{1,3}$/, { error: 'not-minutes' }))
  .transform(Number)
  .pipe(
    z
      .number()
      .min(-MOST_MINUTES, { error: 'not-minutes' })
      .max(MOST_MINUTES, { error: 'not-minutes' })
      .refine((value) => value !== 0, { error: 'not-minutes' }),
  );

/** What an examiner asks for a whole room by a form of the board. */
export const roomMeasureSchema = z.discriminatedUnion(
  'do',
  [
    z.strictObject({
      do: z.literal('minutes'),
      to: z.enum(['room', 'quiz'], { error: 'unexpected' }),
      minutes,
      ...said,
    }),
    z.strictObject({ do: z.literal('pause'), ...said }),
    z.strictObject({ do: z.literal('resume'), ...said }),
    z.strictObject({
      do: z.literal('give-back'),
      from: z
        .string()
        .regex(/^\d{1,15}$/, { error: 'unexpected' })
        .transform((text) => new Date(Number(text))),
      ...said,
    }),
  ],
  { error: 'unexpected' },
);
export type RoomMeasure = z.output<typeof roomMeasureSchema>;

/** What an examiner asks for one person by a form of the seat's page. */
export const seatMeasureSchema = z.discriminatedUnion(
  'do',
  [
    z.strictObject({ do: z.literal('minutes'), minutes, ...said }),
    z.strictObject({ do: z.enum(['pause', 'resume', 'submit', 'void']), ...said }),
    z.strictObject({ do: z.literal('restart'), old: z.enum(['void', 'keep'], { error: 'no-choice' }), ...said }),
  ],
  { error: 'unexpected' },
);
export type SeatMeasure = z.output<typeof seatMeasureSchema>;
