import { beforeAll, expect, it } from 'vitest';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { extendPeople } from '#app/features/progress/commands/extensions/extend-people.server.ts';
import { unitPicture } from '#app/features/progress/queries/picture/unit-picture.server.ts';
import { collectStudy } from '#app/features/reports/queries/study-figures.server.ts';
import { endOfDay } from '#app/kernel/vietnam-time.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { assignCourse, insertCourse } from '#tests/fixtures/course.ts';

useTestDatabase();

const morning = (day: string) => setClock(() => new Date(`${day}T08:00:00+07:00`));
let corps: Corps;
let assignmentId = '';

beforeAll(async () => {
  morning('2026-06-01');
  corps = await buildCorps();
  assignmentId = await assignCourse(await insertCourse(corps.corps), [corps.s1], { dueAt: endOfDay('2026-06-05') });
  // An has until the 10th; then everybody gets until the 30th.
  await extendPeople(corps.thuy, {
    ...{ assignmentId, personIds: [corps.an.personId], dueOn: '2026-06-10', reason: 'Đi công tác' },
  });
  await transact(theSystem, 'courses.assignment-changed', async ({ tx }) => {
    await tx.assignment.update({ where: { id: assignmentId }, data: { dueAt: endOfDay('2026-06-30') } });
  });
});

it('a report and the dashboard agree that nobody is late before the common date, whatever the own one was', async () => {
  const late = async (day: string) => {
    morning(day);
    const asOf = new Date(`${day}T08:00:00+07:00`);
    const { assignments } = await collectStudy({
      ...{ unitId: corps.s1.id, assignmentIds: [assignmentId], asOf, names: 'none' },
    });
    const { total } = await unitPicture(corps.thuy, corps.s1.id, { assignmentId });
    return [assignments[0]!.total.late, total.late];
  };
  expect(await late('2026-06-15')).toEqual([0, 0]);
  const [reported, shown] = await late('2026-07-01');
  expect(reported).toBe(5);
  expect(shown).toBe(5);
});
