import { z } from 'zod';
import { type Role, roles } from './core/role.ts';

const id = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/, { error: 'malformed' });
const day = z.string().max(40, { error: 'day-unknown' }).default('');

/** The form that grants a role on the unit of its page. */
export const grantFormSchema = z.strictObject({
  id,
  personId: id,
  role: z.enum(roles, { error: 'role-missing' }),
  ...{ fromDay: day, untilDay: day },
});

/** The buttons on the page of a grant. */
export const grantPageFormSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('end'), reason: z.string().max(5000).default('') }),
  z.strictObject({ intent: z.literal('renew'), untilDay: day }),
  z.strictObject({ intent: z.literal('delegate'), id, personId: id, unitId: id, ...{ fromDay: day, untilDay: day } }),
]);

export interface RolesSearch {
  /** Of the list. */
  search: string;
  role: Role | null;
  page: number;
  /** Whom to grant a role: what was typed, and who was chosen. */
  who: string;
  chosenId: string;
}

const searchSchema = z.object({
  q: z.string().catch(''),
  role: z.enum(roles).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  who: z.string().catch(''),
  person: z
    .string()
    .regex(/^[0-9A-Za-z_-]{0,64}$/)
    .catch(''),
});

/** What the address of a page of roles asks for. */
export function readRolesSearch(search: URLSearchParams): RolesSearch {
  const { q, role, page, who, person } = searchSchema.parse(
    Object.fromEntries(['q', 'role', 'page', 'who', 'person'].map((name) => [name, search.get(name) ?? undefined])),
  );
  const plain = (text: string) => text.replace(/\p{Cc}/gu, ' ').slice(0, 100);
  return { search: plain(q), role, page, who: plain(who), chosenId: person };
}
