import type { Membership, PersonnelClass } from '#app/features/org/core/person.ts';
import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { pathWithin, unitWithin } from '#app/platform/db/scope.server.ts';
import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';
import { type Audience, type FilterPart, isPosition } from '../core/audience.ts';

export interface AudienceUnitRow {
  id: string;
  parentId: string | null;
  name: string;
  path: UnitPath;
  subtreeStrength: number;
}

/** The open units within the scope with the strength of their subtrees, siblings in their order. */
export async function listAudienceUnits(db: Db, scope: readonly UnitPath[]): Promise<AudienceUnitRow[]> {
  return db.unit.findMany({
    where: { closedAt: null, ...unitWithin(scope) },
    select: { id: true, parentId: true, name: true, path: true, subtreeStrength: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  });
}

/** The positions that occur among present people within the scope, the most frequent first. */
export async function listPositions(sql: Sql, scope: readonly UnitPath[], limit: number): Promise<string[]> {
  const within = pathWithin('u."path"', scope);
  const rows = await sql.all<{ position: string }>(
    `SELECT p."position", COUNT(*) AS "people" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
      WHERE p."leftAt" IS NULL AND p."position" IS NOT NULL AND ${within.text}
      GROUP BY p."position" ORDER BY "people" DESC, p."position" LIMIT ?`,
    ...within.values,
    limit,
  );
  return rows.map(({ position }) => position);
}

type Condition = { text: string; values: SqlValue[] };
type Asked = Required<Audience>;

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');

/** Whom units and groups reach, the filter aside: a condition on "Person" p and its "Unit" u. */
function reach({ unitPaths, groupIds }: Asked): Condition {
  const within = pathWithin('u."path"', unitPaths);
  if (groupIds.length === 0) return { text: `p."leftAt" IS NULL AND ${within.text}`, values: within.values };
  const member = `p."id" IN (SELECT m."personId" FROM "PersonGroupMember" m WHERE m."groupId" IN (${marks(groupIds)}))`;
  return { text: `p."leftAt" IS NULL AND (${within.text} OR ${member})`, values: [...within.values, ...groupIds] };
}

/** For each part of the filter that says something, the condition that lets through. */
async function parts(sql: Sql, { filter }: Asked): Promise<Partial<Record<FilterPart, Condition>>> {
  const { classes = [], memberships = [], positions = [] } = filter;
  const among = (column: string, values: readonly string[]): Condition =>
    values.length === 0
      ? { text: '1 = 0', values: [] }
      : { text: `${column} IN (${marks(values)})`, values: [...values] };
  return {
    ...(classes.length > 0 ? { class: among('p."personnelClass"', classes) } : {}),
    ...(memberships.length > 0 ? { membership: among('p."membership"', memberships) } : {}),
    ...(positions.length > 0 ? { position: among(`COALESCE(p."position", '')`, await spelt(sql, positions)) } : {}),
  };
}

/** The positions as they are stored that are one of the wanted ones, tone marks and case aside. */
async function spelt(sql: Sql, wanted: readonly string[]): Promise<string[]> {
  const rows = await sql.all<{ position: string }>(
    `SELECT DISTINCT "position" FROM "Person" WHERE "leftAt" IS NULL AND "position" IS NOT NULL`,
  );
  return rows.map(({ position }) => position).filter((position) => wanted.some((each) => isPosition(position, each)));
}

export interface AudienceCounts {
  /** Who is in, each counted once. */
  people: number;
  /** Who is reached but kept out by the filter; one may fail several of its parts. */
  leftOut: number;
  misses: Record<FilterPart, number>;
  /** Who is in through each unit and group, in their order; one may be in through several. */
  byUnit: number[];
  byGroup: number[];
}

/** How many people an audience has now, through what, and whom its filter keeps out. One pass over those reached. */
export async function countAudience(sql: Sql, asked: Asked): Promise<AudienceCounts> {
  const reached = reach(asked);
  const through = await parts(sql, asked);
  const passes = all(Object.values(through));
  const sums: Condition[] = [
    passes,
    ...(['class', 'membership', 'position'] as const).map((part) =>
      through[part] ? { ...through[part], text: `NOT (${through[part].text})` } : { text: '1 = 0', values: [] },
    ),
    ...asked.unitPaths.map((path) =>
      all([{ text: 'u."path" >= ? AND u."path" < ?', values: [path, pathUpperBound(path)] }, passes]),
    ),
    ...asked.groupIds.map((id) =>
      all([
        {
          text: `EXISTS (SELECT 1 FROM "PersonGroupMember" g WHERE g."personId" = p."id" AND g."groupId" = ?)`,
          values: [id],
        },
        passes,
      ]),
    ),
  ];
  const columns = sums.map(({ text }, at) => `SUM(CASE WHEN ${text} THEN 1 ELSE 0 END) AS "n${at}"`);
  const row = await sql.get<Record<string, number | null>>(
    `SELECT COUNT(*) AS "all", ${columns.join(', ')} FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
      WHERE ${reached.text}`,
    ...sums.flatMap(({ values }) => values),
    ...reached.values,
  );
  const sum = (at: number) => Number(row?.[`n${at}`] ?? 0);
  const units = asked.unitPaths.length;
  return {
    people: sum(0),
    leftOut: Number(row?.all ?? 0) - sum(0),
    misses: { class: sum(1), membership: sum(2), position: sum(3) },
    byUnit: asked.unitPaths.map((_, at) => sum(4 + at)),
    byGroup: asked.groupIds.map((_, at) => sum(4 + units + at)),
  };
}

const all = (conditions: readonly Condition[]): Condition => ({
  text: conditions.length === 0 ? '1 = 1' : conditions.map(({ text }) => `(${text})`).join(' AND '),
  values: conditions.flatMap(({ values }) => values),
});

export interface ReachedPerson {
  personId: string;
  fullName: string;
  rank: string | null;
  position: string | null;
  personnelClass: PersonnelClass;
  membership: Membership;
  unitName: string;
  unitPath: UnitPath;
  /** Those of the audience's groups that the person is in. */
  groupIds: string[];
}

/** A page of those who are in the audience, or of those whom its filter keeps out, by unit and name. */
export async function listAudience(
  sql: Sql,
  asked: Asked,
  { isLeftOut, limit, offset }: { isLeftOut: boolean; limit: number; offset: number },
): Promise<ReachedPerson[]> {
  const reached = reach(asked);
  const passes = all(Object.values(await parts(sql, asked)));
  const rows = await sql.all<Omit<ReachedPerson, 'groupIds'>>(
    `SELECT p."id" AS "personId", p."fullName", p."rank", p."position", p."personnelClass", p."membership",
            u."name" AS "unitName", u."path" AS "unitPath"
       FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
      WHERE ${reached.text} AND ${isLeftOut ? 'NOT ' : ''}(${passes.text})
      ORDER BY u."path", p."sortKey", p."id" LIMIT ? OFFSET ?`,
    ...[...reached.values, ...passes.values, limit, offset],
  );
  const groups = await groupsAmong(sql, asked.groupIds, rows);
  return rows.map((row) => ({ ...row, groupIds: groups.get(row.personId) ?? [] }));
}

async function groupsAmong(sql: Sql, groupIds: readonly string[], people: readonly { personId: string }[]) {
  const groups = new Map<string, string[]>();
  if (groupIds.length === 0 || people.length === 0) return groups;
  const rows = await sql.all<{ groupId: string; personId: string }>(
    `SELECT "groupId", "personId" FROM "PersonGroupMember"
      WHERE "groupId" IN (${marks(groupIds)}) AND "personId" IN (${marks(people)})`,
    ...groupIds,
    ...people.map(({ personId }) => personId),
  );
  for (const { groupId, personId } of rows) groups.set(personId, [...(groups.get(personId) ?? []), groupId]);
  return groups;
}
