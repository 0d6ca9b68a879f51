import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { isWithin } from '#app/kernel/unit-path.ts';
import { dateOf, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { AudienceFilter } from '../core/audience.ts';
import { findAssignableCourse, listUnitsInScope } from '../data/assignments.server.ts';
import { countAudience, listAudienceUnits } from '../data/audience-size.server.ts';

/** A unit with those below it; `people` counts its whole subtree. */
export interface AudienceUnit {
  id: string;
  name: string;
  people: number;
  units: AudienceUnit[];
}

export interface NewAssignmentPage {
  course: { id: string; title: string };
  today: LocalDate;
  units: AudienceUnit[];
}

/** What the form needs that assigns a course: the units within the actor's reach, as a tree. */
export async function newAssignmentPage(actor: Actor, courseId: string): Promise<NewAssignmentPage> {
  const scope = requireScope(actor, 'assignment.manage');
  const { read } = database();
  const course = await findAssignableCourse(read, scope, courseId);
  if (!course) throw new AppError('not-found');
  const rows = await listAudienceUnits(read, scope);
  const known = new Set(rows.map(({ id }) => id));
  const below = (parentId: string | null): AudienceUnit[] =>
    rows
      .filter((row) => (parentId === null ? !row.parentId || !known.has(row.parentId) : row.parentId === parentId))
      .map(({ id, name, path }) => ({
        id,
        name,
        people: rows.reduce((sum, row) => (isWithin(row.path, path) ? sum + row.strength : sum), 0),
        units: below(id),
      }));
  return { course: { id: course.id, title: course.title }, today: dateOf(now()), units: below(null) };
}

/** How many people an audience would have today. Units outside the actor's reach count for nothing. */
export async function audienceSize(
  actor: Actor,
  { unitIds, filter }: { unitIds: readonly string[]; filter: AudienceFilter },
): Promise<number> {
  const scope = requireScope(actor, 'assignment.manage');
  const { read, sql } = database();
  const units = await listUnitsInScope(read, scope, unitIds);
  const paths = units.map(({ path }) => path);
  return countAudience(
    sql,
    paths.filter((path) => !paths.some((other) => other !== path && isWithin(path, other))),
    filter,
  );
}
