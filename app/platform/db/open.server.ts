import { isStarting } from './conflict.server.ts';
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

/**
 * Waits for a database server that is not there yet: after a power cut it may come back later than this process. Throws
 * what it says once the patience is over, and anything else at once.
 */
export async function waitForServer(url: string, { patienceMs = 60_000, pauseMs = 500 } = {}): Promise<void> {
  if (url.startsWith('file:')) return;
  const until = performance.now() + patienceMs;
  const opened = await openDatabase(url);
  try {
    for (;;) {
      try {
        await opened.sql.get('SELECT 1 AS one');
        return;
      } catch (error) {
        if (!isStarting(error) || performance.now() > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  } finally {
    await opened.close();
  }
}
