/**
 * Writes the next migration of both providers: the difference between the models of the last migration (kept beside it)
 * and today's. Usage: npm run migration -- NAME
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
execFileSync(
  process.execPath,
  ['--import', 'tsx', path.join(root, 'scripts/write-migration.ts'), ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
