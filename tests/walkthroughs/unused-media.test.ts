import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { addMedia } from '#app/features/media/commands/add-media.server.ts';
import { removeUnusedMedia } from '#app/features/media/commands/remove-unused-media.server.ts';
import { listUnusedMedia } from '#app/features/media/queries/unused-media.server.ts';
import { createCategory } from '#app/features/questions/commands/create-category.server.ts';
import { createQuestion } from '#app/features/questions/commands/create-question.server.ts';
import { draftOf } from '#app/features/questions/core/question-draft.ts';
import { database } from '#app/platform/db/database.server.ts';
import { openContent, stageFile } from '#app/platform/files/media-store.server.ts';
import { keptUnusedMs, usedMedia } from '#app/used-media.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { png } from '#tests/features/media/files.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { at, clockAt } from '#tests/fixtures/exam.ts';

useTestDatabase();

async function* bytesOf(bytes: Uint8Array) {
  yield bytes;
}

const picture = async (salt: string) => {
  const staged = (await stageFile(bytesOf(png(4, 4, salt)), 1_000_000))!;
  const added = await addMedia(theSystem, { staged, name: `${salt}.png` }, 'content');
  if (added.kind !== 'added') throw new Error('refused');
  return added.media.id;
};
const day = 86_400;
const monthAgo = (seconds: number) => new Date(at(seconds).getTime() - keptUnusedMs);
const namesOf = (files: { name: string }[]) => files.map(({ name }) => name);

describe('files that no text uses', () => {
  let corps: Corps;
  let [used, forgotten, renewed] = ['', '', ''];
  beforeAll(async () => {
    corps = await buildCorps();
    clockAt(0);
    [used, forgotten, renewed] = [await picture('used'), await picture('forgotten'), await picture('renewed')];
    const category = await createCategory(corps.giang, { name: 'Ảnh', unitId: '' });
    const categoryId = category.kind === 'created' ? category.categoryId : '';
    const body = {
      type: 'true-false',
      stem: `Ảnh này đúng. ![lá cờ](media:${used})`,
      answer: true,
    } as const;
    const draft = draftOf({
      body,
      categoryId,
      difficulty: 'easy',
      tags: [],
      explanation: 'Vì ảnh là thật.',
      source: 'Ảnh tự chụp',
    });
    expect(await createQuestion(corps.giang, draft)).toMatchObject({ kind: 'created' });
  });

  it('wait a month for their text', async () => {
    expect(await removeUnusedMedia(theSystem, usedMedia, monthAgo(29 * day))).toEqual([]);
  });

  it('begin to wait anew when they are uploaded again', async () => {
    clockAt(20 * day);
    await picture('renewed');
    expect(namesOf(await listUnusedMedia(usedMedia, monthAgo(31 * day)))).toEqual(['forgotten.png']);
  });

  it('go with their content, and what a question shows stays', async () => {
    expect(namesOf(await removeUnusedMedia(theSystem, usedMedia, monthAgo(31 * day)))).toEqual(['forgotten.png']);
    expect(openContent(forgotten, { start: 0, end: 1 })).toBeNull();
    for (const id of [used, renewed]) expect(await buffer(openContent(id, { start: 0, end: 1 })!)).toHaveLength(2);
    const event = await database().read.auditEvent.findFirst({ where: { op: 'media.unused-removed' } });
    expect(JSON.parse(event!.details)).toMatchObject({ files: 1 });
    expect(await removeUnusedMedia(theSystem, usedMedia, monthAgo(31 * day))).toEqual([]);
  });
});
