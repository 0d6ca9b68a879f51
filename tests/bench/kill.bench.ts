/**
 * SIGKILL at random instants while clients save, hand in and begin: after each restart every change that was acknowledged
 * is there, none is half there, every attempt is in a lawful state. `--database postgresql` kills in turn the product, the
 * database server (postmaster and children), and both; a product whose database was killed must live on. Arguments: --times 300, --people 16, --minutes 30.
 */
import { rmSync } from 'node:fs';
import { verifyCounters } from '#app/features/progress/queries/verify-counters.server.ts';
import { startPostgresql } from '../../scripts/temporary-postgresql.mjs';
import { argument } from './arguments.ts';
import { Candidates } from './crash/candidates.ts';
import type { Violation } from './crash/judge.ts';
import { look } from './crash/look.ts';
import { stageCrashExam } from './crash/stage-crash-exam.ts';
import { print, processorTime, quantile, rounded } from './measure.ts';
import { onStage, stageFolder, startBuilt } from './stage.ts';

const times = Number(argument('times', '300'));
const people = Number(argument('people', '16'));
const until = Date.now() + Number(argument('minutes', '30')) * 60_000;
const isPostgresql = argument('database', 'sqlite') === 'postgresql';

const folder = stageFolder();
const postgresql = isPostgresql ? await startPostgresql() : null;
if (isPostgresql && !postgresql) {
  console.error('This machine has no PostgreSQL (initdb, postgres): set POSTGRESQL_BIN or install it.');
  process.exit(2);
}
if (postgresql) process.env.DATABASE_URL = `${postgresql.url}/postgres`;
const stage = await stageCrashExam(people);
const url = process.env.DATABASE_URL || `file:${folder}/hoctap35.sqlite`;
const candidates = new Candidates(stage);
const { journal, surprises } = candidates;

const restarts: number[] = [];
const kills = { product: 0, database: 0, both: 0 };
let violations: Violation[] = [];
let serverCpu = 0;

/** What the product did not expect, as it stands in its log: the cause of a surprise. */
const unexpected: string[] = [];
const start = () =>
  startBuilt({}, (line) => {
    if (/"msg":"(unexpected|a direct route failed|a request failed)/.test(line)) unexpected.push(line.slice(0, 1500));
  });
let server = await start();
let done = 0;
for (; done < times && Date.now() < until && violations.length === 0 && surprises.length === 0; done += 1) {
  const before = journal.acknowledgedSaves;
  candidates.resume(server.port);
  // Not before somebody was answered: a kill of an idle server proves nothing.
  while (journal.acknowledgedSaves === before && surprises.length === 0) await wait(1);
  await wait(Math.random() * 400);
  const what = postgresql ? (['product', 'database', 'both'] as const)[done % 3]! : 'product';
  kills[what] += 1;
  if (what !== 'product') await postgresql?.kill();
  if (what !== 'database') {
    serverCpu += processorTime(server.pid);
    await server.kill();
  } else await wait(Math.random() * 100);
  await candidates.pause();
  const killed = performance.now();
  if (what !== 'product') await postgresql?.restart();
  // A product that only lost its database lives on, says nothing that is not so, and goes on when the database is back.
  if (what !== 'database') server = await start();
  else if (!server.isAlive()) throw new Error('The product ended with its database.');
  for (const patience = Date.now() + 30_000; !(await isHealthy()); await wait(50)) {
    if (Date.now() > patience) throw new Error('/health is not well 30 seconds after the restart.');
  }
  restarts.push(performance.now() - killed);
  violations = await look(url, stage, journal);
  if ((done + 1) % 50 === 0) console.error(`${done + 1} kills, ${journal.acknowledgedSaves} acknowledged saves`);
}
await candidates.end();
serverCpu += processorTime(server.pid);
await server.stop();
const { differences } = await onStage(verifyCounters);
await postgresql?.stop();

for (const one of violations.slice(0, 20)) print({ violation: one });
for (const one of surprises.slice(0, 20)) print({ surprise: one });
if (surprises.length > 0) for (const one of unexpected.slice(-3)) print({ unexpected: one });
const holds = violations.length === 0 && surprises.length === 0 && differences.length === 0;
print({
  ...{ bench: 'kill', database: isPostgresql ? 'postgresql' : 'sqlite', people, kills: done, wanted: times },
  ...(isPostgresql && { killed: kills }),
  acknowledged: {
    starts: journal.acknowledgedStarts,
    saves: journal.acknowledgedSaves,
    submissions: journal.acknowledgedSubmissions,
  },
  ...{ violations: violations.length, surprises: surprises.length, progressDifferences: differences.length },
  restartMs: { p50: rounded(quantile(restarts, 0.5), 0), max: rounded(Math.max(...restarts), 0) },
  serverCpuSeconds: rounded(serverCpu / 1000, 1),
  holds,
});
rmSync(folder, { recursive: true, force: true });
process.exit(holds && done >= times ? 0 : 1);

async function isHealthy(): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${server.port}/health`)).ok;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
