import { z } from 'zod';

/** The buttons on the page of somebody else's account. */
export const accountFormSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('open'), login: z.string().max(200, { error: 'malformed' }) }),
  z.strictObject({ intent: z.literal('disable'), reason: z.string().max(300, { error: 'too-long' }).default('') }),
  z.strictObject({ intent: z.literal('enable') }),
  z.strictObject({ intent: z.literal('reissue') }),
  z.strictObject({ intent: z.literal('slip') }),
]);
