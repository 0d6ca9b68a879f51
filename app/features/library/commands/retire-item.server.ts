import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { findAuthoredItem, replaceRetiredAt } from '../data/items.server.ts';

/**
 * Takes a thing out of use: readers find it no more and lessons keep its words without a link; its file stays. Twice
 * changes nothing. Throws not-found outside the scope.
 */
export async function retireItem(actor: Actor, id: string): Promise<void> {
  const scope = requireScope(actor, 'course.author');
  await transact(actor, 'library.item-retired', async ({ tx, at, record, unchanged }) => {
    const item = await findAuthoredItem(tx, scope, id);
    if (!item) throw new AppError('not-found');
    if (item.retiredAt) return unchanged();
    await replaceRetiredAt(tx, id, at, at);
    record(id, { title: item.title }, item.unitPath);
  });
}
