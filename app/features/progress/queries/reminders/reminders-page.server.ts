import { mayAnywhere, requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { idsOf } from '#app/kernel/unit-path.ts';
import { type Reminders, remindersFor } from './reminders.server.ts';

/**
 * The list of what needs to be followed up, and what the actor may do about it. Throws forbidden for who leads nothing,
 * not-found for a unit outside of the scope.
 */
export async function remindersPage(
  actor: Actor,
  unitId: string | null,
): Promise<{ page: Reminders; sheetUnitId: string | null; mayAnswer: boolean; mayRule: boolean }> {
  const scope = requireScope(actor, 'unit.view');
  const page = await remindersFor(actor, unitId);
  return {
    page,
    // Who leads several units chooses one of them first.
    sheetUnitId: unitId ?? (scope.length === 1 ? (idsOf(scope[0]!).at(-1) ?? null) : null),
    mayAnswer: mayAnywhere(actor, 'late.answer'),
    mayRule: mayAnywhere(actor, 'reminder.manage'),
  };
}
