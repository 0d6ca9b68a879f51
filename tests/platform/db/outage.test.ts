import Sqlite from 'better-sqlite3';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isOutage } from '#app/platform/db/conflict.server.ts';
import { type Database, database } from '#app/platform/db/database.server.ts';
import { openDatabase } from '#app/platform/db/open.server.ts';
import { asResponse, type ErrorData } from '#app/platform/http/errors.server.ts';
import { useTestDatabase } from '#tests/database.ts';

useTestDatabase();

const at = new Date('2026-11-22T01:00:00Z');
const insert = 'INSERT INTO "AuditEvent" ("id", "at", "op", "details") VALUES (?, ?, ?, ?)';
const quietly = (id: string) => database().writeQuietly((sql) => sql.run(insert, id, at, 'outage', '{}'));
const wholly = (id: string) => database().write((tx) => tx.auditEvent.create({ data: { id, at, op: 'outage' } }));
const stored = async (id: string) => (await database().read.auditEvent.findUnique({ where: { id } })) !== null;
const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

/** Another process that writes for a while: on SQLite it holds the file, on PostgreSQL the row's table. */
async function lockedElsewhere(opened: Database): Promise<() => Promise<void>> {
  if (opened.provider === 'postgresql') {
    const { default: pg } = await import('pg');
    const other = new pg.Client({ connectionString: opened.url });
    await other.connect();
    await other.query('BEGIN; LOCK TABLE "AuditEvent" IN EXCLUSIVE MODE');
    return async () => {
      await other.query('ROLLBACK');
      await other.end();
    };
  }
  const other = new Sqlite(opened.url.replace(/^file:/, ''));
  other.exec('BEGIN IMMEDIATE');
  return async () => {
    other.exec('ROLLBACK');
    other.close();
  };
}

let release: (() => Promise<void>) | undefined;
afterEach(async () => {
  await release?.();
  release = undefined;
});

describe('a database that another process has locked', () => {
  it('makes changes wait without standing still, and then keeps them all', async () => {
    release = await lockedElsewhere(database());
    const waiting = Promise.all([quietly('quiet'), wholly('whole'), quietly('quiet-2')]);
    // Reads go on meanwhile, and nothing is stored yet.
    for (let reads = 0; reads < 30; reads += 1) {
      expect(await stored('quiet')).toBe(false);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await release();
    release = undefined;
    await waiting;
    expect([await stored('quiet'), await stored('whole'), await stored('quiet-2')]).toEqual([true, true, true]);
  });
});

describe.runIf(!process.env.TEST_POSTGRESQL_URL)('a full disk', () => {
  beforeAll(async () => {
    await wholly('before');
  });

  it('refuses the change as an outage, keeps what was acknowledged, and works again when there is room', async () => {
    const limit = (pages: number) => database().write((tx) => tx.$queryRawUnsafe(`PRAGMA max_page_count = ${pages}`));
    const [{ page_count: used }] = (await database().write((tx) => tx.$queryRawUnsafe('PRAGMA page_count'))) as [
      { page_count: bigint },
    ];
    await limit(Number(used));
    const large = 'x'.repeat(200_000);
    const quiet = await caught(database().writeQuietly((sql) => sql.run(insert, 'too-large', at, 'outage', large)));
    const whole = await caught(
      database().write((tx) => tx.auditEvent.create({ data: { id: 'too-large-2', at, op: 'outage', details: large } })),
    );
    expect([isOutage(quiet), isOutage(whole)]).toEqual([true, true]);
    expect([await stored('before'), await stored('too-large'), await stored('too-large-2')]).toEqual([
      true,
      false,
      false,
    ]);
    await limit(1_000_000_000);
    await quietly('after');
    expect(await stored('after')).toBe(true);
  });
});

describe('a database that is gone', () => {
  it('is an outage while a server does not answer', async () => {
    const opened = await openDatabase('postgresql://nobody@127.0.0.1:1/none');
    expect(isOutage(await caught(opened.sql.get('SELECT 1 AS one')))).toBe(true);
    expect(isOutage(await caught(opened.read.unit.findFirst()))).toBe(true);
    await opened.close();
  });

  it('is an outage while a file is closed under it', async () => {
    if (database().provider !== 'sqlite') return;
    const opened = await openDatabase(database().url);
    await opened.close();
    expect(isOutage(await caught(opened.sql.get('SELECT 1 AS one')))).toBe(true);
  });
});

describe('an outage at the edge', () => {
  it('becomes 503 with a code that tells nothing else', () => {
    const error = Object.assign(new Error('database or disk is full: /secret/path'), { code: 'SQLITE_FULL' });
    const response = asResponse(error, new Request('http://localhost/attempts/a1')) as {
      data: ErrorData;
      init: { status: number };
    };
    expect(response.init.status).toBe(503);
    expect(response.data).toEqual({ code: 'unavailable', incident: expect.stringMatching(/^[0-9A-Z]{6}$/) });
  });

  it('is told from what nobody expected, which is 500 with a code of its own', () => {
    const error = new TypeError('x is not a function');
    const response = asResponse(error, new Request('http://localhost/')) as {
      data: ErrorData;
      init: { status: number };
    };
    expect(response.init.status).toBe(500);
    expect(response.data).toEqual({ code: 'unexpected', incident: expect.stringMatching(/^[0-9A-Z]{6}$/) });
  });
});
