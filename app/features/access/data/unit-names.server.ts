import { idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';

/** The names along a path, from the unit itself up to the top. */
export async function listNamesAlong(db: Db, path: UnitPath): Promise<string[]> {
  const ids = idsOf(path).reverse();
  const units = await db.unit.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return ids.flatMap((id) => units.find((unit) => unit.id === id)?.name ?? []);
}
