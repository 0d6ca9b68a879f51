import { z } from 'zod';
import type { FileFilter } from './core/chosen-files.ts';
import { fileStates } from './core/media-use.ts';

/** The filter in an address: what is not understood does not filter. */
export const fileFilterSchema = z
  .object({
    q: z.string().max(100).catch(''),
    kind: z.enum(['picture', 'sound', 'film', 'document']).nullable().catch(null),
    state: z.enum(fileStates).nullable().catch(null),
    page: z.coerce.number().int().min(1).catch(1),
  })
  .transform(({ q, kind, state, page }): { filter: FileFilter; page: number } => ({
    filter: { search: q.trim(), kind, state },
    page,
  }));

export const removalSchema = z.object({ sure: z.literal('yes', { error: 'unsure' }) });
