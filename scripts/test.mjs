/**
 * npm test: everything that must hold, from a fresh clone. Types, lint, then the tests on SQLite, the dialect seam and
 * the walkthroughs on a PostgreSQL of our own, the built files, and the stories in a real Chromium. Where a PostgreSQL or
 * a Chromium cannot be found it says what it skipped; with CI=true a skip is a failure.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { install, root } from './install.mjs';

process.chdir(root);
install();
const { generate } = await import('./generate.mjs');
generate();

const isCi = process.env.CI === 'true';
const only = process.argv.slice(2);
const reports = path.join(root, '.cache/test-reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

let passed = 0;
let failed = 0;
const skipped = [];
const failures = [];

const wanted = (name) => only.length === 0 || only.includes(name);

function count(name, ok) {
  if (ok) passed += 1;
  else {
    failed += 1;
    failures.push(name);
  }
}

function skip(name, reason) {
  skipped.push(`${name}: ${reason}`);
  if (isCi) count(`${name} (skipped: ${reason})`, false);
}

/** Runs one program to its end; its output is shown, its exit code answered. */
function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const bin = (name) => path.join(root, 'node_modules', name);
const node = (script, args, env) => run(process.execPath, [script, ...args], env);

async function step(name, work) {
  if (!wanted(name)) return;
  const started = Date.now();
  console.log(`\n== ${name}`);
  await work();
  console.log(`== ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** Vitest with a report that is counted; a run that dies before its report counts as one failure. */
async function vitest(name, args, env = {}) {
  const report = path.join(reports, `${name.replace(' ', '-')}.json`);
  const code = await node(
    bin('vitest/vitest.mjs'),
    [
      'run',
      '--silent',
      '--reporter=json',
      '--reporter=./scripts/unhandled-errors.mjs',
      `--outputFile.json=${report}`,
      ...args,
    ],
    {
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      ...env,
    },
  );
  if (!existsSync(report)) return count(`${name}: no report`, false);
  const { numTotalTests, numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  console.log(`${numPassedTests} of ${numTotalTests} passed`);
  passed += numPassedTests;
  failed += numFailedTests;
  for (const file of testResults) {
    for (const each of file.assertionResults) {
      if (each.status !== 'failed') continue;
      failures.push(`${name}: ${each.fullName}`);
      console.log(`\n${path.relative(root, file.name)}: ${each.fullName}\n${each.failureMessages.join('\n')}`);
    }
    if (file.status === 'failed' && file.assertionResults.every((each) => each.status !== 'failed')) {
      count(`${name}: ${path.relative(root, file.name)} could not run`, false);
      console.log(`\n${path.relative(root, file.name)} could not run\n${file.message}`);
    }
  }
  if (code !== 0 && numFailedTests === 0 && testResults.every((file) => file.status !== 'failed'))
    count(`${name}: exit code ${code}`, false);
}

/** The stories of a folder in so many lists of about the same work, as their length tells it. */
function rooms(folder, count) {
  const lists = Array.from({ length: count }, () => ({ size: 0, files: [] }));
  const stories = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => ({ file: path.join(folder, name), size: statSync(path.join(folder, name)).size }))
    .sort((a, b) => b.size - a.size);
  for (const { file, size } of stories) {
    const shortest = lists.reduce((least, list) => (list.size < least.size ? list : least));
    shortest.size += size;
    shortest.files.push(file);
  }
  return lists.map(({ files }) => files);
}

const types = async () => count('types', (await node(bin('typescript/bin/tsc'), ['--noEmit'])) === 0);
const lint = async () => count('lint', (await node(bin('@biomejs/biome/bin/biome'), ['check', '.'])) === 0);

async function postgresql() {
  const { startPostgresql } = await import('./temporary-postgresql.mjs');
  const server = await startPostgresql();
  if (!server) return skip('postgresql', 'no initdb and postgres on PATH, in POSTGRESQL_BIN or /usr/lib/postgresql');
  try {
    await vitest('postgresql', ['tests/platform/db', 'tests/platform/limits.test.ts', 'tests/walkthroughs'], {
      TEST_POSTGRESQL_URL: server.url,
    });
  } finally {
    await server.stop();
  }
}

await step('lint', lint);
await step('sqlite', () => vitest('sqlite', []));
// The compiler uses one core, and a database server is often waited for.
await Promise.all([step('types', types), step('postgresql', postgresql)]);

await step('browser', async () => {
  const { build } = await import('./build.mjs');
  try {
    build();
    count('build', true);
  } catch (error) {
    console.error(error);
    return count('build', false);
  }
  const { findChromium } = await import('./chromium.mjs');
  const chromium = findChromium();
  if (!chromium) return skip('browser', 'no chromium on PATH or in CHROMIUM');
  // A story waits for pages as often as it works: two rooms, each with a server of its own, share the machine.
  await Promise.all(
    rooms(path.join(root, 'tests/e2e'), 2).map((files, index) =>
      vitest(`browser ${index + 1}`, ['--config', 'vitest.e2e.config.ts', ...files], { CHROMIUM: chromium }),
    ),
  );
});

console.log('');
for (const each of skipped) console.log(`skipped  ${each}`);
for (const each of failures) console.log(`failed   ${each}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
