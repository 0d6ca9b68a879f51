import { existsSync, mkdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ensureDataFolder } from '../env.server.ts';
import type { StagedFile } from './media-store.server.ts';

/** Where a file of a feature's own lies: nobody's medium, and gone when the feature says so. */
export function ownFile(folder: 'rosters', id: string): string {
  if (!/^[0-9A-Za-z_-]{1,64}$/.test(id)) throw new RangeError('Not an id');
  return path.join(ensureDataFolder(), folder, id);
}

/** Gives a staged file its place. */
export async function keepOwnFile(staged: StagedFile, folder: 'rosters', id: string): Promise<void> {
  const place = ownFile(folder, id);
  mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
  await rename(staged.path, place);
}

export const hasOwnFile = (folder: 'rosters', id: string): boolean => existsSync(ownFile(folder, id));

export const dropOwnFile = (folder: 'rosters', id: string): Promise<void> => rm(ownFile(folder, id), { force: true });
