import { spawnSync } from 'node:child_process';
import path from 'node:path';

const script = path.resolve('scripts/cli.mjs');

/** Runs the real command line in a process of its own, on the data folder given. */
export function runCli(dataFolder: string, words: readonly string[], cwd = process.cwd()) {
  const { DATABASE_URL: _url, INIT_CWD: _cwd, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
    cwd,
    encoding: 'utf8',
    env: { ...inherited, HOCTAP35_DATA: dataFolder, LOG_LEVEL: 'warn', NODE_ENV: 'production' },
  });
  return { status, stdout, stderr };
}

/** The same with --json: stdout must be JSON and nothing else. */
export function runCliJson<T>(dataFolder: string, words: readonly string[], cwd?: string) {
  const { status, stdout, stderr } = runCli(dataFolder, [...words, '--json'], cwd);
  return { status, stderr, json: JSON.parse(stdout) as T };
}
