import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { sqliteAdapter } from '#app/platform/db/dialect.sqlite.server.ts';
import { schemaEngine } from '#app/platform/db/schema-engine.server.ts';
import { startPostgresql } from './temporary-postgresql.mjs';

const name = process.argv[2];
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error('Usage: npm run migration -- name-with-hyphens');
  process.exit(1);
}

const models = () =>
  readdirSync('prisma/schema')
    .sort()
    .map((file) => readFileSync(path.join('prisma/schema', file), 'utf8'))
    .join('\n');

const withoutGenerator = (text: string) => text.replace(/generator client \{[\s\S]*?\n\}\n?/, '');

// The engine wants a reachable PostgreSQL even for a comparison of files.
const postgresql = await startPostgresql();
if (!postgresql) throw new Error('Writing a migration needs PostgreSQL binaries on this machine.');

for (const provider of ['sqlite', 'postgresql'] as const) {
  const datasource = withoutGenerator(readFileSync(`prisma/${provider}/datasource.prisma`, 'utf8'));
  const lastModels = `prisma/${provider}/migrations/models.prisma`;
  const before = existsSync(lastModels) ? readFileSync(lastModels, 'utf8') : '';
  const after = models();
  const factory =
    provider === 'sqlite'
      ? sqliteAdapter(':memory:')
      : new PrismaPg({ connectionString: `${postgresql.url}/postgres` });
  const { engine, dispose } = await schemaEngine(factory as never, [['schema.prisma', datasource + after]]);
  const side = (text: string) =>
    ({ tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: `${datasource}\n${text}` }] }) as const;
  const { stdout } = await engine.diff({
    from: side(before),
    to: side(after),
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  } as never);
  await dispose();
  if (!stdout || /empty migration/i.test(stdout)) {
    console.log(`${provider}: no change`);
    continue;
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = `prisma/${provider}/migrations/${stamp}_${name.replaceAll('-', '_')}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'migration.sql'), stdout);
  writeFileSync(lastModels, after);
  writeFileSync(`prisma/${provider}/migrations/migration_lock.toml`, `provider = "${provider}"\n`);
  console.log(`${provider}: ${folder}`);
}
await postgresql.stop();
process.exit(0);
