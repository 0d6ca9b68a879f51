import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';

/** Both databases bound the parameters of a statement (32,766 and 65,535); beyond some hundred rows nothing is gained. */
const mostParameters = 16_000;
const mostRows = 200;

/** Inserts many rows of one table with few statements. Every row has the same columns. */
export async function insertRows<Row extends Record<string, SqlValue>>(
  sql: Sql,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first);
  const size = Math.min(mostRows, Math.floor(mostParameters / columns.length));
  const names = columns.map((name) => `"${name}"`).join(', ');
  const marks = `(${columns.map(() => '?').join(', ')})`;
  for (let from = 0; from < rows.length; from += size) {
    const part = rows.slice(from, from + size);
    const values = part.flatMap((row) => columns.map((name) => row[name]!));
    await sql.run(`INSERT INTO "${table}" (${names}) VALUES ${part.map(() => marks).join(', ')}`, ...values);
  }
}
