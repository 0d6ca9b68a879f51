import type { UnitPath } from '#app/kernel/unit-path.ts';
import { idsOf } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import type { ItemFields, ItemKind } from '../core/item.ts';
import { itemSearchKey } from '../core/item-search.ts';
import type { LibraryReader } from '../core/reader.ts';
import { tagsSchema } from '../schema.ts';

export interface ItemRow extends ItemFields {
  id: string;
  unitId: string;
  unitName: string;
  unitPath: UnitPath;
  revision: number;
  retiredAt: Date | null;
  updatedAt: Date;
}

const unit = { unit: { select: { name: true, path: true } } } as const;

type Stored = Awaited<ReturnType<typeof findStored>>;
const findStored = (db: Db, id: string, where: object) =>
  db.libraryItem.findFirst({ where: { id, ...where }, include: unit });

function itemOf(row: NonNullable<Stored>): ItemRow {
  const { kind, tags, unit: of, searchKey: _, createdAt: __, createdById: ___, ...rest } = row;
  const about = { unitName: of.name, unitPath: of.path };
  return { ...rest, ...about, kind: kind as ItemKind, tags: tagsSchema.parse(JSON.parse(tags)) };
}

/** What the reader may see: in use, of a unit above or their own; or, in any state, what they may write. */
const openTo = ({ unitPath, authorScope }: LibraryReader) => ({
  OR: [{ unitId: { in: idsOf(unitPath) }, retiredAt: null }, { unit: unitWithin(authorScope) }],
});

/** A thing that the reader may see, or null. */
export async function findOpenItem(db: Db, reader: LibraryReader, id: string): Promise<ItemRow | null> {
  const row = await findStored(db, id, openTo(reader));
  return row && itemOf(row);
}

/** A thing of a unit within the scope, or null. */
export async function findAuthoredItem(db: Db, scope: readonly UnitPath[], id: string): Promise<ItemRow | null> {
  const row = await findStored(db, id, { unit: unitWithin(scope) });
  return row && itemOf(row);
}

/** Whose a thing is does not matter here: an id is taken once. */
export const hasItem = async (db: Db, id: string): Promise<boolean> =>
  (await db.libraryItem.count({ where: { id } })) > 0;

/** Those of these things that are in use and that the reader may see. */
export async function listOpenIds(db: Db, reader: LibraryReader, ids: readonly string[]): Promise<string[]> {
  const rows = await db.libraryItem.findMany({
    where: { id: { in: [...ids] }, retiredAt: null, ...openTo(reader) },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Things by their ids, in the order of the ids. The ids come from a scoped list. */
export async function listItems(db: Db, ids: readonly string[]): Promise<ItemRow[]> {
  const rows = await db.libraryItem.findMany({ where: { id: { in: [...ids] } }, include: unit });
  const byId = new Map(rows.map((row) => [row.id, itemOf(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const columnsOf = (item: ItemFields) => {
  const { tags, ...rest } = item;
  return { ...rest, tags: JSON.stringify(tags), searchKey: itemSearchKey(item) };
};

export async function insertItem(
  db: Db,
  { id, unitId, item, byId, at }: { id: string; unitId: string; item: ItemFields; byId: string | null; at: Date },
): Promise<void> {
  const about = { id, unitId, createdAt: at, createdById: byId, updatedAt: at };
  await db.libraryItem.create({ data: { ...about, ...columnsOf(item) } });
}

/** Writes another state unless somebody was faster since `base`; answers whether it did. */
export async function replaceItem(
  db: Db,
  { id, base }: { id: string; base: number },
  { item, at }: { item: ItemFields; at: Date },
): Promise<boolean> {
  const { count } = await db.libraryItem.updateMany({
    where: { id, revision: base },
    data: { ...columnsOf(item), revision: base + 1, updatedAt: at },
  });
  return count > 0;
}

export async function replaceRetiredAt(db: Db, id: string, retiredAt: Date | null, at: Date): Promise<void> {
  await db.libraryItem.update({ where: { id }, data: { retiredAt, updatedAt: at } });
}

/** The open units at the top of each part of the scope and directly below it, the higher ones first. */
export async function listKeepingUnits(
  db: Db,
  scope: readonly UnitPath[],
): Promise<{ id: string; name: string; path: UnitPath }[]> {
  const tops = scope.flatMap((path) => idsOf(path).at(-1) ?? []);
  return db.unit.findMany({
    where: { closedAt: null, OR: [{ id: { in: tops } }, { parentId: { in: tops } }] },
    select: { id: true, name: true, path: true },
    orderBy: { path: 'asc' },
  });
}

/** An open unit within the scope, or null. */
export const findKeepingUnit = (db: Db, scope: readonly UnitPath[], id: string) =>
  db.unit.findFirst({ where: { id, closedAt: null, ...unitWithin(scope) }, select: { id: true, path: true } });

/** The full name of a person; null = the system, or nobody any more. */
export async function findPersonName(db: Db, id: string | null): Promise<string | null> {
  if (id === null) return null;
  return (await db.person.findUnique({ where: { id }, select: { fullName: true } }))?.fullName ?? null;
}
