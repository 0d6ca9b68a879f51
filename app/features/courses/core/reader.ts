import { scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';

/**
 * The scope of a reader: what is published and assigned to a unit on the way from the top down to the own one, and what
 * the reader may write. Everything else is not found.
 */
export interface Reader {
  personId: string;
  unitPath: UnitPath;
  /** The units whose courses the reader may author: those are shown in any state. */
  authorScope: readonly UnitPath[];
}

export function readerOf(actor: Actor): Reader {
  return { personId: actor.personId, unitPath: actor.unitPath, authorScope: scopeOf(actor, 'course.author') };
}
