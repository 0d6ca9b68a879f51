import type BetterSqlite3 from 'better-sqlite3';
import { busyError, patienceMs, retryOnConflict } from './conflict.server.ts';
import type { Mutex } from './mutex.server.ts';
import type { Sql } from './sql.server.ts';

type Waiting = { work: (sql: Sql) => Promise<unknown>; until: number; settle: (outcome: Outcome) => void };
type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

/** The most works that share one flush, and for how long those of single people may run before it: bounds how long the first of them waits. */
const largestGroup = 200;
const longestGroupMs = 100;

/**
 * Short works that arrive while the disk is busy share the next transaction and its flush. Each has a savepoint of its
 * own, so that one refused work takes nothing of the others with it; nobody is answered before the commit.
 */
export class GroupCommit {
  #ahead: Waiting[] = [];
  #waiting: Waiting[] = [];
  #scheduled = false;
  /** Whether the last turn found the database locked until its patience was over. */
  #wasLocked = false;
  readonly #begin: BetterSqlite3.Statement;
  readonly #commit: BetterSqlite3.Statement;
  readonly #rollback: BetterSqlite3.Statement;
  readonly #savepoint: BetterSqlite3.Statement;
  readonly #release: BetterSqlite3.Statement;
  readonly #rollbackTo: BetterSqlite3.Statement;

  constructor(
    handle: BetterSqlite3.Database,
    private readonly sql: Sql,
    private readonly turn: Mutex,
  ) {
    this.#begin = handle.prepare('BEGIN IMMEDIATE');
    this.#commit = handle.prepare('COMMIT');
    this.#rollback = handle.prepare('ROLLBACK');
    this.#savepoint = handle.prepare('SAVEPOINT one');
    this.#release = handle.prepare('RELEASE one');
    this.#rollbackTo = handle.prepare('ROLLBACK TO one');
  }

  /** A work that `isAhead` is in the next group, before all that wait. */
  add<T>(work: (sql: Sql) => Promise<T>, { isAhead }: { isAhead: boolean }): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      (isAhead ? this.#ahead : this.#waiting).push({
        work,
        until: performance.now() + patienceMs,
        settle: (outcome) => (outcome.ok ? resolve(outcome.value as T) : reject(outcome.error)),
      });
      if (this.#scheduled) return;
      this.#scheduled = true;
      setImmediate(() => void this.#flush());
    });
  }

  async #flush(): Promise<void> {
    await this.turn.run(async () => {
      const ahead = this.#ahead.splice(0, largestGroup);
      const group = [...ahead, ...this.#waiting.splice(0, largestGroup - ahead.length)];
      this.#scheduled = this.#ahead.length + this.#waiting.length > 0;
      if (this.#scheduled) setImmediate(() => void this.#flush());
      let outcomes: Outcome[] = [];
      let later: Waiting[] = [];
      try {
        // Behind a turn that waited in vain nobody waits as long again. A long queue of our own is no lock: it moves.
        if (this.#wasLocked && group.every(({ until }) => performance.now() > until)) throw busyError();
        this.#wasLocked = true;
        await retryOnConflict(async () => this.#begin.run());
        this.#wasLocked = false;
        for (const { work } of ahead) outcomes.push(await this.#one(work));
        // Counted after those ahead: a room that begins turn upon turn must not keep every save waiting until it has begun.
        const until = performance.now() + longestGroupMs;
        for (const { work } of group.slice(ahead.length)) {
          if (outcomes.length > ahead.length && performance.now() > until) break;
          outcomes.push(await this.#one(work));
        }
        later = group.splice(outcomes.length);
        this.#commit.run();
      } catch (error) {
        outcomes = group.map(() => ({ ok: false, error }));
        try {
          this.#rollback.run();
        } catch {
          // No transaction was open: BEGIN itself was refused.
        }
      }
      for (const [index, { settle }] of group.entries()) settle(outcomes[index] as Outcome);
      if (later.length === 0) return;
      this.#waiting.unshift(...later);
      if (this.#scheduled) return;
      this.#scheduled = true;
      setImmediate(() => void this.#flush());
    });
  }

  async #one(work: Waiting['work']): Promise<Outcome> {
    this.#savepoint.run();
    try {
      const value = await work(this.sql);
      this.#release.run();
      return { ok: true, value };
    } catch (error) {
      try {
        this.#rollbackTo.run();
        this.#release.run();
      } catch {
        // A full or broken disk has undone the whole transaction already: the group fails with the reason.
        throw error;
      }
      return { ok: false, error };
    }
  }
}
