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
  it.each([
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
    'Client was closed and is not queryable',
    'Received unexpected commandComplete message from backend.',
    'timeout exceeded when trying to connect',
    'Invalid `prisma.quiz.findMany()` invocation:\n\n\nServer has closed the connection.',
    'the database system is in recovery mode',
  ])('is an outage: %s', (message) => {
    expect(isOutage(new Error(message))).toBe(true);
    expect(isOutage(new Error('A transaction failed.', { cause: new Error(message) }))).toBe(true);
  });
});

// A start was answered 500 while its database was being killed: once in some fifty kills.
describe('what drivers say with a code of a server that is gone', () => {
  const withCode = (code: string) => Object.assign(new Error('?'), { code });
  it.each(['ERR_STREAM_DESTROYED', 'ECONNABORTED', '08P01', '53400', '58030', '57P02', 'XX001'])(
    'is an outage: %s',
    (code) => {
      expect(isOutage(withCode(code))).toBe(true);
      expect(isOutage(new AggregateError([withCode(code)]))).toBe(true);
      expect(isOutage({ code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: code } } } })).toBe(true);
    },
  );

  it.each(['23505', '22021', '42P01', 'P2002', 'ERR_INVALID_ARG_TYPE'])('is none: %s', (code) => {
    expect(isOutage(withCode(code))).toBe(false);
  });
});
