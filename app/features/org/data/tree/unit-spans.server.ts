import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';

export interface SpanRow {
  id: string;
  parentId: string | null;
  kind: string;
  name: string;
  shortName: string;
  fromAt: Date;
  untilAt: Date | null;
}

/** What a unit was, the latest first. */
export async function listSpans(sql: Sql, unitId: string, limit: number): Promise<SpanRow[]> {
  const rows = await sql.all<Omit<SpanRow, 'fromAt' | 'untilAt'> & { fromAt: RawInstant; untilAt: RawInstant }>(
    `SELECT "id", "parentId", "kind", "name", "shortName", "fromAt", "untilAt" FROM "UnitSpan" WHERE "unitId" = ?
      ORDER BY "fromAt" DESC, CASE WHEN "untilAt" IS NULL THEN 0 ELSE 1 END, "untilAt" DESC LIMIT ?`,
    unitId,
    limit,
  );
  return rows.map((row) => ({ ...row, fromAt: instantOf(row.fromAt)!, untilAt: instantOf(row.untilAt) }));
}
