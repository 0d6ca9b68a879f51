import type { Sql, SqlValue } from './sql.server.ts';

type ColumnType = 'TEXT' | 'INTEGER' | 'REAL' | 'INSTANT';

/**
 * A SELECT that gives the rows of one parameter (made by `rowsParameter`), for joins, upserts and UPDATE ... FROM: however
 * many rows there are, the text is the same and so is prepared once. The columns stand in the order of the values.
 */
export function rowsOf(sql: Sql, columns: Readonly<Record<string, ColumnType>>): string {
  const selected = Object.entries(columns).map(([name, type], index) => {
    const value = `j.value ->> ${index}`;
    return type === 'TEXT' ? `${value} AS "${name}"` : `CAST(${value} AS ${castOf(sql, type)}) AS "${name}"`;
  });
  const elements = sql.provider === 'sqlite' ? 'json_each(?)' : 'json_array_elements(CAST(? AS json))';
  return `SELECT ${selected.join(', ')} FROM ${elements} AS j`;
}

function castOf(sql: Sql, type: ColumnType): string {
  if (type === 'REAL') return 'DOUBLE PRECISION';
  // Instants are milliseconds on SQLite and timestamps on PostgreSQL.
  return type === 'INSTANT' && sql.provider === 'postgresql' ? 'TIMESTAMP(3)' : 'INTEGER';
}

/** A SELECT that gives the texts of one parameter (a JSON array of strings) as the column "id". */
export const idsIn = (sql: Sql): string =>
  sql.provider === 'sqlite'
    ? 'SELECT j.value AS "id" FROM json_each(?) AS j'
    : 'SELECT j.value AS "id" FROM json_array_elements_text(CAST(? AS json)) AS j';

/** Up to so many ids are spelt out. */
const FEW_IDS = 64;

/** Whether a list is short enough to be spelt out by `among`. */
export const isFew = (ids: readonly string[]): boolean => ids.length > 0 && ids.length <= FEW_IDS;

/**
 * An IN list of these ids and its values. A short one is spelt out, since PostgreSQL takes a list within a parameter for
 * a hundred of anything and rather reads whole tables; its length is rounded up by the last id again, so that few texts
 * are prepared. A long one is one parameter.
 */
export function among(sql: Sql, ids: readonly string[]): { text: string; values: SqlValue[] } {
  if (!isFew(ids)) return { text: `IN (${idsIn(sql)})`, values: [JSON.stringify(ids)] };
  const length = 2 ** Math.ceil(Math.log2(ids.length));
  const values = Array.from({ length }, (_, index) => ids[Math.min(index, ids.length - 1)]!);
  return { text: `IN (${values.map(() => '?').join(', ')})`, values };
}

/** Rows as the one parameter that `rowsOf` takes. */
export function rowsParameter(sql: Sql, rows: readonly (readonly SqlValue[])[]): string {
  const plain = (value: SqlValue) =>
    value instanceof Date ? (sql.provider === 'sqlite' ? value.getTime() : value.toISOString().slice(0, -1)) : value;
  return JSON.stringify(rows.map((row) => row.map(plain)));
}
