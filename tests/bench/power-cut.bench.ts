/**
 * Power cuts amid saves on SQLite: a layer between the product and the C library (power-cut/unflushed.c, by LD_PRELOAD)
 * writes down every write and flush of the database files; at a random instant the process is killed and the files are
 * rebuilt from what had been flushed, plus by turns nothing, a torn prefix or single sectors of what had not
 * (power-cut/rebuild.ts). The product then opens what is left, and the judge of `kill` compares it with all that was
 * acknowledged. The control run does the same with synchronous=OFF, which the product itself refuses, and must fail.
 * Arguments: --times 100, --control 10, --people 16, --minutes 20.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { argument } from './arguments.ts';
import { Candidates } from './crash/candidates.ts';
import type { Violation } from './crash/judge.ts';
import { look } from './crash/look.ts';
import { stageCrashExam } from './crash/stage-crash-exam.ts';
import { print } from './measure.ts';
import { readLog } from './power-cut/read-log.ts';
import { type Files, rebuild, survivals } from './power-cut/rebuild.ts';
import { type Running, stageFolder, startBuilt } from './stage.ts';

const people = Number(argument('people', '16'));
const until = Date.now() + Number(argument('minutes', '20')) * 60_000;
const isDatabaseFile = (name: string) => name.includes('sqlite');

const work = stageFolder();
const layer = path.join(work, 'unflushed.so');
const source = path.join(import.meta.dirname, 'power-cut/unflushed.c');
const compiled = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', layer, source, '-ldl', '-lpthread'], {
  stdio: 'inherit',
});
if (process.platform !== 'linux' || compiled.status !== 0) {
  console.error(
    'This bench needs Linux and a C compiler called cc: the layer that drops what was not flushed is built here.',
  );
  process.exit(2);
}

interface Outcome {
  cuts: number;
  violations: Violation[];
  surprises: string[];
  acknowledgedSaves: number;
  flushes: number;
  unflushedAtCut: number;
  checkpoints: number;
}

/** Cuts the power `times`, or until something is found. */
async function run(times: number, synchronous: 'FULL' | 'OFF'): Promise<Outcome> {
  const folder = path.join(work, synchronous);
  mkdirSync(folder);
  process.env.HOCTAP35_DATA = folder;
  const stage = await stageCrashExam(people);
  const log = path.join(work, `${synchronous}.log`);
  const url = `file:${path.join(folder, 'hoctap35.sqlite')}`;
  const candidates = new Candidates(stage);
  const { journal, surprises } = candidates;
  const outcome: Outcome = {
    ...{ cuts: 0, violations: [], surprises, acknowledgedSaves: 0 },
    ...{ flushes: 0, unflushedAtCut: 0, checkpoints: 0 },
  };
  const start = () =>
    startBuilt({
      ...{ LD_PRELOAD: layer, UNFLUSHED_FOLDER: folder, UNFLUSHED_LOG: log },
      BENCH_SYNCHRONOUS: synchronous,
    });
  const files = (): Files => {
    const names = readdirSync(folder).filter((name) => isDatabaseFile(name) && !name.endsWith('-shm'));
    return new Map(names.map((name) => [name, readFileSync(path.join(folder, name))]));
  };
  let before = files();
  let server: Running = await start();
  while (outcome.cuts < times && Date.now() < until) {
    const { acknowledgedSaves } = journal;
    candidates.resume(server.port);
    while (journal.acknowledgedSaves === acknowledgedSaves && surprises.length === 0) await wait(1);
    await wait(Math.random() * 400);
    await server.kill();
    await candidates.pause();

    const steps = readLog(readFileSync(log));
    const mapped = steps.flatMap((step) => (step.op === 'map' ? [step.file] : []));
    const blind = steps.find(
      (step) =>
        (step.op === 'open' || step.op === 'create') && !step.name.endsWith('-shm') && mapped.includes(step.file),
    );
    if (blind) throw new Error(`${JSON.stringify(blind)} is mapped into memory: the layer is blind there.`);
    const lastFlush = steps.findLastIndex(({ op }) => op === 'flush');
    outcome.flushes += steps.filter(({ op }) => op === 'flush').length;
    outcome.unflushedAtCut += steps.slice(lastFlush + 1).filter(({ op }) => op === 'write').length;
    const main = steps.flatMap((step) => (step.op === 'open' && step.name === 'hoctap35.sqlite' ? [step.file] : []))[0];
    if (steps.some((step) => step.op === 'write' && step.file === main)) outcome.checkpoints += 1;
    const survival = survivals[outcome.cuts % survivals.length]!;
    const left = rebuild(before, steps, survival, Math.random);
    for (const file of readdirSync(folder)) if (isDatabaseFile(file)) rmSync(path.join(folder, file));
    for (const [file, bytes] of left) writeFileSync(path.join(folder, file), bytes);
    rmSync(log);
    before = left;
    outcome.cuts += 1;

    try {
      server = await start();
      const health = await fetch(`http://127.0.0.1:${server.port}/health`);
      if (!health.ok) throw new Error(`/health: ${health.status}`);
      outcome.violations = await look(url, stage, journal);
    } catch (error) {
      outcome.violations = [{ kind: 'database-damaged', attemptId: '', found: String(error) }];
    }
    if (outcome.violations.length > 0 || surprises.length > 0) break;
    // Now and then a clean stop in between: the next start makes the log of the database anew.
    if (outcome.cuts % 10 === 0) {
      await server.stop();
      if (existsSync(log)) rmSync(log);
      before = files();
      server = await start();
    }
  }
  await candidates.end();
  await server.kill();
  outcome.acknowledgedSaves = journal.acknowledgedSaves;
  return outcome;
}

const kinds = (violations: readonly Violation[]) => {
  const counts: Record<string, number> = {};
  for (const { kind } of violations) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

const times = Number(argument('times', '100'));
const full = await run(times, 'FULL');
for (const one of full.violations.slice(0, 20)) print({ violation: one });
for (const one of full.surprises.slice(0, 20)) print({ surprise: one });
print({ bench: 'power-cut', synchronous: 'FULL', wanted: times, people, ...full, violations: kinds(full.violations) });
const control = await run(Number(argument('control', '10')), 'OFF');
print({ bench: 'power-cut', synchronous: 'OFF', people, ...control, violations: kinds(control.violations) });
const holds = full.violations.length === 0 && full.surprises.length === 0 && full.cuts >= times;
const sees = control.violations.length > 0;
print({
  ...{ bench: 'power-cut', holds, controlFails: sees },
  said: sees
    ? `With synchronous=OFF acknowledged changes were lost at cut ${control.cuts}: the check can see.`
    : 'The control run lost nothing: this check proves nothing.',
});
process.exit(holds && sees ? 0 : 1);

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
