import { beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '#app/features/access/commands/create-account.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { database } from '#app/platform/db/database.server.ts';
import * as person from '#app/routes/person.tsx';
import * as exemptions from '#app/routes/person-exemptions.tsx';
import { action as signIn } from '#app/routes/sign-in.tsx';
import * as dashboard from '#app/routes/unit/dashboard.tsx';
import * as ownUnits from '#app/routes/unit/own-units.tsx';
import * as people from '#app/routes/unit/people.tsx';
import * as table from '#app/routes/unit/table.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { assignCourse, insertCourse } from '#tests/fixtures/course.ts';
import { ask, tokenIn } from '../ask.ts';

useTestDatabase();

const password = 'bốn mùa hoa gạo đỏ';
let corps: Corps;
let assignmentId: string;
const tokens = new Map<string, string>();

beforeAll(async () => {
  corps = await buildCorps();
  assignmentId = await assignCourse(await insertCourse(corps.corps), [corps.corps]);
  for (const login of ['thuy', 'an', 'giang'] as const) {
    await createAccount(theSystem, { personId: corps[login].personId, login, password, mustChange: false });
    tokens.set(login, tokenIn(await ask(signIn, '/sign-in', { form: { login, password } })) ?? '');
  }
});

/** Every address of a leader's, for a unit and a person in it. */
const addresses = (
  unitId: string,
  personId: string,
): { loader: Parameters<typeof ask>[0]; path: string; params: Record<string, string> }[] => [
  { loader: dashboard.loader, path: `/units/${unitId}`, params: { unitId } },
  { loader: people.loader, path: `/units/${unitId}/people?standing=late`, params: { unitId } },
  { loader: table.loader, path: `/units/${unitId}/table.xlsx`, params: { unitId } },
  { loader: table.loader, path: `/units/${unitId}/table.csv?view=people`, params: { unitId } },
  { loader: person.loader, path: `/people/${personId}`, params: { personId } },
  { loader: exemptions.loader, path: `/people/${personId}/exemptions`, params: { personId } },
];

async function statuses(who: string, unitId: string, personId: string): Promise<number[]> {
  const given = addresses(unitId, personId);
  const token = tokens.get(who);
  return Promise.all(
    given.map(async ({ loader, path, params }) => (await ask(loader, path, { token, params })).status),
  );
}

describe('the leader’s addresses', () => {
  it('open for the own division and what lies below', async () => {
    for (const unit of [corps.s1, corps.c1])
      expect(await statuses('thuy', unit.id, corps.an.personId)).toEqual([200, 200, 200, 200, 200, 200]);
  });

  it('are not found outside of it, nor with what is no id', async () => {
    for (const unit of [corps.s2, corps.c3, corps.corps])
      expect(await statuses('thuy', unit.id, corps.em.personId)).toEqual([404, 404, 404, 404, 404, 404]);
    expect(await statuses('thuy', "x' OR 1=1 --", '\0')).toEqual([404, 404, 404, 404, 404, 404]);
  });

  it.each(['an', 'giang'])('are not found by %s, who leads nothing', async (who) => {
    expect(await statuses(who, corps.s1.id, corps.an.personId)).toEqual([404, 404, 404, 404, 404, 404]);
    expect((await ask(ownUnits.loader, '/units', { token: tokens.get(who) })).status).toBe(403);
  });

  it('send strangers to the sign-in page', async () => {
    expect(await statuses('nobody', corps.s1.id, corps.an.personId)).toEqual([302, 302, 302, 302, 302, 302]);
  });

  it('lead from /units to the own unit', async () => {
    const answer = await ask(ownUnits.loader, '/units', { token: tokens.get('thuy') });
    expect(answer.headers.get('Location')).toBe(`/units/${corps.s1.id}`);
  });

  it('hand over files with a name, and log each', async () => {
    const params = { unitId: corps.s1.id };
    const answer = await ask(table.loader, `/units/${corps.s1.id}/table.xlsx`, { token: tokens.get('thuy'), params });
    expect(answer.headers.get('Content-Disposition')).toContain('Tinh-hinh-hoc-tap-Su-doan-S1.xlsx');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(await database().read.auditEvent.count({ where: { op: 'progress.exported' } })).toBe(5);
  });
});

describe('the exemption form', () => {
  const send = (who: string, personId: string, form: Record<string, string>) =>
    ask(exemptions.action, `/people/${personId}/exemptions`, { token: tokens.get(who), params: { personId }, form });

  it('exempts, says what is missing beside its field, and ends', async () => {
    const personId = corps.binh.personId;
    expect(await send('thuy', personId, { intent: 'exempt', assignmentId, reason: ' ' })).toMatchObject({
      status: 400,
      body: { problem: { assignmentId, code: 'reason-missing' } },
    });
    const long = 'x'.repeat(501);
    expect(await send('thuy', personId, { intent: 'exempt', assignmentId, reason: long })).toMatchObject({
      status: 400,
      body: { problem: { code: 'reason-too-long', reason: long } },
    });
    const done = await send('thuy', personId, { intent: 'exempt', assignmentId, reason: 'Đi viện' });
    expect([done.status, done.headers.get('Location')]).toEqual([303, `/people/${personId}?done=exempted`]);
    const ended = await send('thuy', personId, { intent: 'end', assignmentId });
    expect(ended.headers.get('Location')).toBe(`/people/${personId}?done=ended`);
  });

  it('is not found for strangers’ people, refused to learners, and names a field that no page sends', async () => {
    const form = { intent: 'exempt', assignmentId, reason: 'x' };
    expect((await send('thuy', corps.em.personId, form)).status).toBe(404);
    expect((await send('an', corps.binh.personId, form)).status).toBe(403);
    expect(await send('thuy', corps.binh.personId, { intent: 'nothing' })).toMatchObject({
      status: 400,
      body: { code: 'bad-input' },
    });
  });
});
