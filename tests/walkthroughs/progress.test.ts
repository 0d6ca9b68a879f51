import ExcelJS from 'exceljs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { endExemption } from '#app/features/progress/commands/end-exemption.server.ts';
import { exemptPerson } from '#app/features/progress/commands/exempt-person.server.ts';
import { recordExport } from '#app/features/progress/commands/record-export.server.ts';
import { everybody, type PeopleFilter } from '#app/features/progress/core/people-filter.ts';
import { personProgress } from '#app/features/progress/queries/person-progress.server.ts';
import { unitDashboard } from '#app/features/progress/queries/unit-dashboard.server.ts';
import { unitPeople } from '#app/features/progress/queries/unit-people.server.ts';
import { verifyCounters } from '#app/features/progress/queries/verify-counters.server.ts';
import { peopleDocument, unitsDocument } from '#app/features/progress/ui/table-documents.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { printCsv } from '#app/platform/documents/csv.server.ts';
import { printXlsx } from '#app/platform/documents/xlsx.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { assignCourse, complete, insertCourse, readLesson, type TestCourse, takeQuiz } from '#tests/fixtures/course.ts';

useTestDatabase();

let corps: Corps;
let course: TestCourse;
let assignmentId: string;
const dueAt = new Date('2026-11-30T16:59:59.999Z');
const at = (instant: string) => setClock(() => new Date(instant));
const inTime = () => at('2026-11-22T03:00:00Z');
const tooLate = () => at('2026-12-03T03:00:00Z');
const notFound = { code: 'not-found' };
const forbidden = { code: 'forbidden' };

beforeAll(async () => {
  at('2026-11-01T01:00:00Z');
  corps = await buildCorps();
  course = await insertCourse(corps.corps);
  assignmentId = await assignCourse(course, [corps.s1, corps.s2], { dueAt });
  inTime();
  await complete(corps.an.personId, course, 8.5);
  await readLesson(corps.binh.personId, course, 0);
  await takeQuiz(corps.cuong.personId, course, 3);
  await takeQuiz(corps.cuong.personId, course, 4);
  await exemptPerson(corps.thuy, { personId: corps.dung.personId, assignmentId, reason: 'Điều trị tại bệnh viện' });
});

afterEach(inTime);

const people = (actor: Actor, unitId: string, filter: Partial<PeopleFilter> = {}) =>
  unitPeople(actor, unitId, { assignmentId, filter: { ...everybody, ...filter }, page: 1 });

describe('a leader follows a unit', () => {
  it('sees the figures of the own division, which add up to its strength', async () => {
    const page = await unitDashboard(corps.thuy, corps.s1.id);
    expect(page.assignment).toMatchObject({ id: assignmentId, dueAt });
    expect(page.total).toMatchObject({
      strength: 5,
      assigned: 5,
      notAssigned: 0,
      byStatus: { completed: 1, 'in-progress': 1, failed: 1, exempt: 1, 'not-started': 1 },
      coverage: 0.2,
      late: 0,
      byClass: { excellent: 1, good: 0, average: 0, failed: 1 },
      results: { graded: 2, without: 2, whole: 4 },
    });
    expect(page.above).toEqual([]);
    expect(page.parts.map(({ name, strength, isOwn }) => [name, strength, isOwn])).toEqual([
      ['Đại đội C1', 3, false],
      ['Đại đội C2', 1, false],
      ['Sư đoàn S1', 1, true],
    ]);
  });

  it('drills down to a company and a person, with the way back', async () => {
    const c1 = await unitDashboard(corps.thuy, corps.c1.id, { assignmentId });
    expect(c1.above.map(({ name }) => name)).toEqual(['Sư đoàn S1']);
    expect(c1.total.byStatus).toMatchObject({ completed: 1, 'in-progress': 1, failed: 1 });
    const an = await personProgress(corps.thuy, corps.an.personId);
    expect(an.person.above.map(({ name }) => name)).toEqual(['Sư đoàn S1']);
    expect(an.assignments).toMatchObject([
      { status: 'completed', classification: 'excellent', grade: 8.5, lessons: { read: 2, total: 2 }, daysLate: null },
    ]);
    expect(an.assignments[0]?.quizzes).toMatchObject([{ title: 'Bài kiểm tra', isPassed: true, attemptsUsed: 1 }]);
  });

  it('finds nothing outside of the division by any way in', async () => {
    for (const unit of [corps.s2, corps.c3, corps.corps]) {
      await expect(unitDashboard(corps.thuy, unit.id)).rejects.toMatchObject(notFound);
      await expect(people(corps.thuy, unit.id)).rejects.toMatchObject(notFound);
      const taken = { assignmentId, view: 'units', format: 'csv', rows: 1 } as const;
      await expect(recordExport(corps.thuy, { unitId: unit.id, ...taken })).rejects.toMatchObject(notFound);
    }
    const em = corps.em.personId;
    await expect(personProgress(corps.thuy, em)).rejects.toMatchObject(notFound);
    await expect(exemptPerson(corps.thuy, { personId: em, assignmentId, reason: 'x' })).rejects.toMatchObject(notFound);
    await expect(endExemption(corps.thuy, { personId: em, assignmentId })).rejects.toMatchObject(notFound);
    const foreign = await assignCourse(course, [corps.s2], { title: 'Riêng S2' });
    const asked = { assignmentId: foreign };
    // An assignment that does not concern the unit gives way to the unit's own, and nothing is told of it.
    const shown = await unitDashboard(corps.thuy, corps.s1.id, asked);
    expect(shown.assignment?.id).toBe(assignmentId);
    expect(JSON.stringify(shown)).not.toContain('Riêng S2');
    expect(shown.assignments).toHaveLength(1);
  });

  it.each(['an', 'giang'] as const)('is refused to %s, who leads nothing', async (who) => {
    const actor = corps[who];
    await expect(unitDashboard(actor, corps.s1.id)).rejects.toMatchObject(notFound);
    await expect(people(actor, corps.c1.id)).rejects.toMatchObject(notFound);
    await expect(personProgress(actor, corps.an.personId)).rejects.toMatchObject(notFound);
    const exemption = { personId: corps.binh.personId, assignmentId, reason: 'x' };
    await expect(exemptPerson(actor, exemption)).rejects.toMatchObject(forbidden);
  });
});

describe('the list of people', () => {
  it('holds everybody, sorted as Vietnamese lists are', async () => {
    const page = await people(corps.thuy, corps.s1.id);
    expect(page.people.map(({ fullName }) => fullName)).toEqual([
      'Nguyễn Văn An',
      'Trần Thị Bình',
      'Lê Đức Cường',
      'Phạm Anh Dũng',
      'Đỗ Thị Thủy',
    ]);
    expect(page).toMatchObject({ total: 5, strength: 5, pages: 1, lessonsTotal: 2 });
    const byRank = await people(corps.thuy, corps.s1.id, { sort: { key: 'rank', isDescending: false } });
    expect(byRank.people[0]?.fullName).toBe('Đỗ Thị Thủy');
  });

  it('is searched without tone marks, and a wild card is only a sign', async () => {
    expect((await people(corps.thuy, corps.s1.id, { search: 'do thi thuy' })).total).toBe(1);
    expect((await people(corps.thuy, corps.s1.id, { search: '%' })).total).toBe(0);
  });

  it('names who is late, never the exempt, the completed or the failed', async () => {
    expect((await people(corps.thuy, corps.s1.id, { standing: 'late' })).total).toBe(0);
    tooLate();
    const page = await people(corps.thuy, corps.s1.id, { standing: 'late' });
    expect(page.people.map(({ fullName, daysLate }) => [fullName, daysLate])).toEqual([
      ['Trần Thị Bình', 3],
      ['Đỗ Thị Thủy', 3],
    ]);
    const { total } = await unitDashboard(corps.thuy, corps.s1.id);
    expect(total.late).toBe(2);
    expect(total.byStatus.exempt).toBe(1);
    expect(total.assigned).toBe(total.strength);
  });

  it('finds behind each figure of the dashboard exactly as many people', async () => {
    const { total } = await unitDashboard(corps.thuy, corps.s1.id);
    for (const standing of ['not-started', 'in-progress', 'completed', 'failed', 'exempt'] as const)
      expect((await people(corps.thuy, corps.s1.id, { standing })).total).toBe(total.byStatus[standing]);
    const none = await people(corps.thuy, corps.s1.id, { classification: 'none' });
    expect(none.total).toBe(total.results.without);
    expect((await people(corps.khoi, corps.corps.id, { standing: 'not-assigned' })).total).toBe(2);
    expect((await unitDashboard(corps.khoi, corps.corps.id, { assignmentId })).total.notAssigned).toBe(2);
  });
});

describe('an exemption', () => {
  it('wants a reason, a person who owes something, and can be ended', async () => {
    const of = (personId: string, reason: string) => exemptPerson(corps.thuy, { personId, assignmentId, reason });
    await expect(of(corps.binh.personId, '  ')).rejects.toMatchObject({ code: 'bad-input' });
    expect(await of(corps.an.personId, 'Ốm')).toEqual({ kind: 'refused', reason: 'already-completed' });
    expect(await of(corps.binh.personId, 'Đi công tác')).toEqual({ kind: 'exempted' });
    expect(await of(corps.binh.personId, 'Đi công tác')).toEqual({ kind: 'unchanged' });
    const exempt = (await personProgress(corps.thuy, corps.binh.personId)).assignments[0];
    expect(exempt).toMatchObject({ status: 'exempt', exemption: { reason: 'Đi công tác', by: 'Đỗ Thị Thủy' } });
    const end = () => endExemption(corps.thuy, { personId: corps.binh.personId, assignmentId });
    expect(await end()).toEqual({ kind: 'ended' });
    expect(await end()).toEqual({ kind: 'unchanged' });
    expect((await personProgress(corps.thuy, corps.binh.personId)).assignments[0]?.status).toBe('in-progress');
    expect((await verifyCounters()).differences).toEqual([]);
  });
});

describe('an export', () => {
  it('reads back as the table on the screen', async () => {
    const page = await unitDashboard(corps.thuy, corps.s1.id, { sort: { key: 'completed', isDescending: true } });
    const document = unitsDocument(page, 'vi');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await printXlsx(document)) as never);
    const rows: unknown[][] = [];
    book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
    const head = rows.findIndex((row) => row[0] === 'Đơn vị');
    expect(rows[head]).toEqual(document.columns.map(({ header }) => header));
    expect(rows.slice(head + 1)).toEqual([...document.rows, document.totals]);
    expect(document.rows.map((row) => row.slice(0, 4))).toEqual([
      ['Đại đội C1', 3, 1, 1 / 3],
      ['Đại đội C2', 1, 0, 0],
      ['Trực thuộc Sư đoàn S1', 1, 0, 0],
    ]);
    expect(document.totals?.slice(0, 4)).toEqual(['Cộng', 5, 1, 0.2]);
  });

  it('is CSV with the mark that Excel wants, one line a person', async () => {
    const document = peopleDocument(await people(corps.thuy, corps.c1.id), 'vi');
    const text = Buffer.from(printCsv(document)).toString('utf8');
    expect(text.startsWith('\ufeffHọ và tên,Cấp bậc,')).toBe(true);
    expect(text.split('\r\n')[1]).toBe('Nguyễn Văn An,Binh nhất,Đại đội C1,Hoàn thành,,2,8.5,Giỏi,22/11/2026');
    expect(text.trimEnd().split('\r\n')).toHaveLength(4);
  });

  it('stands in the log', async () => {
    const taken = { unitId: corps.s1.id, assignmentId, view: 'people', format: 'xlsx', rows: 5 } as const;
    await recordExport(corps.thuy, taken);
    const event = await database().read.auditEvent.findFirstOrThrow({ where: { op: 'progress.exported' } });
    expect(event).toMatchObject({ actorId: corps.thuy.personId, subjectId: corps.s1.id, unitPath: corps.s1.path });
  });
});

describe('what begins an assignment', () => {
  it('an examination is begun by its attempt, never by a lesson; what is not open yet says so', async () => {
    const sits = { title: 'Chỉ kiểm tra', rule: { lessons: 'none' as const, quizIds: [course.quizId] } };
    const alone = await assignCourse(course, [corps.s2], sits);
    const later = await assignCourse(course, [corps.s2], {
      title: 'Đợt sau',
      openAt: new Date('2026-12-20T17:00:00Z'),
    });
    const standings = async () => {
      const { assignments } = await personProgress(corps.khoi, corps.em.personId);
      const of = (id: string) => assignments.find((each) => each.assignmentId === id)!;
      return [alone, later].map((id) => {
        const { status, startedAt, opensAt } = of(id);
        return { status, hasStarted: startedAt !== null, opensAt };
      });
    };
    await readLesson(corps.em.personId, course, 0);
    const opensAt = new Date('2026-12-20T17:00:00Z');
    // What is read early counts when the assignment opens: nobody reads the same text twice.
    expect(await standings()).toEqual([
      { status: 'not-started', hasStarted: false, opensAt: null },
      { status: 'in-progress', hasStarted: true, opensAt },
    ]);
    await takeQuiz(corps.em.personId, course, 3);
    expect((await standings())[0]).toEqual({ status: 'in-progress', hasStarted: true, opensAt: null });
    expect((await verifyCounters()).differences).toEqual([]);
  });
});
