import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';
import type { RosterField } from '../../core/roster/columns.ts';
import type { Decision, RowKind } from '../../core/roster/plan-row.ts';
import type { RowProblem } from '../../core/roster/read-person.ts';

/** A row as it is written: typed columns, so that applying and taking back are a few statements for all of them. */
export type RowColumns = Record<string, SqlValue>;

const MOST_PARAMETERS = 12_000;

/** Stores rows of an import; all have the same columns. */
export async function insertRows(sql: Sql, table: string, rows: readonly RowColumns[]): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const names = Object.keys(first);
  const size = Math.floor(MOST_PARAMETERS / names.length);
  const marks = `(${names.map(() => '?').join(', ')})`;
  for (let from = 0; from < rows.length; from += size) {
    const part = rows.slice(from, from + size);
    await sql.run(
      `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES ${part.map(() => marks).join(', ')}`,
      ...part.flatMap((row) => names.map((name) => row[name]!)),
    );
  }
}

/** Forgets up to `limit` rows of an import; answers how many. */
export const deleteRows = (sql: Sql, importId: string, limit: number): Promise<number> =>
  sql.run(
    `DELETE FROM "RosterImportRow" WHERE "importId" = ? AND "line" IN
       (SELECT "line" FROM "RosterImportRow" WHERE "importId" = ? ORDER BY "line" LIMIT ${limit})`,
    importId,
    importId,
  );

/** How many rows are to be applied, left and asked. */
export async function countDecisions(sql: Sql, importId: string): Promise<Record<Decision, number>> {
  const rows = await sql.all<{ decision: Decision; n: number }>(
    'SELECT "decision", COUNT(*) AS n FROM "RosterImportRow" WHERE "importId" = ? GROUP BY "decision"',
    importId,
  );
  const counts: Record<Decision, number> = { apply: 0, leave: 0, ask: 0, none: 0 };
  for (const { decision, n } of rows) counts[decision] = Number(n);
  return counts;
}

/** Decides about rows that may be asked about: one line, or all. Answers how many changed. */
export async function decideRows(
  sql: Sql,
  importId: string,
  { to, line, only }: { to: Decision; line?: number; only?: Decision },
): Promise<number> {
  return sql.run(
    `UPDATE "RosterImportRow" SET "decision" = ? WHERE "importId" = ? AND "kind" IN ('changed', 'transferred', 'returned')
        AND ("wasLeftReason" IS NULL OR "wasLeftReason" <> 'undone')
        ${line === undefined ? '' : 'AND "line" = ?'} ${only === undefined ? '' : 'AND "decision" = ?'}`,
    to,
    importId,
    ...(line === undefined ? [] : [line]),
    ...(only === undefined ? [] : [only]),
  );
}

export interface RosterRow {
  line: number;
  kind: RowKind;
  decision: Decision;
  undo: 'undone' | 'kept' | null;
  personId: string | null;
  number: string | null;
  fullName: string | null;
  rank: string | null;
  position: string | null;
  personnelClass: string | null;
  membership: string | null;
  unitId: string | null;
  unitName: string | null;
  bornOn: string | null;
  wasFullName: string | null;
  wasRank: string | null;
  wasPosition: string | null;
  wasPersonnelClass: string | null;
  wasMembership: string | null;
  wasUnitId: string | null;
  wasUnitName: string | null;
  wasBornOn: string | null;
  said: Partial<Record<RosterField, string>>;
  problems: RowProblem[];
}

/** Which rows to show. */
export type RowFilter = RowKind | 'ask' | 'doubt' | 'kept' | 'all';

function filterOf(filter: RowFilter): { text: string; values: SqlValue[] } {
  if (filter === 'all') return { text: '', values: [] };
  if (filter === 'ask') return { text: `AND r."decision" = 'ask'`, values: [] };
  if (filter === 'kept') return { text: `AND r."undo" = 'kept'`, values: [] };
  if (filter === 'doubt') return { text: `AND r."problems" <> '[]' AND r."kind" <> 'problem'`, values: [] };
  return { text: 'AND r."kind" = ?', values: [filter] };
}

/** A page of rows in the order of the file. */
export async function listRows(
  sql: Sql,
  importId: string,
  { filter, search, limit, offset }: { filter: RowFilter; search: string; limit: number; offset: number },
): Promise<{ rows: RosterRow[]; total: number }> {
  const chosen = filterOf(filter);
  const like = search === '' ? null : `%${search.replace(/[!%_]/g, '!$&')}%`;
  const where = `r."importId" = ? ${chosen.text} ${like === null ? '' : `AND r."searchKey" LIKE ? ESCAPE '!'`}`;
  const values = [importId, ...chosen.values, ...(like === null ? [] : [like])];
  const count = await sql.get<{ n: number }>(`SELECT COUNT(*) AS n FROM "RosterImportRow" r WHERE ${where}`, ...values);
  const rows = await sql.all<Omit<RosterRow, 'said' | 'problems'> & { said: string; problems: string }>(
    `SELECT r."line", r."kind", r."decision", r."undo", r."personId", r."number", r."fullName", r."rank", r."position",
            r."personnelClass", r."membership", r."unitId", u."name" AS "unitName", r."bornOn", r."wasFullName", r."wasRank",
            r."wasPosition", r."wasPersonnelClass", r."wasMembership", r."wasUnitId", w."name" AS "wasUnitName", r."wasBornOn",
            r."said", r."problems"
       FROM "RosterImportRow" r LEFT JOIN "Unit" u ON u."id" = r."unitId" LEFT JOIN "Unit" w ON w."id" = r."wasUnitId"
      WHERE ${where} ORDER BY r."line" LIMIT ${limit} OFFSET ${offset}`,
    ...values,
  );
  return {
    total: Number(count?.n ?? 0),
    rows: rows.map((row) => ({
      ...row,
      line: Number(row.line),
      said: JSON.parse(row.said) as RosterRow['said'],
      problems: JSON.parse(row.problems) as RowProblem[],
    })),
  };
}

const MISSING = `FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
  WHERE u."path" >= ? AND u."path" < ? AND p."leftAt" IS NULL
    AND p."unitId" IN (SELECT DISTINCT r."unitId" FROM "RosterImportRow" r WHERE r."importId" = ? AND r."unitId" IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM "RosterImportRow" r WHERE r."importId" = ? AND r."number" = p."number")`;

/** Who serves in a unit that the file names, within the import's own, and does not stand in it. */
export async function listMissing(
  sql: Sql,
  { id, unitPath }: { id: string; unitPath: UnitPath },
  { limit, offset }: { limit: number; offset: number },
): Promise<{
  people: { id: string; number: string; fullName: string; rank: string | null; unitName: string }[];
  total: number;
}> {
  const values = [unitPath, pathUpperBound(unitPath), id, id];
  const count = await sql.get<{ n: number }>(`SELECT COUNT(*) AS n ${MISSING}`, ...values);
  const people = await sql.all<{ id: string; number: string; fullName: string; rank: string | null; unitName: string }>(
    `SELECT p."id", p."number", p."fullName", p."rank", u."name" AS "unitName" ${MISSING}
      ORDER BY u."path", p."sortKey", p."id" LIMIT ${limit} OFFSET ${offset}`,
    ...values,
  );
  return { people, total: Number(count?.n ?? 0) };
}
