import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAccount } from '#app/features/access/commands/create-account.server.ts';
import { grantRole } from '#app/features/access/commands/grant-role.server.ts';
import { delegateRole } from '#app/features/access/commands/grants/delegate-role.server.ts';
import { endGrant } from '#app/features/access/commands/grants/end-grant.server.ts';
import { grantOnUnit } from '#app/features/access/commands/grants/grant-on-unit.server.ts';
import { renewGrant } from '#app/features/access/commands/grants/renew-grant.server.ts';
import { may } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { currentActor } from '#app/features/access/queries/current-actor.server.ts';
import { personAccess, unitAccess } from '#app/features/access/queries/grants/who-sees.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { signedIn } from '../routes/signed-in.ts';

useTestDatabase();

const on = (day: string) => setClock(() => new Date(`${day}T08:00:00+07:00`));
let corps: Corps;
/** Administers division S1 alone. */
let local: Actor;
const tokens = new Map<string, string>();

/** Who somebody is at this moment, as a request finds out. */
async function now({ personId }: Actor): Promise<Actor> {
  if (!tokens.has(personId)) {
    const person = { ...corps.an, personId };
    tokens.set(personId, (await signedIn(person)).split('hoctap35_session=')[1] ?? '');
  }
  return (await currentActor(tokens.get(personId) ?? ''))!;
}
const grantIdOf = async ({ personId }: Actor) =>
  (await database().read.roleGrant.findFirstOrThrow({ where: { personId }, orderBy: { id: 'asc' } })).id;
const draft = (person: Actor, unitId: string, change = {}) => ({
  ...{ id: newId(), personId: person.personId, role: 'clerk' as const, unitId, fromDay: '', untilDay: '' },
  ...change,
});

beforeAll(async () => {
  on('2026-11-01');
  corps = await buildCorps();
  await grantRole(theSystem, { personId: corps.cuong.personId, role: 'administrator', unitId: corps.s1.id });
  local = { ...corps.cuong, grants: [{ role: 'administrator', unitPath: corps.s1.path }] };
  await createAccount(theSystem, {
    ...{ personId: corps.giang.personId, login: 'giang', password: 'bốn mùa hoa gạo đỏ', mustChange: false },
  });
});
beforeEach(() => on('2026-11-23'));

describe('granting a role on a unit', () => {
  it('reaches that unit from its first day to the end of its last', async () => {
    const form = draft(corps.an, corps.c1.id, { fromDay: '2026-11-25', untilDay: '2026-11-30' });
    expect(await grantOnUnit(local, form)).toEqual({ kind: 'granted', grantId: form.id });
    expect(await grantOnUnit(local, form)).toEqual({ kind: 'unchanged', grantId: form.id });
    expect((await now(corps.an)).grants).toEqual([]);
    on('2026-11-25');
    const clerk = await now(corps.an);
    expect(may(clerk, 'presence.enter', corps.c1.path)).toBe(true);
    expect(may(clerk, 'presence.enter', corps.c2.path)).toBe(false);
    on('2026-12-01');
    expect((await now(corps.an)).grants).toEqual([]);
  });

  it('stays within the administrator’s own scope, and is nobody’s gift to oneself', async () => {
    for (const unit of [corps.corps, corps.s2, corps.c3])
      await expect(grantOnUnit(local, draft(corps.an, unit.id))).rejects.toMatchObject({ code: 'not-found' });
    await expect(grantOnUnit(local, draft(corps.em, corps.c1.id))).rejects.toMatchObject({ code: 'not-found' });
    await expect(grantOnUnit(corps.thuy, draft(corps.an, corps.c1.id))).rejects.toMatchObject({ code: 'forbidden' });
    expect(await grantOnUnit(local, draft(corps.cuong, corps.c1.id))).toEqual({ kind: 'refused', reason: 'oneself' });
    expect(await grantOnUnit(local, draft(corps.an, corps.c1.id))).toEqual({ kind: 'refused', reason: 'held-already' });
    expect(await grantOnUnit(local, draft(corps.binh, corps.c1.id, { untilDay: '2026-02-31' }))).toMatchObject({
      kind: 'invalid',
      problem: 'day-unknown',
    });
    expect(await grantOnUnit(local, draft(corps.binh, corps.c1.id, { untilDay: '2026-11-01' }))).toMatchObject({
      problem: 'until-past',
    });
  });

  it('is renewed, and ended before its time with a reason, by whoever administers it', async () => {
    const form = draft(corps.dung, corps.c2.id, { role: 'examiner', untilDay: '2026-11-24' });
    await grantOnUnit(local, form);
    expect(await renewGrant(local, form.id, '2026-12-31')).toEqual({ kind: 'renewed' });
    on('2026-12-01');
    expect((await now(corps.dung)).grants).toHaveLength(1);
    expect(await endGrant(local, form.id, '  ')).toMatchObject({ kind: 'invalid', problem: 'reason-missing' });
    await expect(endGrant(corps.hanh, form.id, 'Không thuộc quyền')).rejects.toMatchObject({ code: 'not-found' });
    await expect(endGrant(corps.thuy, form.id, 'Chỉ huy không giao')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await endGrant(local, form.id, 'Chuyển nhiệm vụ')).toEqual({ kind: 'ended' });
    expect(await endGrant(local, form.id, 'Chuyển nhiệm vụ')).toEqual({ kind: 'unchanged' });
    expect((await now(corps.dung)).grants).toEqual([]);
  });

  it('leaves the last administrator who reaches everything', async () => {
    const khoi = await grantIdOf(corps.khoi);
    expect(await endGrant(corps.khoi, khoi, 'Thôi')).toEqual({ kind: 'refused', reason: 'last-administrator' });
    const second = draft(corps.giang, corps.corps.id, { role: 'administrator' });
    await grantOnUnit(corps.khoi, second);
    const [a, b] = await Promise.all([
      endGrant(corps.khoi, second.id, 'Thôi'),
      endGrant({ ...corps.giang, grants: corps.khoi.grants }, khoi, 'Thôi'),
    ]);
    expect([a.kind, b.kind].sort()).toEqual(['ended', 'refused']);
  });
});

describe('standing in for a leader', () => {
  it('does what the leader does in a part of the unit, but neither signs nor passes it on, and ends with the leader’s role', async () => {
    const own = await grantIdOf(corps.thuy);
    const form = {
      ...{ id: newId(), grantId: own, personId: corps.binh.personId, unitId: corps.c1.id },
      ...{ fromDay: '', untilDay: '2026-11-30' },
    };
    expect(await delegateRole(corps.thuy, { ...form, untilDay: '' })).toMatchObject({ problem: 'until-missing' });
    expect(await delegateRole(corps.thuy, form)).toEqual({ kind: 'delegated', grantId: form.id });
    expect(await delegateRole(corps.thuy, form)).toEqual({ kind: 'unchanged', grantId: form.id });
    const binh = await now(corps.binh);
    expect(may(binh, 'unit.view', corps.c1.path)).toBe(true);
    expect(may(binh, 'progress.exempt', corps.c1.path)).toBe(true);
    expect(may(binh, 'unit.view', corps.c2.path)).toBe(false);
    expect(may(binh, 'figures.sign', corps.c1.path)).toBe(false);
    await expect(
      delegateRole(binh, { ...form, id: newId(), grantId: form.id, personId: corps.an.personId }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(delegateRole(corps.thuy, { ...form, id: newId(), unitId: corps.s2.id })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(delegateRole(corps.thuy, { ...form, id: newId(), personId: corps.em.personId })).rejects.toMatchObject(
      { code: 'not-found' },
    );
    on('2026-11-24');
    await database().write((tx) =>
      tx.roleGrant.update({ where: { id: own }, data: { untilAt: new Date('2026-11-24T00:00:00+07:00') } }),
    );
    expect((await now(corps.binh)).grants).toEqual([]);
    await database().write((tx) => tx.roleGrant.update({ where: { id: own }, data: { untilAt: null } }));
    expect((await now(corps.binh)).grants).toHaveLength(1);
    expect(await endGrant(corps.thuy, form.id, 'Đã trở về đơn vị')).toEqual({ kind: 'ended' });
    expect((await now(corps.binh)).grants).toEqual([]);
  });

  it('is told on the pages that say who may see whom, and why', async () => {
    on('2026-11-23');
    const seen = await unitAccess(corps.thuy, corps.c1.id);
    expect(seen.grants.map(({ fullName, role }) => `${fullName}: ${role}`)).toContain('Đỗ Thị Thủy: leader');
    expect(seen.grants.find(({ role }) => role === 'author')?.acts).not.toContain('unit.view');
    const own = await personAccess(await now(corps.thuy), corps.thuy.personId);
    expect(own.own[0]).toMatchObject({ role: 'leader', unitName: 'Sư đoàn S1', reach: { units: 3, people: 5 } });
    expect(own.own[0]?.acts).toContain('figures.sign');
    const of = await personAccess(corps.thuy, corps.an.personId);
    expect(of.others.map(({ fullName }) => fullName)).toContain('Đỗ Thị Thủy');
    await expect(personAccess(corps.thuy, corps.em.personId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(unitAccess(corps.an, corps.c1.id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
