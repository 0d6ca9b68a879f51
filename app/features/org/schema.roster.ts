import { z } from 'zod';
import { loginRules } from '#app/features/access/core/login-name.ts';
import { peopleFields, unitFields } from './core/roster/columns.ts';
import { policies, rowKinds } from './core/roster/plan-row.ts';

const line = z.coerce.number({ error: 'malformed' }).int().min(1).max(2_000_000);

/** The fields beside a file that is sent. */
export const newRosterSchema = z.object({
  unitId: z.string().max(64).default(''),
  subject: z.enum(['people', 'units']).default('people'),
  policy: z.enum(policies).default('ask'),
  makesUnits: z.literal('yes').optional(),
});

/** The buttons on the page of a file. Columns come as 'column.number' = its place from 0. */
export const rosterFormSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('columns') }).loose(),
  z.object({ intent: z.literal('again') }),
  z.object({ intent: z.literal('policy'), policy: z.enum(policies) }),
  z.object({ intent: z.enum(['row-apply', 'row-leave']), line }),
  z.object({ intent: z.enum(['asked-apply', 'asked-leave']) }),
  z.object({ intent: z.literal('apply'), leavesProblems: z.literal('yes').optional() }),
  z.object({ intent: z.literal('cancel') }),
  z.object({ intent: z.literal('undo') }),
  z.object({ intent: z.literal('accounts'), rule: z.enum(loginRules) }),
]);

const place = z.coerce.number().int().min(0).max(300);

/** The columns of that form; an empty choice is no column. */
export function readColumnsForm(fields: Record<string, unknown>): Record<string, number> {
  const columns: Record<string, number> = {};
  for (const field of [...peopleFields, ...unitFields]) {
    const typed = fields[`column.${field}`];
    if (typeof typed !== 'string' || typed === '') continue;
    const read = place.safeParse(typed);
    if (read.success) columns[field] = read.data;
  }
  return columns;
}

const views = z.enum(['all', ...rowKinds, 'ask', 'doubt', 'kept', 'missing']).catch('all');

/** What the address of the page asks for. */
export const readRosterSearch = (search: URLSearchParams) => ({
  view: views.parse(search.get('view') ?? 'all'),
  page: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .catch(1)
    .parse(search.get('page') ?? 1),
  search: (search.get('q') ?? '').slice(0, 100),
});

/** The page of first passwords. */
export const firstPasswordsSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('open'), rule: z.enum(loginRules) }),
  z.object({ intent: z.literal('print'), personId: z.string().max(64).optional() }),
  z.object({ intent: z.literal('reissue'), personId: z.string().max(64) }),
]);
