import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface RunningServer {
  address: string;
  folder: string;
  /** Resolves with the exit code, or null when a signal ended it. */
  ended: Promise<number | null>;
  /** Resolves once it has printed this. */
  said(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

export const newDataFolder = () => mkdtempSync(path.join(os.tmpdir(), 'hoctap35-e2e-'));

/** Starts the product as its users do, on a free port; resolves once it has printed its address. */
export async function startProduct(
  folder: string,
  people = 150,
  settings: Record<string, string> = {},
): Promise<RunningServer> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      PORT: '0',
      HOST: '127.0.0.1',
      HOCTAP35_DATA: folder,
      HOCTAP35_DEMO_PEOPLE: String(people),
      DATABASE_URL: '',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const find = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(printed);
        if (found) resolve(found);
      };
      look();
      child.stdout.on('data', look);
      child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${printed}`)));
    });
  const [, port] = await find(/http:\/\/localhost:(\d+)/);
  return {
    address: `http://127.0.0.1:${port}`,
    folder,
    ended,
    said: async (text) => void (await find(new RegExp(text))),
    kill: (signal) => child.kill(signal),
  };
}

/**
 * Starts the one server of a run in a folder of its own with a small corps, and gives its address to the stories. A server
 * that already runs is taken when E2E_ADDRESS and E2E_DATA name it.
 */
export default async function startServer(): Promise<() => Promise<void>> {
  if (process.env.E2E_ADDRESS && process.env.E2E_DATA) return async () => {};
  const folder = newDataFolder();
  const server = await startProduct(folder);
  process.env.E2E_ADDRESS = server.address;
  process.env.E2E_DATA = folder;
  return async () => {
    server.kill('SIGTERM');
    await server.ended;
    rmSync(folder, { recursive: true, force: true });
  };
}
