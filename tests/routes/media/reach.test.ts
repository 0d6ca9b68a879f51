import type { ActionFunctionArgs } from '@remix-run/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { grantRole } from '#app/features/access/commands/grant-role.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { assignCourse } from '#app/features/courses/commands/assign-course.server.ts';
import { importCourse } from '#app/features/courses/commands/import-course.server.ts';
import { saveLessonDraft } from '#app/features/courses/commands/save-lesson-draft.server.ts';
import { lessonEditor } from '#app/features/courses/queries/lesson-editor.server.ts';
import { addMedia } from '#app/features/media/commands/add-media.server.ts';
import { saveCaptions } from '#app/features/media/commands/save-captions.server.ts';
import { createCategory } from '#app/features/questions/commands/create-category.server.ts';
import { createQuestion } from '#app/features/questions/commands/create-question.server.ts';
import { draftOf } from '#app/features/questions/core/question-draft.ts';
import { database } from '#app/platform/db/database.server.ts';
import { stageFile } from '#app/platform/files/media-store.server.ts';
import * as captions from '#app/routes/media/captions.ts';
import * as file from '#app/routes/media/file.ts';
import * as picture from '#app/routes/media/picture.ts';
import { useTestDatabase } from '#tests/database.ts';
import { film, png } from '#tests/features/media/files.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { smallCourse } from '#tests/fixtures/course-content.ts';
import { signedIn } from '../signed-in.ts';
import { answered } from './send-form.ts';

useTestDatabase();

let corps: Corps;
let [shownId, draftId, filmId, sharedId, freeId] = ['', '', '', '', ''];
const cookies: Record<string, string> = {};

async function* inOne(bytes: Uint8Array) {
  yield bytes;
}
const add = async (bytes: Uint8Array) => {
  const added = await addMedia(
    corps.giang,
    { staged: (await stageFile(inOne(bytes), 100_000))!, name: 'a' },
    'content',
  );
  return added.kind === 'added' ? added.media.id : '';
};
const get = async (who: string, route: { loader: unknown }, params: Record<string, string>) => {
  const request = new Request('http://hoctap.test/media', { headers: { Cookie: cookies[who]! } });
  const args = { request, params, context: {} } as unknown as ActionFunctionArgs;
  return (await answered(route.loader as never, args)).status;
};

/** The course is assigned to division S1 alone. */
beforeAll(async () => {
  corps = await buildCorps();
  await grantRole(theSystem, { personId: corps.hanh.personId, role: 'author', unitId: corps.s2.id });
  for (const login of ['an', 'em', 'giang', 'hanh', 'thuy'] as const) cookies[login] = await signedIn(corps[login]);
  [shownId, draftId, sharedId, freeId] = (await Promise.all(
    ['1', '2', '3', '4'].map((salt) => add(png(4, 4, salt))),
  )) as [string, string, string, string];
  filmId = await add(film({ scale: 10, duration: 100 }));
  await saveCaptions(corps.giang, {
    mediaId: filmId,
    lang: 'vi',
    base: '',
    rows: [{ start: '1', end: '2', text: 'Lời' }],
  });
  const category = await createCategory(corps.giang, { name: 'Ảnh', unitId: '' });
  const categoryId = category.kind === 'created' ? category.categoryId : '';
  const body = { type: 'true-false', stem: `Đúng. ![lá cờ](media:${sharedId})`, answer: true } as const;
  const about = { difficulty: 'easy', tags: [], explanation: 'Vì thế.', source: 'Tự chụp' } as const;
  await createQuestion(corps.giang, draftOf({ body, categoryId, ...about, tags: [] }));
  const course = smallCourse();
  const [first, ...rest] = course.modules[0]!.lessons;
  const text = `![Ảnh](media:${shownId}) ![Chung](media:${sharedId})\n\n![video: Phim](media:${filmId})`;
  const { courseId } = await importCourse(
    theSystem,
    {
      ...course,
      modules: [{ ...course.modules[0]!, lessons: [{ ...first!, body: text }, ...rest] }, course.modules[1]!],
    },
    corps.corps.id,
  );
  await database().write((tx) => tx.course.update({ where: { id: courseId }, data: { state: 'published' } }));
  await assignCourse(corps.giang, {
    ...{ courseId, title: 'Khóa học', unitIds: [corps.s1.id], groupIds: [], openOn: '2026-01-01' },
    ...{ dueOn: null, closeOn: null, rule: { lessons: 'all', quizIds: [] } },
  } as Parameters<typeof assignCourse>[1]);
  const lesson = await database().read.lesson.findUniqueOrThrow({ where: { code: 'kh-02-01' } });
  const { text: old, revision } = await lessonEditor(corps.giang, courseId, lesson.id);
  const draft = { base: revision, text: { ...old, body: `![Nháp](media:${draftId})` } };
  await saveLessonDraft(corps.giang, { courseId, lessonId: lesson.id }, draft);
});

describe('a file that lessons show', () => {
  it('is for who may see one of their courses', async () => {
    for (const who of ['an', 'thuy', 'giang']) {
      expect([who, await get(who, file, { mediaId: shownId })]).toEqual([who, 200]);
      expect(await get(who, file, { mediaId: filmId })).toBe(200);
      expect(await get(who, captions, { mediaId: filmId, lang: 'vi' })).toBe(200);
    }
  });

  it('is not there for anybody else, nor are its captions and smaller forms', async () => {
    for (const who of ['em', 'hanh']) {
      expect(await get(who, file, { mediaId: shownId })).toBe(404);
      expect(await get(who, picture, { mediaId: shownId, width: '480' })).toBe(404);
      expect(await get(who, file, { mediaId: filmId })).toBe(404);
      expect(await get(who, captions, { mediaId: filmId, lang: 'vi' })).toBe(404);
    }
  });

  it('of a draft is for its authors alone', async () => {
    expect(await get('giang', file, { mediaId: draftId })).toBe(200);
    expect(await get('hanh', file, { mediaId: draftId })).toBe(404);
    expect(await get('em', file, { mediaId: draftId })).toBe(404);
  });

  it('that a question shows too is for whoever is signed in, as what no lesson names', async () => {
    for (const who of ['an', 'em', 'hanh']) {
      expect(await get(who, file, { mediaId: sharedId })).toBe(200);
      expect(await get(who, file, { mediaId: freeId })).toBe(200);
    }
  });
});
