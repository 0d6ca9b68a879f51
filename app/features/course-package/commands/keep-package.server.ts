import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { dropStaged, type StagedFile } from '#app/platform/files/media-store.server.ts';
import { dropOwnFilesOf, keepOwnFile, sweepOwnFiles } from '#app/platform/files/own-files.server.ts';
import { PackageRefusal } from '../core/package-refusal.ts';
import { fileOfPackage } from '../queries/package-file.server.ts';
import { openPackage } from '../queries/read-package.server.ts';

const DAY_MS = 86_400_000;

export type KeptPackage = { kind: 'kept'; id: string } | { kind: 'refused'; refusal: PackageRefusal };

/**
 * Goes through a package that somebody sent, every byte of it, and keeps it for its sender to look at and take in: one a
 * person, for a day. What is refused is gone at once. Nothing of it comes into the database.
 */
export async function keepPackage(actor: Actor, staged: StagedFile): Promise<KeptPackage> {
  try {
    requireScope(actor, 'course.author');
    const opened = await openPackage(staged.path, { isWhole: true });
    opened.close();
  } catch (error) {
    await dropStaged(staged);
    if (error instanceof PackageRefusal) return { kind: 'refused', refusal: error };
    throw error;
  }
  await sweepOwnFiles('packages', DAY_MS);
  const { id, name, prefix } = fileOfPackage(actor, staged.hash);
  await dropOwnFilesOf('packages', prefix);
  await keepOwnFile(staged, 'packages', name);
  return { kind: 'kept', id };
}
