import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { fieldsOf, type ItemFields } from '../core/item.ts';
import { itemLink, itemTarget } from '../core/item-link.ts';
import { shelfOf } from '../core/shelf.ts';
import { searchAuthoredItems } from '../data/item-search.server.ts';
import { findAuthoredItem, listKeepingUnits } from '../data/items.server.ts';
import { fileNameOf } from './file-kind.server.ts';

export interface NewItemDesk {
  units: { id: string; name: string }[];
  /** Topics that are in use, for who types one. */
  topics: string[];
}

/** Where a thing is put in. Throws forbidden for who authors nothing: asked before a file is read. */
export async function newItemDesk(actor: Actor): Promise<NewItemDesk> {
  const scope = requireScope(actor, 'course.author');
  const units = await listKeepingUnits(database().read, scope);
  return { units: units.map(({ id, name }) => ({ id, name })), topics: await topicsOf(scope) };
}

export interface ItemEditor {
  id: string;
  item: ItemFields;
  fileName: string;
  revision: number;
  isRetired: boolean;
  updatedAt: Date;
  unitName: string;
  topics: string[];
  /** What goes into a lesson, and what points at the thing in a text. */
  link: string;
  target: string;
}

/** A thing as its author changes it. Throws not-found outside the scope: asked before a file is read. */
export async function itemEditor(actor: Actor, id: string): Promise<ItemEditor> {
  const scope = requireScope(actor, 'course.author');
  const found = await findAuthoredItem(database().read, scope, id);
  if (!found) throw new AppError('not-found');
  const { revision, retiredAt, updatedAt, unitName, title } = found;
  return {
    ...{ id, item: fieldsOf(found), revision, isRetired: retiredAt !== null, updatedAt, unitName },
    ...{ fileName: await fileNameOf(found.mediaId), topics: await topicsOf(scope) },
    ...{ link: itemLink({ id, title }), target: itemTarget(id) },
  };
}

async function topicsOf(scope: Parameters<typeof searchAuthoredItems>[1]): Promise<string[]> {
  const rows = await searchAuthoredItems(database().sql, scope, [], { isRetired: false });
  return shelfOf(rows, { kind: '', topic: '', page: 1 }, 1).topics.map(({ topic }) => topic);
}
