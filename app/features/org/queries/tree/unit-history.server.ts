import { scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { isWithin } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import { listTreeUnits } from '../../data/tree/tree-units.server.ts';
import { listSpans } from '../../data/tree/unit-spans.server.ts';
import { type StructureUnit, structureUnit } from './structure-page.server.ts';

/** What a unit was from when until when; a parent that the actor may not see is not named. */
export interface UnitEra {
  id: string;
  name: string;
  shortName: string;
  kind: string;
  parentName: string | null;
  fromAt: Date;
  untilAt: Date | null;
}

const MOST_ERAS = 200;

/** A unit's history, the latest first. Throws not-found outside of the reach. */
export async function unitHistory(actor: Actor, unitId: string): Promise<StructureUnit & { eras: UnitEra[] }> {
  const page = await structureUnit(actor, unitId);
  const { sql } = database();
  const spans = await listSpans(sql, unitId, MOST_ERAS);
  const scope = scopeOf(actor, 'unit.manage');
  const parents = await listTreeUnits(sql, [...new Set(spans.flatMap(({ parentId }) => parentId ?? []))]);
  const visible = parents.filter(({ path }) => scope.some((top) => isWithin(path, top)));
  const nameOf = new Map(visible.map(({ id, name }) => [id, name]));
  const eras = spans.map(({ id, name, shortName, kind, parentId, fromAt, untilAt }) => ({
    ...{ id, name, shortName, kind, fromAt, untilAt },
    parentName: (parentId && nameOf.get(parentId)) || null,
  }));
  return { ...page, eras: merged(eras) };
}

/** Neighbours that say the same (a unit above moved, and this one with it) are one era. */
function merged(eras: readonly UnitEra[]): UnitEra[] {
  const list: UnitEra[] = [];
  for (const era of eras) {
    const later = list.at(-1);
    const same = (key: 'name' | 'shortName' | 'kind' | 'parentName') => later?.[key] === era[key];
    const touches = later !== undefined && era.untilAt?.getTime() === later.fromAt.getTime();
    if (later && touches && same('name') && same('shortName') && same('kind') && same('parentName'))
      list[list.length - 1] = { ...later, fromAt: era.fromAt };
    else list.push(era);
  }
  return list;
}
