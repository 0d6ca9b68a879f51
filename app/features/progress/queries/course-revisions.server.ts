import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { authoredCourse } from '#app/features/courses/queries/authored-course.server.ts';
import { idsOf } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import { revisionFigures } from '../core/revision-figures.ts';
import { countByRevision } from '../data/revision-standing.server.ts';
import { listUnitNames } from '../data/units.server.ts';

export interface CourseRevisions {
  newest: number;
  /** The newest first; numbers alone, of the units in the actor's reach. */
  revisions: readonly { revision: number; begun: number; completed: number }[];
  /** How many study an earlier revision than the newest. */
  behind: number;
  /** Where those are, each unit with all below it. */
  units: { id: string; name: string; depth: number; people: number }[];
}

/** How many people study which revision of a course. Two queries. Throws not-found outside the actor's scope. */
export async function courseRevisions(actor: Actor, courseId: string): Promise<CourseRevisions> {
  const scope = requireScope(actor, 'course.author');
  const { id, revision: newest } = await authoredCourse(actor, courseId);
  const { sql } = database();
  const counts = await countByRevision(sql, id, scope);
  const { revisions, behind } = revisionFigures(counts, newest, scope);
  const last = (path: string) => idsOf(path).at(-1)!;
  const units = await listUnitNames(
    sql,
    behind.map(({ path }) => last(path)),
  );
  const names = new Map(units.map(({ id: unitId, shortName }) => [unitId, shortName]));
  return {
    ...{ newest, revisions },
    behind: revisions.filter(({ revision }) => revision < newest).reduce((sum, { begun }) => sum + begun, 0),
    units: behind.map(({ path, people }) => ({
      ...{ id: last(path), name: names.get(last(path)) ?? '', people },
      depth: idsOf(path).length,
    })),
  };
}
