import { idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { AssignmentDates, CompletionRule } from '../core/assignment.ts';
import type { AudienceFilter } from '../core/audience.ts';
import type { Certification } from '../core/certification.ts';
import type { PlanPoint } from '../core/plan.ts';
import { audienceFilterSchema, certificationSchema, completionRuleSchema, planSchema } from '../schema.ts';

export interface AssignmentRow extends AssignmentDates {
  id: string;
  courseId: string;
  title: string;
  filter: AudienceFilter;
  rule: CompletionRule;
  /** Null: completing it certifies nothing. */
  certification: Certification | null;
  /** Null: straight from the opening to the due date. */
  plan: PlanPoint[] | null;
  createdAt: Date;
  withdrawnAt: Date | null;
  revision: number;
}

export interface AssignmentWithUnits extends AssignmentRow {
  course: { code: string; title: string };
  units: { id: string; name: string; path: UnitPath }[];
  /** People of these groups are meant wherever they belong. */
  groups: { id: string; name: string; path: UnitPath }[];
}

const withUnits = {
  course: { select: { code: true, title: true } },
  units: { select: { unit: { select: { id: true, name: true, path: true } } }, orderBy: { unit: { path: 'asc' } } },
  groups: {
    select: { group: { select: { id: true, name: true, unit: { select: { path: true } } } } },
    orderBy: { group: { name: 'asc' } },
  },
} as const;

/** All units and groups of the audience within the scope: a part of an audience gives no hand on the whole. */
const whollyWithin = (scope: readonly UnitPath[]) => ({
  AND: [
    { OR: [{ units: { some: {} } }, { groups: { some: {} } }] },
    { units: { every: { unit: unitWithin(scope) } } },
    { groups: { every: { group: { unit: unitWithin(scope) } } } },
  ],
});

/** Where an assignment stands in the log: at the first of its units, else at that of its first group. */
export const pathOf = ({ units, groups }: Pick<AssignmentWithUnits, 'units' | 'groups'>): UnitPath | undefined =>
  units[0]?.path ?? groups[0]?.path;

/** Reads the JSON columns of an assignment. */
export function assignmentOf<
  R extends { audience: string; rule: string; certification: string | null; plan: string | null },
>(row: R) {
  const { audience, rule, certification, plan, ...rest } = row;
  return {
    ...rest,
    filter: audienceFilterSchema.parse(JSON.parse(audience)),
    rule: completionRuleSchema.parse(JSON.parse(rule)),
    certification: certification === null ? null : certificationSchema.parse(JSON.parse(certification)),
    plan: plan === null ? null : planSchema.parse(JSON.parse(plan)),
  };
}

type Found = Parameters<typeof assignmentOf>[0] & {
  units: { unit: AssignmentWithUnits['units'][number] }[];
  groups: { group: { id: string; name: string; unit: { path: string } } }[];
};

const withNames = <R extends Found>(row: R) => ({
  ...assignmentOf(row),
  units: row.units.map(({ unit }) => unit),
  groups: row.groups.map(({ group: { id, name, unit } }) => ({ id, name, path: unit.path })),
});

/** An assignment all of whose units and groups lie within the scope, or null. */
export async function findAssignment(
  db: Db,
  scope: readonly UnitPath[],
  id: string,
): Promise<AssignmentWithUnits | null> {
  const row = await db.assignment.findFirst({
    where: { id, ...whollyWithin(scope) },
    include: withUnits,
  });
  return row && withNames(row);
}

/** The assignments all of whose units and groups lie within the scope, newest first; of one course when given. */
export async function listAssignments(
  db: Db,
  scope: readonly UnitPath[],
  { courseId }: { courseId?: string } = {},
): Promise<AssignmentWithUnits[]> {
  const rows = await db.assignment.findMany({
    where: { ...(courseId ? { courseId } : {}), ...whollyWithin(scope) },
    include: withUnits,
    orderBy: { createdAt: 'desc' },
  });
  return rows.map(withNames);
}

/** The assignments that are not withdrawn of one course, whoever manages them. */
export async function listLiveAssignmentIds(db: Db, courseId: string): Promise<string[]> {
  const rows = await db.assignment.findMany({ where: { courseId, withdrawnAt: null }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** The course of an assignment, whoever manages it. */
export async function findCourseOfAssignment(sql: Sql, assignmentId: string): Promise<string | null> {
  const row = await sql.get<{ courseId: string }>('SELECT "courseId" FROM "Assignment" WHERE "id" = ?', assignmentId);
  return row?.courseId ?? null;
}

/** Those of the units that are open and lie within the scope. */
export async function listUnitsInScope(db: Db, scope: readonly UnitPath[], ids: readonly string[]) {
  return db.unit.findMany({
    where: { id: { in: [...ids] }, closedAt: null, ...unitWithin(scope) },
    select: { id: true, name: true, path: true },
    orderBy: { path: 'asc' },
  });
}

/** The open units at the top of each part of the scope and directly below it, the higher ones first. */
export async function listUnitsOfScope(db: Db, scope: readonly UnitPath[]) {
  const tops = scope.flatMap((path) => idsOf(path).at(-1) ?? []);
  return db.unit.findMany({
    where: { closedAt: null, OR: [{ id: { in: tops } }, { parentId: { in: tops } }] },
    select: { id: true, name: true, path: true },
    orderBy: { path: 'asc' },
  });
}

/** Those of the groups that are open and belong to a unit within the scope. */
export async function listGroupsInScope(db: Db, scope: readonly UnitPath[], ids: readonly string[]) {
  const rows = await db.personGroup.findMany({
    where: { id: { in: [...ids] }, closedAt: null, unit: unitWithin(scope) },
    select: { id: true, name: true, unit: { select: { path: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ unit, ...group }) => ({ ...group, path: unit.path }));
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

/** Whether this person made an assignment of this id already: the same form came twice. */
export async function isAssignedBy(db: Db, createdById: string, id: string): Promise<boolean> {
  return (await db.assignment.count({ where: { id, createdById } })) > 0;
}

export async function insertAssignment(
  db: Db,
  assignment: Omit<AssignmentRow, 'withdrawnAt' | 'revision' | 'plan' | 'certification'> & {
    unitIds: readonly string[];
    groupIds: readonly string[];
    createdById: string | null;
  },
): Promise<void> {
  const { unitIds, groupIds, filter, rule, ...columns } = assignment;
  await db.assignment.create({
    data: { ...columns, audience: JSON.stringify(filter), rule: JSON.stringify(rule) },
  });
  await insertAudience(db, assignment.id, { unitIds, groupIds });
}

async function insertAudience(
  db: Db,
  assignmentId: string,
  { unitIds, groupIds }: { unitIds: readonly string[]; groupIds: readonly string[] },
): Promise<void> {
  await db.assignmentUnit.createMany({ data: unitIds.map((unitId) => ({ assignmentId, unitId })) });
  await db.assignmentGroup.createMany({ data: groupIds.map((groupId) => ({ assignmentId, groupId })) });
}

type Seen = { id: string; revision: number };

/** Sets another audience if nobody changed the assignment since `revision`; answers whether it did. */
export async function replaceAudience(
  db: Db,
  { id, revision }: Seen,
  { filter, ...named }: { unitIds: readonly string[]; groupIds: readonly string[]; filter: AudienceFilter },
): Promise<boolean> {
  const audience = JSON.stringify(filter);
  if (!(await replace(db, { id, revision }, { audience }))) return false;
  await db.assignmentUnit.deleteMany({ where: { assignmentId: id } });
  await db.assignmentGroup.deleteMany({ where: { assignmentId: id } });
  await insertAudience(db, id, named);
  return true;
}

/** Sets or takes away what completing certifies; likewise. */
export const replaceCertification = (db: Db, seen: Seen, certification: Certification | null): Promise<boolean> =>
  replace(db, seen, { certification: certification && JSON.stringify(certification) });

/** Sets or takes away the plan; likewise. */
export const replacePlan = (db: Db, seen: Seen, plan: readonly PlanPoint[] | null): Promise<boolean> =>
  replace(db, seen, { plan: plan && JSON.stringify(plan) });

async function replace(
  db: Db,
  { id, revision }: Seen,
  data: { audience: string } | { certification: string | null } | { plan: string | null } | { dueAt: Date | null },
): Promise<boolean> {
  const { count } = await db.assignment.updateMany({
    where: { id, revision, withdrawnAt: null },
    data: { ...data, revision: { increment: 1 } },
  });
  return count === 1;
}

/** Sets another due date, likewise; the one before is kept with the instant until which it held. */
export async function replaceDueDate(
  db: Db,
  { id, revision, dueAt }: { id: string; revision: number; dueAt: Date | null },
  before: Date | null,
  at: Date,
): Promise<boolean> {
  if (!(await replace(db, { id, revision }, { dueAt }))) return false;
  await db.formerDueDate.upsert({
    where: { assignmentId_untilAt: { assignmentId: id, untilAt: at } },
    create: { assignmentId: id, untilAt: at, dueAt: before },
    update: {},
  });
  return true;
}

/** Withdraws it once; answers whether it was still standing. */
export async function markWithdrawn(db: Db, id: string, at: Date): Promise<boolean> {
  const { count } = await db.assignment.updateMany({
    where: { id, withdrawnAt: null },
    data: { withdrawnAt: at, revision: { increment: 1 } },
  });
  return count === 1;
}
