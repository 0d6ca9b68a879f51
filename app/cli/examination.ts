import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { verifyCounters } from '#app/features/progress/queries/verify-counters.server.ts';
import { type Database, useDatabase } from '#app/platform/db/database.server.ts';
import { pendingMigrations } from '#app/platform/db/migrate.server.ts';
import { openDatabase } from '#app/platform/db/open.server.ts';
import { env } from '#app/platform/env.server.ts';
import type { Words } from './command.ts';

/** One thing that was looked at: `says` is a message code, `subject` what the sentence names. */
export interface Check {
  name: keyof Words['doctor']['checks'];
  state: 'ok' | 'problem' | 'skipped';
  says: keyof Words['doctor']['says'];
  subject: string | number;
  counts?: Record<string, number>;
}

const smallestFreeMegabytes = 500;

/** Everything that `doctor` looks at, in the order in which one thing needs the other. */
export async function examine(): Promise<Check[]> {
  const opened = await openForLooking();
  const checks = [node(), dataFolder(), freeDisk()];
  if (!('database' in opened)) return [...checks, opened, ...skipped('migrations', 'durable', 'content', 'counters')];
  const { database } = opened;
  try {
    checks.push(await reach(database));
    if (checks.at(-1)?.state === 'problem')
      return [...checks, ...skipped('migrations', 'durable', 'content', 'counters')];
    const migrated = await migrations(database);
    checks.push(migrated, await durable(database));
    if (migrated.state === 'problem') return [...checks, ...skipped('content', 'counters')];
    return [...checks, await content(database), await counters()];
  } finally {
    useDatabase(undefined);
    await database.close();
  }
}

const good = (name: Check['name'], says: Check['says'], subject: string | number = ''): Check => ({
  name,
  state: 'ok',
  says,
  subject,
});
const bad = (name: Check['name'], says: Check['says'], subject: string | number = ''): Check => ({
  name,
  state: 'problem',
  says,
  subject,
});
const skipped = (...names: Check['name'][]): Check[] =>
  names.map((name) => ({ name, state: 'skipped', says: 'skipped', subject: '' }));
const why = (error: unknown) => (error instanceof Error ? error.message || error.name : String(error)).trim();

function node(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isGood = major > 20 || (major === 20 && minor >= 19);
  return (isGood ? good : bad)('node', 'node', process.versions.node);
}

/** Windows knows no such modes. */
const isOpenToOthers = (file: string) => process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;

function dataFolder(): Check {
  const { dataFolder: folder } = env();
  if (!existsSync(folder)) return bad('dataFolder', 'folder-missing', folder);
  if (isOpenToOthers(folder)) return bad('dataFolder', 'folder-open', folder);
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return bad('dataFolder', 'not-writable', folder);
  }
  const secret = path.join(folder, 'secret');
  if (!existsSync(secret)) return bad('dataFolder', 'secret-missing', secret);
  return isOpenToOthers(secret) ? bad('dataFolder', 'secret-open', secret) : good('dataFolder', 'folder', folder);
}

function freeDisk(): Check {
  const folder = existsSync(env().dataFolder) ? env().dataFolder : env().root;
  const { bavail, bsize } = statfsSync(folder);
  const megabytes = Math.floor((bavail * bsize) / 1024 ** 2);
  return (megabytes >= smallestFreeMegabytes ? good : bad)('freeDisk', 'free', megabytes);
}

/** The database, without making a file that is not there. */
async function openForLooking(): Promise<{ database: Database } | Check> {
  const { databaseUrl } = env();
  const file = databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : null;
  if (file && !existsSync(file)) return bad('database', 'database-missing', file);
  try {
    const database = await openDatabase(databaseUrl);
    useDatabase(database);
    return { database };
  } catch (error) {
    return bad('database', 'unreachable', why(error));
  }
}

async function reach({ sql, provider, url }: Database): Promise<Check> {
  try {
    if (provider === 'sqlite') {
      const found = await sql.all<{ quick_check: string }>('PRAGMA quick_check');
      const damage = found.map((row) => row.quick_check).filter((each) => each !== 'ok');
      if (damage.length > 0) return bad('database', 'damaged', damage.slice(0, 3).join('; '));
      return good('database', 'reachable', `SQLite, ${url.slice('file:'.length)}`);
    }
    const found = await sql.get<{ version: string }>(`SELECT current_setting('server_version') AS version`);
    return good('database', 'reachable', `PostgreSQL ${found?.version ?? ''}`);
  } catch (error) {
    return bad('database', 'unreachable', why(error));
  }
}

async function migrations(database: Database): Promise<Check> {
  const pending = await pendingMigrations(database);
  return pending.length > 0 ? bad('migrations', 'pending', pending.join(', ')) : good('migrations', 'upToDate');
}

async function durable(database: Database): Promise<Check> {
  try {
    await database.assertDurable();
    return good('durable', 'durable');
  } catch (error) {
    return bad('durable', 'volatile', why(error));
  }
}

/** Counts beneath the features on purpose: what is looked at may be older or younger than they are. */
async function content({ sql }: Database): Promise<Check> {
  const tables = { courses: 'Course', lessons: 'Lesson', questions: 'Question', quizzes: 'Quiz' };
  const counts: Record<string, number> = {};
  for (const [name, table] of Object.entries(tables)) {
    counts[name] = Number((await sql.get<{ n: number }>(`SELECT COUNT(*) AS n FROM "${table}"`))?.n ?? 0);
  }
  return counts.courses ? { ...good('content', 'counts'), counts } : bad('content', 'empty');
}

async function counters(): Promise<Check> {
  const { counters, differences } = await verifyCounters();
  return differences.length > 0 ? bad('counters', 'differ', differences.length) : good('counters', 'agree', counters);
}
