import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type BulkAction, type BulkRefusal, bulkOutcome, isSoundAction } from '../core/bulk-change.ts';
import { placedCategories } from '../core/category-tree.ts';
import { plainText } from '../core/plain-text.ts';
import { type BulkRow, listBulkRows } from '../data/bulk.server.ts';
import { listCategories, loadPolicy } from '../data/categories.server.ts';

/** As many questions as are named one by one: the rest is counted. */
const NAMED = 20;

export interface BulkPreview {
  /** Found within the scope: what a change is about. */
  ids: string[];
  categories: { id: string; path: string[] }[];
  tags: string[];
  /** What the action would do; null while none is chosen or it makes no sense yet. */
  outcome: {
    changed: number;
    unchanged: number;
    refused: { reason: BulkRefusal; count: number; examples: { id: string; code: string; stem: string }[] }[];
  } | null;
}

/** What a change of many would do, before it does: how many change, which cannot and why. Changes nothing. */
export async function bulkPreview(
  actor: Actor,
  ids: readonly string[],
  action: BulkAction | null,
): Promise<BulkPreview> {
  const scope = requireScope(actor, 'question.author');
  const { read, sql } = database();
  const rows = await listBulkRows(sql, scope, ids);
  const categories = placedCategories(await listCategories(read, scope)).map(({ id, path }) => ({ id, path }));
  const tags = [...new Set(rows.flatMap((row) => row.tags))].sort(new Intl.Collator('vi').compare);
  const found = { ids: rows.map(({ id }) => id), categories, tags };
  if (!action || !isSoundAction(action)) return { ...found, outcome: null };
  const there = action.kind === 'move' ? await loadPolicy(read, scope, action.value) : null;
  const counts = { changed: 0, unchanged: 0 };
  const refused = new Map<BulkRefusal, BulkRow[]>();
  for (const row of rows) {
    const isOwn = row.versionAuthorId === actor.personId;
    const outcome = bulkOutcome({ ...row, isOwn }, action, there ?? row.policy);
    if (outcome.kind === 'refused') refused.set(outcome.reason, [...(refused.get(outcome.reason) ?? []), row]);
    else counts[outcome.kind] += 1;
  }
  return {
    ...found,
    outcome: {
      ...counts,
      refused: [...refused].map(([reason, held]) => ({
        ...{ reason, count: held.length },
        examples: held.slice(0, NAMED).map(({ id, code, body }) => ({
          ...{ id, code },
          stem: plainText((JSON.parse(body) as { stem: string }).stem),
        })),
      })),
    },
  };
}
