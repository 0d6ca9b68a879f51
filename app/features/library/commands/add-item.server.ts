import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import type { MediaKind } from '#app/features/media/core/media-type.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { isDuplicate } from '#app/platform/db/conflict.server.ts';
import type { ItemFields } from '../core/item.ts';
import { type ItemProblem, judgeItem } from '../core/judge-item.ts';
import { findAuthoredItem, findKeepingUnit, hasItem, insertItem } from '../data/items.server.ts';
import { fileKindOf } from '../queries/file-kind.server.ts';

export type AddItemResult = { kind: 'added' } | { kind: 'invalid'; problems: ItemProblem[] };

/**
 * Puts a thing into the library of a unit that the actor authors for. `id` is minted with the form: the same form sent
 * twice adds one thing. Throws not-found for a unit outside the scope.
 */
export async function addItem(
  actor: Actor,
  { id, unitId, item }: { id: string; unitId: string; item: ItemFields },
): Promise<AddItemResult> {
  const scope = requireScope(actor, 'course.author');
  const file = await fileKindOf(item.mediaId);
  const add = () => addOnce(actor, scope, { id, unitId, item }, file);
  try {
    return await add();
  } catch (error) {
    // The same form at the same moment: the slower one finds what the faster one wrote.
    if (!isDuplicate(error)) throw error;
    return add();
  }
}

function addOnce(
  actor: Actor,
  scope: readonly UnitPath[],
  { id, unitId, item }: { id: string; unitId: string; item: ItemFields },
  file: MediaKind | null,
): Promise<AddItemResult> {
  return transact(actor, 'library.item-added', async ({ tx, at, record, unchanged }): Promise<AddItemResult> => {
    // In this order: what another transaction adds between two statements may be seen by the second alone.
    if (await hasItem(tx, id)) {
      if (!(await findAuthoredItem(tx, scope, id))) throw new AppError('not-found');
      unchanged();
      return { kind: 'added' };
    }
    const unit = await findKeepingUnit(tx, scope, unitId);
    if (!unit) throw new AppError('not-found');
    const problems = judgeItem(item, file, dateOf(at));
    if (problems.length > 0) {
      unchanged();
      return { kind: 'invalid', problems };
    }
    await insertItem(tx, { id, unitId, item, byId: actor.personId, at });
    record(id, { title: item.title, kind: item.kind }, unit.path);
    return { kind: 'added' };
  });
}
