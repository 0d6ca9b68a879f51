/**
 * A whole brigade begins one exam in the same second: everybody waits in the lobby, the examiner releases, each begins,
 * reads the paper, gives 40 answers and hands in. Prints failures, latencies, saves per second, processor time of server
 * and of clients apart, and the server's memory. Without --think everybody answers as fast as the server does, so that
 * latency is people / throughput whatever the server; --think MS shows what a real room sees.
 * Arguments: --people 2000, --answers 40 (0: nobody goes on once the paper is there, which shows what beginning costs), --think 0, --processes (of the server; the product's
 * choice), --clients 1 (processes), --lobby SECONDS (from the last arrival to the release; a second for every 80 people).
 */
import { type ChildProcess, fork } from 'node:child_process';
import os from 'node:os';
import { argument } from './arguments.ts';
import { print, processesBelow, processorTime, quantile, residentMegabytes, rounded } from './measure.ts';
import type { RushPlan, Times } from './rush/candidate.ts';
import { Connection } from './rush/connection.ts';
import { stageRush } from './rush/stage-rush.ts';
import { stageFolder, startBuilt } from './stage.ts';

const people = Number(argument('people', '2000'));
const thinkMs = Number(argument('think', '0'));
const answers = Number(argument('answers', '40'));
const clientCount = Number(argument('clients', '1'));
const processes = argument('processes', '');
const lobbySeconds = Number(argument('lobby', String(Math.max(3, Math.ceil(people / 80)))));

stageFolder();
console.error(`staging ${people} people ...`);
const { preparationMs, ...stage } = await stageRush(people);
const server = await startBuilt({ LOG_LEVEL: 'fatal', ...(processes && { BENCH_PROCESSES: processes }) });
const serverPids = () => [server.pid, ...processesBelow(server.pid)];
const serverTime = () => serverPids().reduce((sum, pid) => sum + processorTime(pid), 0);

interface Result {
  times: Times;
  failures: Record<string, number>;
}

const clients = Array.from({ length: clientCount }, (_, index) => {
  const child = fork(new URL('./rush/clients.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
  const plan: RushPlan = {
    ...{ port: server.port, sessionId: stage.sessionId, thinkMs, spreadMs: 400 },
    people: stage.people
      .filter((_each, person) => person % clientCount === index)
      .map((person) => ({ ...person, answers: person.answers.slice(0, answers) })),
  };
  child.send(plan);
  return child;
});
const clientTime = () => clients.reduce((sum, { pid }) => sum + processorTime(pid ?? 0), 0);
const messageOf = <T>(child: ChildProcess) =>
  new Promise<T>((resolve) => child.once('message', (said) => resolve(said as T)));

console.error('people come into the lobby ...');
await Promise.all(clients.map((child) => messageOf(child)));
// Everybody waits in an open request. In life the last ones wait for minutes: what arriving cost is over, and the papers are ready.
await new Promise((resolve) => setTimeout(resolve, lobbySeconds * 1000));
const results = clients.map((child) => messageOf<Result>(child));
const load = os.loadavg()[0] ?? 0;
const before = { server: serverTime(), client: clientTime() };
const examiner = new Connection(
  server.port,
  `Host: 127.0.0.1:${server.port}\r\nCookie: ${stage.examinerCookie}\r\nSec-Fetch-Site: same-origin\r\n`,
);
let memory = 0;
const looking = setInterval(() => {
  memory = Math.max(
    memory,
    serverPids().reduce((sum, pid) => sum + residentMegabytes(pid), 0),
  );
}, 1000);
let clientCpu = 0;
const watching = setInterval(() => {
  clientCpu = Math.max(clientCpu, clientTime() - before.client);
}, 100);
const releasedAt = performance.now();
const release = await examiner.ask(
  'POST',
  `/exam-sessions/${stage.sessionId}/release`,
  '',
  'application/x-www-form-urlencoded',
);
if (!release.location.includes('done=released')) throw new Error(`not released: ${release.status} ${release.location}`);
console.error('released');
const all = await Promise.all(results);
const elapsed = performance.now() - releasedAt;
clearInterval(looking);
clearInterval(watching);
const serverCpu = serverTime() - before.server;
examiner.close();
await server.stop();

const times = (name: keyof Times) => all.flatMap((one) => one.times[name]);
const spread = (name: keyof Times) => {
  const values = times(name);
  const at = (q: number) => rounded(quantile(values, q), 1);
  return { count: values.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
};
const failures: Record<string, number> = {};
for (const one of all)
  for (const [what, count] of Object.entries(one.failures)) failures[what] = (failures[what] ?? 0) + count;
const failed = Object.values(failures).reduce((sum, count) => sum + count, 0);
const saves = times('save').length;
print({
  bench: 'exam-rush',
  people,
  thinkMs,
  processes: processes || 'default',
  clients: clientCount,
  loadBefore: rounded(load, 2),
});
print({ failures: failed, ...(failed > 0 && { first: Object.fromEntries(Object.entries(failures).slice(0, 5)) }) });
for (const name of ['start', 'paper', 'begin', 'save', 'saveOnceStarted', 'submit'] as const)
  print({ ms: name, ...spread(name) });
print({
  ...{ wholeSeconds: rounded(elapsed / 1000, 1), savesPerSecond: Math.round(saves / (elapsed / 1000)) },
  serverCpuSeconds: rounded(serverCpu / 1000, 1),
  clientCpuSeconds: rounded(clientCpu / 1000, 1),
  serverCpuMsPerSave: rounded(serverCpu / saves, 2),
  ...{ serverMegabytes: memory, papersPreparedInMs: preparationMs },
});
process.exit(failed === 0 && times(answers === 0 ? 'begin' : 'submit').length === people ? 0 : 1);
