import { z } from 'zod';
import { leaveReasons } from './core/people/person-edit.ts';

const text = z.string({ error: 'malformed' }).max(600, { error: 'too-long' }).default('');
const id = z.string({ error: 'malformed' }).regex(/^[A-Za-z0-9_-]{1,64}$/, { error: 'malformed' });
const chosen = z.union([id, z.literal('')]).default('');
const revision = z.coerce.number({ error: 'malformed' }).int({ error: 'malformed' }).min(0, { error: 'malformed' });

const person = {
  ...{ fullName: text, number: text, bornOn: text, rank: text, position: text },
  ...{ personnelClass: text, membership: text },
};
const order = { effectiveOn: text, note: text };

/** The form that adds a person: it brings the id, so that it may come twice. */
export const newPersonSchema = z.strictObject({ id, ...person, ...order });
export const personDataSchema = z.strictObject({ ...person, ...order, as: z.enum(['change', 'correction']), revision });
export const transferSchema = z.strictObject({ unitId: chosen, ...order, revision });
export const departureSchema = z.strictObject({
  reason: z.enum([...leaveReasons, '']).default(''),
  ...order,
  revision,
});
export const attachmentSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('attach'), id, unitId: chosen, fromOn: text, untilOn: text, reason: text }),
  z.strictObject({ intent: z.literal('end'), attachmentId: id }),
]);
export const erasureSchema = z.strictObject({ number: text });
