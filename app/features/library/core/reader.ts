import { scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';

/**
 * Who reads: what belongs to a unit on the way from the top down to the own one, and what the reader may write. Everything
 * else is not found.
 */
export interface LibraryReader {
  readonly unitPath: UnitPath;
  readonly authorScope: readonly UnitPath[];
}

export const libraryReader = (actor: Actor): LibraryReader => ({
  unitPath: actor.unitPath,
  authorScope: scopeOf(actor, 'course.author'),
});
