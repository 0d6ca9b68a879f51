import { existsSync, mkdirSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { ensureDataFolder } from '../env.server.ts';
import type { StagedFile } from './media-store.server.ts';

/** Folders of files that wait for their sender's word: nobody's media, and gone when the feature says so. */
export type OwnFolder = 'rosters' | 'packages';

/** Where a file of a feature's own lies. */
export function ownFile(folder: OwnFolder, id: string): string {
  if (!/^[0-9A-Za-z_-]{1,64}$/.test(id)) throw new RangeError('Not an id');
  return path.join(ensureDataFolder(), folder, id);
}

/** Gives a staged file its place. */
export async function keepOwnFile(staged: StagedFile, folder: OwnFolder, id: string): Promise<void> {
  const place = ownFile(folder, id);
  mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
  await rename(staged.path, place);
}

export const hasOwnFile = (folder: OwnFolder, id: string): boolean => existsSync(ownFile(folder, id));

export const dropOwnFile = (folder: OwnFolder, id: string): Promise<void> => rm(ownFile(folder, id), { force: true });

const namesIn = (folder: OwnFolder): Promise<string[]> =>
  readdir(path.join(ensureDataFolder(), folder)).catch((): string[] => []);

/** Takes away all files whose ids begin so. */
export async function dropOwnFilesOf(folder: OwnFolder, prefix: string): Promise<void> {
  for (const name of await namesIn(folder)) if (name.startsWith(prefix)) await dropOwnFile(folder, name);
}

/** Takes away what came longer ago than this. */
export async function sweepOwnFiles(folder: OwnFolder, olderThanMs: number): Promise<void> {
  for (const name of await namesIn(folder)) {
    const found = await stat(path.join(ensureDataFolder(), folder, name)).catch(() => null);
    if (found && Date.now() - found.mtimeMs > olderThanMs) await dropOwnFile(folder, name);
  }
}
