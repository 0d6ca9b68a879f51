import { beforeAll, describe, expect, it } from 'vitest';
import { grantRole } from '#app/features/access/commands/grant-role.server.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { endExtension } from '#app/features/progress/commands/extensions/end-extension.server.ts';
import { extendPeople } from '#app/features/progress/commands/extensions/extend-people.server.ts';
import { acknowledgeLate } from '#app/features/progress/commands/reminders/acknowledge-late.server.ts';
import { raiseLate } from '#app/features/progress/commands/reminders/raise-late.server.ts';
import { setReminderRule } from '#app/features/progress/commands/reminders/set-reminder-rule.server.ts';
import { usualRule } from '#app/features/progress/core/reminders/reminder-rule.ts';
import { unitExtensions } from '#app/features/progress/queries/extensions/unit-extensions.server.ts';
import { personProgress } from '#app/features/progress/queries/person-progress.server.ts';
import { callSheet } from '#app/features/progress/queries/reminders/call-sheet.server.ts';
import { remindersFor } from '#app/features/progress/queries/reminders/reminders.server.ts';
import { callSheetDocument } from '#app/features/progress/ui/reminders/call-sheet-document.ts';
import { endOfDay } from '#app/kernel/vietnam-time.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { assignCourse, complete, insertCourse, type TestCourse } from '#tests/fixtures/course.ts';

useTestDatabase();

let corps: Corps;
let course: TestCourse;
let assignmentId: string;
let chief: Actor;
/** At a wall clock in Việt Nam; 30/11/2026 is a Monday. */
const at = (text: string) => setClock(() => new Date(`${text}:00+07:00`));
const named = ({ unitName, late, before, isMine }: Awaited<ReturnType<typeof remindersFor>>['reminders'][number]) =>
  [unitName, late, before.name, isMine] as const;
const of = async (actor: Actor) => (await remindersFor(actor)).reminders.map(named).sort();
const notFound = { code: 'not-found' };

beforeAll(async () => {
  at('2026-11-02T08:00');
  corps = await buildCorps();
  course = await insertCourse(corps.corps);
  assignmentId = await assignCourse(course, [corps.s1, corps.s2], { dueAt: endOfDay('2026-11-30') });
  // Giang also leads the corps: the level above the divisions.
  await grantRole(theSystem, { personId: corps.giang.personId, role: 'leader', unitId: corps.corps.id });
  chief = { ...corps.giang, grants: [{ role: 'leader', unitPath: corps.corps.path }] };
  at('2026-11-20T08:00');
  await complete(corps.an.personId, course);
});

describe('an extension', () => {
  it('is given to many at once, within the scope and for those who owe something', async () => {
    at('2026-11-25T08:00');
    const people = [corps.an, corps.binh, corps.cuong, corps.em].map(({ personId }) => personId);
    const given = { assignmentId, personIds: people, dueOn: '2026-12-10', reason: ' Đi công tác ' };
    expect(await extendPeople(corps.thuy, given)).toEqual({ kind: 'extended', people: 2 });
    expect(await extendPeople(corps.thuy, given)).toEqual({ kind: 'unchanged', people: 0 });
    const only = { ...given, personIds: [corps.em.personId] };
    expect(await extendPeople(corps.thuy, only)).toEqual({ kind: 'refused', reason: 'nobody-owes' });
    await expect(extendPeople(corps.an, given)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(extendPeople(corps.thuy, { ...given, reason: ' ' })).rejects.toMatchObject({ code: 'bad-input' });
  });

  it.each([
    ['2026-11-24', 'in-the-past'],
    ['2026-11-30', 'not-later'],
  ])('until %s is refused: %s', async (dueOn, reason) => {
    const asked = { assignmentId, personIds: [corps.dung.personId], dueOn, reason: 'x' };
    expect(await extendPeople(corps.thuy, asked)).toEqual({ kind: 'refused', reason });
  });

  it('is honoured wherever somebody could be late, and ends', async () => {
    at('2026-12-01T08:00');
    const page = await unitExtensions(corps.thuy, corps.s1.id, assignmentId);
    const daysLate = new Map(page.people.map((person) => [person.fullName, person.daysLate]));
    expect(daysLate.get('Trần Thị Bình')).toBeNull();
    expect(daysLate.get('Phạm Anh Dũng')).toBe(1);
    const binh = await personProgress(corps.thuy, corps.binh.personId);
    expect(binh.assignments).toMatchObject([
      { daysLate: null, extension: { dueAt: endOfDay('2026-12-10'), reason: 'Đi công tác', by: 'Đỗ Thị Thủy' } },
    ]);
    await expect(endExtension(corps.hanh, { personId: corps.binh.personId, assignmentId })).rejects.toMatchObject(
      notFound,
    );
    const ended = { personId: corps.cuong.personId, assignmentId };
    expect(await endExtension(corps.thuy, ended)).toEqual({ kind: 'ended' });
    expect(await endExtension(corps.thuy, ended)).toEqual({ kind: 'unchanged' });
    const history = await database().read.dueExtension.findMany({
      where: { assignmentId },
      orderBy: { personId: 'asc' },
    });
    expect(history.map(({ endedAt }) => endedAt !== null).sort()).toEqual([false, true]);
  });
});

describe('reminders', () => {
  it('say who is late where and before whom it lies, before any job has run', async () => {
    // C1: Cường (Bình has been given longer); C2: Dũng; S1: Thủy herself. C1 and C2 have no leader: the division answers.
    expect(await of(corps.thuy)).toEqual([
      ['Sư đoàn S1', 1, 'Sư đoàn S1', true],
      ['Đại đội C1', 1, 'Sư đoàn S1', true],
      ['Đại đội C2', 1, 'Sư đoàn S1', true],
    ]);
    expect(await of(corps.hanh)).toEqual([['Đại đội C3', 2, 'Đại đội C3', true]]);
    expect(await of(corps.an)).toEqual([]);
    await expect(remindersFor(corps.thuy, corps.c3.id)).rejects.toMatchObject(notFound);
  });

  it('have a sheet that tells units of one name apart, and says in its file too that it was cut', async () => {
    const units = async (actor: Actor, unitId: string) =>
      (await callSheet(actor, unitId, null)).people.map(({ unitLabel }) => unitLabel).sort();
    expect(await units(corps.thuy, corps.s1.id)).toEqual(['Sư đoàn S1', 'Đại đội C1', 'Đại đội C2']);
    expect(await units(chief, corps.corps.id)).toEqual([
      ...['Sư đoàn S1', 'Đại đội C1/Sư đoàn S1', 'Đại đội C2/Sư đoàn S1'],
      ...['Đại đội C3/Sư đoàn S2', 'Đại đội C3/Sư đoàn S2'],
    ]);
    await expect(callSheet(corps.thuy, corps.c3.id, null)).rejects.toMatchObject(notFound);
    const sheet = await callSheet(corps.thuy, corps.s1.id, assignmentId);
    expect(callSheetDocument(sheet, 'vi').notes).toHaveLength(2);
    expect(callSheetDocument({ ...sheet, isCut: true }, 'vi').notes[2]).toContain('Phiếu chỉ hiện 3 lượt đầu');
  });

  it('are laid before the leaders by the clock, not in quiet hours, once', async () => {
    at('2026-12-01T22:00');
    expect(await raiseLate()).toBe(0);
    at('2026-12-02T06:00');
    expect(await raiseLate()).toBe(4);
    expect(await raiseLate()).toBe(0);
  });

  it('are acknowledged with a note by who answers, undone, and by nobody outside of the scope', async () => {
    const given = { assignmentId, unitId: corps.c3.id, note: 'Đang học bù tối thứ Tư', isUndone: false };
    await expect(acknowledgeLate(corps.thuy, given)).rejects.toMatchObject(notFound);
    await expect(acknowledgeLate(corps.khoi, given)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await acknowledgeLate(corps.hanh, given)).toEqual({ kind: 'acknowledged' });
    expect(await acknowledgeLate(corps.hanh, given)).toEqual({ kind: 'unchanged' });
    const [one] = (await remindersFor(corps.hanh)).reminders;
    expect(one?.acknowledged).toMatchObject({ by: 'Vũ Đức Hạnh', note: 'Đang học bù tối thứ Tư' });
    expect(await acknowledgeLate(corps.hanh, { ...given, isUndone: true })).toEqual({ kind: 'undone' });
    expect((await remindersFor(corps.hanh)).mine).toBe(1);
    expect(await acknowledgeLate(corps.hanh, given)).toEqual({ kind: 'acknowledged' });
  });

  it('go to the level above after so many days without an answer, as the unit has set it', async () => {
    const rule = { ...usualRule, raiseAfterDays: 2 };
    await expect(setReminderRule(corps.thuy, { unitId: corps.s2.id, rule })).rejects.toMatchObject(notFound);
    expect(await setReminderRule(corps.thuy, { unitId: corps.s1.id, rule })).toEqual({ kind: 'saved' });
    at('2026-12-03T09:00');
    expect(await raiseLate()).toBe(0);
    expect((await remindersFor(corps.thuy)).reminders[0]?.raisesOn).toBe('2026-12-04');
    at('2026-12-04T09:00');
    // C1, C2 and S1 itself go to the corps; C3 has been acknowledged.
    expect(await raiseLate()).toBe(3);
    expect(await of(chief)).toEqual([
      ['Sư đoàn S1', 1, 'Quân đoàn Q', true],
      ['Đại đội C1', 1, 'Quân đoàn Q', true],
      ['Đại đội C2', 1, 'Quân đoàn Q', true],
      ['Đại đội C3', 2, 'Đại đội C3', false],
    ]);
    expect((await of(corps.thuy)).map(([, , , isMine]) => isMine)).toEqual([false, false, false]);
  });

  it('ask again when an acknowledged unit is still late a week later', async () => {
    at('2026-12-09T09:00');
    expect(await raiseLate()).toBe(1);
    expect((await remindersFor(corps.hanh)).mine).toBe(1);
  });

  it('are settled when nobody is late any more', async () => {
    await complete(corps.dung.personId, course);
    expect(await raiseLate()).toBe(1);
    expect((await of(chief)).map(([name]) => name)).not.toContain('Đại đội C2');
    const settled = await database().read.lateNotice.findMany({ where: { settledAt: { not: null } } });
    expect(settled.map(({ unitId }) => unitId)).toEqual([corps.c2.id]);
  });
});
