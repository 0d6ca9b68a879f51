import { z } from 'zod';
import { isLocalDate } from '#app/kernel/vietnam-time.ts';

const id = z.string().regex(/^[0-9A-Za-z_-]{1,40}$/, { error: 'not-an-id' });
const several = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(id),
);

/** The form that gives people longer, or ends that for one of them. */
export const extensionSchema = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('extend'),
      assignmentId: id,
      personIds: several.refine((ids) => ids.length > 0, { error: 'nobody-chosen' }),
      dueOn: z.string({ error: 'day-missing' }).refine(isLocalDate, { error: 'day-missing' }),
      reason: z
        .string({ error: 'reason-missing' })
        .trim()
        .min(1, { error: 'reason-missing' })
        .max(500, { error: 'reason-too-long' }),
    }),
    z.object({ intent: z.literal('end'), assignmentId: id, personId: id }),
  ],
  { error: 'not-an-intent' },
);
