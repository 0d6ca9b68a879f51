import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { overrideColumns, overrideOf, type RawOverride, type StoredOverride } from './overrides.server.ts';

export type OverrideTarget = 'person' | 'unit' | 'group';

/** Where a person, unit or group stands, if it lies within the scope; a group that was closed takes nothing new. */
export async function findTargetPath(
  sql: Sql,
  scope: readonly UnitPath[],
  target: OverrideTarget,
  id: string,
): Promise<UnitPath | null> {
  const from = {
    person: `"Person" t JOIN "Unit" u ON u."id" = t."unitId" WHERE t."leftAt" IS NULL AND t."id" = ?`,
    unit: `"Unit" u WHERE u."closedAt" IS NULL AND u."id" = ?`,
    group: `"PersonGroup" t JOIN "Unit" u ON u."id" = t."unitId" WHERE t."closedAt" IS NULL AND t."id" = ?`,
  }[target];
  const within = pathWithin('u."path"', scope);
  const row = await sql.get<{ path: UnitPath }>(
    `SELECT u."path" FROM ${from} AND ${within.text}`,
    id,
    ...within.values,
  );
  return row?.path ?? null;
}

/** An override with whom it is for, who set it and why. */
export interface NamedOverride extends StoredOverride {
  readonly name: string;
  /** Of a person: rank and unit. */
  readonly rank: string | null;
  readonly unitName: string | null;
  /** Where its target stands. */
  readonly path: UnitPath;
  readonly reason: string;
  readonly byName: string | null;
  readonly createdAt: Date;
}

type Raw = RawOverride & {
  personName: string | null;
  rank: string | null;
  personUnit: string | null;
  unitName: string | null;
  groupName: string | null;
  path: UnitPath;
  reason: string;
  byName: string | null;
  createdAt: RawInstant;
};

/** All overrides of a quiz with their names: units first, then groups, then people, the oldest first. */
export async function listNamedOverrides(sql: Sql, quizId: string): Promise<NamedOverride[]> {
  const rows = await sql.all<Raw>(
    `SELECT ${overrideColumns}, p."fullName" AS "personName", p."rank", pu."name" AS "personUnit", u."name" AS "unitName",
       g."name" AS "groupName", COALESCE(u."path", pu."path", gu."path") AS "path", o."reason",
       b."fullName" AS "byName", o."createdAt"
     FROM "QuizOverride" o
     LEFT JOIN "Person" p ON p."id" = o."personId" LEFT JOIN "Unit" pu ON pu."id" = p."unitId"
     LEFT JOIN "Unit" u ON u."id" = o."unitId"
     LEFT JOIN "PersonGroup" g ON g."id" = o."groupId" LEFT JOIN "Unit" gu ON gu."id" = g."unitId"
     LEFT JOIN "Person" b ON b."id" = o."createdById"
     WHERE o."quizId" = ? ORDER BY o."createdAt", o."id"`,
    quizId,
  );
  const rankOf = (row: StoredOverride) => (row.unitId ? 0 : row.groupId ? 1 : 2);
  return rows
    .map((row) => ({
      ...overrideOf(row),
      name: row.personName ?? row.unitName ?? row.groupName ?? '',
      rank: row.rank,
      unitName: row.personUnit,
      path: row.path,
      reason: row.reason,
      byName: row.byName,
      createdAt: instantOf(row.createdAt) as Date,
    }))
    .sort((a, b) => rankOf(a) - rankOf(b));
}
