import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';

export interface NamedUnit {
  id: string;
  parentId: string | null;
  name: string;
  path: UnitPath;
}

const shown = { id: true, parentId: true, name: true, path: true } as const;

/** A unit within the scope, or null. */
export const findNamedUnit = (db: Db, scope: readonly UnitPath[], id: string): Promise<NamedUnit | null> =>
  db.unit.findFirst({ where: { id, ...unitWithin(scope) }, select: shown });

/** The units with these ids, whatever the scope. */
export const listUnitsCalled = (db: Db, ids: readonly string[]): Promise<NamedUnit[]> =>
  db.unit.findMany({ where: { id: { in: [...ids] } }, select: shown });
