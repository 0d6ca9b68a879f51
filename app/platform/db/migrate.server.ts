import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '../env.server.ts';
import { isOutage } from './conflict.server.ts';
import type { Database } from './database.server.ts';
import { sqliteAdapter } from './dialect.sqlite.server.ts';
import { openDatabase } from './open.server.ts';
import { schemaEngine } from './schema-engine.server.ts';
import type { Provider } from './sql.server.ts';

const folderOf = (provider: Provider) => path.join(env().root, 'prisma', provider, 'migrations');

/** The names of the migrations that the sources hold, oldest first. */
export function listMigrations(provider: Provider): string[] {
  const folder = folderOf(provider);
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'migration.sql')))
    .sort();
}

async function appliedNames(opened: Database): Promise<Set<string>> {
  try {
    const rows = await opened.sql.all<{ migration_name: string }>(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    return new Set(rows.map((row) => row.migration_name));
  } catch (error) {
    if (isOutage(error)) throw error;
    // The table is made by the first migration.
    return new Set();
  }
}

/** Migrations in the sources that this database lacks. */
export async function pendingMigrations(opened: Database): Promise<string[]> {
  const applied = await appliedNames(opened);
  return listMigrations(opened.provider).filter((name) => !applied.has(name));
}

/**
 * Applies what is missing, as `prisma migrate deploy` does, and answers the names. The engine locks a SQLite file for
 * itself, so this opens and closes its own connections: call it before the database is opened for use.
 */
export async function applyMigrations(url: string): Promise<string[]> {
  const opened = await openDatabase(url);
  const { provider } = opened;
  const pending = await pendingMigrations(opened).finally(() => opened.close());
  if (pending.length === 0) return [];
  const factory = provider === 'sqlite' ? sqliteAdapter(url) : new PrismaPg({ connectionString: url });
  const { engine, dispose } = await schemaEngine(factory as never, [
    ['schema.prisma', `datasource db {\n  provider = "${provider}"\n}\n`],
  ]);
  const baseDir = folderOf(provider);
  const { appliedMigrationNames } = await engine
    .applyMigrations({
      migrationsList: {
        baseDir,
        lockfile: { path: 'migration_lock.toml', content: `provider = "${provider}"\n` },
        shadowDbInitScript: '',
        migrationDirectories: listMigrations(provider).map((name) => ({
          path: name,
          migrationFile: {
            path: 'migration.sql',
            content: { tag: 'ok', value: readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8') },
          },
        })),
      },
      filters: { externalTables: [], externalEnums: [] },
    })
    .finally(dispose);
  return appliedMigrationNames;
}
