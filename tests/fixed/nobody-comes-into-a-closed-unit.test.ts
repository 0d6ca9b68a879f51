import { beforeAll, expect, it } from 'vitest';
import { addPerson } from '#app/features/org/commands/people/add-person.server.ts';
import { addUnit } from '#app/features/org/commands/tree/add-unit.server.ts';
import { closeUnit } from '#app/features/org/commands/tree/close-unit.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';

useTestDatabase();
let corps: Corps;
beforeAll(async () => {
  corps = await buildCorps();
});

it('adds somebody to a unit or closes it, whichever comes first, never both', async () => {
  for (let round = 0; round < 8; round += 1) {
    const unitId = newId();
    await addUnit(corps.khoi, corps.c1.id, { id: unitId, name: `Tổ ${round}`, shortName: '', kind: 'squad' });
    const person = {
      ...{ fullName: 'Ngô Văn Mới', number: `ĐK${round}`, bornOn: '', rank: '', position: '' },
      ...{ personnelClass: 'enlisted', membership: 'youth' },
    };
    const [added, closed] = await Promise.all([
      addPerson(corps.khoi, unitId, { id: newId(), person, effectiveOn: '', note: '' }),
      closeUnit(corps.khoi, unitId, { revision: 1 }),
    ]);
    expect([added.kind === 'added', closed.kind === 'closed'].filter(Boolean)).toHaveLength(1);
    const unit = await database().read.unit.findUniqueOrThrow({ where: { id: unitId } });
    expect(unit.closedAt === null).toBe(unit.strength === 1);
  }
});
