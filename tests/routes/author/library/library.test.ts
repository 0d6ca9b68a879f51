import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import * as edit from '#app/routes/author/library/item.tsx';
import * as create from '#app/routes/author/library/new.tsx';
import * as picks from '#app/routes/author/library/picks.ts';
import * as standing from '#app/routes/author/library/standing.ts';
import * as item from '#app/routes/library/item.tsx';
import { useTestDatabase } from '#tests/database.ts';
import { html, pdf, png } from '#tests/features/media/files.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { formWith, sendForm } from '#tests/routes/media/send-form.ts';
import { call, signedIn } from '#tests/routes/signed-in.ts';

useTestDatabase();

let corps: Corps;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  corps = await buildCorps();
  for (const login of ['an', 'giang'] as const) cookies[login] = await signedIn(corps[login]);
});

const incoming = () => {
  const folder = path.join(process.env.HOCTAP35_DATA!, 'media', 'incoming');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const fields = (change: Record<string, string> = {}) => ({
  ...{ id: newId(), base: '0', unitId: corps.corps.id, kind: 'document', title: 'Quy định', topic: 'Pháp luật' },
  ...{ source: 'Phòng Chính trị', symbol: '', link: '', issuedOn: '', asOf: '2026-01-02', tags: 'một, hai', body: '' },
  ...change,
});
type File = { name: string; bytes: Uint8Array } | null;
const add = (sent: Record<string, string>, file: File = null, who = 'giang') =>
  sendForm(create.action, cookies[who]!, '/author/library/new', {}, formWith(sent, file));
const change = (id: string, sent: Record<string, string>, file: File = null) =>
  sendForm(edit.action, cookies.giang!, `/author/library/${id}`, { itemId: id }, formWith(sent, file));

describe('a thing that an author sends with its file', () => {
  it('is kept, and its author is led to it', async () => {
    const sent = fields();
    const answer = await add(sent, { name: 'Quy định.pdf', bytes: pdf });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe(`/author/library/${sent.id}?done=added`);
    const row = await database().read.libraryItem.findUniqueOrThrow({ where: { id: sent.id } });
    expect(row).toMatchObject({ title: 'Quy định', tags: '["một","hai"]', issuedOn: null, revision: 1 });
    expect(row.mediaId).toMatch(/^[0-9a-f]{64}$/);
    const page = await call(item.loader, cookies.an!, `/library/${sent.id}`, { itemId: sent.id });
    expect(page.body).toMatchObject({ page: { item: { source: 'Phòng Chính trị' }, link: null }, lessons: [] });
  });

  it('is refused beside each field, and keeps what was typed with the file', async () => {
    const sent = fields({ kind: 'picture', source: '', asOf: '2026-02-30', link: 'javascript:alert(1)' });
    const { status, body } = await add(sent, { name: 'cờ.png', bytes: png(9, 9, 'cờ') });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      typed: { title: 'Quy định', fileName: 'cờ.png', mediaId: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const { problems, typed } = body as { problems: { field: string; code: string }[]; typed: Record<string, string> };
    expect(problems.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
      'asOf not-a-date',
      'link not-an-address',
      'source missing',
    ]);
    const mended = { ...typed, source: 'Ảnh tự chụp', asOf: '2026-01-02', link: '', mediaAlt: '' };
    expect((await add(mended)).body).toMatchObject({ problems: [{ field: 'mediaAlt', code: 'no-alt' }] });
    expect((await add({ ...mended, mediaAlt: 'Lá cờ' })).status).toBe(303);
    expect(incoming()).toEqual([]);
  });

  it('is not taken with a file that is something else than it says', async () => {
    const { status, body } = await add(fields(), { name: 'quy định.pdf', bytes: html });
    expect(status).toBe(400);
    expect(body).toMatchObject({ problems: [{ field: 'mediaId', code: 'unknown-type' }] });
    expect(incoming()).toEqual([]);
  });

  it('takes a long text, and says in place when one is longer than any', async () => {
    expect((await add(fields({ kind: 'article', body: 'chữ '.repeat(37_000) }))).status).toBe(303);
    const { status, body } = await add(fields({ kind: 'article', body: 'chữ '.repeat(40_000) }));
    expect(status).toBe(400);
    expect(body).toMatchObject({ problems: [{ field: 'body', code: 'too-long' }] });
  });

  it('is nothing that a learner may send, and no file of theirs is kept', async () => {
    const answer = await add(fields(), { name: 'a.pdf', bytes: pdf }, 'an');
    expect(answer.status).toBe(403);
    expect(incoming()).toEqual([]);
  });
});

describe('a thing that an author changes', () => {
  const id = newId();
  beforeAll(async () => {
    await add(fields({ id }));
  });

  it('keeps the file unless it is taken off', async () => {
    await change(id, fields({ id, base: '1' }), { name: 'a.pdf', bytes: pdf });
    const { mediaId } = await database().read.libraryItem.findUniqueOrThrow({ where: { id } });
    await change(id, fields({ id, base: '2', title: 'Tên mới', mediaId: mediaId! }));
    expect(await database().read.libraryItem.findUniqueOrThrow({ where: { id } })).toMatchObject({
      mediaId,
      revision: 3,
    });
    await change(id, fields({ id, base: '3', mediaId: mediaId!, dropFile: 'yes' }));
    expect(await database().read.libraryItem.findUniqueOrThrow({ where: { id } })).toMatchObject({ mediaId: null });
  });

  it('hears that somebody was faster, and may then put the own text in its place', async () => {
    const { revision } = await database().read.libraryItem.findUniqueOrThrow({ where: { id } });
    await change(id, fields({ id, base: String(revision), title: 'Của người khác' }));
    const mine = fields({ id, base: String(revision), title: 'Của tôi' });
    const { status, body } = await change(id, mine);
    expect(status).toBe(409);
    expect(body).toMatchObject({
      conflict: { differences: ['title'], revision: revision + 1 },
      typed: { title: 'Của tôi' },
    });
    expect((await change(id, { ...mine, base: String(revision + 1) })).status).toBe(303);
  });

  it('is retired and restored', async () => {
    const send = (intent: string) =>
      call(
        standing.action,
        cookies.giang!,
        `/author/library/${id}/standing`,
        { itemId: id },
        { form: [['intent', intent]] },
      );
    expect((await send('retire')).headers.get('Location')).toBe(`/author/library/${id}?done=retired`);
    expect((await call(item.loader, cookies.an!, `/library/${id}`, { itemId: id })).status).toBe(404);
    expect((await send('restore')).headers.get('Location')).toBe(`/author/library/${id}?done=restored`);
    expect((await send('burn')).status).toBe(400);
  });
});

it('offers an editor what a lesson may link to, and a learner nothing', async () => {
  const { body } = await call(picks.loader, cookies.giang!, '/author/library/picks?q=cua+toi', {});
  expect(body).toMatchObject({
    items: [{ title: 'Của tôi', text: expect.stringMatching(/^\[Của tôi\]\(library:\w+\)$/) }],
  });
  expect((await call(picks.loader, cookies.an!, '/author/library/picks', {})).status).toBe(403);
});
