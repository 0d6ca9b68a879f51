import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { preparePapers } from '#app/features/quiz/commands/room/prepare-papers.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { action as close } from '#app/routes/exam-room/closing.ts';
import { loader as list } from '#app/routes/exam-room/list.tsx';
import { loader as lobby } from '#app/routes/exam-room/lobby.tsx';
import { action as create, loader as newPage } from '#app/routes/exam-room/new.tsx';
import { action as papers } from '#app/routes/exam-room/papers.ts';
import { action as change, loader as plan } from '#app/routes/exam-room/plan.tsx';
import { action as presence } from '#app/routes/exam-room/presence.ts';
import { action as release } from '#app/routes/exam-room/release.ts';
import { action as seats } from '#app/routes/exam-room/seats.ts';
import { action as start } from '#app/routes/exam-room/start.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { buildExam, clockAt } from '#tests/fixtures/exam.ts';
import { asExaminer, buildRoom, seatOf } from '#tests/fixtures/room.ts';
import { call, signedIn } from '../signed-in.ts';

useTestDatabase();

let corps: Corps;
let thuy: Actor;
let quizId: string;
let sessionId: string;
const cookies = { thuy: '', an: '', binh: '', dung: '' };
const at = () => `/exam-sessions/${sessionId}`;
beforeAll(async () => {
  clockAt(-9000);
  corps = await buildCorps();
  thuy = await asExaminer(corps.thuy, corps.s1);
  ({ quizId } = await buildExam(corps));
  sessionId = await buildRoom(corps, thuy, quizId, { unitIds: [], personIds: [corps.an.personId] });
  cookies.thuy = await signedIn(thuy);
  for (const who of ['an', 'binh', 'dung'] as const) cookies[who] = await signedIn(corps[who]);
  clockAt(-600);
});

const form = (fields: Record<string, string>) => ({ form: Object.entries(fields) });
const params = () => ({ sessionId });
const location = ({ headers }: { headers: Headers }) => headers.get('Location');

describe('the pages of examiners', () => {
  it('list and plan the sessions of the reach, and are closed to everybody else', async () => {
    const found = await call(list, cookies.thuy, '/exam-sessions', {});
    expect(found.body).toMatchObject({ sessions: [{ id: sessionId, seats: 1, state: 'lobby' }] });
    expect((await call(list, cookies.an, '/exam-sessions', {})).status).toBe(403);
    expect((await call(newPage, cookies.an, '/exam-sessions/new', {})).status).toBe(403);
    expect((await call(plan, cookies.an, `${at()}/plan`, params())).status).toBe(403);
    const missing = await call(plan, cookies.thuy, '/exam-sessions/x/plan', { sessionId: 'x' });
    expect(missing.status).toBe(404);
    const page = await call(plan, cookies.thuy, `${at()}/plan?q=binh`, params());
    expect(page.body).toMatchObject({
      page: {
        release: 'release',
        papers: { seats: 1, ready: 0 },
        found: [{ fullName: 'Trần Thị Bình', isSeated: false }],
      },
    });
  });

  it('say what is wrong with a plan and keep what was typed', async () => {
    const typed = { quizId, unitId: corps.s1.id, title: ' ', room: 'A', date: '2026-13-01', time: '25:00' };
    const refused = await call(
      create,
      cookies.thuy,
      '/exam-sessions/new',
      {},
      form({ ...typed, lobbyMinutes: 'x', lateMinutes: '' }),
    );
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      problems: { title: ['missing'], date: ['not-a-date'], time: ['not-a-time'], lobbyMinutes: ['not-minutes'] },
      typed: { room: 'A' },
    });
    const good = {
      ...typed,
      title: 'Kỳ thi mới',
      date: '2026-11-23',
      time: '08:00',
      lobbyMinutes: '30',
      lateMinutes: '',
    };
    const made = await call(create, cookies.thuy, '/exam-sessions/new', {}, form(good));
    expect(location(made)).toMatch(/^\/exam-sessions\/\w+\/plan\?done=created$/);
    const stored = await database().read.examSession.findFirstOrThrow({ where: { title: 'Kỳ thi mới' } });
    expect(stored).toMatchObject({
      ...{ plannedAt: new Date('2026-11-23T01:00:00Z'), lobbyAt: new Date('2026-11-23T00:30:00Z'), lateMinutes: null },
    });
    const { unitId: _, ...changed } = { ...good, room: 'B', revision: '1' };
    const path = `/exam-sessions/${stored.id}/plan`;
    expect(location(await call(change, cookies.thuy, path, { sessionId: stored.id }, form(changed)))).toContain(
      'done=saved',
    );
    expect(location(await call(change, cookies.thuy, path, { sessionId: stored.id }, form(changed)))).toContain(
      'refused=changed-by-other',
    );
    await database().write((tx) => tx.examSession.delete({ where: { id: stored.id } }));
  });

  it('seat people and give seats up', async () => {
    const add = { do: 'add', personIds: corps.binh.personId };
    const added = await call(seats, cookies.thuy, `${at()}/seats`, params(), form(add));
    expect(location(added)).toBe(`${at()}/plan?done=seated&seated=1&there=0&withoutAccount=0&elsewhere=0#seats`);
    const remove = { do: 'remove', personId: corps.binh.personId };
    expect(location(await call(seats, cookies.thuy, `${at()}/seats`, params(), form(remove)))).toContain(
      'done=removed',
    );
    expect((await call(seats, cookies.thuy, `${at()}/seats`, params(), form({ do: 'other' }))).status).toBe(400);
    expect((await call(seats, cookies.an, `${at()}/seats`, params(), form(add))).status).toBe(403);
    expect(location(await call(papers, cookies.thuy, `${at()}/papers`, params(), form({})))).toContain('done=papers');
  });
});

describe('the lobby', () => {
  it('is there for who has a seat; examiners are led to the plan, others find nothing', async () => {
    const page = await call(lobby, cookies.an, at(), params());
    expect(page.body).toMatchObject({ lobby: { way: { kind: 'wait' }, plannedInSeconds: 600, person: { seat: 1 } } });
    expect(location(await call(lobby, cookies.thuy, at(), params()))).toBe(`${at()}/plan`);
    expect((await call(lobby, cookies.binh, at(), params())).status).toBe(404);
  });

  it('takes signs of life from there alone, as JSON and by a plain form', async () => {
    const sign = await call(presence, cookies.an, `${at()}/presence`, params(), { json: { wait: false } });
    expect(sign).toMatchObject({ status: 200, body: { state: 'lobby', plannedInSeconds: 600, secondsLeft: null } });
    expect(location(await call(presence, cookies.an, `${at()}/presence`, params(), form({})))).toBe(at());
    expect((await seatOf(sessionId, corps.an.personId)).arrivedAt).not.toBeNull();
    expect((await call(presence, cookies.binh, `${at()}/presence`, params(), { json: {} })).status).toBe(404);
    expect((await call(presence, cookies.an, `${at()}/presence`, params(), { json: { wait: 'x' } })).status).toBe(400);
  });

  it('tells who waits of the release by itself, and starts the paper as JSON and by a plain form', async () => {
    await preparePapers();
    const early = await call(start, cookies.an, `${at()}/start`, params(), { json: {} });
    expect(early).toMatchObject({ status: 409, body: { kind: 'refused', reason: 'not-released' } });
    expect(location(await call(start, cookies.an, `${at()}/start`, params(), form({})))).toBe(
      `${at()}?refused=not-released`,
    );
    const waiting = call(presence, cookies.an, `${at()}/presence`, params(), { json: { wait: true, knows: 'lobby' } });
    expect(location(await call(release, cookies.thuy, `${at()}/release`, params(), form({})))).toContain(
      'done=released',
    );
    expect((await waiting).body).toMatchObject({ state: 'released' });
    const begun = await call(start, cookies.an, `${at()}/start`, params(), { json: {} });
    const { attemptId } = await seatOf(sessionId, corps.an.personId);
    expect(begun).toMatchObject({ status: 200, body: { kind: 'started', attemptId } });
    expect(location(await call(start, cookies.an, `${at()}/start`, params(), form({})))).toBe(`/attempts/${attemptId}`);
    expect((await call(start, cookies.dung, `${at()}/start`, params(), { json: {} })).status).toBe(404);
    expect(location(await call(close, cookies.thuy, `${at()}/closing`, params(), form({})))).toContain('working=1');
  });
});
