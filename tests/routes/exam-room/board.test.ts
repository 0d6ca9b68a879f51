import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import type { Board } from '#app/features/quiz/queries/room/board-reading.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { endEventStreams } from '#app/platform/http/event-stream.server.ts';
import { action, loader as page } from '#app/routes/exam-room/board.tsx';
import { loader as json } from '#app/routes/exam-room/board-json.ts';
import { loader as events } from '#app/routes/exam-room/events.ts';
import { action as seatAction, loader as seatPage } from '#app/routes/exam-room/seat.tsx';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { buildExam, clockAt, rightAnswers } from '#tests/fixtures/exam.ts';
import { buildRoom, examinerOf, sit, soldiersOf } from '#tests/fixtures/exam-room.ts';
import { call, signedIn } from '../signed-in.ts';

useTestDatabase();

let corps: Corps;
let examiner: string;
let stranger: string;
let learner: string;
let soldiers: Actor[];
let sessionId: string;

beforeAll(async () => {
  clockAt(0);
  corps = await buildCorps();
  const runs = await examinerOf(corps.s1);
  examiner = await signedIn(runs);
  stranger = await signedIn(await examinerOf(corps.s2, 'Người Lạ'));
  soldiers = await soldiersOf(corps.c1, 4);
  learner = await signedIn(soldiers[0]!);
  const { quizId } = await buildExam(corps);
  sessionId = await buildRoom(corps, { quizId, people: soldiers, examiner: runs });
});
afterEach(() => endEventStreams());

const path = () => `/exam-sessions/${sessionId}/board`;
const params = () => ({ sessionId });

/** Opens the stream; what was heard so far as [event, data]. */
async function listen(cookie: string) {
  const request = new Request(`http://hoctap.test/exam-sessions/${sessionId}/events`, { headers: { Cookie: cookie } });
  const response = (await events({
    request,
    params: params(),
    context: {},
  } as unknown as LoaderFunctionArgs)) as Response;
  const heard: [string, unknown][] = [];
  const state = { heard, text: '', isEnded: false, type: response.headers.get('Content-Type') };
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      state.text += value;
      for (const [, event, data] of value.matchAll(/event: (\w+)\ndata: (.*)\n\n/g))
        heard.push([event!, JSON.parse(data!)]);
    }
    state.isEnded = true;
  })();
  return state;
}

describe('the stream of a board', () => {
  it('tells the whole at first and then what changes, and never an answer or a mark', async () => {
    const stream = await listen(examiner);
    expect(stream.type).toMatch(/^text\/event-stream/);
    await expect.poll(() => stream.heard.length).toBe(1);
    const [kind, whole] = stream.heard[0] as [string, Board];
    expect(kind).toBe('whole');
    expect(whole.seats.map(({ number, state }) => [number, state])).toEqual(
      [1, 2, 3, 4].map((n) => [n, 'not-arrived']),
    );

    const attemptId = await sit(soldiers[0]!, sessionId);
    await saveAnswer(soldiers[0]!, attemptId, { slot: 4, sequence: 1, response: rightAnswers[4] });
    await expect.poll(() => stream.heard.length, { timeout: 10_000 }).toBeGreaterThan(1);
    const told = () => stream.heard.slice(1).flatMap(([, data]) => (data as { changed: Board['seats'] }).changed);
    expect(stream.heard.slice(1).every(([event]) => event === 'change')).toBe(true);
    await expect
      .poll(() => told().at(-1), { timeout: 10_000 })
      .toMatchObject({ number: 1, state: 'working', answered: 1, questions: 4 });
    expect(new Set(told().map(({ number }) => number))).toEqual(new Set([1]));

    await submitAttempt(soldiers[0]!, attemptId);
    await expect.poll(() => told().at(-1), { timeout: 10_000 }).toMatchObject({ state: 'submitted' });
    const { grade } = await database().read.attempt.findUniqueOrThrow({ where: { id: attemptId } });
    expect(grade).not.toBeNull();
    expect(stream.text).not.toMatch(/song hong|mark|grade|response|fraction|passed|classification|paper|seed/i);
    expect(stream.text).not.toContain(attemptId);
    const columns = Object.keys(whole.seats[0]!).sort();
    expect(columns).toEqual([
      'answered',
      'deadlineAt',
      'extraSeconds',
      'isPaused',
      'name',
      'number',
      'pausedAt',
      'personId',
      'questions',
      'rank',
      'seenAt',
      'state',
      'unit',
    ]);
  });

  it('is not there for the examiner of another division, and refused to a learner', async () => {
    const asked = (cookie: string) => call(events as never, cookie, `${path()}/../events`, params());
    expect((await asked(stranger)).status).toBe(404);
    expect((await asked(learner)).status).toBe(403);
    expect((await call(json as never, stranger, `${path()}.json`, params())).status).toBe(404);
    expect((await call(json as never, learner, `${path()}.json`, params())).status).toBe(403);
    expect((await call(page as never, stranger, path(), params())).status).toBe(404);
    const one = { ...params(), personId: soldiers[0]!.personId };
    expect((await call(seatPage as never, stranger, `${path()}/seats/x`, one)).status).toBe(404);
    expect(
      (await call(seatPage as never, examiner, `${path()}/seats/x`, { ...one, personId: corps.em.personId })).status,
    ).toBe(404);
  });

  it('tells the same as the JSON that is asked for in its place', async () => {
    const { body } = await call(json as never, examiner, `${path()}.json`, params());
    const stream = await listen(examiner);
    await expect.poll(() => stream.heard.length).toBe(1);
    expect((stream.heard[0]![1] as Board).seats).toEqual((body as Board).seats);
  });

  it('ends with the session', async () => {
    const stream = await listen(examiner);
    await expect.poll(() => stream.heard.length).toBe(1);
    await database().write((tx) => tx.examSession.update({ where: { id: sessionId }, data: { closedAt: new Date() } }));
    await expect.poll(() => stream.isEnded, { timeout: 10_000 }).toBe(true);
    expect(stream.heard.at(-1)).toEqual(['end', 'closed']);
    await database().write((tx) => tx.examSession.update({ where: { id: sessionId }, data: { closedAt: null } }));
  });
});

describe('an action of the board', () => {
  const send = (form: Record<string, string>, cookie = examiner) =>
    call(action as never, cookie, path(), params(), { form: Object.entries({ form: 'minutes', ...form }) });
  const minutes = { do: 'minutes', to: 'room', minutes: '5', reason: 'Mất điện', key: 'khoa-12345' };

  it('leads back to the board, which says what was done; sent again it says that it was done', async () => {
    const first = await send(minutes);
    expect([first.status, first.headers.get('Location')]).toEqual([
      303,
      `${path()}?done=minutes&seconds=300&reached=0`,
    ]);
    expect((await send(minutes)).headers.get('Location')).toBe(`${path()}?done=unchanged`);
  });

  it.each([
    ['no reason', { ...minutes, reason: ' ' }, { reason: ['no-reason'] }],
    ['no minutes', { ...minutes, minutes: 'năm' }, { minutes: ['not-minutes'] }],
    ['no time at all', { ...minutes, minutes: '0' }, { minutes: ['not-minutes'] }],
    ['too many', { ...minutes, minutes: '181' }, { minutes: ['not-minutes'] }],
    ['nobody', { ...minutes, to: 'world' }, { to: ['unexpected'] }],
  ])('with %s keeps what was typed and names the field', async (_title, form, problems) => {
    const { status, body } = await send(form);
    expect(status).toBe(400);
    expect(body).toMatchObject({ form: 'minutes', problems, typed: { reason: form.reason, minutes: form.minutes } });
  });

  it('on a person says why it cannot be done', async () => {
    const one = { ...params(), personId: soldiers[0]!.personId };
    const form = Object.entries({ ...minutes, form: 'minutes', key: 'khoa-99999' }).filter(([name]) => name !== 'to');
    const { status, body } = await call(seatAction as never, examiner, `${path()}/seats/x`, one, { form });
    expect([status, body]).toEqual([409, expect.objectContaining({ form: 'minutes', refused: 'ended' })]);
  });

  it('is nobody else’s', async () => {
    expect((await send(minutes, learner)).status).toBe(403);
    expect((await send(minutes, stranger)).status).toBe(404);
  });
});
