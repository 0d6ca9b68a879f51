import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { undoneState } from '../core/bulk-change.ts';
import { findBatch, listBulkRows, replaceUndone } from '../data/bulk.server.ts';
import { writeBulk } from '../data/bulk-writing.server.ts';
import { listCategories } from '../data/categories.server.ts';
import { insertReviewSteps } from '../data/reviews.server.ts';

export type UndoBulkEditResult =
  | { kind: 'undone'; undone: number; left: number }
  /** Sent twice, or undone in another window. */
  | { kind: 'already' };

/** Undoes what one change of many did, as a whole; a question that somebody changed since in the same place is left as it is. */
export async function undoBulkEdit(actor: Actor, batchId: string): Promise<UndoBulkEditResult> {
  const scope = requireScope(actor, 'question.author');
  return transact(actor, 'questions.bulk-undone', async ({ tx, sql, at, record, unchanged }) => {
    const batch = await findBatch(tx, actor.personId, batchId);
    if (!batch) throw new AppError('not-found');
    if (!(await replaceUndone(tx, batchId, at))) {
      unchanged();
      return { kind: 'already' };
    }
    const entries = new Map(batch.entries.map((entry) => [entry.id, entry]));
    const rows = await listBulkRows(sql, scope, [...entries.keys()]);
    const known = new Set((await listCategories(tx, scope)).map(({ id }) => id));
    const changes = rows.flatMap((row) => {
      const { categoryId, difficulty, tags, standing, isArchived, source, number } = row;
      const now = { categoryId, difficulty, tags, standing, isArchived, source, number };
      const next = undoneState(now, entries.get(row.id)!);
      return next && known.has(next.categoryId) ? [{ row, next }] : [];
    });
    await writeBulk({ tx, sql, at, byId: actor.personId }, changes);
    await insertReviewSteps(
      tx,
      changes.map(({ row, next }) => ({
        questionId: row.id,
        number: row.number,
        from: row.standing,
        to: next.standing,
      })),
      { at, byId: actor.personId },
    );
    const left = entries.size - changes.length;
    record(batchId, { kind: batch.kind, undone: changes.length, left });
    return { kind: 'undone', undone: changes.length, left };
  });
}
