import { existsSync, readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';

/** The q-quantile of the values (0..1), by the nearest rank. NaN for none. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN;
}

export const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));

/** Milliseconds of processor time that a process has used (user and system), from /proc; 10 ms steps. 0 for one that is gone. */
export function processorTime(pid: number): number {
  if (!existsSync(`/proc/${pid}/stat`)) return 0;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** The processes that a process has started, from /proc. */
export function processesBelow(parent: number): number[] {
  const children = readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name) || !existsSync(`/proc/${name}/stat`)) return false;
    return Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]) === parent;
  });
  return children.flatMap((name) => [Number(name), ...processesBelow(Number(name))]);
}

/** Megabytes that a process holds in memory; 0 for one that is gone. */
export function residentMegabytes(pid: number): number {
  if (!existsSync(`/proc/${pid}/status`)) return 0;
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
}

export interface Call {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** One request on a kept connection; answers status, body and how long it took in milliseconds. */
export function call(agent: http.Agent, port: number, { method, path, headers = {}, body }: Call) {
  return new Promise<{ status: number; location: string; text: string; bytes: number; took: number }>(
    (resolve, reject) => {
      const started = performance.now();
      const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
      const request = http.request(
        { agent, port, host: '127.0.0.1', method, path, headers: { ...headers, ...length } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const all = Buffer.concat(chunks);
            resolve({
              status: response.statusCode ?? 0,
              location: response.headers.location ?? '',
              text: all.toString(),
              bytes: all.length,
              took: performance.now() - started,
            });
          });
        },
      );
      request.on('error', reject);
      request.end(body);
    },
  );
}

export interface Load {
  perSecond: number;
  p50: number;
  p99: number;
  failures: number;
  /** Milliseconds of the server's processor time for each request. */
  serverCpu: number;
  requests: number;
}

/** `connections` clients call one after the other for `seconds`; the first fifth of the time only warms up. */
export async function load(
  { port, pid, connections, seconds }: { port: number; pid: number; connections: number; seconds: number },
  next: (connection: number, count: number) => Call,
  isGood: (status: number, text: string) => boolean = (status) => status === 200,
): Promise<Load> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let failures = 0;
  let measuring = false;
  let running = true;
  const workers = Array.from({ length: connections }, async (_, connection) => {
    for (let count = 0; running; count += 1) {
      const { status, text, took } = await call(agent, port, next(connection, count));
      if (!isGood(status, text)) {
        if (failures === 0) console.error(`first failure: ${status} ${text.slice(0, 300)}`);
        failures += 1;
      } else if (measuring) times.push(took);
    }
  });
  await new Promise((resolve) => setTimeout(resolve, seconds * 200));
  const before = processorTime(pid);
  const started = performance.now();
  measuring = true;
  await new Promise((resolve) => setTimeout(resolve, seconds * 800));
  measuring = false;
  const elapsed = performance.now() - started;
  const used = processorTime(pid) - before;
  running = false;
  await Promise.all(workers);
  agent.destroy();
  return {
    perSecond: Math.round((times.length / elapsed) * 1000),
    p50: rounded(quantile(times, 0.5), 2),
    p99: rounded(quantile(times, 0.99), 2),
    failures,
    serverCpu: rounded(used / times.length),
    requests: times.length,
  };
}

/** One line of figures on stdout. */
export const print = (figures: Record<string, unknown>): void => console.log(JSON.stringify(figures));
