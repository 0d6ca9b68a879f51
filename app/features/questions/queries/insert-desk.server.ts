import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';

/** Whether the actor may add pictures and sounds to questions: who writes some. Throws forbidden otherwise. */
export function insertDesk(actor: Actor): void {
  requireScope(actor, 'question.author');
}
