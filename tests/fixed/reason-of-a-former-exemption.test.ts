import { beforeAll, expect, it } from 'vitest';
import { endExemption } from '#app/features/progress/commands/end-exemption.server.ts';
import { exemptPerson } from '#app/features/progress/commands/exempt-person.server.ts';
import { extendPeople } from '#app/features/progress/commands/extensions/extend-people.server.ts';
import { erasePersonInProgress } from '#app/features/progress/data/erase-person.server.ts';
import { makeReport } from '#app/features/reports/commands/make-report.server.ts';
import { reportPage } from '#app/features/reports/queries/report-page.server.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { assignCourse, insertCourse } from '#tests/fixtures/course.ts';

useTestDatabase();

const morning = (day: string) => setClock(() => new Date(`${day}T08:00:00+07:00`));
let corps: Corps;
let of: { personId: string; assignmentId: string };
const reportId = newId();

beforeAll(async () => {
  morning('2026-06-01');
  corps = await buildCorps();
  of = { personId: corps.an.personId, assignmentId: await assignCourse(await insertCourse(corps.corps), [corps.s1]) };
  morning('2026-06-10');
  await exemptPerson(corps.thuy, { ...of, reason: 'Đi viện' });
  morning('2026-07-01');
  await makeReport(corps.thuy, {
    ...{ key: reportId, unitId: corps.s1.id, assignmentIds: [of.assignmentId], asOfDay: '2026-06-30' },
    ...{ datedOn: '2026-07-01', number: '12', names: 'owing', remarks: '', lang: 'vi' },
  });
});

it('stays with the report of its day, whatever becomes of the exemption', async () => {
  const isSame = async () =>
    (await reportPage(corps.thuy, reportId, { withId: null, isChecked: true })).checked?.isSame;
  expect(await isSame()).toBe(true);
  morning('2026-07-02');
  await exemptPerson(corps.thuy, { ...of, reason: 'Đi học' });
  expect(await isSame()).toBe(true);
  morning('2026-07-03');
  await endExemption(corps.thuy, of);
  expect(await isSame()).toBe(true);
});

it('goes with the person who is erased, and so do reasons of later due dates', async () => {
  await extendPeople(corps.thuy, {
    ...{ assignmentId: of.assignmentId, personIds: [of.personId], dueOn: '2026-08-01', reason: 'Ốm' },
  });
  await database().write((_, sql) => erasePersonInProgress(sql, of.personId));
  const reasons = await database().sql.all<{ reason: string }>(
    `SELECT "reason" FROM "Exemption" WHERE "personId" = ? UNION SELECT "reason" FROM "DueExtension" WHERE "personId" = ?`,
    ...[of.personId, of.personId],
  );
  expect(reasons).toEqual([{ reason: '' }]);
});
