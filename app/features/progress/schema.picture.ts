import { z } from 'zod';
import type { PlanPoint } from '#app/features/courses/core/plan.ts';
import { memberships, personnelClasses } from '#app/features/org/core/person.ts';
import { isLocalDate } from '#app/kernel/vietnam-time.ts';
import { classFilters, type PeopleFilter, peopleSortKeys, presences, standings } from './core/people-filter.ts';
import { type UnitSort, unitSortKeys } from './core/sort-units.ts';

const day = z.string().refine(isLocalDate);
const planSchema = z.array(z.object({ day, share: z.number().min(0).max(1) }));

/** The plan line of an assignment out of its JSON column; null = none of its own. */
export const readPlan = (text: string | null): PlanPoint[] | null =>
  text === null ? null : planSchema.parse(JSON.parse(text));

const id = z.string().regex(/^[0-9A-Za-z_-]{1,40}$/, { error: 'not-an-id' });
/** A choice in an address: what is not among the choices is no choice, as an old bookmark must still open. */
const choice = <T extends string>(values: readonly T[]) => z.enum(values).nullable().catch(null);

function sortOf<Key extends string>(keys: readonly Key[], fallback: Key) {
  return z
    .string()
    .catch('')
    .transform((text) => {
      const isDescending = text.startsWith('-');
      const key = keys.find((each) => each === (isDescending ? text.slice(1) : text));
      return key ? { key, isDescending } : { key: fallback, isDescending: false };
    });
}

/** What is no id at all is looked for as one that nobody has, and so not found. */
const wanted = id.nullable().catch('-');

const pictureSchema = z.object({ assignment: wanted, sort: sortOf(unitSortKeys, 'coverage') });

const peopleSchema = z.object({
  assignment: wanted,
  standing: choice(standings),
  class: choice(classFilters),
  membership: choice(memberships),
  personnel: choice(personnelClasses),
  presence: choice(presences),
  grade: z.coerce.number().int().min(0).max(9).nullable().catch(null),
  own: z.literal('1').nullable().catch(null),
  renewal: z.literal('1').nullable().catch(null),
  // Control characters are no part of a name, and PostgreSQL takes no NUL.
  q: z
    .string()
    .catch('')
    .transform((text) => text.replace(/\p{Cc}/gu, ' ').slice(0, 100)),
  sort: sortOf(peopleSortKeys, 'name'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

const parameters = (search: URLSearchParams, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, search.get(name) || null]));

/** What the address of a unit's picture asks for, the day apart; without a wish the lowest sub-unit stands first. */
export function readPictureSearch(search: URLSearchParams): { assignmentId: string | null; sort: UnitSort } {
  const { assignment, sort } = pictureSchema.parse(parameters(search, ['assignment', 'sort']));
  return { assignmentId: assignment, sort };
}

/** What the address of a unit's list of people asks for, the day apart. */
export function readPeopleSearch(search: URLSearchParams): {
  assignmentId: string | null;
  filter: PeopleFilter;
  page: number;
} {
  const asked = peopleSchema.parse(parameters(search, Object.keys(peopleSchema.shape)));
  const { standing, membership, presence, grade, sort, page } = asked;
  return {
    assignmentId: asked.assignment,
    filter: {
      ...{ standing, membership, presence, grade, sort, search: asked.q },
      ...{
        classification: asked.class,
        personnelClass: asked.personnel,
        isOwn: asked.own === '1',
        isRenewing: asked.renewal === '1',
      },
    },
    page,
  };
}

/** The day with which another is compared; what is no day is none. */
export const readDay = (text: string | null): string | null => (text !== null && isLocalDate(text) ? text : null);

/** The form that gives practice in a topic. */
export const practiceSchema = z.object({
  by: z.union([z.literal('lessons'), id.transform((quizId) => ({ quizId }))], { error: 'nothing-chosen' }),
  dueOn: z.string({ error: 'not-a-day' }).refine(isLocalDate, { error: 'not-a-day' }),
  key: id,
});
