import { gunzipSync } from 'node:zlib';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { flagAnswer } from '#app/features/quiz/commands/flag-answer.server.ts';
import { enterLobby } from '#app/features/quiz/commands/room/enter-lobby.server.ts';
import { giveMinutesToPerson } from '#app/features/quiz/commands/room/give-minutes.server.ts';
import { preparePapers } from '#app/features/quiz/commands/room/prepare-papers.server.ts';
import { releaseSession } from '#app/features/quiz/commands/room/release-session.server.ts';
import { startPrepared } from '#app/features/quiz/commands/room/start-prepared.server.ts';
import { pausePerson } from '#app/features/quiz/commands/room/stop-clock.server.ts';
import { voidAttempt } from '#app/features/quiz/commands/room/void-attempt.server.ts';
import { setOverride } from '#app/features/quiz/commands/rules/set-override.server.ts';
import { saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { makePapersReady } from '#app/features/quiz/queries/room/ready-papers.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { markRequest } from '#app/platform/http/request-mark.server.ts';
import { bareRequest } from '#app/platform/http/shortcut.server.ts';
import { readyPaper } from '#app/ready-paper.server.ts';
import * as root from '#app/root.tsx';
import * as page from '#app/routes/attempt/page.tsx';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { buildExam, clockAt } from '#tests/fixtures/exam.ts';
import { asExaminer, buildRoom, seatOf } from '#tests/fixtures/room.ts';
import { signedIn } from '../signed-in.ts';

useTestDatabase();

/** The two routes whose loaders a browser asks when it goes from the lobby to a paper. */
const handler = createRequestHandler(
  {
    entry: { module: { default: () => new Response('') } },
    routes: {
      root: { id: 'root', path: '', module: root },
      'routes/attempt/page': {
        ...{ id: 'routes/attempt/page', parentId: 'root', path: 'attempts/:attemptId', module: page },
      },
    },
    assets: {
      routes: { root: {}, 'routes/attempt/page': {} },
      entry: { module: '', imports: [] },
      url: '',
      version: '1',
    },
    future: { v3_singleFetch: true },
    ...{ publicPath: '/', assetsBuildDirectory: '', isSpaMode: false },
  } as unknown as ServerBuild,
  'production',
);

let corps: Corps;
let examiner: Actor;
let quizId: string;
let sessionId: string;
let attemptId: string;
const cookies = { an: '', binh: '' };
const address = '10.0.0.1';

beforeAll(async () => {
  clockAt(-9000);
  corps = await buildCorps();
  examiner = await asExaminer(corps.thuy, corps.s1);
  for (const who of ['an', 'binh'] as const) cookies[who] = await signedIn(corps[who]);
});
beforeEach(async () => {
  clockAt(-600);
  ({ quizId } = await buildExam(corps));
  sessionId = await buildRoom(corps, examiner, quizId);
  await preparePapers();
  for (const who of [corps.an, corps.binh]) await enterLobby(who, sessionId);
});

const begin = async () => {
  await releaseSession(examiner, sessionId);
  const begun = await startPrepared(corps.an, sessionId);
  if (begun.kind !== 'started') throw new Error(begun.kind);
  ({ attemptId } = begun);
};
const urlOf = (id: string) => `http://hoctap.test/attempts/${id}.data`;
/** What lies ready, as text; null where nothing does. */
async function short(cookie: string, id = attemptId, from = address): Promise<string | null> {
  const found = await readyPaper.answer({ parts: [id], request: bareRequest(urlOf(id), cookie), address: from });
  return found && gunzipSync(found.body).toString();
}
async function long(cookie: string): Promise<Response> {
  return handler(new Request(urlOf(attemptId), { headers: { Cookie: cookie } }), { nonce: '', address });
}
const why = { reason: 'Thử', key: 'k' };

describe('a paper that lies ready', () => {
  it('is byte for byte what the loaders answer, in each language and theme, as time goes by', async () => {
    expect(await makePapersReady()).toBeGreaterThanOrEqual(2);
    expect(await makePapersReady()).toBe(0);
    await begin();
    for (const [after, more] of [
      [0, ''],
      [7.5, '; lang=en; theme=dark'],
      [599, '; theme=light'],
    ] as const) {
      clockAt(-600 + after);
      const cookie = `${cookies.an.replace('lang=vi; ', more === '' ? 'lang=vi; ' : '')}${more}`;
      const asked = await long(cookie);
      expect(asked.status).toBe(200);
      const text = await short(cookie);
      expect(text).toBe(await asked.text());
      expect(text).toContain('Thủ đô của Việt Nam?');
      expect(text).not.toMatch(/bí mật|isCorrect|"correct/i);
    }
    const answered = await readyPaper.answer({
      parts: [attemptId],
      request: bareRequest(urlOf(attemptId), cookies.an),
      address,
    });
    const { headers } = await long(cookies.an);
    for (const [name, value] of Object.entries(answered?.headers ?? {})) expect(headers.get(name)).toBe(value);
  });

  it('as any page, looks the session up once for shell and page, and anew for the next request', async () => {
    await begin();
    const asked = vi.spyOn(database().sql, 'all');
    const sessions = () => asked.mock.calls.filter(([text]) => text.includes('FROM "Session"')).length;
    const page = () =>
      handler(markRequest(new Request(urlOf(attemptId), { headers: { Cookie: cookies.an } })), { nonce: '', address });
    await page();
    expect(sessions()).toBe(1);
    await page();
    expect(sessions()).toBe(2);
    asked.mockRestore();
  });

  it('tells minutes that were given and a clock that was stopped before it was read', async () => {
    await makePapersReady();
    await begin();
    const person = { sessionId, personId: corps.an.personId };
    await giveMinutesToPerson(examiner, { ...why, ...person, seconds: 300 });
    await pausePerson(examiner, { ...why, ...person, key: 'p' });
    clockAt(-500);
    expect(await short(cookies.an)).toBe(await (await long(cookies.an)).text());
  });

  it('is nobody else’s, and none before it was begun', async () => {
    await makePapersReady();
    const { attemptId: prepared } = await seatOf(sessionId, corps.an.personId);
    expect(await short(cookies.an, prepared ?? '')).toBeNull();
    await begin();
    expect(attemptId).toBe(prepared);
    expect(await short(cookies.binh)).toBeNull();
    expect(await short('lang=vi')).toBeNull();
    expect(await short(cookies.an)).not.toBeNull();
  });

  it.each<[string, () => Promise<unknown>]>([
    ['an answer', () => saveAnswer(corps.an, attemptId, { slot: 1, sequence: 1, response: 0 })],
    ['a flag', () => flagAnswer(corps.an, attemptId, { slot: 2, flagged: true })],
    ['the submission', () => submitAttempt(corps.an, attemptId)],
    ['its being voided', () => voidAttempt(examiner, { ...why, sessionId, personId: corps.an.personId })],
    ['the end of its time', async () => clockAt(5000)],
  ])('is not used after %s', async (_, change) => {
    await makePapersReady();
    await begin();
    expect(await short(cookies.an)).not.toBeNull();
    await change();
    expect(await short(cookies.an)).toBeNull();
  });

  it('is not used where exceptions were pinned at the start, nor from outside the networks', async () => {
    ({ quizId } = await buildExam(corps, { networks: ['10.0.0.0/24'] }));
    sessionId = await buildRoom(corps, examiner, quizId);
    await preparePapers();
    for (const who of [corps.an, corps.binh]) await enterLobby(who, sessionId);
    await makePapersReady();
    const none = { unitId: '', groupId: '', openAt: '', closeAt: '', attemptsAllowed: '' };
    const kept = { hasNoOpen: false, hasNoClose: false, hasNoLimit: false, hasAllAttempts: false };
    await setOverride(corps.giang, quizId, {
      ...{ ...none, ...kept, target: 'person', personId: corps.binh.personId, timeLimitMinutes: '30', reason: 'Ốm' },
    });
    await releaseSession(examiner, sessionId);
    const [an, binh] = await Promise.all(
      [corps.an, corps.binh].map((who) => startPrepared(who, sessionId, { address })),
    );
    if (an?.kind !== 'started' || binh?.kind !== 'started') throw new Error(`${an?.kind} ${binh?.kind}`);
    expect(await short(cookies.binh, binh.attemptId)).toBeNull();
    expect(await short(cookies.an, an.attemptId, '192.168.1.1')).toBeNull();
    expect(await short(cookies.an, an.attemptId)).not.toBeNull();
  });
});
