import { beforeAll, expect, it } from 'vitest';
import { changePassword } from '#app/features/access/commands/change-password.server.ts';
import {
  openAccounts,
  printSlips,
  reissueFirstPasswords,
} from '#app/features/access/commands/first-passwords.server.ts';
import { grantRole } from '#app/features/access/commands/grant-role.server.ts';
import { signIn } from '#app/features/access/commands/sign-in.server.ts';
import { currentActor } from '#app/features/access/queries/current-actor.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';

useTestDatabase();
let corps: Corps;
beforeAll(async () => {
  corps = await buildCorps();
});

const enter = (login: string, password: string) =>
  signIn({ login, password, address: '10.0.0.7', userAgent: 'test', oldToken: null });
const slipsOf = async (unitId: string) => {
  const printed = await printSlips(corps.khoi, unitId);
  if (printed.kind !== 'printed') throw new Error('not printed');
  return printed.units.flatMap(({ slips }) => slips);
};

it('opens accounts for a unit once, by a rule, each with a login of its own', async () => {
  expect(await openAccounts(corps.khoi, { unitId: corps.s1.id }, 'name')).toEqual({ made: 5 });
  expect(await openAccounts(corps.khoi, { unitId: corps.s1.id }, 'name')).toEqual({ made: 0 });
  await openAccounts(corps.khoi, { personIds: [corps.em.personId] }, 'number');
  const logins = await database().read.account.findMany({
    select: { login: true, passwordHash: true },
    orderBy: { login: 'asc' },
  });
  expect(logins.map(({ login }) => login)).toEqual([
    'annv',
    'binhtt',
    'cuongld',
    'dungpa',
    expect.stringMatching(/^qn0/),
    'thuydt',
  ]);
  expect(logins.every(({ passwordHash }) => passwordHash === '')).toBe(true);
  await expect(openAccounts(corps.thuy, { unitId: corps.s1.id }, 'name')).rejects.toThrow('forbidden');
  const ofS1 = { ...corps.khoi, grants: [{ role: 'administrator' as const, unitPath: corps.s1.path }] };
  await expect(printSlips(ofS1, corps.s2.id)).rejects.toThrow('not-found');
  expect(await reissueFirstPasswords(ofS1, [corps.em.personId])).toEqual({ reissued: 0 });
});

it('lets in with the slip, makes the password be changed, and forgets the slip then', async () => {
  const slip = (await slipsOf(corps.c1.id)).find(({ personId }) => personId === corps.an.personId)!;
  expect(slip.password).toMatch(/^[a-z2-9]{3}-[a-z2-9]{3}-[a-z2-9]{3}$/);
  expect(await slipsOf(corps.c1.id)).toContainEqual(slip);
  expect(await enter('annv', 'abc-def-ghj')).toEqual({ kind: 'refused' });
  expect(await enter('annv', '')).toEqual({ kind: 'refused' });
  const entered = await enter('annv', ` ${slip.password.toUpperCase().replaceAll('-', ' ')}`);
  expect(entered).toMatchObject({ kind: 'signed-in', mustChangePassword: true });
  const actor = await currentActor(entered.kind === 'signed-in' ? entered.token : null);
  const change = (next: string) =>
    changePassword(actor!, { current: '', next, address: '10.0.0.7', userAgent: 'test' });
  expect(await change(slip.password)).toEqual({ kind: 'refused', problems: { next: ['same'] } });
  expect(await change('mùa thu hà nội 35')).toMatchObject({ kind: 'changed' });
  expect(await enter('annv', slip.password)).toEqual({ kind: 'refused' });
  expect(await enter('annv', 'mùa thu hà nội 35')).toMatchObject({ kind: 'signed-in', mustChangePassword: false });
  expect((await slipsOf(corps.c1.id)).map(({ personId }) => personId)).not.toContain(corps.an.personId);
});

it('makes every slip of before worthless with a new one, and writes down each printing', async () => {
  const before = (await slipsOf(corps.c1.id)).find(({ login }) => login === 'binhtt')!;
  expect(await reissueFirstPasswords(corps.khoi, [before.personId, corps.an.personId])).toEqual({ reissued: 2 });
  const after = (await slipsOf(corps.c1.id)).find(({ login }) => login === 'binhtt')!;
  expect(after.password).not.toBe(before.password);
  expect(await enter('binhtt', before.password)).toEqual({ kind: 'refused' });
  expect(await enter('binhtt', after.password)).toMatchObject({ kind: 'signed-in' });
  expect(await enter('annv', 'mùa thu hà nội 35')).toEqual({ kind: 'refused' });
  const printed = await database().read.auditEvent.findMany({
    where: { op: 'access.first-passwords-issued', subjectId: corps.c1.id },
  });
  expect(printed.length).toBeGreaterThanOrEqual(4);
  expect(printed.every(({ details }) => !details.includes(after.password))).toBe(true);
});

it('tells on each slip which of the units of one name is meant', async () => {
  await openAccounts(corps.khoi, { unitId: corps.corps.id }, 'name');
  const printed = await printSlips(corps.khoi, corps.corps.id);
  const labels = printed.kind === 'printed' ? printed.units.map(({ name, label }) => [name, label]) : [];
  expect(labels).toContainEqual(['Đại đội C3', 'Đại đội C3/Sư đoàn S2']);
  expect(labels).toContainEqual(['Quân đoàn Q', 'Quân đoàn Q']);
});

it('gives the password of who holds a role beyond the reach into no hands within it', async () => {
  await openAccounts(corps.khoi, { unitId: corps.corps.id }, 'name');
  await grantRole(theSystem, { personId: corps.dung.personId, role: 'examiner', unitId: corps.corps.id });
  const ofS1 = { ...corps.khoi, grants: [{ role: 'administrator' as const, unitPath: corps.s1.path }] };
  expect(await reissueFirstPasswords(ofS1, [corps.dung.personId, corps.cuong.personId])).toEqual({ reissued: 1 });
  const printed = await printSlips(ofS1, corps.s1.id);
  const ids =
    printed.kind === 'printed' ? printed.units.flatMap(({ slips }) => slips.map(({ personId }) => personId)) : [];
  expect(ids).toContain(corps.cuong.personId);
  expect(ids).not.toContain(corps.dung.personId);
});
