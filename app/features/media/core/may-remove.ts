import type { AuthoredFile } from './media-use.ts';

/** So long a file of somebody else may wait for the text that is being written for it. */
const YOUNG_MS = 86_400_000;

/** Whether an author may take a file away, and why not. */
export function mayRemove(
  { isUnused, isOwn, createdAt }: Pick<AuthoredFile, 'isUnused' | 'isOwn' | 'createdAt'>,
  now: Date,
): 'yes' | 'used' | 'young' {
  if (!isUnused) return 'used';
  return isOwn || now.getTime() - new Date(createdAt).getTime() >= YOUNG_MS ? 'yes' : 'young';
}
