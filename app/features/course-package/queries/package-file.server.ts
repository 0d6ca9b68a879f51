import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { hasOwnFile, ownFile } from '#app/platform/files/own-files.server.ts';

/** What a package that somebody sent is called: by its sender too, so that nobody else's address leads to it. */
export function fileOfPackage(actor: Actor, hash: string): { id: string; name: string; prefix: string } {
  const prefix = `${actor.personId}-`;
  const id = hash.slice(0, 32);
  return { id, name: `${prefix}${id}`, prefix };
}

/** Where a package lies that the actor has sent. Throws not-found for another's, and for one that is gone. */
export function ownPackage(actor: Actor, id: string): string {
  const { name } = fileOfPackage(actor, id);
  if (!/^[0-9a-f]{32}$/.test(id) || !hasOwnFile('packages', name)) throw new AppError('not-found');
  return ownFile('packages', name);
}
