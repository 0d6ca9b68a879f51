import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { grantRole } from '#app/features/access/commands/grant-role.server.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { createPerson } from '#app/features/org/commands/create-person.server.ts';
import { createUnit } from '#app/features/org/commands/create-unit.server.ts';
import { confirmPresence } from '#app/features/org/commands/presence/confirm-presence.server.ts';
import type { SaidPresence } from '#app/features/org/core/presence/presence-plan.ts';
import { presenceOverview } from '#app/features/org/queries/presence/presence-overview.server.ts';
import { presenceRoll } from '#app/features/org/queries/presence/presence-roll.server.ts';
import { absenteesOn, presentOn } from '#app/features/org/queries/presence/present-on.server.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';

useTestDatabase();

const morningOf = (day: string) => setClock(() => new Date(`${day}T07:00:00+07:00`));
const today = '2026-11-23';
const yesterday = '2026-11-22';

let corps: Corps;
let clerk: Actor;
let platoonMan: string;
let platoonId: string;

const away = (personId: string, reason: 'duty' | 'hospital' | 'leave', fromDay: string, untilDay: string | null) =>
  ({ personId, reason, fromDay, untilDay, note: '' }) satisfies SaidPresence;
const here = (personId: string): SaidPresence => ({ personId, reason: null });
const eventCount = async () => database().read.auditEvent.count({ where: { op: 'org.presence-confirmed' } });

beforeAll(async () => {
  morningOf('2026-11-01');
  corps = await buildCorps();
  clerk = { ...corps.an, grants: [{ role: 'clerk', unitPath: corps.c1.path }] };
  const platoon = await createUnit(theSystem, {
    ...{ parentId: corps.c1.id, kind: 'platoon', name: 'Trung đội 1', shortName: 'b1' },
  });
  platoonId = platoon.id;
  const man = await createPerson(theSystem, {
    ...{ number: 'QN90001', fullName: 'Ngô Văn Phúc', rank: 'Binh nhất', position: null },
    ...{ personnelClass: 'enlisted', membership: 'youth', unitId: platoon.id },
  });
  platoonMan = man.id;
  await grantRole(theSystem, { personId: clerk.personId, role: 'clerk', unitId: corps.c1.id });
});
beforeEach(() => morningOf(today));

describe('a company’s roll', () => {
  it('names everybody down to the platoon, present unless said otherwise', async () => {
    const page = await presenceRoll(clerk, corps.c1.id, null);
    expect(page.lines.map(({ fullName }) => fullName)).toEqual([
      'Nguyễn Văn An',
      'Trần Thị Bình',
      'Lê Đức Cường',
      'Ngô Văn Phúc',
    ]);
    expect(page.figures).toMatchObject({ strength: 4, present: 4 });
    expect(page.confirmed).toBeNull();
  });

  it('is confirmed once, however often it is sent, and adds up in every unit', async () => {
    const said = [away(corps.binh.personId, 'hospital', today, null), away(platoonMan, 'leave', today, '2026-11-25')];
    const before = await eventCount();
    expect(await confirmPresence(clerk, corps.c1.id, today, said)).toMatchObject({
      kind: 'confirmed',
      figures: { strength: 4, present: 2, absent: { hospital: 1, leave: 1 } },
    });
    expect(await confirmPresence(clerk, corps.c1.id, today, said)).toMatchObject({ kind: 'unchanged' });
    expect(await eventCount()).toBe(before + 1);
    expect(await database().read.absence.count()).toBe(2);
    const days = await database().read.presenceDay.findMany({ where: { day: today }, orderBy: { strength: 'desc' } });
    expect(days.map(({ unitId, strength, present, absent }) => ({ unitId, strength, present, absent }))).toEqual([
      { unitId: corps.c1.id, strength: 3, present: 2, absent: '{"hospital":1}' },
      { unitId: platoonId, strength: 1, present: 0, absent: '{"leave":1}' },
    ]);
    const page = await presenceRoll(clerk, corps.c1.id, today);
    expect(page.confirmed?.byName).toBe('Nguyễn Văn An');
    expect(page.isStale).toBe(false);
    expect(page.history).toHaveLength(1);
  });

  it('carries who is away over to the next day, until the last day told', async () => {
    morningOf('2026-11-24');
    const reasons = async () =>
      Object.fromEntries(
        (await presenceRoll(clerk, corps.c1.id, null)).lines.map(({ personId, away: is }) => [personId, is?.reason]),
      );
    expect(await reasons()).toMatchObject({ [corps.binh.personId]: 'hospital', [platoonMan]: 'leave' });
    expect((await presenceRoll(clerk, corps.c1.id, null)).confirmed).toBeNull();
    morningOf('2026-11-26');
    expect(await reasons()).toMatchObject({ [corps.binh.personId]: 'hospital', [platoonMan]: undefined });
  });

  it('who is back today is back from today on; a day gone by is corrected for itself alone', async () => {
    morningOf('2026-11-26');
    await confirmPresence(clerk, corps.c1.id, '2026-11-26', [here(corps.binh.personId)]);
    await confirmPresence(clerk, corps.c1.id, '2026-11-24', [here(corps.binh.personId)]);
    const days = ['23', '24', '25', '26'].map((day) => `2026-11-${day}`);
    const absent = await Promise.all(
      days.map(async (day) => (await absenteesOn(database().sql, corps.c1.path, day)).length),
    );
    expect(absent).toEqual([2, 1, 2, 0]);
    morningOf('2026-11-27');
    expect(await confirmPresence(clerk, corps.c1.id, '2026-11-28', [])).toEqual({ kind: 'refused', reason: 'future' });
    expect(
      await confirmPresence(clerk, corps.c1.id, '2026-11-27', [
        away(corps.an.personId, 'duty', '2026-11-28', null),
        away(corps.binh.personId, 'duty', '2026-11-20', '2026-11-26'),
      ]),
    ).toMatchObject({ problems: [{ problem: 'from-after-day' }, { problem: 'until-before-day' }] });
  });

  it('shuts out the sibling unit’s clerk, and touches nobody of another roll', async () => {
    const sibling: Actor = { ...corps.dung, grants: [{ role: 'clerk', unitPath: corps.c2.path }] };
    await expect(confirmPresence(sibling, corps.c1.id, today, [])).rejects.toMatchObject({ code: 'not-found' });
    await expect(confirmPresence(corps.binh, corps.c1.id, today, [])).rejects.toMatchObject({ code: 'forbidden' });
    await expect(presenceRoll(sibling, corps.c1.id, null)).rejects.toMatchObject({ code: 'not-found' });
    const before = await database().read.absence.count();
    await confirmPresence(sibling, corps.c2.id, today, [away(corps.an.personId, 'duty', today, null)]);
    expect(await database().read.absence.count()).toBe(before);
  });
});

describe('the level above', () => {
  it('sees which sub-units have confirmed, totals that add up, and any past day', async () => {
    const page = await presenceOverview(corps.thuy, corps.s1.id, today);
    expect(
      page?.rows.map(({ name, strength, present, units, confirmed }) => [name, strength, present, units, confirmed]),
    ).toEqual([
      ['Sư đoàn S1', 1, 1, 1, 0],
      ['Đại đội C1', 4, 2, 2, 2],
      ['Đại đội C2', 1, 1, 1, 1],
    ]);
    expect(page?.total).toMatchObject({ strength: 6, present: 4, absent: { hospital: 1, leave: 1 }, confirmed: 3 });
    const before = await presenceOverview(corps.thuy, corps.s1.id, yesterday);
    expect(before?.total).toMatchObject({ strength: 6, present: 6, confirmed: 0 });
    expect(await presentOn(database().sql, corps.s1.path, today)).toMatchObject({ strength: 6, present: 4 });
    expect(await presenceOverview(clerk, corps.c1.id, today)).toBeNull();
    await expect(presenceOverview(corps.hanh, corps.s1.id, today)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('counts an attachment elsewhere as absent, and still as strength', async () => {
    await database().write((tx) =>
      tx.attachment.create({
        data: {
          ...{ id: 'lent', personId: corps.dung.personId, unitId: corps.c3.id },
          ...{ fromAt: new Date('2026-11-10T00:00:00Z'), createdAt: new Date('2026-11-10T00:00:00Z') },
        },
      }),
    );
    const page = await presenceRoll(corps.thuy, corps.c2.id, today);
    expect(page.figures).toMatchObject({ strength: 1, present: 0, absent: { attached: 1 } });
    expect(page.lines[0]?.attachedTo?.unitName).toBe('Đại đội C3');
    expect(page.isStale).toBe(true);
    const [row] = await absenteesOn(database().sql, corps.c2.path, today);
    expect(row).toMatchObject({ personId: corps.dung.personId, reason: 'attached' });
  });
});
