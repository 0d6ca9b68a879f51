import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { exemptPerson } from '#app/features/progress/commands/exempt-person.server.ts';
import { readParts } from '#app/features/progress/data/rollups.server.ts';
import { askForSignatures } from '#app/features/reports/commands/ask-for-signatures.server.ts';
import { endSchedule } from '#app/features/reports/commands/end-schedule.server.ts';
import { makeReport, type NewReport } from '#app/features/reports/commands/make-report.server.ts';
import { recordReportExport } from '#app/features/reports/commands/record-report-export.server.ts';
import { runDueSchedules } from '#app/features/reports/commands/run-due-schedules.server.ts';
import { scheduleReport } from '#app/features/reports/commands/schedule-report.server.ts';
import { setReportForm } from '#app/features/reports/commands/set-report-form.server.ts';
import { signFigures } from '#app/features/reports/commands/sign-figures.server.ts';
import { withdrawReport } from '#app/features/reports/commands/withdraw-report.server.ts';
import { withdrawSignOff } from '#app/features/reports/commands/withdraw-sign-off.server.ts';
import { emptyForm } from '#app/features/reports/core/report-form.ts';
import { figuresPage } from '#app/features/reports/queries/figures-page.server.ts';
import { reportList } from '#app/features/reports/queries/report-list.server.ts';
import { keptReport, reportPage } from '#app/features/reports/queries/report-page.server.ts';
import { collectStudy } from '#app/features/reports/queries/study-figures.server.ts';
import { studyDocument } from '#app/features/reports/ui/study-document.ts';
import { endOfDay } from '#app/kernel/vietnam-time.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { printDocx } from '#app/platform/documents/docx.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import {
  assignCourse,
  complete,
  insertCourse,
  movePerson,
  readLesson,
  type TestCourse,
  takeQuiz,
} from '#tests/fixtures/course.ts';

useTestDatabase();

let corps: Corps;
let course: TestCourse;
let assignmentId: string;
const dueAt = endOfDay('2026-06-20');
const morning = (day: string) => setClock(() => new Date(`${day}T08:00:00+07:00`));
const notFound = { code: 'not-found' };
const read = () => database().read;

beforeAll(async () => {
  morning('2026-06-01');
  corps = await buildCorps();
  course = await insertCourse(corps.corps);
  assignmentId = await assignCourse(course, [corps.s1, corps.s2], { dueAt });
  morning('2026-06-10');
  await complete(corps.an.personId, course, 8.5);
  await readLesson(corps.binh.personId, course, 0);
  await takeQuiz(corps.cuong.personId, course, 3);
  await takeQuiz(corps.cuong.personId, course, 4);
  await exemptPerson(corps.thuy, { personId: corps.dung.personId, assignmentId, reason: 'Điều trị tại bệnh viện' });
  await transact(theSystem, 'org.absence-entered', async ({ tx, at }) => {
    const confirmed = { strength: 1, present: 1, enteredAt: at };
    await tx.presenceDay.create({ data: { unitId: corps.c2.id, day: '2026-06-30', ...confirmed } });
    const days = { fromDay: '2026-06-25', untilDay: '2026-07-02' };
    const times = { createdAt: at, updatedAt: at };
    await tx.absence.create({
      data: { id: newId(), personId: corps.binh.personId, reason: 'leave', ...days, ...times },
    });
  });
});

const asked = (unitId: string, given: Partial<NewReport> = {}): NewReport => ({
  ...{ key: newId(), unitId, assignmentIds: [assignmentId], asOfDay: '2026-06-30', datedOn: '2026-07-01' },
  ...{ number: '12', names: 'owing', remarks: 'Đề nghị cấp tài liệu.', lang: 'vi', ...given },
});

async function make(actor: Actor, unitId: string, given: Partial<NewReport> = {}): Promise<string> {
  const made = await makeReport(actor, asked(unitId, given));
  if (made.kind !== 'made') throw new Error(made.problem);
  return made.reportId;
}

const study = (unitId: string, day: string) =>
  collectStudy({ unitId, assignmentIds: [assignmentId], asOf: endOfDay(day), names: 'none' });

/** DOCX stands for all three: the writers have a test of their own. */
const bytesOf = async (actor: Actor, reportId: string) => {
  const { report, names } = await keptReport(actor, reportId);
  return printDocx(studyDocument({ ...report, names }));
};

describe('the figures of a report', () => {
  it('are those of the counters, part by part, as of any day', async () => {
    morning('2026-07-01');
    for (const day of ['2026-06-05', '2026-06-15', '2026-06-30']) {
      for (const unit of [corps.corps, corps.s1, corps.c1]) {
        const figures = await study(unit.id, day);
        const counters = await readParts(database().sql, unit.id, assignmentId, endOfDay(day));
        const { total, parts } = figures.assignments[0]!;
        const { strength, byStatus, byClass } = counters!.total;
        expect(total, `${unit.name} ${day}`).toMatchObject({ strength, byStatus, byResult: byClass });
        for (const part of counters!.parts) {
          expect(parts.find(({ unitId }) => unitId === part.id)).toMatchObject({
            ...{ strength: part.rollup.strength, byStatus: part.rollup.byStatus, byResult: part.rollup.byClass },
          });
        }
      }
    }
  });

  it('tell who is late, away and exempt, by class and membership, each adding up to the strength', async () => {
    const figures = await study(corps.s1.id, '2026-06-30');
    const [of] = figures.assignments;
    expect(of!.total).toMatchObject({ strength: 5, late: 2, lateAway: 1, away: 1, completedPresent: 1 });
    expect(figures.away).toMatchObject({ leave: 1, duty: 0 });
    expect(of!.exemptions).toEqual([{ reason: 'Điều trị tại bệnh viện', people: 1 }]);
    for (const split of [of!.parts, of!.byClass, of!.byMembership]) {
      expect(split.reduce((sum, { strength }) => sum + strength, 0)).toBe(5);
    }
    expect((await study(corps.s1.id, '2026-06-15')).assignments[0]!.total).toMatchObject({ late: 0, away: 0 });
  });
});

describe('a report', () => {
  let reportId: string;

  it('is kept once however often its form is sent, with names where they are wished', async () => {
    const key = newId();
    reportId = await make(corps.thuy, corps.s1.id, { key });
    await Promise.all([1, 2].map(() => make(corps.thuy, corps.s1.id, { key })));
    expect(await read().report.count({ where: { id: key } })).toBe(1);
    const { report, names } = await keptReport(corps.thuy, reportId);
    expect(report.figures.context.presence).toEqual({ confirmed: 1, units: 3 });
    expect(report.figures.study.annex![0]!.people.map(({ personId }) => names[personId]).sort()).toEqual(
      ['Lê Đức Cường', 'Phạm Anh Dũng', 'Trần Thị Bình', 'Đỗ Thị Thủy'].sort(),
    );
  });

  it('is the same bytes each time, and gives the same figures after people have moved and studied on', async () => {
    const before = await bytesOf(corps.thuy, reportId);
    morning('2026-07-05');
    await movePerson(corps.an.personId, corps.c3.id);
    await complete(corps.binh.personId, course, 7);
    const after = await bytesOf(corps.thuy, reportId);
    expect(Buffer.compare(before, after)).toBe(0);
    const { checked } = await reportPage(corps.thuy, reportId, { withId: null, isChecked: true });
    expect(checked).toEqual({ isSealWhole: true, isSame: true, changes: [] });
    const again = await make(corps.thuy, corps.s1.id);
    const [first, second] = await Promise.all([reportId, again].map((id) => keptReport(corps.thuy, id)));
    expect(second!.report.figures.study).toEqual(first!.report.figures.study);
  });

  it('is compared with a later one, which tells of it', async () => {
    const later = await make(corps.thuy, corps.s1.id, { asOfDay: '2026-07-05', datedOn: '2026-07-06', number: '15' });
    const { compared, report } = await reportPage(corps.thuy, later, { withId: reportId, isChecked: false });
    expect(report.figures.context.former?.number).toBe('12');
    expect(compared!.changes).toContainEqual(
      expect.objectContaining({ part: null, figure: 'strength', before: 5, after: 4 }),
    );
    await expect(reportPage(corps.hanh, later, { withId: null, isChecked: false })).rejects.toMatchObject(notFound);
  });

  it('says when what was kept has been altered, or the records no longer give it', async () => {
    const id = await make(corps.thuy, corps.s1.id);
    const { figures } = await read().report.findUniqueOrThrow({ where: { id } });
    await transact(theSystem, 'demo.filled', async ({ tx }) => {
      await tx.report.update({ where: { id }, data: { figures: figures.replace('"strength":5', '"strength":6') } });
    });
    const { checked } = await reportPage(corps.thuy, id, { withId: null, isChecked: true });
    expect(checked).toMatchObject({ isSealWhole: false, isSame: false });
  });

  it('is withdrawn, not deleted, and its export is logged', async () => {
    await recordReportExport(corps.thuy, reportId, 'pdf');
    await withdrawReport(corps.thuy, reportId);
    await withdrawReport(corps.thuy, reportId);
    expect((await keptReport(corps.thuy, reportId)).report.withdrawnAt).not.toBeNull();
    const ops = await read().auditEvent.findMany({ where: { subjectId: reportId }, orderBy: { at: 'asc' } });
    expect(ops.map(({ op }) => op)).toEqual(['reports.made', 'reports.exported', 'reports.withdrawn']);
    expect(JSON.parse(ops[1]!.details)).toMatchObject({ format: 'pdf', people: 4 });
  });

  it('is nobody else’s: other units and assignments are not found, learners are refused', async () => {
    await expect(make(corps.hanh, corps.s1.id)).rejects.toMatchObject(notFound);
    await expect(make(corps.an, corps.c1.id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(make(corps.giang, corps.s1.id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(make(corps.thuy, corps.s1.id, { assignmentIds: ['nowhere'] })).rejects.toMatchObject(notFound);
    await expect(keptReport(corps.hanh, reportId)).rejects.toMatchObject(notFound);
    const asOf = (asOfDay: string) => makeReport(corps.thuy, asked(corps.s1.id, { asOfDay }));
    expect(await asOf('2026-12-31')).toMatchObject({ problem: 'future' });
    expect(await asOf('2026-05-20')).toMatchObject({ problem: 'not-assigned' });
  });

  it('names nobody where a level above forbids it', async () => {
    await setReportForm(corps.khoi, corps.corps.id, { ...emptyForm, names: 'forbidden', place: 'Hà Nội' });
    const { report } = await keptReport(corps.thuy, await make(corps.thuy, corps.s1.id));
    expect(report.figures.study.annex).toBeNull();
    expect(report.parameters.form).toMatchObject({ place: 'Hà Nội', above: 'Quân đoàn Q', issuer: 'Sư đoàn S1' });
    await setReportForm(corps.khoi, corps.corps.id, emptyForm);
  });
});

describe('a schedule', () => {
  it('makes exactly one report for each period that has ended, also after a downtime and when asked twice', async () => {
    morning('2026-07-08');
    const schedule = { key: newId(), unitId: corps.s1.id, every: 'week', assignmentIds: [assignmentId] } as const;
    await scheduleReport(corps.thuy, { ...schedule, names: 'none' });
    await scheduleReport(corps.thuy, { ...schedule, names: 'none' });
    expect(await runDueSchedules()).toBe(0);
    morning('2026-07-29');
    await Promise.all([runDueSchedules(), runDueSchedules()]);
    await runDueSchedules();
    const made = await read().report.findMany({ where: { scheduleId: schedule.key }, orderBy: { asOfAt: 'asc' } });
    expect(made.map(({ asOfAt }) => asOfAt.toISOString())).toEqual(
      ['2026-07-12', '2026-07-19', '2026-07-26'].map((day) => endOfDay(day).toISOString()),
    );
    expect((await reportList(corps.thuy, corps.s1.id)).schedules).toHaveLength(1);
    await expect(endSchedule(corps.hanh, schedule.key)).rejects.toMatchObject(notFound);
    await endSchedule(corps.thuy, schedule.key);
    expect((await reportList(corps.thuy, corps.s1.id)).schedules).toEqual([]);
  });
});

describe('signed figures', () => {
  const day = '2026-07-28';
  const page = (actor: Actor, unitId: string) => figuresPage(actor, unitId, { assignmentId, day });
  const sign = async (actor: Actor, unitId: string, given: { checksum?: string; day?: string } = {}) => {
    const { checksum } = await page(actor, unitId);
    return signFigures(actor, { unitId, assignmentId, day, note: 'Đã đối chiếu', checksum, ...given });
  };

  it('are signed by the leader of the very unit, once, as they were seen', async () => {
    await askForSignatures(corps.khoi, { unitId: corps.corps.id, assignmentId, day });
    expect((await reportList(corps.thuy, corps.s1.id)).asked).toMatchObject([{ assignmentId, day }]);
    expect(await sign(corps.thuy, corps.s1.id, { checksum: '0'.repeat(64) })).toMatchObject({
      problem: 'figures-changed',
    });
    expect(await sign(corps.thuy, corps.s1.id, { day: '2026-07-29' })).toMatchObject({ problem: 'not-over' });
    expect(await sign(corps.thuy, corps.s1.id)).toEqual({ kind: 'signed' });
    expect(await sign(corps.thuy, corps.s1.id)).toEqual({ kind: 'unchanged' });
    expect((await reportList(corps.thuy, corps.s1.id)).asked).toEqual([]);
    await expect(sign(corps.thuy, corps.c1.id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(sign(corps.hanh, corps.s1.id)).rejects.toMatchObject(notFound);
  });

  it('tell the level above who has signed and what is another number since', async () => {
    const seen = () => page(corps.khoi, corps.corps.id);
    expect((await seen()).parts.map(({ name, signOff }) => [name, signOff?.changes.length ?? null])).toEqual([
      ['Sư đoàn S1', 0],
      ['Sư đoàn S2', null],
    ]);
    const reportId = await make(corps.khoi, corps.corps.id, { asOfDay: day, datedOn: '2026-07-29', names: 'none' });
    const { report } = await keptReport(corps.khoi, reportId);
    expect(report.figures.context.signOffs).toMatchObject([{ signed: ['Sư đoàn S1'], unsigned: ['Sư đoàn S2'] }]);
    // An entry of that day comes in late.
    await transact(theSystem, 'demo.filled', async ({ tx }) => {
      await tx.progressDay.upsert({
        where: {
          assignmentId_unitId_day_dimension_key: {
            ...{ assignmentId, unitId: corps.s1.id, day: '2026-07-29', dimension: 'status', key: 'completed' },
          },
        },
        create: {
          ...{ assignmentId, unitId: corps.s1.id, day: '2026-07-29', dimension: 'status', key: 'completed' },
          ...{ count: 0, total: 1 },
        },
        update: { total: { increment: 1 } },
      });
    });
    const [s1] = (await seen()).parts;
    expect(s1!.signOff!.changes).toMatchObject([{ figure: 'completed' }]);
  });

  it('are signed by a stand-in only where the form allows it, and taken back with a reason', async () => {
    await transact(theSystem, 'access.role-delegated', async ({ tx, at }) => {
      const grant = await tx.roleGrant.findFirstOrThrow({ where: { personId: corps.thuy.personId } });
      const given = { personId: corps.binh.personId, role: 'leader', unitId: corps.s1.id, fromAt: at };
      await tx.roleGrant.create({ data: { id: newId(), ...given, standsForId: grant.id } });
    });
    const standIn: Actor = { ...corps.binh, grants: [{ role: 'leader', unitPath: corps.s1.path }] };
    await expect(sign(standIn, corps.s1.id)).rejects.toMatchObject({ code: 'forbidden' });
    await setReportForm(corps.khoi, corps.corps.id, { ...emptyForm, delegates: 'may-sign' });
    expect(await sign(standIn, corps.s1.id)).toEqual({ kind: 'signed' });
    const { own } = await page(corps.thuy, corps.s1.id);
    await withdrawSignOff(corps.thuy, own!.id, 'Nhập sai kết quả');
    expect((await page(corps.thuy, corps.s1.id)).own).toBeNull();
    expect((await page(corps.thuy, corps.s1.id)).history).toHaveLength(2);
  });
});
