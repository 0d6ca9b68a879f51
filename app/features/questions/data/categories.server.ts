import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';

export interface CategoryRow {
  id: string;
  code: string;
  name: string;
  unitId: string;
  position: number;
}

const shown = { id: true, code: true, name: true, unitId: true, position: true } as const;

/** A category of a unit within the scope, or null. */
export async function findCategory(
  db: Db,
  scope: readonly UnitPath[],
  id: string,
): Promise<(CategoryRow & { unitPath: UnitPath }) | null> {
  const found = await db.questionCategory.findFirst({
    where: { id, unit: unitWithin(scope) },
    select: { ...shown, unit: { select: { path: true } } },
  });
  if (!found) return null;
  const { unit, ...category } = found;
  return { ...category, unitPath: unit.path };
}

/** The categories of units within the scope, in their order. */
export async function listCategories(db: Db, scope: readonly UnitPath[]): Promise<CategoryRow[]> {
  return db.questionCategory.findMany({
    where: { unit: unitWithin(scope) },
    select: shown,
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  });
}

export async function insertCategory(db: Db, category: CategoryRow): Promise<void> {
  await db.questionCategory.create({ data: category });
}

/** One more than the greatest position within the scope: where a new category goes. */
export async function nextCategoryPosition(db: Db, scope: readonly UnitPath[]): Promise<number> {
  const { _max } = await db.questionCategory.aggregate({
    where: { unit: unitWithin(scope) },
    _max: { position: true },
  });
  return (_max.position ?? 0) + 1;
}

/** The names of units, by id: whose bank a category belongs to. */
export async function listUnitNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const units = await db.unit.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  return new Map(units.map(({ id, name }) => [id, name]));
}
