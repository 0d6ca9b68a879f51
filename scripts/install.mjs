/** Installs what package-lock.json names and node_modules lacks. Uses nothing but Node itself. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Whether node_modules holds what the lock file names (optional packages of other platforms aside). */
function isInstalled() {
  const hidden = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const found = packagesOf(hidden);
  return Object.entries(wanted).every(
    ([name, each]) =>
      name === '' || each.optional || each.devOptional || each.peer || found[name]?.version === each.version,
  );
}

/** Checks Node's version and installs. Ends the process with a plain sentence when it cannot. */
export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Cần Node 20.19 trở lên; máy này có ${process.versions.node}. / Node 20.19 or later is needed.`);
    process.exit(1);
  }
  if (isInstalled()) return;
  console.error('Đang cài các gói cần thiết / installing packages (npm ci) ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', process.stderr, 'inherit'],
    env: { ...process.env, NODE_ENV: '' },
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('Không cài được các gói. / The packages could not be installed.');
    process.exit(1);
  }
}
