import { z } from 'zod';

/** What an author chooses on the page of a package. */
export const importChoiceSchema = z.object({
  unitId: z
    .string()
    .regex(/^[0-9A-Za-z_-]{0,64}$/)
    .default(''),
  as: z.enum(['draft', 'published']).default('draft'),
  note: z.string().max(2000).default(''),
  seen: z.union([z.literal(''), z.string().regex(/^[0-9a-f]{64}$/)]).default(''),
});

/** Which state of a course is packed. */
export const exportChoiceSchema = z.object({ of: z.enum(['published', 'draft']).default('published') });
