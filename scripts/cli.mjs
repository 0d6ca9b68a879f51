/** npm run cli -- COMMAND: the administrator's commands, run from the sources. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { install, root } from './install.mjs';

install();
const { generate } = await import('./generate.mjs');
generate();
const main = path.join(root, 'app/cli/main.ts');
const { status, signal } = spawnSync(
  process.execPath,
  ['--import', import.meta.resolve('tsx'), main, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, HOCTAP35_ROOT: root, NODE_ENV: process.env.NODE_ENV ?? 'production' },
  },
);
process.exit(signal ? 1 : (status ?? 1));
