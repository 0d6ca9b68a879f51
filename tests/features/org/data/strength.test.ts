import { beforeAll, describe, expect, it } from 'vitest';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { changeStrength, moveStrength, type StrengthChange } from '#app/features/org/data/strength.server.ts';
import { childPath } from '#app/kernel/unit-path.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';

useTestDatabase();

let corps: Corps;
beforeAll(async () => {
  setClock(() => new Date('2026-11-01T01:00:00Z'));
  corps = await buildCorps();
});

const change = (changes: StrengthChange[]) =>
  transact(theSystem, 'org.person-moved', ({ sql, at }) => changeStrength(sql, changes, at));

async function strengthOf(name: 'corps' | 's1' | 's2' | 'c1' | 'c3'): Promise<[number, number]> {
  const unit = await database().read.unit.findUniqueOrThrow({ where: { id: corps[name].id } });
  return [unit.strength, unit.subtreeStrength];
}

const daysOf = (unitId: string) =>
  database().read.strengthDay.findMany({
    where: { unitId },
    orderBy: { day: 'asc' },
    select: { day: true, own: true, subtree: true },
  });

describe('strength', () => {
  it('of a subtree grows with each person who joins below', async () => {
    expect(await strengthOf('corps')).toEqual([2, 9]);
    expect(await strengthOf('s1')).toEqual([1, 5]);
    expect(await strengthOf('c1')).toEqual([3, 3]);
    expect(await daysOf(corps.corps.id)).toEqual([{ day: '2026-11-01', own: 2, subtree: 9 }]);
  });

  it('of a transfer changes on both ways up to the unit above both, on its day there', async () => {
    // 18:00 UTC is the next day there.
    setClock(() => new Date('2026-11-02T18:00:00Z'));
    await change([
      { unitId: corps.c1.id, by: -2 },
      { unitId: corps.c3.id, by: 2 },
      { unitId: 'nobody', by: 5 },
    ]);
    expect([await strengthOf('c1'), await strengthOf('s1')]).toEqual([
      [1, 1],
      [1, 3],
    ]);
    expect([await strengthOf('c3'), await strengthOf('s2'), await strengthOf('corps')]).toEqual([
      [4, 4],
      [0, 4],
      [2, 9],
    ]);
    expect((await daysOf(corps.s1.id)).at(-1)).toEqual({ day: '2026-11-03', own: 0, subtree: -2 });
    expect(await daysOf(corps.corps.id)).toHaveLength(1);
  });

  it('of a moved unit goes with it from the units above the one place to those above the other', async () => {
    const toPath = childPath(corps.s2.path, corps.c1.id);
    await transact(theSystem, 'org.unit-moved', ({ sql, at }) =>
      moveStrength(sql, { unitId: corps.c1.id, fromPath: corps.c1.path, toPath }, at),
    );
    expect([await strengthOf('s1'), await strengthOf('s2'), await strengthOf('corps')]).toEqual([
      [1, 2],
      [0, 5],
      [2, 9],
    ]);
  });

  it('stays right when many come and go at the same moment', async () => {
    const units = [corps.c3, corps.c2, corps.s1, corps.corps];
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        change([{ unitId: units[index % 4]!.id, by: index % 4 === 3 ? -1 : 1 }]),
      ),
    );
    expect([await strengthOf('c3'), await strengthOf('corps')]).toEqual([
      [7, 7],
      [-1, 15],
    ]);
  });
});
