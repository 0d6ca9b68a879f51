import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import {
  type BulkAction,
  type BulkEntry,
  type BulkState,
  bulkEntry,
  bulkOutcome,
  isSoundAction,
} from '../core/bulk-change.ts';
import { type BulkRow, insertBatch, listBulkRows } from '../data/bulk.server.ts';
import { writeBulk } from '../data/bulk-writing.server.ts';
import { loadPolicy } from '../data/categories.server.ts';
import { insertReviewSteps } from '../data/reviews.server.ts';

export type BulkEditResult =
  | { kind: 'changed'; batchId: string; changed: number; refused: number; unchanged: number }
  | { kind: 'nothing'; refused: number; unchanged: number }
  | { kind: 'invalid'; problems: { field: 'value'; code: 'missing' | 'malformed' }[] };

/**
 * Does one thing to many questions in one transaction; what cannot be changed is left and counted, questions outside of the
 * scope are not found. What they were before is kept, so that it can be undone as a whole.
 */
export async function bulkEditQuestions(
  actor: Actor,
  { ids, ...action }: BulkAction & { ids: readonly string[] },
): Promise<BulkEditResult> {
  const scope = requireScope(actor, 'question.author');
  if (!isSoundAction(action)) {
    return { kind: 'invalid', problems: [{ field: 'value', code: action.value === '' ? 'missing' : 'malformed' }] };
  }
  return transact(actor, 'questions.bulk-changed', async ({ tx, sql, at, record, unchanged }) => {
    const there = action.kind === 'move' ? await loadPolicy(tx, scope, action.value) : null;
    const rows = await listBulkRows(sql, scope, ids);
    const entries: BulkEntry[] = [];
    const counts = { changed: 0, refused: 0, unchanged: 0 };
    const changes: { row: BulkRow; next: BulkState }[] = [];
    for (const row of rows) {
      const isOwn = row.versionAuthorId === actor.personId;
      const outcome = bulkOutcome({ ...row, isOwn }, action, there ?? row.policy);
      counts[outcome.kind] += 1;
      if (outcome.kind !== 'changed') continue;
      const { categoryId, difficulty, tags, standing, isArchived, source } = row;
      const before = { categoryId, difficulty, tags, standing, isArchived, source };
      entries.push(bulkEntry(row.id, row.number, before, outcome.next));
      changes.push({ row, next: outcome.next });
    }
    if (entries.length === 0) {
      unchanged();
      return { kind: 'nothing', refused: counts.refused, unchanged: counts.unchanged };
    }
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
    const batchId = newId();
    await insertBatch(tx, { ...action, id: batchId, entries, byId: actor.personId, at, undoneAt: null });
    record(batchId, { kind: action.kind, value: action.value, ...counts });
    return { kind: 'changed', batchId, ...counts };
  });
}
