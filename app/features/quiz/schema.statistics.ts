import { z } from 'zod';
import { isLocalDate } from '#app/kernel/vietnam-time.ts';
import { ATTEMPT_CHOICES, type StatisticsFilter, VERSION_CHOICES } from './core/statistics/filter.ts';
import { type ItemSort, itemSortKeys } from './core/statistics/sort-items.ts';

/** What is no day is no bound: an address that was typed half must still open. */
const day = z.string().refine(isLocalDate).nullable().catch(null);

const statisticsSchema = z.object({
  // What cannot be an id is looked for as one that nobody has, and so not found.
  unit: z
    .string()
    .regex(/^[0-9A-Za-z_-]{1,40}$/)
    .nullable()
    .catch('-'),
  from: day,
  until: day,
  attempts: z.enum(ATTEMPT_CHOICES).catch('all'),
  versions: z.enum(VERSION_CHOICES).catch('all'),
  sort: z.string().catch(''),
});

/** What the address of a page of statistics asks for. */
export function readStatisticsSearch(search: URLSearchParams): { filter: StatisticsFilter; sort: ItemSort } {
  const names = ['unit', 'from', 'until', 'attempts', 'versions', 'sort'];
  const given = Object.fromEntries(names.map((name) => [name, search.get(name) || null]));
  const { unit, from, until, attempts, versions, sort } = statisticsSchema.parse(given);
  const isDescending = sort.startsWith('-');
  const key = itemSortKeys.find((each) => each === sort.replace(/^-/, ''));
  return {
    filter: { unitId: unit, from, until, attempts, versions },
    // What needs a look comes first.
    sort: key ? { key, isDescending } : { key: 'flags', isDescending: true },
  };
}
