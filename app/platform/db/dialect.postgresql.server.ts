import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { retryOnConflict } from './conflict.server.ts';
import type { Client, Database, Tx } from './database.server.ts';
import { PrismaClient } from './generated/postgresql/client.ts';
import type { Sql, SqlValue } from './sql.server.ts';

const timestamp = 1114;
const bigint = 20;
const numeric = 1700;

/** Prisma keeps instants as UTC in columns without a zone: read them so whatever the process's zone is. */
const types: pg.CustomTypesConfig = {
  getTypeParser(id: number, format?: 'text' | 'binary') {
    if (id === timestamp) return (text: string) => new Date(`${text.replace(' ', 'T')}Z`);
    if (id === bigint || id === numeric) return Number;
    return pg.types.getTypeParser(id, format as 'text');
  },
} as pg.CustomTypesConfig;

const numbered = new Map<string, string>();

/** `?` to `$1, $2, ...`; the texts are ours and hold no question mark of another meaning. */
function withNumbers(text: string): string {
  let found = numbered.get(text);
  if (!found) {
    let index = 0;
    found = text.replace(/\?/g, () => `$${++index}`);
    if (numbered.size < 1000) numbered.set(text, found);
  }
  return found;
}

const asParameter = (value: SqlValue) => (value instanceof Date ? value.toISOString().slice(0, -1) : value);

type Queryable = Pick<pg.Pool, 'query'>;

function plainSql(target: Queryable): Sql {
  const query = (text: string, values: SqlValue[]) =>
    target.query({ text: withNumbers(text), values: values.map(asParameter), types });
  return {
    provider: 'postgresql',
    forUpdate: ' FOR NO KEY UPDATE',
    forShare: ' FOR SHARE',
    all: async <Row>(text: string, ...values: SqlValue[]) => (await query(text, values)).rows as Row[],
    get: async <Row>(text: string, ...values: SqlValue[]) => (await query(text, values)).rows[0] as Row | undefined,
    run: async (text: string, ...values: SqlValue[]) => (await query(text, values)).rowCount ?? 0,
  };
}

/** Plain SQL inside a Prisma transaction: on PostgreSQL it must travel on the transaction's own connection. */
function sqlWithin(tx: Tx): Sql {
  const all = async <Row>(text: string, ...values: SqlValue[]) => {
    const rows = (await tx.$queryRawUnsafe(withNumbers(text), ...values)) as Record<string, unknown>[];
    for (const row of rows) for (const key in row) if (typeof row[key] === 'bigint') row[key] = Number(row[key]);
    return rows as Row[];
  };
  return {
    provider: 'postgresql',
    forUpdate: ' FOR NO KEY UPDATE',
    forShare: ' FOR SHARE',
    all,
    get: async <Row>(text: string, ...values: SqlValue[]) => (await all<Row>(text, ...values))[0],
    run: (text: string, ...values: SqlValue[]) => tx.$executeRawUnsafe(withNumbers(text), ...values),
  };
}

/**
 * A pool that survives its server: what a broken connection says of itself is found by the query that uses it next. Without
 * listeners, on idle connections and on those in use, the process would end with the database.
 */
function openPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max });
  pool.on('error', () => undefined);
  pool.on('connect', (connection) => connection.on('error', () => undefined));
  return pool;
}

/** PostgreSQL for several application servers: one pool for plain SQL, one for Prisma. */
export async function openPostgresql(url: string): Promise<Database> {
  const pool = openPool(url, 20);
  const client = new PrismaClient({
    adapter: new PrismaPg(openPool(url, 10), { disposeExternalPool: true }),
    transactionOptions: { maxWait: 60_000, timeout: 120_000 },
  }) as unknown as Client;
  return {
    provider: 'postgresql',
    url,
    read: client,
    sql: plainSql(pool),
    pool,
    write: (work) => retryOnConflict(() => client.$transaction((tx) => work(tx, sqlWithin(tx)))),
    writeQuietly: (work) =>
      retryOnConflict(async () => {
        const connection = await pool.connect();
        try {
          await connection.query('BEGIN');
          const value = await work(plainSql(connection));
          await connection.query('COMMIT');
          connection.release();
          return value;
        } catch (error) {
          await connection.query('ROLLBACK').then(
            () => connection.release(),
            (broken: Error) => connection.release(broken),
          );
          throw error;
        }
      }),
    async assertDurable() {
      const found = await pool.query<{ commit: string; fsync: string }>(
        `SELECT current_setting('synchronous_commit') AS commit, current_setting('fsync') AS fsync`,
      );
      const { commit, fsync } = found.rows[0] ?? { commit: '?', fsync: '?' };
      if (commit === 'off' || fsync === 'off') {
        throw new Error(`PostgreSQL must run with synchronous_commit and fsync on, found ${commit} and ${fsync}.`);
      }
    },
    async close() {
      await client.$disconnect();
      await pool.end();
    },
  };
}
