import type { Pool } from 'pg';
import type { Prisma, PrismaClient } from './generated/sqlite/client.ts';
import type { Provider, Sql } from './sql.server.ts';

/** The client of either provider; the models are the same, so the types of one describe both. */
export type Client = PrismaClient;
export type Tx = Prisma.TransactionClient;
/** What a finder takes: the client outside a transaction, or the transaction that it must see. */
export type Db = Client | Tx;

/** One opened database. Changes go through features/audit `transact`, which alone calls `write` and `writeQuietly`. */
export interface Database {
  readonly provider: Provider;
  readonly url: string;
  /** For queries: never waits for a writer. */
  readonly read: Client;
  readonly sql: Sql;
  /** PostgreSQL alone: the connections beneath, for what keeps tables of its own (platform/limits). */
  readonly pool?: Pool;
  /** One transaction; the work may run again after a conflict, so it must touch nothing but the database. */
  write<T>(work: (tx: Tx, sql: Sql) => Promise<T>): Promise<T>;
  /**
   * One short transaction of plain SQL. On SQLite, works that arrive together share one flush to the disk; one that
   * `isAhead` passes those that wait, since it serves many people at once.
   */
  writeQuietly<T>(work: (sql: Sql) => Promise<T>, lane?: { isAhead: boolean }): Promise<T>;
  /** Throws when the database would not keep what it acknowledges. */
  assertDurable(): Promise<void>;
  close(): Promise<void>;
}

const slot = globalThis as { hoctap35Database?: Database };

/** The database of this process. */
export function database(): Database {
  if (!slot.hoctap35Database) throw new Error('No database is open: call openDatabase first.');
  return slot.hoctap35Database;
}

/** Makes `opened` the database of this process; answers the one before it. */
export function useDatabase(opened: Database | undefined): Database | undefined {
  const before = slot.hoctap35Database;
  slot.hoctap35Database = opened;
  return before;
}

/** Whether this process has opened its database. */
export const isDatabaseOpen = (): boolean => slot.hoctap35Database !== undefined;
