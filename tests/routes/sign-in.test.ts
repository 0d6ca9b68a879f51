import { beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '#app/features/access/commands/create-account.server.ts';
import { currentActor } from '#app/features/access/queries/current-actor.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { database } from '#app/platform/db/database.server.ts';
import { action, headers, loader } from '#app/routes/sign-in.tsx';
import { action as signOut } from '#app/routes/sign-out.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { ask, tokenIn } from './ask.ts';

useTestDatabase();

const password = 'gạo tẻ nếp cái hoa vàng';
let corps: Corps;
let lastAddress = 0;
const newAddress = () => `10.1.0.${++lastAddress}`;

beforeAll(async () => {
  corps = await buildCorps();
  const accounts = { an: corps.an, binh: corps.binh, cuong: corps.cuong, dung: corps.dung, em: corps.em };
  for (const [login, { personId }] of Object.entries(accounts)) {
    await createAccount(theSystem, { personId, login, password, mustChange: login === 'binh' });
  }
});

const tryIn = (
  login: string,
  typed: string,
  more: { address?: string; token?: string; secure?: boolean; returnTo?: string } = {},
) => {
  const { returnTo = '/', ...rest } = more;
  return ask(action, '/sign-in', { form: { login, password: typed, returnTo }, address: newAddress(), ...rest });
};

describe('signing in', () => {
  it('gives a session cookie that scripts and other sites cannot use', async () => {
    const answer = await tryIn('an', password);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe('/');
    const cookie = answer.headers.get('Set-Cookie') ?? '';
    expect(cookie).toMatch(/^hoctap35_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    expect(await currentActor(tokenIn(answer))).toMatchObject({
      personId: corps.an.personId,
      fullName: 'Nguyễn Văn An',
    });
  });

  it('marks the cookie Secure behind TLS', async () => {
    expect((await tryIn('an', password, { secure: true })).headers.get('Set-Cookie')).toMatch(/; Secure$/);
  });

  it('takes a login name however a phone writes it, and a password in either Unicode form', async () => {
    expect((await tryIn('  An ', password.normalize('NFD'))).status).toBe(303);
  });

  it('keeps the token out of the database', async () => {
    const token = tokenIn(await tryIn('an', password));
    const rows = await database().read.session.findMany();
    expect(rows.some(({ id }) => id === token)).toBe(false);
  });

  it('makes a new session and ends the one that the browser held', async () => {
    const first = tokenIn(await tryIn('an', password))!;
    const second = tokenIn(await tryIn('an', password, { token: first }))!;
    expect(second).not.toBe(first);
    expect(await currentActor(first)).toBeNull();
    expect(await currentActor(second)).not.toBeNull();
  });

  it('never takes a token that the browser brought', async () => {
    const planted = 'A'.repeat(43);
    const given = tokenIn(await tryIn('an', password, { token: planted }));
    expect(given).not.toBe(planted);
    expect(await currentActor(planted)).toBeNull();
  });

  it('goes back to where the person came from, on this site alone', async () => {
    const place = async (returnTo: string) => (await tryIn('an', password, { returnTo })).headers.get('Location');
    expect(await place('/courses/1?page=2')).toBe('/courses/1?page=2');
    expect(await place('//evil.example')).toBe('/');
    expect(await place('https://evil.example')).toBe('/');
    expect(await place('/\\evil.example')).toBe('/');
  });

  it('sends who has a first password to change it', async () => {
    const answer = await tryIn('binh', password, { returnTo: '/courses/1' });
    expect(answer.headers.get('Location')).toBe('/account/password?returnTo=%2Fcourses%2F1');
  });

  it('shows no form to who is signed in', async () => {
    const token = tokenIn(await tryIn('an', password))!;
    expect((await ask(loader, '/sign-in?returnTo=/a', { token })).headers.get('Location')).toBe('/a');
    expect((await ask(loader, '/sign-in?returnTo=/a')).body).toEqual({ returnTo: '/a', isSignedOut: false });
    expect(headers()).toEqual({ 'Cache-Control': 'no-store' });
  });
});

describe('a refused sign-in', () => {
  it('is the same for an unknown login, a wrong password, a closed account and a person who left', async () => {
    const at = new Date();
    await database().write((tx) => tx.account.update({ where: { login: 'cuong' }, data: { disabledAt: at } }));
    await database().write((tx) => tx.person.update({ where: { id: corps.dung.personId }, data: { leftAt: at } }));
    const answers = [
      await tryIn('khong-co', password),
      await tryIn('an', 'sai mật khẩu'),
      await tryIn('cuong', password),
      await tryIn('dung', password),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(400);
      expect(answer.body).toEqual({ problems: { login: ['refused'] }, typed: { login: expect.any(String) } });
      expect(tokenIn(answer)).toBeNull();
    }
    expect([...answers[0]!.headers]).toEqual([...answers[1]!.headers]);
  });

  it('takes the same time whether the login exists or not', async () => {
    const fastest = { 'khong-co-2': Number.POSITIVE_INFINITY, em: Number.POSITIVE_INFINITY };
    // Processor time, by turns, the least of each: what else the machine does hardly counts. Without the decoy: tenfold.
    for (let i = 0; i < 12; i += 1) {
      for (const login of ['khong-co-2', 'em'] as const) {
        const from = process.cpuUsage();
        await tryIn(login, 'sai mật khẩu');
        const { user, system } = process.cpuUsage(from);
        fastest[login] = Math.min(fastest[login], user + system);
      }
    }
    const ratio = fastest['khong-co-2'] / fastest.em;
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.7);
  });

  it('stands in the audit log with the login and without the password', async () => {
    await tryIn('an', 'mật khẩu bí mật');
    const events = await database().read.auditEvent.findMany({ where: { op: 'access.sign-in-refused' } });
    const last = events.findLast(({ details }) => details.includes('"an"'));
    expect(last).toMatchObject({ subjectId: corps.an.personId, actorId: null });
    expect(JSON.stringify(events)).not.toContain('bí mật');
  });

  it('stands there without a name that no account has, which may be a password: by a short mark that tells repeats', async () => {
    const address = newAddress();
    const others = ['mot-ten-khac', 'ten-khac-nua', 'va-mot-ten'];
    for (const login of ['Mật-khẩu-của-tôi', 'mật-khẩu-của-tôi', ...others]) await tryIn(login, 'x', { address });
    const all = await database().read.auditEvent.findMany({ where: { op: 'access.sign-in-refused' } });
    for (const typed of ['của-tôi', ...others]) expect(JSON.stringify(all)).not.toContain(typed);
    const here = all.filter(({ details }) => details.includes(`"${address}"`));
    expect(here.map(({ subjectId }) => subjectId)).toEqual(Array.from({ length: 5 }, () => 'unknown'));
    const marks = here.map(({ details }) => (JSON.parse(details) as { unknownMark: string }).unknownMark);
    for (const mark of marks) expect(mark).toMatch(/^[0-9a-f]{4}$/);
    // The events of one instant stand in any order. Two texts may share a mark, but not all of them.
    const counts = [...new Set(marks)].map((mark) => marks.filter((each) => each === mark).length);
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(2);
    expect(counts.length).toBeGreaterThan(1);
  });

  it.each([
    [{ login: '', password: 'x' }, { login: ['login-missing'] }],
    [{ login: 'an', password: '' }, { password: ['password-missing'] }],
    [{ password: 'x' }, { login: ['login-missing'] }],
    [{ login: 'a'.repeat(201), password: 'x' }, { login: ['login-too-long'] }],
    [{ login: 'an', password: 'x'.repeat(1001) }, { password: ['password-too-long'] }],
  ])('names the field that is wrong: %#', async (form, problems) => {
    const answer = await ask(action, '/sign-in', { form: form as Record<string, string> });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ problems });
    expect(JSON.stringify(answer.body)).not.toContain('xxx');
  });
});

describe('the limits', () => {
  const wrong = (login: string, address: string) => tryIn(login, 'sai', { address });

  it('stop the sixth wrong password of one account from one address, and no other address', async () => {
    const address = newAddress();
    for (let i = 0; i < 5; i += 1) expect((await wrong('em', address)).status).toBe(400);
    const stopped = await tryIn('em', password, { address });
    expect(stopped.status).toBe(429);
    const { retryAfterSeconds } = stopped.body as { retryAfterSeconds: number };
    expect(retryAfterSeconds).toBeGreaterThan(0);
    expect(retryAfterSeconds).toBeLessThanOrEqual(300);
    expect(stopped.headers.get('Retry-After')).toBe(String(retryAfterSeconds));
    expect((await tryIn('em', password)).status).toBe(303);
    expect((await tryIn('an', password, { address })).status).toBe(303);
  });

  it('stop an unknown login just the same', async () => {
    const address = newAddress();
    const statuses: number[] = [];
    for (let i = 0; i < 6; i += 1) statuses.push((await wrong('khong-co-3', address)).status);
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429]);
  });

  it('cannot be got around by trying at the same moment', async () => {
    const address = newAddress();
    const answers = await Promise.all(Array.from({ length: 20 }, () => wrong('khong-co-4', address)));
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(5);
  });

  it('count failures alone: signing in often costs nothing', async () => {
    const address = newAddress();
    for (let i = 0; i < 4; i += 1) await wrong('an', address);
    for (let i = 0; i < 8; i += 1) expect((await tryIn('an', password, { address })).status).toBe(303);
    for (let i = 0; i < 5; i += 1) expect((await wrong('an', address)).status).toBe(400);
    expect((await wrong('an', address)).status).toBe(429);
  });

  it('stop one account from everywhere after thirty failures, until the hour is over', async () => {
    for (let i = 0; i < 30; i += 1) expect((await wrong('khong-co-5', newAddress())).status).toBe(400);
    const stopped = await wrong('khong-co-5', newAddress());
    expect(stopped.status).toBe(429);
    expect((stopped.body as { retryAfterSeconds: number }).retryAfterSeconds).toBeGreaterThan(3000);
  });
});

describe('signing out', () => {
  it('ends the session and takes the cookie away', async () => {
    const token = tokenIn(await tryIn('an', password))!;
    const answer = await ask(signOut, '/sign-out', { form: {}, token });
    expect(answer.headers.get('Location')).toBe('/sign-in?signed-out');
    expect(answer.headers.get('Set-Cookie')).toMatch(/^hoctap35_session=; .*Max-Age=0/);
    expect(await currentActor(token)).toBeNull();
  });

  it('is no error without a session', async () => {
    expect((await ask(signOut, '/sign-out', { form: {} })).status).toBe(303);
  });
});
