import { beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '#app/features/access/commands/create-account.server.ts';
import type { AccountPage } from '#app/features/access/queries/account-page.server.ts';
import { currentActor } from '#app/features/access/queries/current-actor.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { database } from '#app/platform/db/database.server.ts';
import { action as endSessions } from '#app/routes/account/ended-sessions.ts';
import * as overview from '#app/routes/account/overview.tsx';
import * as password from '#app/routes/account/password.tsx';
import { action as signIn } from '#app/routes/sign-in.tsx';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { ask, tokenIn } from '../ask.ts';

useTestDatabase();

const given = 'cấp lần đầu 4821';
const own = 'bốn mùa hoa gạo đỏ';
const firefox = 'Mozilla/5.0 (Windows NT 6.1; Win64; x64; rv:115.0) Gecko/20100101 Firefox/115.0';
const phone =
  'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Mobile Safari/537.36';
let corps: Corps;

beforeAll(async () => {
  corps = await buildCorps();
  const accounts = { an: corps.an, binh: corps.binh, cuong: corps.cuong, thuy: corps.thuy, em: corps.em };
  for (const [login, { personId }] of Object.entries(accounts)) {
    const isFirst = login === 'binh' || login === 'cuong';
    await createAccount(theSystem, { personId, login, password: isFirst ? given : own, mustChange: isFirst });
  }
});

async function enter(login: string, typed = own, more: { address?: string; userAgent?: string } = {}): Promise<string> {
  const token = tokenIn(await ask(signIn, '/sign-in', { form: { login, password: typed }, ...more }));
  if (!token) throw new Error(`${login} was not let in`);
  return token;
}

async function overviewOf(token: string): Promise<AccountPage> {
  return ((await ask(overview.loader, '/account', { token })).body as { account: AccountPage }).account;
}

describe('the account page', () => {
  it('tells who one is, where, and what one may do', async () => {
    const account = await overviewOf(await enter('thuy'));
    expect(account).toMatchObject({
      login: 'thuy',
      fullName: 'Đỗ Thị Thủy',
      rank: 'Đại úy',
      unitNames: ['Sư đoàn S1', 'Quân đoàn Q'],
      roles: [{ role: 'leader', unitName: 'Sư đoàn S1', untilAt: null }],
    });
  });

  it('lists the own sessions, this one first, with words for the device', async () => {
    await enter('em');
    const there = await enter('an', own, { address: '10.2.0.2', userAgent: phone });
    const here = await enter('an', own, { address: '10.2.0.1', userAgent: firefox });
    const { sessions } = await overviewOf(here);
    expect(sessions).toHaveLength(2);
    expect(sessions[0]).toMatchObject({
      isThis: true,
      address: '10.2.0.1',
      device: { browser: 'firefox', system: 'windows' },
    });
    expect(sessions[1]).toMatchObject({ isThis: false, device: { browser: 'chrome', system: 'android' } });
    expect(JSON.stringify(sessions)).not.toContain(there);
  });

  it('is not for who is signed out, nor kept in any cache', async () => {
    const answer = await ask(overview.loader, '/account');
    expect(answer.headers.get('Location')).toBe('/sign-in?returnTo=%2Faccount');
    expect(overview.headers()).toEqual({ 'Cache-Control': 'no-store' });
    expect(password.headers()).toEqual({ 'Cache-Control': 'no-store' });
  });
});

describe('ending sessions', () => {
  const end = (session: string, token?: string) =>
    ask(endSessions, '/account/ended-sessions', { form: { session }, token });

  it('ends one of the own', async () => {
    const here = await enter('thuy');
    const there = await enter('thuy', own, { address: '10.2.0.3' });
    const other = (await overviewOf(here)).sessions.find(({ address }) => address === '10.2.0.3')!;
    expect((await end(other.id, here)).headers.get('Location')).toBe('/account?ended=1');
    expect(await currentActor(there)).toBeNull();
    expect(await currentActor(here)).not.toBeNull();
  });

  it("never ends another person's", async () => {
    const mine = await enter('thuy');
    const theirs = await enter('em');
    const { id } = (await overviewOf(theirs)).sessions.find(({ isThis }) => isThis)!;
    expect((await end(id, mine)).headers.get('Location')).toBe('/account?ended=0');
    expect(await currentActor(theirs)).not.toBeNull();
    expect((await end(id)).headers.get('Location')).toBe('/sign-in');
    expect(await currentActor(theirs)).not.toBeNull();
  });

  it('ends all others and keeps this one', async () => {
    const others = [await enter('em'), await enter('em')];
    const here = await enter('em');
    await end('others', here);
    for (const token of others) expect(await currentActor(token)).toBeNull();
    expect((await overviewOf(here)).sessions).toHaveLength(1);
  });

  it('refuses what is no session', async () => {
    const answer = await end("' OR 1=1", await enter('em'));
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'bad-input', fields: { session: expect.any(Array) } });
  });
});

describe('changing the password', () => {
  const change = (token: string, form: Record<string, string>) =>
    ask(password.action, '/account/password', { form, token });
  const next = 'sông Hồng chảy về đông';

  it('comes before everything else with a first password, which is not asked for again', async () => {
    const token = await enter('binh', given);
    expect((await ask(overview.loader, '/account', { token })).headers.get('Location')).toBe(
      '/account/password?returnTo=%2Faccount',
    );
    const page = await ask(password.loader, '/account/password?returnTo=/courses/1', { token });
    expect(page.body).toEqual({ login: 'binh', isFirst: true, returnTo: '/courses/1' });
    const answer = await change(token, { next, repeat: next, returnTo: '/courses/1' });
    expect(answer.headers.get('Location')).toBe('/courses/1');
    expect((await overviewOf(tokenIn(answer)!)).login).toBe('binh');
    await expect(enter('binh', given)).rejects.toThrow();
  });

  it('does not take the first password once more', async () => {
    const answer = await change(await enter('cuong', given), { next: given, repeat: given });
    expect(answer.body).toEqual({ problems: { next: ['same'] } });
  });

  it('ends every other session and gives this browser a new token', async () => {
    const other = await enter('an');
    const here = await enter('an');
    const answer = await change(here, { current: own, next, repeat: next });
    expect(answer.headers.get('Location')).toBe('/account?password-changed');
    const renewed = tokenIn(answer)!;
    expect(await currentActor(other)).toBeNull();
    expect(await currentActor(here)).toBeNull();
    expect((await overviewOf(renewed)).sessions).toHaveLength(1);
    expect(await enter('an', next)).toBeTruthy();
  });

  it.each([
    [{ current: '', next, repeat: next }, { current: ['current-missing'] }],
    [{ current: 'không phải', next, repeat: next }, { current: ['current-wrong'] }],
    [
      { current: 'không phải', next: 'ngắn', repeat: 'ngắn' },
      { current: ['current-wrong'], next: ['too-short'] },
    ],
    [{ current: own, next: 'matkhau123', repeat: 'matkhau123' }, { next: ['common'] }],
    [{ current: own, next: own, repeat: own }, { next: ['same'] }],
    [{ current: own, next, repeat: `${next}.` }, { repeat: ['repeat-differs'] }],
    [{ current: own, next: '', repeat: '' }, { next: ['new-password-missing'] }],
    [{ current: own }, { next: ['new-password-missing'], repeat: ['repeat-missing'] }],
  ])('says what is wrong beside the field: %#', async (form, problems) => {
    const answer = await change(await enter('thuy'), form as Record<string, string>);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ problems });
    expect(await enter('thuy')).toBeTruthy();
  });

  it('lets nobody guess the current one for long', async () => {
    const token = await enter('em');
    const statuses: number[] = [];
    for (let i = 0; i < 6; i += 1)
      statuses.push((await change(token, { current: `sai ${i}`, next, repeat: next })).status);
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429]);
  });

  it('is written down without the passwords', async () => {
    const events = await database().read.auditEvent.findMany({ where: { op: 'access.password-changed' } });
    expect(events.map(({ actorId }) => actorId)).toContain(corps.an.personId);
    expect(JSON.stringify(events)).not.toContain('sông Hồng');
  });
});
