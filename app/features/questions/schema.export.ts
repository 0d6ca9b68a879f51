import { z } from 'zod';
import { formatNames } from './core/formats/read-question.ts';
import { idsSchema } from './schema.bank.ts';

/** Which questions: ?category=…, or from the list of the bank ?which=chosen&ids=… or ?which=found&search=… */
export const exportWhichSchema = z.discriminatedUnion('which', [
  z.object({ which: z.literal('category'), category: z.string().min(1).max(100) }),
  z.object({ which: z.literal('chosen'), ids: idsSchema }),
  z.object({ which: z.literal('found'), search: z.string().max(2000).default('') }),
]);
export type ExportAsked = z.output<typeof exportWhichSchema>;

/** What an author asks for besides: &format=docx&key=on */
export const exportWishSchema = z.object({ format: z.enum(formatNames), key: z.literal('on').optional() });
