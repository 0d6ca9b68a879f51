import { beforeAll, describe, expect, it } from 'vitest';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import * as question from '#app/routes/author/statistics/question.tsx';
import * as quiz from '#app/routes/author/statistics/quiz.tsx';
import * as table from '#app/routes/author/statistics/table.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { buildExam, clockAt } from '#tests/fixtures/exam.ts';
import { call, signedIn } from '../signed-in.ts';

useTestDatabase();

let corps: Corps;
let quizId: string;
let questionId: string;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  clockAt(0);
  corps = await buildCorps();
  ({ quizId } = await buildExam(corps));
  const started = await startAttempt(corps.an, quizId);
  if (started.kind !== 'started') throw new Error('not started');
  await submitAttempt(corps.an, started.attemptId);
  ({ id: questionId } = await database().read.question.findUniqueOrThrow({ where: { code: 'thu-q1' } }));
  for (const login of ['an', 'thuy', 'khoi', 'giang'] as const) cookies[login] = await signedIn(corps[login]);
});

const base = () => `/author/quizzes/${quizId}/statistics`;
const ask = (who: string, part = '', loader: Parameters<typeof call>[0] = quiz.loader, given = {}) =>
  call(loader, cookies[who]!, `${base()}${part}`, { quizId, questionId, ...given });

describe('the pages of statistics', () => {
  it('open for the author alone', async () => {
    for (const [loader, part] of [
      [quiz.loader, ''],
      [question.loader, `/${questionId}`],
      [table.loader, '/table.xlsx'],
    ] as const) {
      expect((await ask('giang', part, loader)).status).toBe(200);
      for (const who of ['an', 'thuy', 'khoi']) expect((await ask(who, part, loader)).status).toBe(403);
    }
  });

  it('are not kept by the browser: they hold keys', () => {
    for (const page of [quiz, question]) expect(page.headers()).toEqual({ 'Cache-Control': 'no-store' });
  });

  it('open whatever is typed into the address, and find no unit that is not there', async () => {
    const typed = '?from=2026-02-30&until=x&attempts=%00&versions=9&sort=-nothing&unit=';
    expect(await ask('giang', typed)).toMatchObject({
      status: 200,
      body: { page: { filter: { unitId: null, from: null, until: null, attempts: 'all', versions: 'all' } } },
    });
    expect((await ask('giang', '?unit=khong-co')).status).toBe(404);
    expect((await ask('giang', "?unit=';--")).status).toBe(404);
    expect((await ask('giang', '/x', question.loader, { questionId: 'khong-co' })).status).toBe(404);
  });

  it('are taken out as a file that is logged first', async () => {
    const events = () => database().read.auditEvent.count({ where: { op: 'quiz.statistics-exported' } });
    const before = await events();
    const csv = await ask('giang', '/table.csv', table.loader);
    expect(csv.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('Content-Disposition')).toMatch(/^attachment; filename="Thong-ke-/);
    expect(await events()).toBe(before + 1);
  });
});
