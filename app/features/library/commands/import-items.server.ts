import { transact } from '#app/features/audit/commands/transact.server.ts';
import type { Doer } from '#app/features/audit/core/actor.ts';
import { eventsAbout } from '#app/features/audit/queries/events-about.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { differingFields } from '../core/item.ts';
import { insertItem, listItems, replaceItem } from '../data/items.server.ts';
import { type ContentItem, contentItemSchema } from '../schema.ts';

export interface ImportItemsCount {
  created: number;
  changed: number;
  unchanged: number;
}

/**
 * Brings the things of a content folder's library.yaml into the library of a unit, all or nothing; their codes are their
 * ids. Twice changes nothing, and what an author has touched since stays as it is. Throws `bad-input` with each field named:
 * 'nghi-quyet-35.source'.
 */
export async function importItems(
  doer: Doer,
  { unitId, items }: { unitId: string; items: readonly unknown[] },
): Promise<ImportItemsCount> {
  const read = readItems(items);
  return transact(doer, 'library.content-imported', async ({ tx, sql, at, record, unchanged }) => {
    const known = new Map(
      (
        await listItems(
          tx,
          read.map(({ code }) => code),
        )
      ).map((row) => [row.id, row]),
    );
    const count: ImportItemsCount = { created: 0, changed: 0, unchanged: 0 };
    for (const { code: id, item } of read) {
      const before = known.get(id);
      const isTouched = async () =>
        (await eventsAbout(sql, id, ['library.item-changed', 'library.item-retired'], { limit: 1 })).length > 0;
      if (!before) {
        await insertItem(tx, { id, unitId, item, byId: doer.personId, at });
        count.created += 1;
      } else if (differingFields(item, before).length > 0 && !(await isTouched())) {
        await replaceItem(tx, { id, base: before.revision }, { item, at });
        count.changed += 1;
      } else count.unchanged += 1;
    }
    record(unitId, { ...count });
    if (count.created + count.changed === 0) unchanged();
    return count;
  });
}

function readItems(items: readonly unknown[]): ContentItem[] {
  const problems: Record<string, string[]> = {};
  const say = (field: string, code: string) => {
    problems[field] = [...(problems[field] ?? []), code];
  };
  const codes = new Set<string>();
  const read: ContentItem[] = [];
  for (const [index, one] of items.entries()) {
    const result = contentItemSchema.safeParse(one);
    const named = (one as { code?: unknown } | null)?.code;
    const label = typeof named === 'string' ? named : `library[${index}]`;
    if (codes.has(label)) say(`${label}.code`, 'duplicate');
    codes.add(label);
    if (result.success) read.push(result.data);
    else for (const issue of result.error.issues) say([label, ...issue.path].join('.'), issue.message);
  }
  if (Object.keys(problems).length > 0) throw new AppError('bad-input', { fields: problems });
  return read;
}
