/** Generates the Prisma clients of both providers from the one set of models, when the models changed. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const providers = ['sqlite', 'postgresql'];

/** Joins models and datasource of one provider in a folder that Prisma reads, and returns its path. */
export function schemaFolder(provider) {
  const folder = path.join(root, '.cache/prisma', provider);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(root, 'prisma/schema'), folder, { recursive: true });
  const datasource = readFileSync(path.join(root, 'prisma', provider, 'datasource.prisma'), 'utf8');
  const output = path.join(root, 'app/platform/db/generated', provider);
  writeFileSync(
    path.join(folder, 'datasource.prisma'),
    datasource.replace(/output\s*=.*/, `output = ${JSON.stringify(output)}`),
  );
  return folder;
}

function schemaHash() {
  const hash = createHash('sha256');
  for (const file of readdirSync(path.join(root, 'prisma/schema')).sort())
    hash.update(readFileSync(path.join(root, 'prisma/schema', file)));
  for (const provider of providers) hash.update(readFileSync(path.join(root, 'prisma', provider, 'datasource.prisma')));
  hash.update(readFileSync(path.join(root, 'node_modules/@prisma/client/package.json')));
  return hash.digest('hex');
}

/** Generates both clients unless they already belong to today's models. */
export function generate({ quiet = true } = {}) {
  const stamp = path.join(root, '.cache/generated-from');
  const hash = schemaHash();
  const present = providers.every((p) => existsSync(path.join(root, 'app/platform/db/generated', p, 'client.ts')));
  if (present && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  for (const provider of providers) {
    const folder = schemaFolder(provider);
    execFileSync(process.execPath, [path.join(root, 'node_modules/prisma/build/index.js'), 'generate', '--no-hints'], {
      cwd: root,
      env: { ...process.env, HOCTAP35_SCHEMA: folder, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
      stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit',
    });
  }
  writeFileSync(stamp, hash);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generate({ quiet: false });
