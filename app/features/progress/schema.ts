import { z } from 'zod';
import type { CompletionRule } from '#app/features/courses/core/assignment.ts';
import type { AudienceFilter } from '#app/features/courses/core/audience.ts';
import type { Certification } from '#app/features/courses/core/certification.ts';
import { audienceFilterSchema, certificationSchema, completionRuleSchema } from '#app/features/courses/schema.ts';
import type { QuizSettings } from '#app/features/quiz/core/settings.ts';
import { readQuizSettings } from '#app/features/quiz/schema.ts';
import { classFilters, type PeopleFilter, peopleSortKeys, standings } from './core/people-filter.ts';
import { type UnitSort, unitSortKeys } from './core/sort-units.ts';

// The JSON columns of lower features that progress judges by, read by their owners' rules.
export const readCompletionRule = (text: string): CompletionRule => completionRuleSchema.parse(JSON.parse(text));
export const readAudienceFilter = (text: string): AudienceFilter => audienceFilterSchema.parse(JSON.parse(text));
export const readCertification = (text: string | null): Certification | null =>
  text === null ? null : certificationSchema.parse(JSON.parse(text));
export const settingsOfQuiz = (text: string): QuizSettings => readQuizSettings(text);

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

const dashboardSchema = z.object({ assignment: wanted, sort: sortOf(unitSortKeys, 'unit') });

const peopleSchema = z.object({
  assignment: wanted,
  standing: choice(standings),
  class: choice(classFilters),
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

/** What the address of a unit's dashboard asks for. */
export function readDashboardSearch(search: URLSearchParams): { assignmentId: string | null; sort: UnitSort } {
  const { assignment, sort } = dashboardSchema.parse(parameters(search, ['assignment', 'sort']));
  return { assignmentId: assignment, sort };
}

/** What the address of a unit's list of people asks for. */
export function readPeopleSearch(search: URLSearchParams): {
  assignmentId: string | null;
  filter: PeopleFilter;
  page: number;
} {
  const names = ['assignment', 'standing', 'class', 'q', 'sort', 'page'];
  const asked = peopleSchema.parse(parameters(search, names));
  const filter = { standing: asked.standing, classification: asked.class, search: asked.q, sort: asked.sort };
  return { assignmentId: asked.assignment, filter, page: asked.page };
}

/** The form that exempts a person, or ends that. */
export const exemptionSchema = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('exempt'),
      assignmentId: id,
      reason: z
        .string({ error: 'reason-missing' })
        .trim()
        .min(1, { error: 'reason-missing' })
        .max(500, { error: 'reason-too-long' }),
    }),
    z.object({ intent: z.literal('end'), assignmentId: id }),
  ],
  { error: 'not-an-intent' },
);
