import { createRemixStub } from '@remix-run/testing';
import { renderToString } from 'react-dom/server';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import type { OpenAttempt } from '#app/features/quiz/queries/attempt-page.server.ts';
import type { MyResults } from '#app/features/quiz/queries/my-results.server.ts';
import { ExamScreen } from '#app/features/quiz/ui/exam-screen.tsx';
import { type Packed, unpack } from '#app/kernel/packed.ts';
import { database } from '#app/platform/db/database.server.ts';
import { action as answersAction, loader as answersLoader } from '#app/routes/attempt/answers.ts';
import { loader as overview } from '#app/routes/attempt/overview.tsx';
import { headers, loader as page, action as pageAction } from '#app/routes/attempt/page.tsx';
import { loader as result } from '#app/routes/attempt/result.tsx';
import { action as submission } from '#app/routes/attempt/submission.ts';
import { action as starting } from '#app/routes/quiz/attempts.ts';
import { loader as startPage } from '#app/routes/quiz/start.tsx';
import { loader as results } from '#app/routes/results.tsx';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { buildExam, clockAt } from '#tests/fixtures/exam.ts';
import { call, signedIn } from '#tests/routes/signed-in.ts';

useTestDatabase();

let corps: Corps;
let cookie: string;
let other: string;
let quizId: string;
let attemptId: string;
beforeAll(async () => {
  clockAt(-3600);
  corps = await buildCorps();
  cookie = await signedIn(corps.an);
  other = await signedIn(corps.binh);
});
beforeEach(async () => {
  clockAt(0);
  ({ quizId } = await buildExam(corps, { questionsPerPage: 2, shuffleOptions: true }));
  const outcome = await startAttempt(corps.an, quizId);
  if (outcome.kind !== 'started') throw new Error('not started');
  ({ attemptId } = outcome);
});

const stored = () => database().read.attemptAnswer.findMany({ where: { attemptId }, orderBy: { slot: 'asc' } });
const sendJson = (json: unknown, by = cookie) =>
  call(answersAction, by, `/attempts/${attemptId}/answers`, { attemptId }, { json });
const sendForm = (form: [string, string][], by = cookie) =>
  call(pageAction, by, `/attempts/${attemptId}`, { attemptId }, { form });

describe('a changed answer as JSON', () => {
  it('is kept with a receipt, unchanged the second time, refused when older', async () => {
    const kept = await sendJson({ slot: 3, sequence: 2, response: 'true' });
    expect(kept.status).toBe(200);
    expect(kept.headers.get('Cache-Control')).toBe('no-store');
    expect(kept.body).toMatchObject({
      outcome: 'kept',
      sequence: 2,
      receipt: expect.any(String),
      savedAt: expect.any(String),
      secondsLeft: 600,
    });
    expect((await sendJson({ slot: 3, sequence: 2, response: 'true' })).body).toMatchObject({ outcome: 'unchanged' });
    const older = await sendJson({ slot: 3, sequence: 1, response: 'false' });
    expect([older.status, older.body]).toEqual([
      409,
      expect.objectContaining({
        outcome: 'refused',
        reason: 'old-sequence',
        stored: { response: 'true', sequence: 2 },
      }),
    ]);
    clockAt(700);
    const late = await sendJson({ slot: 3, sequence: 9, response: 'false' });
    expect([late.status, late.body]).toEqual([409, expect.objectContaining({ reason: 'time-up' })]);
    expect((await stored())[2]).toMatchObject({ response: 'true', sequence: 2 });
  });

  it.each([
    ['no slot', { sequence: 1, response: 0 }, 'slot'],
    ['a slot that is no number', { slot: '1', sequence: 1, response: 0 }, 'slot'],
    ['slot 0', { slot: 0, sequence: 1, response: 0 }, 'slot'],
    ['a sequence below 1', { slot: 1, sequence: 0, response: 0 }, 'sequence'],
    ['a fraction as sequence', { slot: 1, sequence: 1.5, response: 0 }, 'sequence'],
    ['no response', { slot: 1, sequence: 1 }, 'response'],
    ['an object as response', { slot: 1, sequence: 1, response: { a: 1 } }, 'response'],
    ['a response that is too long', { slot: 4, sequence: 1, response: 'x'.repeat(3000) }, 'response'],
    ['a text longer than an answer', { slot: 4, sequence: 1, response: 'x'.repeat(600) }, 'response'],
    ['an option that is not there', { slot: 1, sequence: 1, response: 3 }, 'response'],
    ['a list that is too long', { slot: 2, sequence: 1, response: Array(60).fill(0) }, 'response'],
    ['a field that nobody asked for', { slot: 1, sequence: 1, response: 0, fraction: 1 }, 'fraction'],
    ['a flag that is none', { slot: 1, flagged: 'yes' }, 'flagged'],
    ['a list in place of an object', [1, 2], 'form'],
  ])('with %s is refused with 400 and the field named, and writes nothing', async (_, json, field) => {
    const before = await stored();
    const refused = await sendJson(json);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'bad-input', fields: { [field]: [expect.any(String)] } });
    expect(await stored()).toEqual(before);
  });

  it('that is no JSON is refused', async () => {
    const refused = await call(answersAction, cookie, '/', { attemptId }, { text: '{"slot":' });
    expect([refused.status, refused.body]).toEqual([400, expect.objectContaining({ reason: 'not-json' })]);
  });

  it('is refused without a session, and not found for somebody else', async () => {
    expect((await sendJson({ slot: 1, sequence: 1, response: 0 }, '')).status).toBe(401);
    expect((await sendJson({ slot: 1, sequence: 1, response: 0 }, other)).status).toBe(404);
    expect((await call(answersLoader, other, '/', { attemptId })).status).toBe(404);
    expect((await stored()).every(({ sequence }) => sequence === 0)).toBe(true);
  });

  it('sets and takes off flags, and tells a second device how the attempt stands', async () => {
    expect((await sendJson({ slot: 2, flagged: true })).body).toEqual({ outcome: 'kept' });
    await sendJson({ slot: 4, sequence: 1, response: 'sông Đà' });
    expect((await call(answersLoader, cookie, '/', { attemptId })).body).toEqual({
      ...{ isOpen: true, secondsLeft: 600 },
      answers: [{ slot: 4, sequence: 1, response: 'sông Đà' }],
    });
    expect((await stored())[1]?.flagged).toBe(true);
    expect((await sendJson({ slot: 1, check: true })).status).toBe(403);
  });
});

describe('a page as a plain form', () => {
  const first: [string, string][] = [
    ['page', '1'],
    ['s1', '0'],
    ['a1', '2'],
    ['s2', '0'],
    ['a2', '0'],
    ['a2', '1'],
  ];

  it('is saved as a whole and leads on', async () => {
    const next = await sendForm([...first, ['do', 'next']]);
    expect([next.status, next.headers.get('Location')]).toEqual([303, `/attempts/${attemptId}?page=2`]);
    expect((await stored()).map(({ response, sequence }) => [response !== null, sequence])).toEqual([
      [true, 1],
      [true, 1],
      [false, 0],
      [false, 0],
    ]);
    const go = await sendForm([
      ['page', '2'],
      ['s3', '0'],
      ['s4', '0'],
      ['a4', ' Hồng '],
      ['do', 'go:1'],
    ]);
    expect(go.headers.get('Location')).toBe(`/attempts/${attemptId}?page=1#cau-1`);
    expect((await stored())[3]?.response).toBe('"Hồng"');
    const clear = await sendForm([
      ['page', '2'],
      ['s4', '1'],
      ['a4', 'Hồng'],
      ['do', 'clear:4'],
    ]);
    expect(clear.status).toBe(303);
    expect((await stored())[3]).toMatchObject({ response: null, sequence: 2 });
    expect(
      (
        await sendForm([
          ['page', '1'],
          ['do', 'flag:2'],
        ])
      ).headers.get('Location'),
    ).toBe(`/attempts/${attemptId}?page=1#cau-2`);
    expect(
      (
        await sendForm([
          ['page', '2'],
          ['do', 'overview'],
        ])
      ).headers.get('Location'),
    ).toBe(`/attempts/${attemptId}/overview`);
  });

  it('tells which answers another device had changed meanwhile', async () => {
    await sendJson({ slot: 1, sequence: 5, response: 0 });
    const next = await sendForm([...first, ['do', 'save']]);
    expect(next.headers.get('Location')).toBe(`/attempts/${attemptId}?page=1&stale=1`);
  });

  it.each([
    ['a field that nobody asked for', [['score', '10']], 'score'],
    ['a button that is none', [['do', 'finish']], 'do'],
    ['a page that is none', [['page', 'x']], 'page'],
    ['an answer without its sequence', [['a3', 'true']], 'a3'],
    [
      'an answer that is none',
      [
        ['s3', '0'],
        ['a3', 'maybe'],
      ],
      'a3',
    ],
    [
      'an answer that is too long',
      [
        ['s4', '0'],
        ['a4', 'x'.repeat(2500)],
      ],
      'a4',
    ],
    ['a sequence that is none', [['s3', '-1']], 's3'],
  ] as [string, [string, string][], string][])(
    'with %s is refused with 400 and the field named, and nothing of it is written',
    async (_, more, field) => {
      const base = field === 'page' ? first.slice(1) : first;
      const refused = await sendForm([...base, ...more]);
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ code: 'bad-input', fields: { [field]: [expect.any(String)] } });
      expect((await stored()).every(({ sequence }) => sequence === 0)).toBe(true);
    },
  );

  it('leads to the result once the time is up, and keeps what was stored', async () => {
    clockAt(700);
    expect((await sendForm([...first, ['do', 'next']])).headers.get('Location')).toBe(`/attempts/${attemptId}/result`);
    expect((await stored()).every(({ response }) => response === null)).toBe(true);
  });
});

describe('the pages of an attempt', () => {
  it('are never stored by a browser or a proxy', async () => {
    expect(headers()).toEqual({ 'Cache-Control': 'no-store' });
  });

  it('tell nothing of the key: neither the data nor the HTML', async () => {
    const answered = await call(page, cookie, `/attempts/${attemptId}?page=2`, { attemptId });
    const { attempt: sent } = answered.body as {
      attempt: Omit<OpenAttempt, 'questions' | 'map'> & { paper: Packed<Pick<OpenAttempt, 'questions' | 'map'>> };
    };
    const attempt = { ...sent, ...unpack(sent.paper) };
    // biome-ignore lint/correctness/noComponentHookFactories: one router for one rendering
    const Stub = createRemixStub([{ path: '/', Component: () => <ExamScreen attempt={attempt} stale={[]} /> }]);
    // The router's layout effects do nothing on a server, and say so.
    const silenced = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const html = renderToString(<Stub />);
    silenced.mockRestore();
    expect(html).toContain('Sông chảy qua Hà Nội?');
    expect(html).toMatch(/<fieldset[^>]*aria-labelledby="cau-4-so cau-4-de"/);
    for (const text of [JSON.stringify(answered.body), html]) {
      for (const secret of [
        'bí mật',
        'correct',
        'fraction',
        'explanation',
        'song hong',
        'sông Hồng',
        '"right"',
        'thu-q',
      ]) {
        expect(text).not.toContain(secret);
      }
    }
  });

  it('lead from one to the other as the attempt stands, and are not found for others', async () => {
    const places = { page, overview, result };
    for (const loader of Object.values(places))
      expect((await call(loader, other, '/', { attemptId })).status).toBe(404);
    expect((await call(result, cookie, '/', { attemptId })).headers.get('Location')).toBe(`/attempts/${attemptId}`);
    const submitted = await call(submission, cookie, '/', { attemptId }, { form: [] });
    expect([submitted.status, submitted.headers.get('Location')]).toEqual([303, `/attempts/${attemptId}/result`]);
    expect((await call(submission, other, '/', { attemptId }, { form: [] })).status).toBe(404);
    for (const loader of [page, overview]) {
      expect((await call(loader, cookie, '/', { attemptId })).headers.get('Location')).toBe(
        `/attempts/${attemptId}/result`,
      );
    }
    expect((await call(result, cookie, '/', { attemptId })).body).toMatchObject({
      result: { kind: 'ended', cause: 'learner' },
    });
    const { results: mine } = (await call(results, cookie, '/results', {})).body as MyResults;
    expect(mine.filter((line) => line.attemptId === attemptId)).toMatchObject([{ state: 'ended', grade: 0 }]);
  });
});

describe('starting', () => {
  it('leads to the attempt, and back to the quiz when there is none to start', async () => {
    const open = await call(starting, cookie, '/', { quizId }, { form: [] });
    expect([open.status, open.headers.get('Location')]).toEqual([303, `/attempts/${attemptId}`]);
    await call(submission, cookie, '/', { attemptId }, { form: [] });
    const refused = await call(starting, cookie, '/', { quizId }, { form: [] });
    expect(refused.headers.get('Location')).toBe(`/quizzes/${quizId}?refused=no-attempts-left`);
    expect((await call(startPage, cookie, `/quizzes/${quizId}`, { quizId })).body).toMatchObject({
      page: { start: { kind: 'refused' } },
    });
  });

  it('is a preview for authors alone', async () => {
    expect((await call(starting, other, '/', { quizId }, { form: [['preview', 'yes']] })).status).toBe(403);
    const author = await signedIn(corps.giang);
    expect(
      (await call(starting, author, '/', { quizId }, { form: [['preview', 'yes']] })).headers.get('Location'),
    ).toMatch(/^\/attempts\//);
    expect((await call(starting, author, '/', { quizId }, { form: [] })).status).toBe(404);
    const refused = await call(
      starting,
      author,
      '/',
      { quizId },
      {
        form: [
          ['preview', 'yes'],
          ['seed', 'x'],
        ],
      },
    );
    expect([refused.status, refused.body]).toEqual([
      400,
      expect.objectContaining({ fields: { seed: ['unexpected'] } }),
    ]);
  });
});
