import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { ActionFunctionArgs } from '@remix-run/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { addMedia } from '#app/features/media/commands/add-media.server.ts';
import { attachFile } from '#app/features/quiz/commands/files/attach-file.server.ts';
import { removeUnattachedFiles } from '#app/features/quiz/commands/files/remove-unattached.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { openContent } from '#app/platform/files/media-store.server.ts';
import { readUpload } from '#app/platform/http/upload.server.ts';
import * as file from '#app/routes/attempt/file.ts';
import * as files from '#app/routes/attempt/files.tsx';
import * as media from '#app/routes/media/file.ts';
import { useTestDatabase } from '#tests/database.ts';
import * as given from '#tests/features/media/files.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { clockAt, editSettings } from '#tests/fixtures/exam.ts';
import { buildEssayExam } from '#tests/fixtures/marked-by-hand.ts';
import { answered, formWith, sendForm } from '#tests/routes/media/send-form.ts';
import { signedIn } from '#tests/routes/signed-in.ts';

useTestDatabase();

let corps: Corps;
let quizId: string;
let settings: Awaited<ReturnType<typeof buildEssayExam>>['settings'];
let attemptId: string;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  clockAt(0);
  corps = await buildCorps();
  ({ quizId, settings } = await buildEssayExam(corps, { essay: { maxFiles: 2 } }));
  const started = await startAttempt(corps.an, quizId);
  if (started.kind !== 'started') throw new Error('not started');
  attemptId = started.attemptId;
  for (const login of ['an', 'binh', 'giang', 'thuy'] as const) cookies[login] = await signedIn(corps[login]);
});

type Who = 'an' | 'binh' | 'giang' | 'thuy';
const attach = (who: Who, name: string, bytes: Uint8Array, slot = 2) =>
  sendForm(
    files.action,
    cookies[who]!,
    `/attempts/${attemptId}/files?slot=${slot}`,
    { attemptId },
    formWith({}, { name, bytes }),
  );
const remove = (who: Who, id: string) =>
  sendForm(
    files.action,
    cookies[who]!,
    `/attempts/${attemptId}/files?slot=2`,
    { attemptId },
    formWith({ remove: id }, null),
  );
const ask = (who: Who, fileId: string, loader: Parameters<typeof answered>[0] = file.loader) => {
  const request = new Request(`http://hoctap.test/attempts/${attemptId}/files/${fileId}`, {
    headers: { Cookie: cookies[who]! },
  });
  return answered(loader, {
    request,
    params: { attemptId, fileId, mediaId: fileId },
    context: {},
  } as unknown as ActionFunctionArgs);
};
const stored = () =>
  database().read.attemptFile.findMany({ where: { attemptId, removedAt: null }, orderBy: { id: 'asc' } });
const incoming = () => readdirSync(path.join(process.env.HOCTAP35_DATA!, 'media', 'incoming'));

describe('a file that a learner attaches', () => {
  it("stands with the answer, is handed back to its owner, and is nobody else's", async () => {
    expect(await attach('an', 'Bài làm; bản 2.pdf', given.pdf)).toMatchObject({
      status: 200,
      body: { kind: 'attached' },
    });
    const [one] = await stored();
    expect(one).toMatchObject({ slot: 2, name: 'Bài làm; bản 2.pdf' });
    const own = await ask('an', one!.id);
    expect(own.status).toBe(200);
    expect(Buffer.from(await own.response!.arrayBuffer()).equals(given.pdf)).toBe(true);
    expect(own.headers.get('Content-Disposition')).toMatch(/^attachment; /);
    expect(own.headers.get('Cache-Control')).toBe('private, no-store');
    for (const who of ['binh', 'giang', 'thuy'] as const) expect((await ask(who, one!.id)).status).toBe(404);
    // Nor is it a picture of a question, by whatever name.
    for (const id of [one!.id, one!.mediaId]) expect((await ask('an', id, media.loader)).status).toBe(404);
  });

  it('is taken by the kind of its content and the room that the question leaves', async () => {
    expect(await attach('an', 'x.pdf', given.html)).toMatchObject({ status: 400, body: { problem: 'unknown-type' } });
    expect(await attach('an', 'x.docx', given.docm)).toMatchObject({ status: 400, body: { problem: 'unknown-type' } });
    expect(await attach('an', 'x.mp3', given.mp3)).toMatchObject({ status: 400, body: { problem: 'not-allowed' } });
    expect(await attach('an', 'cùng tệp.pdf', given.pdf)).toMatchObject({ status: 409, body: { reason: 'same-file' } });
    expect(await attach('an', 'ảnh.png', given.png(5, 5, 'bài làm'))).toMatchObject({ status: 200 });
    expect(await attach('an', 'thêm.docx', given.docx)).toMatchObject({
      status: 409,
      body: { reason: 'too-many-files' },
    });
    expect(await stored()).toHaveLength(2);
    expect(incoming()).toEqual([]);
  });

  it("has no place in a question without files, nor in somebody else's attempt", async () => {
    expect((await attach('an', 'x.pdf', given.pdf, 1)).status).toBe(404);
    expect((await attach('an', 'x.pdf', given.pdf, 99)).status).toBe(404);
    for (const who of ['binh', 'giang', 'thuy'] as const)
      expect((await attach(who, 'x.pdf', given.pdf)).status).toBe(404);
    const [one] = await stored();
    expect((await remove('binh', one!.id)).status).toBe(404);
    expect(incoming()).toEqual([]);
  });

  it('never goes past the limit when two devices send at once', async () => {
    const [, second] = await stored();
    expect(await remove('an', second!.id)).toMatchObject({ status: 200, body: { kind: 'removed' } });
    expect((await ask('an', second!.id)).status).toBe(404);
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map((width) => attach('an', `${width}.png`, given.png(width, 9, 'cùng lúc'))),
    );
    expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await stored()).toHaveLength(2);
  });

  it('goes after a day where no answer took it, and nothing else goes with it', async () => {
    // The process dies between keeping a file and attaching it; of those beyond the limit some may be left, as it happens.
    const body = formWith({}, { name: 'mất điện.png', bytes: given.png(7, 7, 'mất điện') });
    const { file: sent } = await readUpload(new Request('http://hoctap.test/', { method: 'POST', body }), 1_000_000);
    expect(await addMedia(corps.an, sent!, 'personal')).toMatchObject({ kind: 'added' });
    const keptIds = async () =>
      (await database().read.mediaFile.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id);
    const attached = (await database().read.attemptFile.findMany()).map(({ mediaId }) => mediaId);
    const before = await keptIds();
    const refused = before.filter((id) => !attached.includes(id));
    expect(refused.length).toBeGreaterThan(0);
    clockAt(86_000);
    expect(await removeUnattachedFiles()).toBe(0);
    clockAt(86_500);
    expect(await removeUnattachedFiles()).toBe(refused.length);
    expect(await keptIds()).toEqual(before.filter((id) => attached.includes(id)));
    for (const id of refused) expect(openContent(id, { start: 0, end: 1 })).toBeNull();
    for (const id of attached) openContent(id, { start: 0, end: 1 })!.destroy();
    expect(await removeUnattachedFiles()).toBe(0);
    const events = await database().read.auditEvent.findMany({ where: { op: 'quiz.unattached-files-removed' } });
    expect(events.map(({ details }) => JSON.parse(details) as unknown)).toEqual([{ files: refused.length }]);
    clockAt(0);
  });

  it('is logged without what stands in it', async () => {
    const events = await database().read.auditEvent.findMany({
      where: { subjectId: attemptId, op: { startsWith: 'quiz.file-' } },
    });
    expect(new Set(events.map(({ op }) => op))).toEqual(new Set(['quiz.file-attached', 'quiz.file-removed']));
    for (const { details } of events) expect(details).not.toContain('Bài làm');
  });

  it('stays as it was handed in, and is shown afterwards only as the review shows answers', async () => {
    const [one] = await stored();
    clockAt(100);
    await submitAttempt(corps.an, attemptId);
    expect(await attach('an', 'muộn.docx', given.docx)).toMatchObject({ status: 409, body: { reason: 'submitted' } });
    expect(await attachFile(corps.an, attemptId, { slot: 2, mediaId: one!.mediaId, name: 'x' })).toMatchObject({
      outcome: 'refused',
    });
    expect(await remove('an', one!.id)).toMatchObject({ status: 409 });
    const review = (shown: ('answers' | 'marks')[]) =>
      editSettings(quizId, { ...settings, review: { ...settings.review, 'just-after': shown, 'later-open': shown } });
    await review([]);
    expect((await ask('an', one!.id)).status).toBe(404);
    await review(['marks']);
    expect((await ask('an', one!.id)).status).toBe(404);
    await review(['answers']);
    expect((await ask('an', one!.id)).status).toBe(200);
  });
});
