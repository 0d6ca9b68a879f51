import type { LoaderFunctionArgs } from '@remix-run/node';
import { createRemixStub } from '@remix-run/testing';
import { renderToString } from 'react-dom/server';
import { beforeAll, expect, it, vi } from 'vitest';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { REVIEW_PRESETS } from '#app/features/quiz/core/review.ts';
import type { OpenAttempt } from '#app/features/quiz/queries/attempt-page.server.ts';
import type { AttemptResult } from '#app/features/quiz/queries/attempt-result.server.ts';
import { AttemptResultView } from '#app/features/quiz/ui/attempt-result-view.tsx';
import { ExamScreen } from '#app/features/quiz/ui/exam-screen.tsx';
import { type Packed, unpack } from '#app/kernel/packed.ts';
import { loader as page } from '#app/routes/attempt/page.tsx';
import { loader as result } from '#app/routes/attempt/result.tsx';
import { loader as file } from '#app/routes/media/file.ts';
import { useTestDatabase } from '#tests/database.ts';
import { mp3 } from '#tests/features/media/files.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { buildExam, clockAt } from '#tests/fixtures/exam.ts';
import { keptCategory, keptMedium, keptQuestion } from '#tests/fixtures/packed-course.ts';
import { answered } from '#tests/routes/media/send-form.ts';
import { call, signedIn } from '#tests/routes/signed-in.ts';

useTestDatabase();

const bytes = Buffer.concat([mp3, Buffer.from('tiếng kèn báo thức')]);
let corps: Corps;
let soundId = '';
let attemptId = '';
let cookie = '';

const part = (id: string, words: string) => ({ id, text: `![audio: ${words}](media:${soundId})` });
const sound = (words: string) => part('', words).text;

/** Every place of a question where a sound may stand. */
const bodies = (): QuestionBody[] => [
  {
    ...{ type: 'single', stem: `Nghe ${sound('Đoạn một')} rồi chọn.`, correct: 'b' },
    options: [part('a', 'Điệu A'), part('b', 'Điệu B')],
  },
  {
    ...{ type: 'multiple', stem: 'Điệu nào là hiệu lệnh?', correct: ['a'], scoring: 'all-or-nothing' },
    options: [part('a', 'Điệu C'), part('b', 'Điệu D')],
  },
  {
    ...{ type: 'cluster', stem: 'Xét:', scoring: 'proportional' },
    statements: [
      { ...part('s1', 'Lời 1'), answer: true },
      { ...part('s2', 'Lời 2'), answer: false },
    ],
  },
  {
    ...{ type: 'matching', stem: 'Ghép:', scoring: 'proportional' },
    prompts: [part('p1', 'Kèn 1'), part('p2', 'Kèn 2')],
    choices: [part('c1', 'Nghĩa 1'), part('c2', 'Nghĩa 2')],
    pairs: { p1: 'c1', p2: 'c2' },
  },
  {
    ...{ type: 'ordering', stem: 'Xếp:', scoring: 'in-place' },
    items: [part('i1', 'Khúc 1'), part('i2', 'Khúc 2')],
  },
  {
    ...{ type: 'blanks', stem: `${sound('Đoạn hai')} có {{so}} nhịp.` },
    blanks: [{ id: 'so', kind: 'number', weight: 1, answers: [{ value: 2, tolerance: 0, fraction: 1 }] }],
  },
];
const names = ['Đoạn một', 'Điệu A', 'Điệu B', 'Điệu C', 'Điệu D', 'Lời 1', 'Lời 2', 'Kèn 1', 'Kèn 2'].concat([
  ...['Nghĩa 1', 'Nghĩa 2', 'Khúc 1', 'Khúc 2', 'Đoạn hai'],
]);

beforeAll(async () => {
  clockAt(-3600);
  corps = await buildCorps();
  cookie = await signedIn(corps.an);
  soundId = await keptMedium(bytes, 'Báo thức.mp3');
  const categoryId = await keptCategory(corps.giang, 'Có tiếng');
  const slots: { question: string }[] = [];
  for (const body of bodies()) slots.push({ question: (await keptQuestion(corps.giang, { body, categoryId })).code });
  clockAt(0);
  const { quizId } = await buildExam(corps, { slots, review: REVIEW_PRESETS['just-after'] });
  const outcome = await startAttempt(corps.an, quizId);
  if (outcome.kind !== 'started') throw new Error('not started');
  ({ attemptId } = outcome);
});

/** The names of all players of a page: what has no controls, or another source, is none. */
function players(view: React.ReactElement): { names: string[]; html: string } {
  // biome-ignore lint/correctness/noComponentHookFactories: one router for one rendering
  const Stub = createRemixStub([{ path: '/', Component: () => view }]);
  // The router's layout effects do nothing on a server, and say so.
  const silenced = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const html = renderToString(<Stub />);
  silenced.mockRestore();
  const found = (html.match(/<audio[^>]*>/g) ?? []).filter(
    (tag) => /\scontrols[\s=>]/.test(tag) && tag.includes(`src="/media/${soundId}"`) && tag.includes('preload="none"'),
  );
  return { names: found.map((tag) => /aria-label="([^"]*)"/.exec(tag)?.[1] ?? ''), html };
}

it('a sound in a stem or an option of a running exam is a player with its words, in every type of question', async () => {
  const { attempt: sent } = (await call(page, cookie, `/attempts/${attemptId}`, { attemptId })).body as {
    attempt: Omit<OpenAttempt, 'questions' | 'map'> & { paper: Packed<Pick<OpenAttempt, 'questions' | 'map'>> };
  };
  const { names: shown, html } = players(<ExamScreen attempt={{ ...sent, ...unpack(sent.paper) }} stale={[]} />);
  expect(shown.sort()).toEqual([...names].sort());
  // Its words stand beside it too, and alone where no player can stand: in a list to choose from.
  for (const name of names) expect(html).toContain(`<span class="sound-name">${name}</span>`);
  expect(html).toMatch(/<option[^>]*>[AB]\. Nghĩa 1<\/option>/);
  expect(html).not.toContain('audio: ');
});

const fetchSound = (by: string, range?: string) => {
  const headers = { Cookie: by, ...(range && { Range: range }) };
  const request = new Request(`http://hoctap.test/media/${soundId}`, { headers });
  return answered(
    file as never,
    { request, params: { mediaId: soundId }, context: {} } as unknown as LoaderFunctionArgs,
  );
};

it('is sent to the learner whole and by the parts that a player asks for, and to nobody who is not signed in', async () => {
  const whole = await fetchSound(cookie);
  expect([whole.status, whole.headers.get('Content-Type')]).toEqual([200, 'audio/mpeg']);
  expect(Buffer.from(await whole.response!.arrayBuffer()).equals(bytes)).toBe(true);
  const some = await fetchSound(cookie, 'bytes=3-8');
  expect([some.status, some.headers.get('Content-Range')]).toEqual([206, `bytes 3-8/${bytes.length}`]);
  expect(Buffer.from(await some.response!.arrayBuffer()).equals(bytes.subarray(3, 9))).toBe(true);
  expect((await fetchSound(cookie, `bytes=${bytes.length}-`)).status).toBe(416);
  for (const range of [undefined, 'bytes=0-1']) {
    const refused = await fetchSound('lang=vi', range);
    expect([200, 206]).not.toContain(refused.status);
    expect(JSON.stringify([refused.body, [...refused.headers]])).not.toContain('audio/');
  }
});

it('is still a player where the paper is looked at afterwards', async () => {
  await submitAttempt(corps.an, attemptId);
  const { result: ended } = (await call(result, cookie, '/', { attemptId })).body as { result: AttemptResult };
  const { names: shown } = players(<AttemptResultView result={ended} />);
  // What was matched is told by its words alone.
  expect(names.filter((name) => !shown.includes(name))).toEqual(['Nghĩa 1', 'Nghĩa 2']);
});
