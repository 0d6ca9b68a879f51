import { z } from 'zod';
import { formatNames } from './core/formats/read-question.ts';

/** What an author asks for: ?category=…&format=docx&key=on */
export const exportWishSchema = z.object({
  category: z.string().min(1).max(100),
  format: z.enum(formatNames),
  key: z.literal('on').optional(),
});
