import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { demonstrationMarks } from '#app/features/audit/core/demonstration-marks.ts';
import { personRow } from '#app/features/org/commands/create-person.server.ts';
import type { PersonnelClass } from '#app/features/org/core/person.ts';
import { changeStrength } from '#app/features/org/data/strength.server.ts';
import { beginHistory } from '#app/features/org/data/strength-history.server.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { childPath, type UnitPath } from '#app/kernel/unit-path.ts';
import { demoIds } from './demo-ids.ts';
import { insertRows } from './insert-rows.ts';
import type { PlannedPerson } from './people.ts';
import type { PlannedUnit } from './units.ts';

/** A unit as it was stored. */
export interface DemoUnit extends PlannedUnit {
  readonly id: string;
  readonly path: UnitPath;
}

/** A person as stored. */
export interface DemoPerson {
  readonly id: string;
  readonly number: string;
  readonly fullName: string;
  readonly rank: string | null;
  readonly position: string;
  readonly personnelClass: PersonnelClass;
  readonly unit: DemoUnit;
}

/** Stores units and people with their open memberships, all from the same day on. */
export async function storeCorps(
  seed: string,
  plan: { units: readonly PlannedUnit[]; people: readonly PlannedPerson[] },
): Promise<{ units: DemoUnit[]; people: DemoPerson[] }> {
  return transact(theSystem, 'demo.filled', async ({ sql, at, record }) => {
    const idAt = demoIds(seededRandom(`${seed}/corps`));
    const byKey = new Map<string, DemoUnit>();
    for (const unit of plan.units) {
      const id = idAt(at);
      const parent = unit.parentKey === null ? null : byKey.get(unit.parentKey)!;
      byKey.set(unit.key, { ...unit, id, path: childPath(parent?.path ?? null, id) });
    }
    const units = [...byKey.values()];
    await insertRows(
      sql,
      'Unit',
      units.map(({ id, parentKey, kind, name, shortName, path, position }) => {
        const parentId = parentKey === null ? null : byKey.get(parentKey)!.id;
        return { id, parentId, kind, name, shortName, path, position, createdAt: at };
      }),
    );
    const people = plan.people.map((planned) => {
      const { unitKey, position, ...person } = planned;
      return { person: { ...person, position, id: idAt(at) }, unit: byKey.get(unitKey)! };
    });
    const rows = people.map(({ person, unit }) => ({ ...personRow({ ...person, unitId: unit.id }), createdAt: at }));
    await insertRows(sql, 'Person', rows);
    await insertRows(
      sql,
      'UnitMembership',
      rows.map(({ id: personId, unitId, rank, position, personnelClass, membership }) => ({
        ...{ id: idAt(at), personId, unitId, rank, position, personnelClass, membership, fromAt: at },
      })),
    );
    await beginHistory(sql);
    await changeStrength(
      sql,
      units.map(({ id: unitId, strength: by }) => ({ unitId, by })),
      at,
    );
    record(demonstrationMarks.begun, { units: units.length, people: rows.length }, units[0]!.path);
    return { units, people: people.map(({ person, unit }) => ({ ...person, unit })) };
  });
}
