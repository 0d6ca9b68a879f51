import { type AudienceFilter, isPosition } from '#app/features/courses/core/audience.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';
import type { AssignmentRow } from './assignments.server.ts';
import { listAudienceReach } from './assignments.server.ts';

/** A condition on "Person" p and its "Unit" u. */
type Condition = { text: string; values: SqlValue[] };

/** Whom an audience names, before its filter. */
export interface NamedReach {
  paths: readonly UnitPath[];
  groupIds: readonly string[];
}

/** PostgreSQL refuses an empty list; nothing is among NULL. */
const marks = (values: readonly unknown[]) => (values.length === 0 ? 'NULL' : values.map(() => '?').join(', '));

/**
 * Who is in the audience of an assignment now, as a condition. A withdrawn assignment has no audience.
 */
export async function audienceCondition(sql: Sql, assignment: AssignmentRow): Promise<Condition> {
  if (assignment.withdrawnAt) return { text: '1 = 0', values: [] };
  return reachCondition(sql, await listAudienceReach(sql, assignment.id), assignment.filter);
}

/** Who would be in such an audience now: people of the units and groups whom the filter lets through. */
export async function reachCondition(sql: Sql, reach: NamedReach, filter: AudienceFilter): Promise<Condition> {
  const within = pathWithin('u."path"', reach.paths);
  const { classes = [], memberships = [], positions = [] } = filter;
  const member = `p."id" IN (SELECT m."personId" FROM "PersonGroupMember" m WHERE m."groupId" IN (${marks(reach.groupIds)}))`;
  const reached = reach.groupIds.length === 0 ? within.text : `(${within.text} OR ${member})`;
  const only = (column: string, allowed: readonly string[]) =>
    allowed.length === 0 ? '' : ` AND ${column} IN (${marks(allowed)})`;
  const spelt = positions.length === 0 ? [] : await listSpelt(sql, positions);
  const position = positions.length === 0 ? '' : spelt.length === 0 ? ' AND 1 = 0' : only('p."position"', spelt);
  return {
    text: `p."leftAt" IS NULL AND ${reached}${only('p."personnelClass"', classes)}${only('p."membership"', memberships)}${position}`,
    values: [...within.values, ...reach.groupIds, ...classes, ...memberships, ...spelt],
  };
}

/** The positions as they are stored that are one of the wanted ones, tone marks and case aside. */
async function listSpelt(sql: Sql, wanted: readonly string[]): Promise<string[]> {
  const rows = await sql.all<{ position: string }>(
    `SELECT DISTINCT "position" FROM "Person" WHERE "leftAt" IS NULL AND "position" IS NOT NULL`,
  );
  return rows.map(({ position }) => position).filter((position) => wanted.some((each) => isPosition(position, each)));
}

/**
 * Keeps people from joining, leaving or moving between these units (and those of the groups' members), and the groups
 * from changing, until the transaction ends: each of those changes
 * the strength of the unit, and waits here. So nobody falls between an assignment and a join at the same moment. Always
 * from the top down, so that two who hold units never wait for each other.
 */
export async function holdUnits(sql: Sql, { paths, groupIds }: NamedReach): Promise<void> {
  const within = pathWithin('"path"', paths);
  const ofMembers = `"id" IN (SELECT p."unitId" FROM "Person" p JOIN "PersonGroupMember" m ON m."personId" = p."id"
    WHERE m."groupId" IN (${marks(groupIds)}))`;
  const which = groupIds.length === 0 ? within.text : `(${within.text} OR ${ofMembers})`;
  await sql.all(
    `SELECT "id" FROM "Unit" WHERE ${which} ORDER BY "path"${sql.forUpdate}`,
    ...within.values,
    ...groupIds,
  );
  for (const id of [...groupIds].sort())
    await sql.get(`SELECT "id" FROM "PersonGroup" WHERE "id" = ?${sql.forUpdate}`, id);
}

/** The units and groups of these ids within the scope, as an audience reaches them. */
export async function listReachOf(
  sql: Sql,
  scope: readonly UnitPath[],
  { unitIds, groupIds }: { unitIds: readonly string[]; groupIds: readonly string[] },
): Promise<NamedReach> {
  const within = pathWithin('u."path"', scope);
  const units = await sql.all<{ path: string }>(
    `SELECT u."path" FROM "Unit" u WHERE u."id" IN (${marks(unitIds)}) AND u."closedAt" IS NULL AND ${within.text}`,
    ...[...unitIds, ...within.values],
  );
  const groups = await sql.all<{ id: string }>(
    `SELECT g."id" FROM "PersonGroup" g JOIN "Unit" u ON u."id" = g."unitId"
      WHERE g."id" IN (${marks(groupIds)}) AND g."closedAt" IS NULL AND ${within.text}`,
    ...[...groupIds, ...within.values],
  );
  return { paths: units.map(({ path }) => path), groupIds: groups.map(({ id }) => id) };
}

/** How many people of such an audience are not counted in the assignment, and how many counted in it are outside. */
export async function countAudienceChange(
  sql: Sql,
  scope: readonly UnitPath[],
  assignmentId: string,
  reach: NamedReach,
  filter: AudienceFilter,
): Promise<{ joins: number; leaves: number }> {
  const { text, values } = await reachCondition(sql, reach, filter);
  const people = `SELECT p."id" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE ${text}`;
  const within = pathWithin('w."path"', scope);
  const joins = await sql.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM (${people}) AS m WHERE NOT EXISTS (SELECT 1 FROM "Enrolment" e
      WHERE e."assignmentId" = ? AND e."personId" = m."id" AND e."releasedAt" IS NULL)`,
    ...[...values, assignmentId],
  );
  const leaves = await sql.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM "Enrolment" e JOIN "Unit" w ON w."id" = e."unitId"
      WHERE e."assignmentId" = ? AND e."releasedAt" IS NULL AND ${within.text} AND e."personId" NOT IN (${people})`,
    ...[assignmentId, ...within.values, ...values],
  );
  return { joins: Number(joins?.n ?? 0), leaves: Number(leaves?.n ?? 0) };
}
