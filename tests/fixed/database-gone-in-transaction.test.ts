import { describe, expect, it } from 'vitest';
import { isOutage } from '#app/platform/db/conflict.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';

useTestDatabase();

// A connection that was in use when its server died ended the whole process, and later queries on it were answered 500.
describe.runIf(process.env.TEST_POSTGRESQL_URL)('a database that goes away in the middle of a transaction', () => {
  it('is an outage to that request alone', async () => {
    const opened = database();
    const broken = await opened
      .writeQuietly(async (sql) => {
        const { pid } = (await sql.get<{ pid: number }>('SELECT pg_backend_pid() AS pid'))!;
        await opened.sql.run('SELECT pg_terminate_backend(?::int)', pid);
        // The connection tells of its end while no query is on it.
        await new Promise((resolve) => setTimeout(resolve, 100));
        await sql.get('SELECT 1 AS one');
      })
      .catch((error: unknown) => error);
    expect(isOutage(broken)).toBe(true);
    expect(await opened.sql.get('SELECT 1 AS one')).toEqual({ one: 1 });
  });
});

describe('what drivers say without a code', () => {
  it.each(['Connection terminated unexpectedly', 'Client has encountered a connection error and is not queryable'])(
    'is an outage: %s',
    (message) => expect(isOutage(new Error(message))).toBe(true),
  );
});
