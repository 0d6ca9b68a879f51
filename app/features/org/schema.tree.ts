import { z } from 'zod';

const text = z.string({ error: 'malformed' }).max(600, { error: 'too-long' }).default('');
const id = z.string({ error: 'malformed' }).regex(/^[A-Za-z0-9_-]{1,64}$/, { error: 'malformed' });
const revision = z.coerce.number({ error: 'malformed' }).int({ error: 'malformed' }).min(0, { error: 'malformed' });

const naming = { name: text, shortName: text, kind: text };

/** The form that adds a unit: it brings the id, so that it may come twice. */
export const newUnitSchema = z.strictObject({ id, ...naming });
export const unitNameSchema = z.strictObject({ ...naming, revision });
/** Where a unit is put: the unit chosen from what a search found; none chosen is empty. */
export const unitPlaceSchema = z.strictObject({ unitId: z.union([id, z.literal('')]).default(''), revision });
export const unitMergerSchema = z.strictObject({
  ...{ unitId: z.union([id, z.literal('')]).default(''), revision },
  note: z.string().max(300, { error: 'too-long' }).default(''),
});
export const unitClosingSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('close'), revision }),
  z.strictObject({ intent: z.literal('reopen') }),
  z.strictObject({ intent: z.literal('undo-merger') }),
]);

/** A button of the list: which unit goes before or after which. */
export const unitOrderSchema = z.strictObject({
  order: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}:(before|after):[A-Za-z0-9_-]{1,64}$/, { error: 'malformed' })
    .transform((said) => {
      const [unitId, side, neighbourId] = said.split(':') as [string, 'before' | 'after', string];
      return { unitId, side, neighbourId };
    }),
});

const MOST_OPEN = 40;

/** What an address of the tree asks for: which branches are open, which page of the unit's parts, what is searched. */
export function readTreeSearch(search: URLSearchParams) {
  const open = (search.get('open') ?? '').split(',').filter((each) => id.safeParse(each).success);
  const page = Number(search.get('page') ?? '1');
  return {
    open: [...new Set(open)].slice(0, MOST_OPEN),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
    search: (search.get('q') ?? '').slice(0, 200),
    withClosed: search.get('closed') === '1',
  };
}
