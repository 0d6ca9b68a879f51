import Database from 'better-sqlite3';
import { openDatabase } from '#app/platform/db/open.server.ts';
import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';
import type { Journal } from './journal.ts';
import { judge, type Violation } from './judge.ts';
import { readStored } from './read-stored.ts';
import type { CrashStage } from './stage-crash-exam.ts';

/** Judges the database of a server that has recovered, by a connection beside it that writes nothing. */
export async function look(url: string, stage: CrashStage, journal: Journal): Promise<Violation[]> {
  const judged = async (sql: Sql) => judge(journal.attempts, await readStored(sql), stage.optionIds);
  if (!url.startsWith('file:')) {
    const opened = await openDatabase(url);
    return judged(opened.sql).finally(() => opened.close());
  }
  const handle = new Database(url.slice('file:'.length), { readonly: true });
  try {
    const health = handle.pragma('integrity_check', { simple: true });
    if (health !== 'ok') return [{ kind: 'database-damaged', attemptId: '', found: health }];
    return await judged(readOnly(handle));
  } catch (error) {
    return [{ kind: 'database-damaged', attemptId: '', found: String(error) }];
  } finally {
    handle.close();
  }
}

function readOnly(handle: Database.Database): Sql {
  const plain = (values: SqlValue[]) => values.map((value) => (value instanceof Date ? value.getTime() : value));
  return {
    ...({ provider: 'sqlite', forUpdate: '', forShare: '' } as const),
    all: async <Row>(text: string, ...values: SqlValue[]) => handle.prepare(text).all(...plain(values)) as Row[],
    get: async <Row>(text: string, ...values: SqlValue[]) =>
      handle.prepare(text).get(...plain(values)) as Row | undefined,
    run: async () => {
      throw new Error('The judge writes nothing.');
    },
  };
}
