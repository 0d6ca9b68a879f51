import { beforeAll, expect, it } from 'vitest';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { importCourse } from '#app/features/courses/commands/import-course.server.ts';
import type { WordPreview } from '#app/features/courses/queries/word-course.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import * as word from '#app/routes/author/lessons/word.tsx';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps } from '#tests/fixtures/corps.ts';
import { smallCourse } from '#tests/fixtures/course-content.ts';
import { paragraph, picture, pngOf, wordFile } from '#tests/fixtures/word/word-file.ts';
import { formWith, sendForm } from '../../media/send-form.ts';
import { signedIn } from '../../signed-in.ts';

useTestDatabase();

let cookie: string;
let courseId: string;
beforeAll(async () => {
  const corps = await buildCorps();
  cookie = await signedIn(corps.giang);
  ({ courseId } = await importCourse(theSystem, smallCourse(), corps.corps.id));
});

const bytes = wordFile({
  body: [paragraph(['Sơ đồ mạng: ', picture(1, '')]), paragraph(['Lá cờ: ', picture(2, '')])],
  pictures: [pngOf((x, y) => x === y), pngOf((x) => x % 2 === 0)],
});
const send = (fields: Record<string, string>) =>
  sendForm(
    word.action,
    cookie,
    `/author/courses/${courseId}/word`,
    { courseId },
    formWith(fields, { name: 'bài.docx', bytes }),
  );

it('asks for the words of each picture without any and writes them into the lesson', async () => {
  const key = newId();
  const seen = await send({ intent: 'preview', key, hash: '', words0: 'đang gõ dở' });
  const { hash, preview, typed } = seen.body as {
    hash: string;
    preview: WordPreview;
    typed: Record<string, string>;
  };
  expect(preview.silent).toHaveLength(2);
  expect(preview.silent[0]!.src).toMatch(/^data:image\/png/);
  expect(typed).toEqual({ words0: 'đang gõ dở' });
  const fields = { intent: 'take', key, hash, [`words${preview.silent[0]!.at}`]: 'Sơ đồ mạng nội bộ' };
  expect((await send(fields)).body).toMatchObject({ kind: 'taken', lessons: 1, silent: 1 });
  const { body } = await database().read.lessonDraft.findFirstOrThrow({ orderBy: { lessonId: 'desc' } });
  expect(body).toMatch(/!\[Sơ đồ mạng nội bộ\]\(media:[0-9a-f]{64}\)/);
  expect(body).toMatch(/!\[\]\(media:[0-9a-f]{64}\)/);
});
