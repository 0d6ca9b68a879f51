import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { openInstallation } from '#app/boot.server.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { findAccount, insertAccount } from '#app/features/access/data/accounts.server.ts';
import { insertSession } from '#app/features/access/data/sessions.server.ts';
import { database, useDatabase } from '#app/platform/db/database.server.ts';
import { newToken, sha256 } from '#app/platform/ids.server.ts';

/** A data folder for one measurement; it goes away at the end of the process. */
export function stageFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hoctap35-bench-'));
  process.env.HOCTAP35_DATA = folder;
  process.env.DATABASE_URL = '';
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs `work` on the folder's database in this process, then closes it so that a server may open it. */
export async function onStage<T>(work: () => Promise<T>): Promise<T> {
  await openInstallation();
  try {
    return await work();
  } finally {
    await database().close();
    useDatabase(undefined);
  }
}

/** A session of this person as a cookie header: what signing in ends with, without the cost of hashing. */
export async function sessionCookie(personId: string): Promise<string> {
  const token = newToken();
  const createdAt = new Date();
  await database().write(async (tx) => {
    if (!(await findAccount(tx, personId))) {
      await insertAccount(tx, { personId, login: personId, passwordHash: 'none', mustChange: false, createdAt });
    }
    await insertSession(tx, {
      id: sha256(token),
      personId,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + 3600_000),
      address: '127.0.0.1',
      userAgent: 'bench',
    });
  });
  return `hoctap35_session=${token}`;
}

/** The person as commands take it. */
export async function actorOf(personId: string): Promise<Actor> {
  const person = await database().read.person.findUniqueOrThrow({
    where: { id: personId },
    include: { unit: true, grants: { include: { unit: true } } },
  });
  return {
    personId,
    fullName: person.fullName,
    rank: person.rank,
    unitId: person.unitId,
    unitPath: person.unit.path,
    grants: person.grants.map((grant) => ({ role: grant.role as 'leader', unitPath: grant.unit.path })),
    mustChangePassword: false,
  };
}

export interface Running {
  port: number;
  pid: number;
  stop(): Promise<void>;
  /** Without a last word. Resolves once the process is gone. */
  kill(): Promise<void>;
  isAlive(): boolean;
}

/** Starts a program that prints a line with its port, and waits for that line. */
export async function startProgram(
  args: string[],
  pattern: RegExp,
  extraEnv: Record<string, string> = {},
  stderr: 'inherit' | 'ignore' | ((line: string) => void) = 'inherit',
): Promise<Running> {
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', HOCTAP35_DEMO: 'no', LOG_LEVEL: 'error', ...extraEnv },
    stdio: ['ignore', 'pipe', typeof stderr === 'string' ? stderr : 'pipe'],
  });
  if (typeof stderr !== 'string' && child.stderr) createInterface(child.stderr).on('line', stderr);
  const port = await new Promise<number>((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = pattern.exec(printed);
      if (found) resolve(Number(found[1]));
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${printed}`)));
  });
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  const end = async (signal: NodeJS.Signals) => {
    if (!isAlive()) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  };
  return { port, pid: child.pid ?? 0, stop: () => end('SIGTERM'), kill: () => end('SIGKILL'), isAlive };
}

/** The product itself, on the staged folder. */
export const startProduct = (): Promise<Running> => startProgram(['scripts/start.mjs'], /localhost:(\d+)/);

/** The built product alone, quick to start and silent about what a bench does to it again and again; `hear`: its log. */
export const startBuilt = (
  extraEnv: Record<string, string> = {},
  hear: 'ignore' | ((line: string) => void) = 'ignore',
): Promise<Running> => startProgram(['tests/bench/serve.mjs'], /localhost:(\d+)/, extraEnv, hear);
