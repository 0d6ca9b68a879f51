import type { Sql, SqlValue } from './sql.server.ts';

type ColumnType = 'TEXT' | 'INTEGER';

/**
 * A SELECT that gives the rows of one parameter (made by `rowsParameter`), for joins, upserts and UPDATE ... FROM: however
 * many rows there are, the text is the same and so is prepared once. The columns stand in the order of the values.
 */
export function rowsOf(sql: Sql, columns: Readonly<Record<string, ColumnType>>): string {
  const selected = Object.entries(columns).map(([name, type], index) =>
    type === 'TEXT' ? `j.value ->> ${index} AS "${name}"` : `CAST(j.value ->> ${index} AS INTEGER) AS "${name}"`,
  );
  return `SELECT ${selected.join(', ')} FROM ${elements(sql)} AS j`;
}

/** A SELECT that gives the texts of one parameter (a JSON array of strings) as the column "id". */
export const idsIn = (sql: Sql): string =>
  sql.provider === 'sqlite'
    ? 'SELECT j.value AS "id" FROM json_each(?) AS j'
    : 'SELECT j.value AS "id" FROM json_array_elements_text(CAST(? AS json)) AS j';

/** Rows as the one parameter that `rowsOf` takes. */
export const rowsParameter = (rows: readonly (readonly Exclude<SqlValue, Date | boolean>[])[]): string =>
  JSON.stringify(rows);

const elements = (sql: Sql) => (sql.provider === 'sqlite' ? 'json_each(?)' : 'json_array_elements(CAST(? AS json))');
