import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { type Database, database } from './db/database.server.ts';
import { sha256 } from './ids.server.ts';

/** So many points within so many seconds of the first one; then all are back. There is no longer punishment. */
export interface Limit {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

type Limiter = RateLimiterMemory | RateLimiterPostgres;
type Limiters = Map<string, Promise<Limiter>>;

const tableName = 'rate_limit';
const limitersOf = new WeakMap<Database, Limiters>();

/**
 * Counts live in the memory of the one process on SQLite, and in a table of their own on PostgreSQL, where several
 * processes serve one corps. Where that table cannot be reached each process goes on counting for itself.
 */
async function openLimiter({ name, points, seconds }: Limit, { pool }: Database): Promise<Limiter> {
  const memory = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
  if (!pool) return memory;
  return new Promise((resolve) => {
    const stored: RateLimiterPostgres = new RateLimiterPostgres(
      {
        storeClient: pool,
        storeType: 'pool',
        tableName,
        keyPrefix: name,
        points,
        duration: seconds,
        insuranceLimiter: memory,
      },
      (error?: unknown) => resolve(error ? memory : stored),
    );
  });
}

function limiter(limit: Limit): Promise<Limiter> {
  const opened = database();
  const limiters: Limiters = limitersOf.get(opened) ?? new Map();
  limitersOf.set(opened, limiters);
  let found = limiters.get(limit.name);
  if (!found) {
    found = openLimiter(limit, opened);
    limiters.set(limit.name, found);
  }
  return found;
}

/** Takes one point; answers 0, or the seconds to wait where none is left. Atomic: parallel tries cannot share a point. */
export async function takePoint(limit: Limit, key: string): Promise<number> {
  try {
    await (await limiter(limit)).consume(sha256(key));
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}

/** Gives one point back: what it was taken for turned out to be no failure. */
export async function givePointBack(limit: Limit, key: string): Promise<void> {
  await (await limiter(limit)).reward(sha256(key));
}

/** Gives all points back. */
export async function givePointsBack(limit: Limit, key: string): Promise<void> {
  await (await limiter(limit)).delete(sha256(key));
}
