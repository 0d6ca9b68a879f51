import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { addPerson } from '#app/features/org/commands/people/add-person.server.ts';
import { attachPerson } from '#app/features/org/commands/people/attach-person.server.ts';
import { dischargePerson } from '#app/features/org/commands/people/discharge-person.server.ts';
import { editPerson } from '#app/features/org/commands/people/edit-person.server.ts';
import { endAttachment } from '#app/features/org/commands/people/end-attachment.server.ts';
import { returnPerson } from '#app/features/org/commands/people/return-person.server.ts';
import { transferPerson } from '#app/features/org/commands/people/transfer-person.server.ts';
import type { TypedPerson } from '#app/features/org/core/people/person-edit.ts';
import { personRecord } from '#app/features/org/queries/people/person-record.server.ts';
import { addDays, dateOf } from '#app/kernel/vietnam-time.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';

useTestDatabase();

const today = '2026-11-23';
const noon = (day: string) => new Date(`${day}T05:00:00Z`);
let corps: Corps;
beforeEach(async () => {
  setClock(() => noon('2026-06-01'));
  corps = await buildCorps();
  setClock(() => noon(today));
});

const person = (id: string) => database().read.person.findUniqueOrThrow({ where: { id }, include: { account: true } });
const strength = async (unitId: string) =>
  (await database().read.unit.findUniqueOrThrow({ where: { id: unitId } })).strength;
const intervals = (personId: string) =>
  database().read.unitMembership.findMany({ where: { personId }, orderBy: [{ fromAt: 'asc' }, { untilAt: 'asc' }] });
async function typedOf(id: string, change: Partial<TypedPerson> = {}): Promise<TypedPerson> {
  const { fullName, number, bornOn, rank, position, personnelClass, membership } = await person(id);
  const now = { fullName, number, bornOn: bornOn ?? '', rank: rank ?? '', position: position ?? '' };
  return { ...now, personnelClass, membership, ...change };
}
const order = { effectiveOn: '', note: '', revision: 1 };

describe('a person', () => {
  it('is added once however often the form comes, under a number that nobody bears', async () => {
    const typed = {
      ...(await typedOf(corps.an.personId)),
      fullName: ' Vũ  Thị Hoa ',
      number: 'QN-77',
      bornOn: '2001-02-28',
    };
    const form = { id: newId(), person: typed, effectiveOn: '2026-11-01', note: 'QĐ 5' };
    const before = await strength(corps.c2.id);
    const both = [await addPerson(corps.khoi, corps.c2.id, form), await addPerson(corps.khoi, corps.c2.id, form)];
    expect(both.map(({ kind }) => kind)).toEqual(['added', 'added']);
    expect(await strength(corps.c2.id)).toBe(before + 1);
    expect(await intervals(form.id)).toMatchObject([
      { unitId: corps.c2.id, rank: 'Binh nhất', effectiveOn: '2026-11-01', note: 'QĐ 5', untilAt: null },
    ]);
    expect(await addPerson(corps.khoi, corps.c2.id, { ...form, id: newId() })).toMatchObject({
      problems: { number: 'taken' },
    });
    const wrong = { ...typed, fullName: '', number: '=1', bornOn: '2027-01-01', membership: 'x' };
    expect(await addPerson(corps.khoi, corps.c2.id, { ...form, id: newId(), person: wrong })).toMatchObject({
      problems: { fullName: 'missing', number: 'malformed', bornOn: 'in-future', membership: 'unknown' },
    });
    const unborn = { ...form, id: newId(), effectiveOn: '2001-02-27' };
    expect(await addPerson(corps.khoi, corps.c2.id, unborn)).toMatchObject({ day: 'before-birth' });
    await expect(addPerson(corps.thuy, corps.c2.id, form)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('changes from a day with a new interval, and is corrected within the one under way', async () => {
    const { personId } = corps.an;
    const promoted = await typedOf(personId, { rank: 'Hạ sĩ' });
    const change = { ...order, person: promoted, as: 'change', effectiveOn: '2026-11-20', note: 'QĐ 9' } as const;
    expect(await editPerson(corps.khoi, personId, { ...change, effectiveOn: '2026-05-31' })).toMatchObject({
      day: 'before-last',
    });
    expect(await editPerson(corps.khoi, personId, { ...change, effectiveOn: addDays(today, 1) })).toMatchObject({
      day: 'in-future',
    });
    expect(await editPerson(corps.khoi, personId, change)).toEqual({ kind: 'edited' });
    expect(await editPerson(corps.khoi, personId, change)).toEqual({ kind: 'unchanged' });
    const [before, after] = await intervals(personId);
    expect([before!.rank, after!.rank, after!.effectiveOn]).toEqual(['Binh nhất', 'Hạ sĩ', '2026-11-20']);
    expect(before!.untilAt).toEqual(after!.fromAt);
    const mended = await typedOf(personId, { rank: 'Trung sĩ', fullName: 'Nguyễn Văn Ấn' });
    const correction = { ...order, person: mended, as: 'correction', revision: 2 } as const;
    expect(await editPerson(corps.khoi, personId, { ...correction, revision: 1 })).toMatchObject({ kind: 'refused' });
    expect(await editPerson(corps.khoi, personId, correction)).toEqual({ kind: 'edited' });
    expect((await intervals(personId)).map(({ rank }) => rank)).toEqual(['Binh nhất', 'Trung sĩ']);
    expect((await person(personId)).searchKey).toContain('nguyen van an');
    const taken = await typedOf(personId, { number: (await person(corps.em.personId)).number });
    const asked = { ...order, person: taken, as: 'correction', revision: 3 } as const;
    expect(await editPerson(corps.khoi, personId, asked)).toMatchObject({ problems: { number: 'taken' } });
    const events = await database().read.auditEvent.findMany({ where: { subjectId: personId } });
    expect(JSON.stringify(events.filter(({ op }) => op === 'org.person-changed'))).not.toMatch(/Ấn|Trung/);
  });

  it('moves to another unit with the day of the order kept, the figures from the day of entry', async () => {
    const { personId } = corps.an;
    const form = { ...order, unitId: corps.c3.id, effectiveOn: '2026-11-10', note: 'Lệnh 3' };
    const results = await Promise.all([
      transferPerson(corps.khoi, personId, form),
      transferPerson(corps.khoi, personId, form),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['transferred', 'unchanged']);
    const told = (await personRecord(corps.khoi, personId)).intervals;
    expect(told.map(({ unitName, unitAbove }) => [unitName, ...unitAbove])).toEqual([
      ['Đại đội C3', 'Sư đoàn S2'],
      ['Đại đội C1', 'Sư đoàn S1'],
    ]);
    const [, after] = await intervals(personId);
    expect(after).toMatchObject({
      unitId: corps.c3.id,
      effectiveOn: '2026-11-10',
      note: 'Lệnh 3',
      fromAt: noon(today),
    });
    const days = await database().read.strengthDay.findMany({ where: { unitId: corps.c3.id, day: today } });
    expect(days).toMatchObject([{ own: 1 }]);
    expect(await database().read.strengthDay.count({ where: { day: '2026-11-10' } })).toBe(0);
    const local: Actor = { ...corps.thuy, grants: [{ role: 'administrator', unitPath: corps.s1.path }] };
    const beyond = transferPerson(local, corps.binh.personId, { ...order, unitId: corps.c3.id });
    await expect(beyond).rejects.toMatchObject({ code: 'not-found' });
  });

  it('serves with another unit for a while and stays on the own strength', async () => {
    const { personId } = corps.an;
    const before = await strength(corps.c1.id);
    const form = { id: newId(), unitId: corps.c3.id, fromOn: today, untilOn: '2026-12-31', reason: 'Tăng cường' };
    expect(await attachPerson(corps.khoi, personId, { ...form, untilOn: '2026-11-22' })).toMatchObject({
      problems: { untilOn: 'ends-before-it-begins' },
    });
    expect(await attachPerson(corps.khoi, personId, { ...form, unitId: corps.c1.id })).toMatchObject({
      reason: 'own-unit',
    });
    expect(await attachPerson(corps.khoi, personId, form)).toEqual({ kind: 'attached' });
    expect(await attachPerson(corps.khoi, personId, form)).toEqual({ kind: 'unchanged' });
    expect(await attachPerson(corps.khoi, personId, { ...form, id: newId() })).toMatchObject({
      problems: { fromOn: 'overlaps' },
    });
    expect(await strength(corps.c1.id)).toBe(before);
    await endAttachment(corps.khoi, personId, form.id);
    expect((await database().read.attachment.findUniqueOrThrow({ where: { id: form.id } })).endedAt).toEqual(
      noon(today),
    );
  });

  it('leaves: off the strength, signed out, shut out, without roles; and returns with the account still shut', async () => {
    const { personId } = corps.hanh;
    await database().write(async (tx) => {
      await tx.account.create({ data: { personId, login: newId(), passwordHash: 'x', createdAt: noon(today) } });
      const session = { createdAt: noon(today), lastSeenAt: noon(today), expiresAt: noon('2026-11-24') };
      await tx.session.create({ data: { id: newId(), personId, address: '', userAgent: '', ...session } });
    });
    const before = await strength(corps.c3.id);
    const form = { ...order, reason: 'discharged', effectiveOn: '2026-11-22', note: 'Hết hạn' } as const;
    expect(await dischargePerson(corps.khoi, corps.khoi.personId, form)).toMatchObject({ reason: 'self' });
    expect(await dischargePerson(corps.khoi, personId, form)).toEqual({ kind: 'discharged' });
    expect(await dischargePerson(corps.khoi, personId, form)).toEqual({ kind: 'unchanged' });
    expect(await strength(corps.c3.id)).toBe(before - 1);
    expect((await person(personId)).account!.disabledAt).not.toBeNull();
    expect(await database().read.session.count({ where: { personId } })).toBe(0);
    expect(await database().read.roleGrant.count({ where: { personId, untilAt: null } })).toBe(0);
    const back = { ...order, unitId: corps.c1.id, revision: 2 };
    expect(await returnPerson(corps.khoi, personId, { ...back, effectiveOn: '2026-11-21' })).toMatchObject({
      day: 'before-last',
    });
    expect(await returnPerson(corps.khoi, personId, back)).toEqual({ kind: 'returned' });
    expect(await returnPerson(corps.khoi, personId, back)).toEqual({ kind: 'unchanged' });
    expect((await person(personId)).account!.disabledAt).not.toBeNull();
    expect((await intervals(personId)).map((each) => [each.unitId, each.endReason, dateOf(each.fromAt)])).toEqual([
      [corps.c3.id, 'discharged', '2026-06-01'],
      [corps.c1.id, null, today],
    ]);
  });
});
