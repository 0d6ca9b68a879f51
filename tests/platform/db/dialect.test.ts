import { describe, expect, it } from 'vitest';
import { isDuplicate } from '#app/platform/db/conflict.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { pendingMigrations } from '#app/platform/db/migrate.server.ts';
import { booleanOf, instantOf, type RawInstant } from '#app/platform/db/sql.server.ts';
import { useTestDatabase } from '#tests/database.ts';

useTestDatabase();

const at = new Date('2026-11-22T01:02:03.456Z');
const insert = 'INSERT INTO "AuditEvent" ("id", "at", "op", "details") VALUES (?, ?, ?, ?)';

describe('the seam between the two databases', () => {
  it('has applied every migration and asserts that it keeps what it acknowledges', async () => {
    expect(await pendingMigrations(database())).toEqual([]);
    await expect(database().assertDurable()).resolves.toBeUndefined();
  });

  it('writes the same instant by Prisma and by plain SQL', async () => {
    await database().write(async (tx, sql) => {
      await tx.auditEvent.create({ data: { id: 'by-prisma', at, op: 'x' } });
      await sql.run(insert, 'by-sql', at, 'x', '{}');
    });
    const rows = await database().sql.all<{ id: string; at: RawInstant }>(
      'SELECT "id", "at" FROM "AuditEvent" WHERE "at" = ? ORDER BY "id"',
      at,
    );
    expect(rows.map((row) => [row.id, instantOf(row.at)?.toISOString()])).toEqual([
      ['by-prisma', at.toISOString()],
      ['by-sql', at.toISOString()],
    ]);
    const read = await database().read.auditEvent.findMany({ orderBy: { id: 'asc' } });
    expect(read.map((row) => row.at.toISOString())).toEqual([at.toISOString(), at.toISOString()]);
  });

  it('takes nothing of a transaction that failed', async () => {
    const failing = database().write(async (tx) => {
      await tx.auditEvent.create({ data: { id: 'lost', at, op: 'x' } });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await database().read.auditEvent.findUnique({ where: { id: 'lost' } })).toBeNull();
  });

  it('lets one refused quiet work take nothing of its neighbours with it', async () => {
    const works = Array.from({ length: 50 }, (_, index) =>
      database().writeQuietly(async (sql) => {
        await sql.run(insert, `quiet-${index}`, at, 'quiet', '{}');
        if (index % 10 === 3) throw new Error(`refused ${index}`);
        return index;
      }),
    );
    const outcomes = await Promise.allSettled(works);
    expect(outcomes.filter((outcome) => outcome.status === 'rejected')).toHaveLength(5);
    const row = await database().sql.get<{ n: number }>(
      'SELECT COUNT(*) AS n FROM "AuditEvent" WHERE "op" = ?',
      'quiet',
    );
    expect(row?.n).toBe(45);
  });

  it('lets a work that serves many pass those of single people that wait', async ({ skip }) => {
    // On PostgreSQL nobody waits for another's flush.
    if (database().provider !== 'sqlite') skip();
    const order: string[] = [];
    const quietly = (id: string, lane?: { isAhead: boolean }) =>
      database().writeQuietly(async (sql) => {
        await sql.run(insert, id, at, 'lanes', '{}');
        order.push(id);
      }, lane);
    const singles = Array.from({ length: 600 }, (_, index) => quietly(`single-${index}`));
    await singles[0];
    const served = order.length;
    await quietly('many', { isAhead: true });
    expect(order.indexOf('many')).toBe(served);
    await Promise.all(singles);
    expect(order).toHaveLength(601);
    const row = await database().sql.get<{ n: number }>(
      'SELECT COUNT(*) AS n FROM "AuditEvent" WHERE "op" = ?',
      'lanes',
    );
    expect(Number(row?.n)).toBe(601);
  });

  it('mixes quiet works and transactions without waiting for ever', async () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      index % 2
        ? database().writeQuietly((sql) => sql.run(insert, `mix-${index}`, at, 'mix', '{}'))
        : database().write((tx) => tx.auditEvent.create({ data: { id: `mix-${index}`, at, op: 'mix' } })),
    );
    await Promise.all(many);
    expect(await database().read.auditEvent.count({ where: { op: 'mix' } })).toBe(40);
  });

  it('tells a duplicate from other failures', async () => {
    const twice = () => database().write((tx) => tx.auditEvent.create({ data: { id: 'twice', at, op: 'x' } }));
    await twice();
    expect(isDuplicate(await twice().catch((error: unknown) => error))).toBe(true);
    const rawTwice = database().writeQuietly((sql) => sql.run(insert, 'twice', at, 'x', '{}'));
    expect(isDuplicate(await rawTwice.catch((error: unknown) => error))).toBe(true);
    const nonsense = database().writeQuietly((sql) => sql.run('INSERT INTO "Nowhere" VALUES (1)'));
    expect(isDuplicate(await nonsense.catch((error: unknown) => error))).toBe(false);
  });

  it('reads booleans alike', () => {
    expect([booleanOf(1), booleanOf(true), booleanOf(0), booleanOf(false), booleanOf(null)]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
