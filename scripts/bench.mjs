/** npm run bench -- NAME: a measurement on demand; prints JSON lines with the baseline of the same run. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { install, root } from './install.mjs';

process.chdir(root);
install();
const [name, ...rest] = process.argv.slice(2);
const file = path.join(root, 'tests/bench', `${name}.bench.ts`);
if (!name || !existsSync(file)) {
  const names = readdirSync(path.join(root, 'tests/bench')).filter((each) => each.endsWith('.bench.ts'));
  console.error(`Usage: npm run bench -- ${names.map((each) => each.replace('.bench.ts', '')).join(' | ')}`);
  process.exit(2);
}
const { generate } = await import('./generate.mjs');
generate();
const { build } = await import('./build.mjs');
build();
const { status } = spawnSync(process.execPath, ['--import', 'tsx', file, ...rest], {
  stdio: 'inherit',
  env: { ...process.env, HOCTAP35_ROOT: root, NODE_ENV: 'production', LOG_LEVEL: 'error' },
});
process.exit(status ?? 1);
