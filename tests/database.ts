import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { compose } from '#app/composition.server.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database, useDatabase } from '#app/platform/db/database.server.ts';
import { applyMigrations } from '#app/platform/db/migrate.server.ts';
import { openDatabase } from '#app/platform/db/open.server.ts';

/**
 * A real database for the tests of one file: SQLite by default, PostgreSQL when the runner gives TEST_POSTGRESQL_URL.
 * Each file gets a fresh copy of one migrated template. Call once at the top of a file.
 */
export function useTestDatabase(): void {
  let end: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    compose();
    end = process.env.TEST_POSTGRESQL_URL
      ? await freshPostgresql(process.env.TEST_POSTGRESQL_URL)
      : await freshSqlite();
  });
  afterAll(async () => {
    setClock(undefined);
    await database().close();
    useDatabase(undefined);
    await end();
  });
}

async function freshSqlite() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hoctap35-test-'));
  process.env.HOCTAP35_DATA = folder;
  const template = path.join(os.tmpdir(), `hoctap35-template-${process.ppid}.sqlite`);
  if (!existsSync(template)) {
    const mine = path.join(folder, 'template.sqlite');
    await applyMigrations(`file:${mine}`);
    copyFileSync(mine, template);
  }
  const file = path.join(folder, 'test.sqlite');
  copyFileSync(template, file);
  useDatabase(await openDatabase(`file:${file}`));
  return async () => rmSync(folder, { recursive: true, force: true });
}

async function freshPostgresql(server: string) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hoctap35-test-'));
  process.env.HOCTAP35_DATA = folder;
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: `${server}/postgres` });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = `${server}/${name}`;
  await applyMigrations(url);
  useDatabase(await openDatabase(url));
  return async () => {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end();
    rmSync(folder, { recursive: true, force: true });
  };
}
