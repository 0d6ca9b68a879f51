import { z } from 'zod';

/** An answer to a check-yourself of a lesson; what it may be is judged by the type of its question. */
export const checkAnswerSchema = z.object({
  number: z
    .number({ error: 'missing' })
    .int({ error: 'missing' })
    .min(1, { error: 'missing' })
    .max(1000, { error: 'missing' }),
  mark: z.string({ error: 'missing' }).regex(/^[0-9a-f]{16}$/, { error: 'malformed' }),
  response: z.unknown(),
});
