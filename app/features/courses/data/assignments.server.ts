import { idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import type { AssignmentDates, CompletionRule } from '../core/assignment.ts';
import type { AudienceFilter } from '../core/audience.ts';
import { audienceFilterSchema, completionRuleSchema } from '../schema.ts';

export interface AssignmentRow extends AssignmentDates {
  id: string;
  courseId: string;
  title: string;
  filter: AudienceFilter;
  rule: CompletionRule;
  createdAt: Date;
  withdrawnAt: Date | null;
  revision: number;
}

export interface AssignmentWithUnits extends AssignmentRow {
  course: { code: string; title: string };
  units: { id: string; name: string; path: UnitPath }[];
}

const withUnits = {
  course: { select: { code: true, title: true } },
  units: { select: { unit: { select: { id: true, name: true, path: true } } }, orderBy: { unit: { path: 'asc' } } },
} as const;

/** Reads the JSON columns of an assignment. */
export function assignmentOf<R extends { audience: string; rule: string }>(row: R) {
  const { audience, rule, ...rest } = row;
  return {
    ...rest,
    filter: audienceFilterSchema.parse(JSON.parse(audience)),
    rule: completionRuleSchema.parse(JSON.parse(rule)),
  };
}

/** An assignment all of whose units lie within the scope, or null: a part of an audience gives no hand on the whole. */
export async function findAssignment(
  db: Db,
  scope: readonly UnitPath[],
  id: string,
): Promise<AssignmentWithUnits | null> {
  const row = await db.assignment.findFirst({
    where: { id, units: { some: {}, every: { unit: unitWithin(scope) } } },
    include: withUnits,
  });
  return row && { ...assignmentOf(row), units: row.units.map(({ unit }) => unit) };
}

/** The assignments all of whose units lie within the scope, newest first; of one course when given. */
export async function listAssignments(
  db: Db,
  scope: readonly UnitPath[],
  { courseId }: { courseId?: string } = {},
): Promise<AssignmentWithUnits[]> {
  const rows = await db.assignment.findMany({
    where: { ...(courseId ? { courseId } : {}), units: { some: {}, every: { unit: unitWithin(scope) } } },
    include: withUnits,
    orderBy: { createdAt: 'desc' },
  });
  return rows.map((row) => ({ ...assignmentOf(row), units: row.units.map(({ unit }) => unit) }));
}

/** The assignments that are not withdrawn of one course, whoever manages them. */
export async function listLiveAssignmentIds(db: Db, courseId: string): Promise<string[]> {
  const rows = await db.assignment.findMany({ where: { courseId, withdrawnAt: null }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the units that are open and lie within the scope. */
export async function listUnitsInScope(db: Db, scope: readonly UnitPath[], ids: readonly string[]) {
  return db.unit.findMany({
    where: { id: { in: [...ids] }, closedAt: null, ...unitWithin(scope) },
    select: { id: true, path: true },
    orderBy: { path: 'asc' },
  });
}

/** A published course of a unit within the scope or above it: what an assigner may hand to the own units. */
export async function findAssignableCourse(db: Db, scope: readonly UnitPath[], id: string) {
  return db.course.findFirst({ where: { id, ...assignable(scope) }, select: { id: true, code: true, title: true } });
}

/** All of them, by title. */
export async function listAssignableCourses(db: Db, scope: readonly UnitPath[]) {
  return db.course.findMany({
    where: assignable(scope),
    select: { id: true, code: true, title: true },
    orderBy: { title: 'asc' },
  });
}

function assignable(scope: readonly UnitPath[]) {
  const above = scope.flatMap((path) => idsOf(path));
  return { state: 'published', OR: [{ unit: unitWithin(scope) }, { unitId: { in: above } }] };
}

export async function insertAssignment(
  db: Db,
  assignment: Omit<AssignmentRow, 'withdrawnAt' | 'revision'> & {
    unitIds: readonly string[];
    createdById: string | null;
  },
): Promise<void> {
  const { unitIds, filter, rule, ...columns } = assignment;
  await db.assignment.create({
    data: { ...columns, audience: JSON.stringify(filter), rule: JSON.stringify(rule) },
  });
  await db.assignmentUnit.createMany({ data: unitIds.map((unitId) => ({ assignmentId: assignment.id, unitId })) });
}

/** Sets another due date if nobody changed the assignment since `revision`; answers whether it did. */
export async function replaceDueDate(
  db: Db,
  { id, revision, dueAt }: { id: string; revision: number; dueAt: Date | null },
): Promise<boolean> {
  const { count } = await db.assignment.updateMany({
    where: { id, revision, withdrawnAt: null },
    data: { dueAt, revision: { increment: 1 } },
  });
  return count === 1;
}

/** Withdraws it once; answers whether it was still standing. */
export async function markWithdrawn(db: Db, id: string, at: Date): Promise<boolean> {
  const { count } = await db.assignment.updateMany({
    where: { id, withdrawnAt: null },
    data: { withdrawnAt: at, revision: { increment: 1 } },
  });
  return count === 1;
}
