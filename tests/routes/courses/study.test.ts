import { beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '#app/features/access/commands/create-account.server.ts';
import { signIn } from '#app/features/access/commands/sign-in.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { assignCourse } from '#app/features/courses/commands/assign-course.server.ts';
import { importCourse } from '#app/features/courses/commands/import-course.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { loader as courseLoader } from '#app/routes/courses/course.tsx';
import { loader as lessonLoader } from '#app/routes/courses/lesson.tsx';
import { loader as homeLoader } from '#app/routes/home.tsx';
import { action as reading } from '#app/routes/lessons/reading.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { smallCourse } from '#tests/fixtures/course-content.ts';
import { ask } from '#tests/routes/ask.ts';

useTestDatabase();

let corps: Corps;
let courseId: string;
let lessons: string[];
const tokens: Record<string, string> = {};

async function token(login: string, personId: string): Promise<string> {
  const password = 'ba con ech xanh 35';
  await createAccount(theSystem, { personId, login, password, mustChange: false });
  const outcome = await signIn({ login, password, address: '10.0.0.1', userAgent: 'test', oldToken: null });
  if (outcome.kind !== 'signed-in') throw new Error(outcome.kind);
  return outcome.token;
}

beforeAll(async () => {
  corps = await buildCorps();
  courseId = (await importCourse(theSystem, smallCourse(), corps.corps.id)).courseId;
  lessons = (await database().read.lesson.findMany({ orderBy: { code: 'asc' } })).map(({ id }) => id);
  await assignCourse(corps.giang, {
    ...{ courseId, title: 'Đợt một', unitIds: [corps.s1.id], openOn: '2026-01-01', dueOn: null, closeOn: null },
    rule: { lessons: 'all', quizIds: [] },
  });
  tokens.an = await token('an', corps.an.personId);
  tokens.em = await token('em', corps.em.personId);
});

const readRows = () => database().read.lessonRead.findMany({ where: { personId: corps.an.personId } });

describe('signed out', () => {
  it.each(['/', '/courses/x', '/courses/x/lessons/y'])('%s leads to the sign-in and back', async (path) => {
    const loader = { '/': homeLoader, '/courses/x': courseLoader }[path] ?? lessonLoader;
    const { status, headers } = await ask(loader, path);
    expect(status).toBe(302);
    expect(headers.get('Location')).toBe(`/sign-in?returnTo=${encodeURIComponent(path)}`);
  });
});

describe('pages', () => {
  it('show An the home, the course and a lesson', async () => {
    const home = await ask(homeLoader, '/', { token: tokens.an });
    expect(home.body).toMatchObject({
      person: 'Binh nhất Nguyễn Văn An',
      home: { assignments: [{ title: 'Đợt một' }] },
      ...{ quizzes: [], results: [] },
    });
    const course = await ask(courseLoader, `/courses/${courseId}`, { token: tokens.an, params: { courseId } });
    expect(course.body).toMatchObject({ lessons: { read: 0, total: 3 } });
    const params = { courseId, lessonId: lessons[0]! };
    const lesson = await ask(lessonLoader, '/courses', { token: tokens.an, params });
    expect(lesson.body).toMatchObject({ lesson: { title: 'Mở đầu' }, next: { id: lessons[1] } });
  });

  it('are not found for Em, whatever the id', async () => {
    const params = { courseId, lessonId: lessons[0]! };
    expect(await ask(courseLoader, '/courses', { token: tokens.em, params })).toMatchObject({ status: 404 });
    expect(await ask(lessonLoader, '/courses', { token: tokens.em, params })).toMatchObject({ status: 404 });
    const forms: Record<string, string>[] = [{ intent: 'read' }, { intent: 'place', scroll: '0.5' }];
    for (const form of forms) {
      expect(await ask(reading, '/lessons', { token: tokens.em, params, form })).toMatchObject({ status: 404 });
    }
  });
});

describe('reading', () => {
  const post = (form: Record<string, string>) =>
    ask(reading, `/lessons/${lessons[0]}/reading`, { token: tokens.an, params: { lessonId: lessons[0]! }, form });

  it('keeps the place without a page', async () => {
    expect(await post({ intent: 'place', scroll: '0.5' })).toMatchObject({ status: 204 });
    expect(await readRows()).toMatchObject([{ lessonId: lessons[0], scroll: 0.5, readAt: null }]);
  });

  it('marks by a plain form and goes on, or back to the lesson', async () => {
    const on = await post({ intent: 'read', goTo: lessons[1]! });
    expect([on.status, on.headers.get('Location')]).toEqual([303, `/courses/${courseId}/lessons/${lessons[1]}`]);
    const back = await post({ intent: 'read', goTo: '' });
    expect(back.headers.get('Location')).toBe(`/courses/${courseId}/lessons/${lessons[0]}#da-doc`);
    expect((await readRows())[0]!.readAt).toBeInstanceOf(Date);
  });

  it.each([
    [{ intent: 'place', scroll: '7' }, 'scroll', 'not-a-place'],
    [{ intent: 'place' }, 'scroll', 'not-a-place'],
    [{ intent: 'forget' }, 'intent', 'not-an-intent'],
    [{ intent: 'read', goTo: '//elsewhere.example' }, 'goTo', 'not-an-id'],
    [{}, 'intent', 'not-an-intent'],
  ])('refuses %j and names the field', async (form, field, code) => {
    const { status, body } = await post(form as Record<string, string>);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'bad-input', fields: { [field]: [code] } });
  });
});
