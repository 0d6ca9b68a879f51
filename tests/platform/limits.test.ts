import { afterEach, describe, expect, it, vi } from 'vitest';
import { database } from '#app/platform/db/database.server.ts';
import { givePointBack, givePointsBack, takePoint } from '#app/platform/limits.server.ts';
import { useTestDatabase } from '#tests/database.ts';

useTestDatabase();
afterEach(() => vi.useRealTimers());

const three = { name: 'test-three', points: 3, seconds: 60 };
const take = async (key: string, times: number) => {
  const waits: number[] = [];
  for (let i = 0; i < times; i += 1) waits.push(await takePoint(three, key));
  return waits;
};

describe('a limit', () => {
  it('gives so many points, then says how long to wait', async () => {
    const [a, b, c, wait] = await take('an', 4);
    expect([a, b, c]).toEqual([0, 0, 0]);
    expect(wait).toBeGreaterThan(50);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await takePoint(three, 'binh')).toBe(0);
  });

  it('takes points back, one or all', async () => {
    await take('cuong', 3);
    await givePointBack(three, 'cuong');
    expect((await take('cuong', 2)).map((wait) => wait > 0)).toEqual([false, true]);
    await givePointsBack(three, 'cuong');
    expect(await take('cuong', 3)).toEqual([0, 0, 0]);
  });

  it('shares no point between tries of the same moment', async () => {
    const waits = await Promise.all(Array.from({ length: 12 }, () => takePoint(three, 'dung')));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
  });

  it('is over when its time is over, however often it was tried meanwhile', async () => {
    await take('em', 20);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    expect(await takePoint(three, 'em')).toBe(0);
  });

  it('is counted in a table where several processes serve one corps', async () => {
    await takePoint(three, 'giang');
    const { provider, sql } = database();
    if (provider === 'sqlite') return;
    const rows = await sql.all<{ key: string }>('SELECT key FROM rate_limit');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ key }) => /^test-three:[0-9a-f]{64}$/.test(key))).toBe(true);
  });
});
