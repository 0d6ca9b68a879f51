import { readFile } from 'node:fs/promises';
import { dropStaged, type StagedFile } from '#app/platform/files/media-store.server.ts';

/** What was sent, for who reads it at once and keeps nothing: the staged file is gone afterwards. */
export async function sentBytes(staged: StagedFile): Promise<Uint8Array> {
  try {
    return await readFile(staged.path);
  } finally {
    await dropStaged(staged);
  }
}
