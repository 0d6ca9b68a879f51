import type { UnitPath } from '#app/kernel/unit-path.ts';
import { among } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { spanAt } from '../units-as-of.server.ts';

/** A unit as it was called then, and where it stands today: what the actor may open follows from today. */
export interface UnitThen {
  id: string;
  name: string;
  shortName: string;
  pathNow: UnitPath;
}

/** What these units were called at an instant (null = now), in no order; those that did not exist are left out. */
export async function listUnitsThen(sql: Sql, ids: readonly string[], asOf: Date | null): Promise<UnitThen[]> {
  if (ids.length === 0) return [];
  const wanted = among(sql, [...new Set(ids)]);
  if (asOf === null) {
    return sql.all(
      `SELECT "id", "name", "shortName", "path" AS "pathNow" FROM "Unit" WHERE "id" ${wanted.text}`,
      ...wanted.values,
    );
  }
  return sql.all(
    `SELECT u."id", s."name", s."shortName", u."path" AS "pathNow"
       FROM "UnitSpan" s JOIN "Unit" u ON u."id" = s."unitId"
      WHERE s."unitId" ${wanted.text} AND ${spanAt('s')}`,
    ...wanted.values,
    asOf,
    asOf,
  );
}
