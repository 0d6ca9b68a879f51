import { beforeAll, expect, it } from 'vitest';
import { attachPerson } from '#app/features/org/commands/people/attach-person.server.ts';
import { editPerson } from '#app/features/org/commands/people/edit-person.server.ts';
import { transferPerson } from '#app/features/org/commands/people/transfer-person.server.ts';
import { applyRosters } from '#app/features/org/commands/roster/apply-rosters.server.ts';
import { requestApply, requestUndo } from '#app/features/org/commands/roster/request-apply.server.ts';
import { undoRosters } from '#app/features/org/commands/roster/undo-rosters.server.ts';
import { unitGuests } from '#app/features/org/queries/people/unit-guests.server.ts';
import { verifyCounters } from '#app/features/progress/queries/verify-counters.server.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { assignCourse, insertCourse } from '#tests/fixtures/course.ts';
import { lines, readRoster, storedRows } from '#tests/fixtures/roster.ts';

useTestDatabase();
let corps: Corps;
beforeAll(async () => {
  corps = await buildCorps();
  await assignCourse(await insertCourse(corps.corps), [corps.s1]);
});

const personOf = (number: string) => database().read.person.findUniqueOrThrow({ where: { number } });

async function bringIn(unitId: string, ...rows: string[]): Promise<string> {
  const id = await readRoster(corps.khoi, {
    unitId,
    policy: 'update',
    bytes: lines('Số hiệu;Họ và tên;Cấp bậc', ...rows),
  });
  await requestApply(corps.khoi, id);
  await applyRosters();
  return id;
}

it('leaves no guest behind who never came, and lets guests be guests again', async () => {
  const { number } = await database().read.person.findUniqueOrThrow({ where: { id: corps.dung.personId } });
  const attach = (personId: string, unitId: string) => {
    const form = { id: newId(), unitId, fromOn: dateOf(now()), untilOn: '', reason: '' };
    return attachPerson(corps.khoi, personId, form);
  };
  // Dũng is a guest of C1; the file says that he belongs there, and brings somebody new, who becomes a guest of C3.
  expect(await attach(corps.dung.personId, corps.c1.id)).toEqual({ kind: 'attached' });
  const id = await bringIn(corps.c1.id, `${number};Phạm Anh Dũng;Binh nhì`, 'M001;Ngô Văn Mới;Binh nhì');
  expect(await attach((await personOf('M001')).id, corps.c3.id)).toEqual({ kind: 'attached' });
  expect(await requestUndo(corps.khoi, id)).toEqual({ kind: 'begun' });
  await undoRosters();
  expect((await storedRows(id)).map(({ undo }) => undo)).toEqual(['undone', 'undone']);
  const names = async (unitId: string) => (await unitGuests(corps.khoi, unitId)).map(({ fullName }) => fullName);
  expect(await names(corps.c3.id)).toEqual([]);
  expect(await names(corps.c1.id)).toEqual(['Phạm Anh Dũng']);
});

it('takes nobody back from under a change of the same moment', async () => {
  for (let round = 0; round < 6; round += 1) {
    const numbers = [1, 2, 3, 4].map((each) => `R${round}${each}`);
    const id = await bringIn(corps.c2.id, ...numbers.map((number) => `${number};Ngô Văn Số;Binh nhì`));
    const people = await Promise.all(numbers.map(personOf));
    await requestUndo(corps.khoi, id);
    await Promise.all([
      undoRosters(),
      ...people
        .slice(0, 2)
        .map(({ id: personId, revision }) =>
          transferPerson(corps.khoi, personId, { unitId: corps.c3.id, effectiveOn: '', note: '', revision }),
        ),
      ...people.slice(2, 3).map(({ id: personId, number, fullName, personnelClass, membership, revision }) =>
        editPerson(corps.khoi, personId, {
          person: { number, fullName, bornOn: '', rank: 'Hạ sĩ', position: '', personnelClass, membership },
          ...{ as: 'change', effectiveOn: '', note: '', revision },
        }),
      ),
    ]);
    expect((await verifyCounters()).differences).toEqual([]);
  }
}, 60_000);
