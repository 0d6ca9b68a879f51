/**
 * A PostgreSQL server of our own for tests, benches and migrations: binaries of this machine, an unprivileged user,
 * a free port, a temporary folder that goes away with it.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';

/** The folder of initdb and postgres, or null where this machine has none. */
export function findPostgresql() {
  const folders = [process.env.POSTGRESQL_BIN, ...(process.env.PATH ?? '').split(path.delimiter)];
  const debian = '/usr/lib/postgresql';
  if (existsSync(debian))
    for (const version of readdirSync(debian).sort().reverse()) folders.push(path.join(debian, version, 'bin'));
  return (
    folders.find(
      (folder) => folder && existsSync(path.join(folder, 'initdb')) && existsSync(path.join(folder, 'postgres')),
    ) ?? null
  );
}

/** PostgreSQL refuses to run as root: whom to run it as. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((each) => each.startsWith(`${name}:`));
    if (line) return { uid: Number(line.split(':')[2]), gid: Number(line.split(':')[3]) };
  }
  throw new Error('PostgreSQL needs a user other than root, and neither postgres nor nobody exists.');
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Whether it takes questions: a port that listens may still be recovering. */
async function reachable(port) {
  const client = new pg.Client({ connectionString: `postgresql://hoctap35@127.0.0.1:${port}/postgres` });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Starts one; answers its address without a database name, and a stop function. Null where there are no binaries. */
export async function startPostgresql() {
  const bin = findPostgresql();
  if (!bin) return null;
  const user = unprivileged();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hoctap35-pg-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  const options = { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: folder } };
  execFileSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', 'hoctap35', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
    options,
  );
  const port = await freePort();
  const settings = [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${folder}`,
    '-c',
    'max_connections=200',
    '-c',
    'shared_buffers=64MB',
  ];
  const launch = async () => {
    const server = spawn(path.join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
      ...options,
      stdio: 'ignore',
    });
    const gone = new Promise((resolve) => server.once('exit', resolve));
    for (let tries = 0; !(await reachable(port)); tries += 1) {
      if (server.exitCode !== null || tries > 300) throw new Error('PostgreSQL did not start.');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return { server, gone };
  };
  let running = await launch();
  return {
    url: `postgresql://hoctap35@127.0.0.1:${port}`,
    async stop() {
      running.server.kill('SIGINT');
      await running.gone;
      rmSync(folder, { recursive: true, force: true });
    },
    /** SIGKILL to the server and to each process that it has started, all at once. */
    async kill() {
      const children = childrenOf(running.server.pid);
      for (const pid of [running.server.pid, ...children]) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It ended by itself meanwhile.
        }
      }
      await running.gone;
    },
    /** Starts it again on the same data; it recovers from its log first. */
    async restart() {
      running = await launch();
    },
  };
}

/** Linux alone: the processes whose parent this is. */
function childrenOf(parent) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1]) === parent;
      } catch {
        return false;
      }
    });
}
