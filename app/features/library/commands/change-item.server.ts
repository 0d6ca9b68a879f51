import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { eventsAbout } from '#app/features/audit/queries/events-about.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { differingFields, fieldsOf, type ItemField, type ItemFields } from '../core/item.ts';
import { type ItemProblem, judgeItem } from '../core/judge-item.ts';
import { findAuthoredItem, findPersonName, type ItemRow, replaceItem } from '../data/items.server.ts';
import { fileKindOf } from '../queries/file-kind.server.ts';

/** Somebody else was faster: who, when, what stands there now, and where it differs from what was sent. */
export interface ItemConflict {
  kind: 'conflict';
  by: string | null;
  at: Date;
  revision: number;
  theirs: ItemFields;
  differences: ItemField[];
}

export type ChangeItemResult =
  | { kind: 'changed' }
  | { kind: 'unchanged' }
  | { kind: 'invalid'; problems: ItemProblem[] }
  | ItemConflict;

/**
 * Writes another state of a thing, unless somebody else wrote one since `base`: then nothing is written and their state
 * is answered. Sending what stands there already changes nothing. Throws not-found outside the scope.
 */
export async function changeItem(
  actor: Actor,
  id: string,
  { base, item }: { base: number; item: ItemFields },
): Promise<ChangeItemResult> {
  const scope = requireScope(actor, 'course.author');
  const file = await fileKindOf(item.mediaId);
  return transact(actor, 'library.item-changed', async ({ tx, sql, at, record, unchanged }) => {
    const refuse = <Result extends ChangeItemResult>(result: Result) => {
      unchanged();
      return result;
    };
    const current = await findAuthoredItem(tx, scope, id);
    if (!current) throw new AppError('not-found');
    const problems = judgeItem(item, file, dateOf(at));
    if (problems.length > 0) return refuse({ kind: 'invalid', problems });
    if (differingFields(item, current).length === 0) return refuse({ kind: 'unchanged' });
    if (current.revision !== base || !(await replaceItem(tx, { id, base }, { item, at }))) {
      return refuse(await conflict(tx, sql, item, (await findAuthoredItem(tx, scope, id)) ?? current));
    }
    record(id, { title: item.title, revision: base + 1 }, current.unitPath);
    return { kind: 'changed' };
  });
}

async function conflict(tx: Tx, sql: Sql, sent: ItemFields, current: ItemRow): Promise<ItemConflict> {
  const [last] = await eventsAbout(sql, current.id, ['library.item-changed', 'library.item-added'], { limit: 1 });
  return {
    kind: 'conflict',
    by: await findPersonName(tx, last?.actorId ?? null),
    at: last?.at ?? current.updatedAt,
    revision: current.revision,
    ...{ theirs: fieldsOf(current), differences: differingFields(sent, current) },
  };
}
