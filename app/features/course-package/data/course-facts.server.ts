import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';

/** Where a unit stands that is known to be there. */
export async function findUnitPath(db: Db, unitId: string): Promise<UnitPath> {
  return (await db.unit.findUniqueOrThrow({ where: { id: unitId }, select: { path: true } })).path;
}

/** When a revision was published; null where it was not written down. */
export async function findPublishedAt(db: Db, courseId: string, number: number): Promise<Date | null> {
  const row = await db.courseRevision.findUnique({
    where: { courseId_number: { courseId, number } },
    select: { publishedAt: true },
  });
  return row?.publishedAt ?? null;
}

/** The id of the course with a code within the scope, or null. */
export async function findCourseId(db: Db, scope: readonly UnitPath[], code: string): Promise<string | null> {
  return (await db.course.findFirst({ where: { code, unit: unitWithin(scope) }, select: { id: true } }))?.id ?? null;
}
