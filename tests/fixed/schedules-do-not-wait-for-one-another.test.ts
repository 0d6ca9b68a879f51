import { beforeAll, expect, it } from 'vitest';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { endSchedule } from '#app/features/reports/commands/end-schedule.server.ts';
import { runDueSchedules } from '#app/features/reports/commands/run-due-schedules.server.ts';
import { scheduleReport } from '#app/features/reports/commands/schedule-report.server.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { assignCourse, insertCourse } from '#tests/fixtures/course.ts';

useTestDatabase();

const morning = (day: string) => setClock(() => new Date(`${day}T08:00:00+07:00`));
let corps: Corps;
let [first, second] = ['', ''];

beforeAll(async () => {
  morning('2026-06-01');
  corps = await buildCorps();
  first = await assignCourse(await insertCourse(corps.corps), [corps.s1, corps.s2]);
  second = await assignCourse(await insertCourse(corps.corps), [corps.s1]);
});

const schedule = async (assignmentIds: string[], unitId = corps.s1.id) => {
  const key = newId();
  await scheduleReport(corps.khoi, { key, unitId, every: 'week', assignmentIds, names: 'none' });
  return key;
};
const made = (scheduleId: string) => database().read.report.count({ where: { scheduleId } });

it('a report that cannot be made keeps no other from being made, and is tried again', async () => {
  const broken = await schedule([first]);
  const other = await schedule([first], corps.s2.id);
  const write = (parameters: string) =>
    database().write((tx) => tx.reportSchedule.update({ where: { id: broken }, data: { parameters } }));
  await write('{"names":"none"}');
  morning('2026-06-09');
  await runDueSchedules();
  expect([await made(broken), await made(other)]).toEqual([0, 1]);
  await write(JSON.stringify({ names: 'none', assignmentIds: [first] }));
  await runDueSchedules();
  expect([await made(broken), await made(other)]).toEqual([1, 1]);
});

it('goes on with the assignments that are left when one of them is withdrawn', async () => {
  const both = await schedule([first, second]);
  await transact(theSystem, 'courses.assignment-withdrawn', async ({ tx, at, emit }) => {
    await tx.assignment.update({ where: { id: second }, data: { withdrawnAt: at } });
    emit({ type: 'assignment-withdrawn', assignmentId: second });
  });
  morning('2026-06-16');
  await runDueSchedules();
  const [report] = await database().read.report.findMany({ where: { scheduleId: both } });
  expect(JSON.parse(report!.parameters)).toMatchObject({ assignmentIds: [first] });
});

it('is ended once however often the button is pressed', async () => {
  const key = await schedule([first]);
  await Promise.all([endSchedule(corps.khoi, key), endSchedule(corps.khoi, key)]);
  const ended = await database().read.auditEvent.count({ where: { op: 'reports.schedule-ended', subjectId: key } });
  expect(ended).toBe(1);
});
