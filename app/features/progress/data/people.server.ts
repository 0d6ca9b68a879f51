import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** The path of a present person's unit, or null outside of the scope. */
export async function findPersonPath(sql: Sql, scope: readonly UnitPath[], personId: string): Promise<UnitPath | null> {
  const within = pathWithin('u."path"', scope);
  const row = await sql.get<{ path: string }>(
    `SELECT u."path" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
      WHERE p."id" = ? AND p."leftAt" IS NULL AND ${within.text}`,
    personId,
    ...within.values,
  );
  return row?.path ?? null;
}
