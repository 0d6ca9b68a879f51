/**
 * Spoilt files, seeded, for every reader of question files: flips, cuts, splices, repeats, nestings of good samples.
 * `npm run bench -- fuzz-import [--inputs 200000] [--seed 1] [--only docx,xlsx] [--limit 2000]` (milliseconds an input may
 * take); prints a line of JSON for each reader. A crash or a hang names the input: run it again with --from N --inputs 1.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { argument } from './arguments.ts';
import { targets } from './fuzz/targets.ts';

const inputs = Number(argument('inputs', '200000'));
const first = Number(argument('from', '0'));
const seed = argument('seed', '1');
const limit = Number(argument('limit', '2000'));
const names = argument('only', Object.keys(targets).join(',')).split(',');
const folder = mkdtempSync(path.join(os.tmpdir(), 'hoctap35-fuzz-'));
const worker = fileURLToPath(new URL('./fuzz/worker.ts', import.meta.url));

interface Report {
  counts: Record<'read' | 'empty' | 'refused', number>;
  crashes: { index: number; error: string }[];
  slowest: { index: number; milliseconds: number; size: number }[];
  index: number;
  isDone?: boolean;
}

/** Runs inputs until all are done or one does not end; answers where it stopped. */
function run(name: string, from: number, until: number): Promise<{ report: Report | null; stuckAt: number | null }> {
  const place = path.join(folder, name);
  return new Promise((resolve) => {
    const child = fork(worker, [name, seed, String(from), String(until), place], {
      execArgv: ['--import', 'tsx', '--max-old-space-size=256'],
    });
    let report: Report | null = null;
    let seen = -1;
    let since = process.cpuUsage().user;
    let waited = 0;
    const at = () => {
      try {
        return readFileSync(place).readDoubleLE(0);
      } catch {
        return -1;
      }
    };
    // Under load the clock says little: an input is stuck when it has been the same for long by many looks.
    const watch = setInterval(() => {
      const now = at();
      waited = now === seen && now >= 0 ? waited + 500 : 0;
      seen = now;
      since = process.cpuUsage().user;
      if (waited > limit * 10) child.kill('SIGKILL');
    }, 500);
    child.on('message', (message) => {
      report = message as Report;
    });
    child.on('exit', () => {
      clearInterval(watch);
      void since;
      resolve({ report, stuckAt: report?.isDone ? null : at() });
    });
  });
}

for (const name of names) {
  const start = performance.now();
  const counts = { read: 0, empty: 0, refused: 0 };
  const crashes: Report['crashes'] = [];
  const hangs: number[] = [];
  let slowest: Report['slowest'] = [];
  const until = first + inputs;
  for (let from = first; from < until; ) {
    const { report, stuckAt } = await run(name, from, until);
    if (report) {
      for (const kind of ['read', 'empty', 'refused'] as const) counts[kind] += report.counts[kind];
      crashes.push(...report.crashes);
      slowest = [...slowest, ...report.slowest].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 3);
    }
    if (stuckAt === null) break;
    hangs.push(stuckAt);
    from = stuckAt + 1;
  }
  const slow = slowest.filter(({ milliseconds }) => milliseconds > limit).length;
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(
    JSON.stringify({
      reader: name,
      seed,
      inputs,
      ...counts,
      crashes: crashes.length,
      hangs: hangs.length,
      slow,
      slowest,
      seconds,
    }),
  );
  for (const { index, error } of crashes.slice(0, 5)) console.log(`  crash at ${index}: ${error}`);
  for (const index of hangs) console.log(`  hang or out of memory at ${index}`);
}
