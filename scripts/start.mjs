/**
 * npm start: from a fresh clone to a running product. Installs, generates, builds what changed, fills the demonstration
 * corps when the database is empty, and serves. A second start with nothing changed goes straight to serving.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { install, root } from './install.mjs';

process.chdir(root);
process.env.NODE_ENV ??= 'production';
install();

const { generate } = await import('./generate.mjs');
generate();
const { build } = await import('./build.mjs');
if (!existsSync(path.join(root, 'build/built-from'))) console.log('Đang dựng chương trình / building ...');
build();

/** The demonstration is filled by a process of its own, which ends before the first request is served. */
function fillDemonstration() {
  console.log('Cơ sở dữ liệu trống: đang tạo quân đoàn minh họa / filling the demonstration corps ...');
  const people = process.env.HOCTAP35_DEMO_PEOPLE ?? '3000';
  const child = spawn(process.execPath, [path.join(root, 'scripts/cli.mjs'), 'demo', '--people', people], {
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('The demonstration could not be filled.')),
    );
  });
}

const product = await import(path.join(root, 'build/server/index.js'));
const { bootAndServe } = product.entry.module;
const served = await bootAndServe(product, { onEmpty: fillDemonstration });

let closing = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    if (closing) return;
    closing = true;
    console.log('\nĐang kết thúc các yêu cầu dở dang / closing ...');
    await served.close();
    process.exit(0);
  });
}

console.log(`\nHọc tập 35: http://localhost:${served.port}\n`);
const accounts = path.join(served.dataFolder, 'demo-accounts.json');
if (existsSync(accounts)) {
  console.log('Tài khoản minh họa / demonstration accounts:');
  for (const { role, login, password } of JSON.parse(readFileSync(accounts, 'utf8'))) {
    console.log(`  ${role.padEnd(28)} ${login.padEnd(16)} ${password}`);
  }
}
