import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { renameUnit } from '#app/features/org/commands/tree/rename-unit.server.ts';
import { exemptPerson } from '#app/features/progress/commands/exempt-person.server.ts';
import { everybody, type PeopleFilter } from '#app/features/progress/core/people-filter.ts';
import { unitComparison } from '#app/features/progress/queries/picture/comparison.server.ts';
import { gradesPage } from '#app/features/progress/queries/picture/grades-page.server.ts';
import { unitPicture } from '#app/features/progress/queries/picture/unit-picture.server.ts';
import { unitPeople } from '#app/features/progress/queries/unit-people.server.ts';
import { comparisonDocument, gradesDocument } from '#app/features/progress/ui/picture/picture-documents.ts';
import { endOfDay } from '#app/kernel/vietnam-time.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { assignCourse, complete, insertCourse, movePerson, readLesson, takeQuiz } from '#tests/fixtures/course.ts';

useTestDatabase();

let corps: Corps;
let assignmentId: string;
const on = (day: string) => setClock(() => new Date(`${day}T03:00:00Z`));
const dueAt = endOfDay('2026-06-30');
const then = endOfDay('2026-06-20');

beforeAll(async () => {
  on('2026-06-01');
  corps = await buildCorps();
  const course = await insertCourse(corps.corps);
  assignmentId = await assignCourse(course, [corps.s1, corps.s2], { dueAt });
  on('2026-06-10');
  await complete(corps.an.personId, course, 8.5);
  await readLesson(corps.binh.personId, course, 0);
  on('2026-06-15');
  await takeQuiz(corps.cuong.personId, course, 3);
  await exemptPerson(corps.thuy, { personId: corps.dung.personId, assignmentId, reason: 'Điều trị tại bệnh viện' });
  // What the picture of 20/06 says is asked again after all of this.
  on('2026-07-05');
  await complete(corps.binh.personId, course, 6);
  await movePerson(corps.an.personId, corps.c3.id);
  await movePerson(corps.cuong.personId, corps.c2.id);
  await renameUnit(corps.khoi, corps.c1.id, await renamed());
});

/** As the form of the unit's name sends it. */
async function renamed() {
  const { revision } = await database().read.unit.findUniqueOrThrow({ where: { id: corps.c1.id } });
  return { name: 'Đại đội 9', shortName: 'C9', kind: 'company' as const, revision };
}

const picture = (asOf: Date | null, unitId = corps.s1.id) => unitPicture(corps.thuy, unitId, { assignmentId, asOf });
const people = (actor: Actor, unitId: string, asOf: Date | null, filter: Partial<PeopleFilter> = {}) =>
  unitPeople(actor, unitId, { assignmentId, filter: { ...everybody, ...filter }, page: 'all', asOf });

describe('the picture as of a day', () => {
  it('says what it said then, whoever has moved and whatever was renamed since', async () => {
    const page = await picture(then);
    expect(page.total).toMatchObject({
      strength: 5,
      byStatus: { completed: 1, 'in-progress': 2, failed: 0, exempt: 1, 'not-started': 1 },
      byClass: { excellent: 1, failed: 1 },
      late: 0,
    });
    expect(page.parts.map(({ name, strength }) => [name, strength])).toEqual([
      ['Đại đội C1', 3],
      ['Đại đội C2', 1],
      ['Sư đoàn S1', 1],
    ]);
    expect(page.attention).toBeNull();
    expect(page.asOfDay).toBe('2026-06-20');
  });

  it('is another one now', async () => {
    const page = await picture(null);
    expect(page.total).toMatchObject({ strength: 4, byStatus: { completed: 1 }, late: 2 });
    expect(page.parts.map(({ name, strength }) => [name, strength])).toEqual([
      ['Đại đội 9', 1],
      ['Đại đội C2', 2],
      ['Sư đoàn S1', 1],
    ]);
    expect(page.attention?.map(({ kind, count }) => [kind, count])).toEqual([
      ['late', 2],
      ['presence-missing', 3],
    ]);
  });

  it('finds behind every figure exactly as many people, on either day', async () => {
    for (const asOf of [then, null]) {
      const { total, parts } = await picture(asOf);
      for (const standing of ['not-started', 'in-progress', 'completed', 'failed', 'exempt'] as const)
        expect((await people(corps.thuy, corps.s1.id, asOf, { standing })).total).toBe(total.byStatus[standing]);
      expect((await people(corps.thuy, corps.s1.id, asOf, { standing: 'late' })).total).toBe(total.late);
      expect((await people(corps.thuy, corps.s1.id, asOf)).strength).toBe(total.strength);
      expect((await people(corps.thuy, corps.s1.id, asOf, { classification: 'excellent' })).total).toBe(
        total.byClass.excellent,
      );
      const own = parts.find(({ isOwn }) => isOwn)!;
      expect((await people(corps.thuy, corps.s1.id, asOf, { isOwn: true })).total).toBe(own.strength);
      const whole = await unitPicture(corps.khoi, corps.corps.id, { assignmentId, asOf });
      const inside = await people(corps.khoi, corps.corps.id, asOf, { standing: 'assigned' });
      expect([inside.total, inside.strength]).toEqual([whole.total.assigned, whole.total.strength]);
      expect(inside.total).toBeLessThan(inside.strength);
    }
  });

  it('lists who belonged there then, and opens only who is still within reach', async () => {
    const list = await people(corps.thuy, corps.c1.id, then);
    expect(list.unit.name).toBe('Đại đội C1');
    expect(list.people.map(({ fullName, standing, isReachable }) => [fullName, standing, isReachable])).toEqual([
      ['Nguyễn Văn An', 'completed', false],
      ['Trần Thị Bình', 'in-progress', true],
      ['Lê Đức Cường', 'in-progress', true],
    ]);
    expect((await people(corps.thuy, corps.c1.id, then, { membership: 'youth' })).total).toBe(3);
    expect((await people(corps.thuy, corps.c1.id, then, { personnelClass: 'officer' })).total).toBe(0);
  });

  it('draws every day up to the one that is looked at, beside the plan', async () => {
    const { lines, plan } = await picture(then);
    expect(lines[0]).toMatchObject({ day: '2026-05-31', completed: 0, planned: 0 });
    expect(lines.at(-1)).toEqual({ day: '2026-06-20', completed: 1, planned: 3, strength: 5 });
    expect(lines.find(({ day }) => day === '2026-06-09')?.completed).toBe(0);
    expect(plan).toMatchObject({ planned: 3, audience: 4, ahead: -2 });
  });

  it('takes a unit that did not exist yet for one without people, not for 0%', async () => {
    const { existed, total } = await picture(endOfDay('2026-05-20'));
    expect([existed, total.strength, total.coverage]).toEqual([false, 0, null]);
  });

  it('is nobody else’s to see on any day', async () => {
    await expect(unitPicture(corps.hanh, corps.s1.id, { asOf: then })).rejects.toMatchObject({ code: 'not-found' });
    await expect(people(corps.hanh, corps.c1.id, then)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('coverage against those present', () => {
  it('is unknown until somebody has confirmed the day, and then counts whoever is there', async () => {
    expect((await picture(null)).present).toEqual({ kind: 'unconfirmed', units: 3 });
    const at = new Date('2026-07-05T01:00:00Z');
    await database().write(async (tx) => {
      await tx.absence.create({
        data: {
          ...{
            id: 'a1',
            personId: corps.binh.personId,
            reason: 'leave',
            fromDay: '2026-07-04',
            untilDay: '2026-07-10',
          },
          ...{ createdAt: at, updatedAt: at },
        },
      });
      await tx.presenceDay.create({
        data: { unitId: corps.c1.id, day: '2026-07-05', strength: 1, present: 0, enteredAt: at },
      });
    });
    const { present } = await picture(null);
    expect(present).toMatchObject({ kind: 'partly', present: 3, absent: 1, completed: 0, confirmed: 1, units: 3 });
    const away = await people(corps.thuy, corps.s1.id, null, { presence: 'absent' });
    expect(away.people.map(({ fullName }) => fullName)).toEqual(['Trần Thị Bình']);
    expect((await people(corps.thuy, corps.s1.id, null, { presence: 'present' })).total).toBe(3);
  });
});

describe('two days side by side', () => {
  it('says what changed between them and in which unit', async () => {
    const page = await unitComparison(corps.thuy, corps.s1.id, { assignmentId, fromDay: '2026-06-20' });
    const of = (key: string) => page.differences.find((each) => each.key === key);
    expect(of('strength')).toMatchObject({ before: 5, after: 4, by: -1 });
    expect(of('late')).toMatchObject({ before: 0, after: 2, isBetter: false });
    expect(page.parts.map(({ before, after }) => [before?.name, after?.name])).toEqual([
      ['Đại đội C1', 'Đại đội 9'],
      ['Đại đội C2', 'Đại đội C2'],
      ['Sư đoàn S1', 'Sư đoàn S1'],
    ]);
    const document = comparisonDocument(page, 'vi');
    expect(document.rows[0]).toEqual(['Quân số', 5, 4, -1, null, null, 'Giảm']);
    for (const row of document.rows) expect(row).toHaveLength(document.columns.length);
    expect(page).toMatchObject({ fromDay: '2026-06-20', isBadOrder: false });
  });

  it('says that the first must come before the second, and compares with a week before', async () => {
    const page = await unitComparison(corps.thuy, corps.s1.id, { assignmentId, fromDay: '2026-07-05' });
    expect(page).toMatchObject({ fromDay: '2026-06-28', isBadOrder: true });
  });
});

describe('classes and grades', () => {
  it('adds up, and has its people behind each bar', async () => {
    const page = await gradesPage(corps.khoi, corps.corps.id, { assignmentId });
    const bars = page.bars?.filter(({ count }) => count > 0).map(({ from, count }) => [from, count]);
    expect(bars).toEqual([
      [3, 1],
      [6, 1],
      [8, 1],
    ]);
    const eight = await people(corps.khoi, corps.corps.id, null, { grade: 8 });
    expect(eight.people.map(({ fullName }) => fullName)).toEqual(['Nguyễn Văn An']);
    expect(gradesDocument(page, 'vi').totals).toHaveLength(gradesDocument(page, 'vi').columns.length);
    expect((await gradesPage(corps.khoi, corps.corps.id, { assignmentId, asOf: then })).bars).toBeNull();
  });
});
