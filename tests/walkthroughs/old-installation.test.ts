import { beforeAll, expect, it } from 'vitest';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { beginOldHistory } from '#app/features/org/commands/rebuild-strength.server.ts';
import { exemptPerson } from '#app/features/progress/commands/exempt-person.server.ts';
import { tellHistories } from '#app/features/progress/commands/rebuild-counters.server.ts';
import { readGrid } from '#app/features/progress/data/rollups.server.ts';
import { verifyCounters } from '#app/features/progress/queries/verify-counters.server.ts';
import { endOfDay } from '#app/kernel/vietnam-time.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { assignCourse, complete, insertCourse, readLesson } from '#tests/fixtures/course.ts';

useTestDatabase();

const day = (date: string) => setClock(() => new Date(`${date}T03:00:00Z`));
let corps: Corps;
let assignmentId: string;

beforeAll(async () => {
  day('2026-10-01');
  corps = await buildCorps();
  const course = await insertCourse(corps.corps);
  assignmentId = await assignCourse(course, [corps.corps]);
  day('2026-10-05');
  await complete(corps.an.personId, course, 9);
  day('2026-10-08');
  await readLesson(corps.binh.personId, course, 0);
  await exemptPerson(corps.thuy, { personId: corps.dung.personId, assignmentId, reason: 'Đi viện' });
  day('2026-10-20');
});

const figures = async (asOf: Date | null) => {
  const grid = (await readGrid(database().sql, corps.s1.id, [assignmentId], asOf))!;
  return [grid.unit.name, grid.cell(corps.s1.id, assignmentId)];
};

it('gets the histories that it has not kept, once, from the dates of what was done', async () => {
  const instants = [null, ...['2026-10-03', '2026-10-05', '2026-10-08'].map(endOfDay)];
  const before = await Promise.all(instants.map(figures));
  // What the release before has left: no histories, and intervals without anything but unit and dates.
  await database().write(async (_, sql) => {
    for (const table of ['EnrolmentChange', 'ProgressDay', 'StrengthDay', 'UnitSpan'])
      await sql.run(`DELETE FROM "${table}"`);
    await sql.run('UPDATE "ProgressCounter" SET "total" = 0');
    await sql.run('UPDATE "Unit" SET "subtreeStrength" = 0');
    await sql.run(`UPDATE "UnitMembership" SET "rank" = NULL, "personnelClass" = 'enlisted', "membership" = 'none'`);
  });
  await beginOldHistory(theSystem);
  expect(await tellHistories(theSystem)).toEqual({ assignments: 1 });
  expect((await verifyCounters()).differences).toEqual([]);
  expect(await Promise.all(instants.map(figures))).toEqual(before);
  await beginOldHistory(theSystem);
  expect(await tellHistories(theSystem)).toEqual({ assignments: 0 });
});
