import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { pathWithin, unitWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { AudienceFilter } from '../core/audience.ts';

export interface AudienceUnitRow {
  id: string;
  parentId: string | null;
  name: string;
  path: UnitPath;
  strength: number;
}

/** The open units within the scope with their own strength, siblings in their order. */
export async function listAudienceUnits(db: Db, scope: readonly UnitPath[]): Promise<AudienceUnitRow[]> {
  return db.unit.findMany({
    where: { closedAt: null, ...unitWithin(scope) },
    select: { id: true, parentId: true, name: true, path: true, strength: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  });
}

/** How many people the subtrees at these paths hold now whom the filter lets through, each counted once. */
export async function countAudience(sql: Sql, paths: readonly UnitPath[], filter: AudienceFilter): Promise<number> {
  const within = pathWithin('u."path"', paths);
  const { classes = [], memberships = [] } = filter;
  const only = (column: string, allowed: readonly string[]) =>
    allowed.length === 0 ? '' : ` AND p."${column}" IN (${allowed.map(() => '?').join(', ')})`;
  const row = await sql.get<{ people: number }>(
    `SELECT COUNT(*) AS "people" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
      WHERE p."leftAt" IS NULL AND ${within.text}${only('personnelClass', classes)}${only('membership', memberships)}`,
    ...[...within.values, ...classes, ...memberships],
  );
  return Number(row?.people ?? 0);
}
