import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type BetterSqlite3 from 'better-sqlite3';
import { busyError, patienceMs, retryOnConflict } from './conflict.server.ts';
import type { Client, Database } from './database.server.ts';
import { PrismaClient } from './generated/sqlite/client.ts';
import { GroupCommit } from './group-commit.server.ts';
import { Mutex } from './mutex.server.ts';
import type { Sql, SqlValue } from './sql.server.ts';

/**
 * Milliseconds that a statement stands still for another process (the administrator's commands). Short, since the whole
 * server stands still with it; longer waits are turns of the event loop, see `retryOnConflict`.
 */
const busyTimeout = 10;

type Connection = { client: Client; handle: BetterSqlite3.Database };

export const sqliteAdapter = (url: string) => new PrismaBetterSqlite3({ url }, { timestampFormat: 'unixepoch-ms' });

/**
 * Prisma over one connection of our own knowledge: the adapter's handle is also used for plain SQL, so that a hot
 * save and a Prisma transaction never wait for each other as two connections of one process would.
 */
async function connect(url: string): Promise<Connection> {
  const factory = sqliteAdapter(url);
  const adapter = await factory.connect();
  const handle = (adapter as unknown as { client?: BetterSqlite3.Database }).client;
  if (!handle?.prepare) throw new Error('The SQLite adapter no longer shows its connection.');
  handle.pragma('journal_mode = WAL');
  handle.pragma('synchronous = FULL');
  handle.pragma('foreign_keys = ON');
  handle.pragma(`busy_timeout = ${busyTimeout}`);
  handle.pragma('cache_size = -65536');
  handle.pragma('temp_store = MEMORY');
  const client = new PrismaClient({
    adapter: { provider: 'sqlite', adapterName: factory.adapterName, connect: async () => adapter } as never,
    transactionOptions: { maxWait: 60_000, timeout: 120_000 },
  });
  return { client, handle };
}

const asParameter = (value: SqlValue) =>
  value instanceof Date ? value.getTime() : typeof value === 'boolean' ? Number(value) : value;

function plainSql(handle: BetterSqlite3.Database): Sql {
  const prepared = new Map<string, BetterSqlite3.Statement>();
  const statement = (text: string) => {
    let found = prepared.get(text);
    if (!found) {
      found = handle.prepare(text).safeIntegers(false);
      if (prepared.size < 500) prepared.set(text, found);
    }
    return found;
  };
  return {
    provider: 'sqlite',
    forUpdate: '',
    forShare: '',
    all: async <Row>(text: string, ...values: SqlValue[]) => statement(text).all(...values.map(asParameter)) as Row[],
    get: async <Row>(text: string, ...values: SqlValue[]) =>
      statement(text).get(...values.map(asParameter)) as Row | undefined,
    run: async (text: string, ...values: SqlValue[]) => statement(text).run(...values.map(asParameter)).changes,
  };
}

/** The embedded database: one file, WAL, flushed to the disk at each commit; one writer and one reader connection. */
export async function openSqlite(url: string): Promise<Database> {
  const writer = await connect(url);
  const reader = await connect(url);
  reader.handle.pragma('query_only = ON');
  const turn = new Mutex();
  const writerSql = plainSql(writer.handle);
  const group = new GroupCommit(writer.handle, writerSql, turn);
  return {
    provider: 'sqlite',
    url,
    read: reader.client,
    sql: plainSql(reader.handle),
    write: (work) => {
      const until = performance.now() + patienceMs;
      return turn.run(() => {
        if (performance.now() > until) throw busyError();
        return retryOnConflict(() => writer.client.$transaction((tx) => work(tx, writerSql)));
      });
    },
    writeQuietly: (work, { isAhead } = { isAhead: false }) => group.add(work, { isAhead }),
    async assertDurable() {
      for (const { handle } of [writer, reader]) {
        const mode = handle.pragma('journal_mode', { simple: true });
        const synchronous = Number(handle.pragma('synchronous', { simple: true }));
        if (mode !== 'wal' || synchronous !== 2) {
          throw new Error(`SQLite must run with WAL and synchronous=FULL, found ${mode} and ${synchronous}.`);
        }
      }
    },
    async close() {
      await turn.run(async () => undefined);
      await reader.client.$disconnect();
      if (reader.handle.open) reader.handle.close();
      if (writer.handle.open) writer.handle.pragma('wal_checkpoint(TRUNCATE)');
      await writer.client.$disconnect();
      if (writer.handle.open) writer.handle.close();
    },
  };
}
