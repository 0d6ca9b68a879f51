import type { Database } from './database.server.ts';

/** Opens the database that a URL names: `postgresql://...` or `file:...`. Only the dialect in use is loaded. */
export async function openDatabase(url: string): Promise<Database> {
  if (/^postgres(ql)?:/.test(url)) {
    const { openPostgresql } = await import('./dialect.postgresql.server.ts');
    return openPostgresql(url);
  }
  const { openSqlite } = await import('./dialect.sqlite.server.ts');
  return openSqlite(url);
}
