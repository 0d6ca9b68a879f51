import { transact } from '#app/features/audit/commands/transact.server.ts';
import type { Doer } from '#app/features/audit/core/actor.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { childPath } from '#app/kernel/unit-path.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { UnitKind } from '../core/person.ts';
import { beginSpans } from '../data/tree/spans.server.ts';
import { insertUnit, listUnitsById, type UnitRow } from '../data/units.server.ts';

/**
 * Adds a unit under a parent, or a top unit without one. From the command line and the demonstration: who may is decided
 * by access to the machine. Throws not-found for an unknown parent.
 */
export async function createUnit(
  doer: Doer,
  unit: { parentId: string | null; kind: UnitKind; name: string; shortName: string; position?: number; id?: string },
): Promise<UnitRow> {
  return transact(doer, 'org.unit-created', async ({ tx, sql, at, record }) => {
    const parent = unit.parentId ? (await listUnitsById(tx, [unit.parentId]))[0] : null;
    if (unit.parentId && !parent) throw new AppError('not-found');
    const id = unit.id ?? newId();
    const row = {
      id,
      parentId: unit.parentId,
      kind: unit.kind,
      name: unit.name.normalize('NFC'),
      shortName: unit.shortName.normalize('NFC'),
      path: childPath(parent?.path ?? null, id),
      position: unit.position ?? 0,
    };
    await insertUnit(tx, { ...row, createdAt: at });
    await beginSpans(sql, { text: 'u."id" = ?', values: [id] }, at, newId());
    record(id, { name: row.name }, row.path);
    return { ...row, strength: 0 };
  });
}
