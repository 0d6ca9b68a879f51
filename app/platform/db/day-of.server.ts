import type { Sql } from './sql.server.ts';

/** The day in Việt Nam (2026-11-23) of an instant in a column, as an expression. */
export const dayOf = (sql: Sql, column: string): string =>
  sql.provider === 'sqlite'
    ? `strftime('%Y-%m-%d', ${column} / 1000 + 25200, 'unixepoch')`
    : `to_char(${column} + INTERVAL '7 hours', 'YYYY-MM-DD')`;
