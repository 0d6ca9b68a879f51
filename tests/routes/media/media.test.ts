import { createHash, randomBytes, randomFillSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createJimp } from '@jimp/core';
import jpeg from '@jimp/js-jpeg';
import type { ActionFunctionArgs } from '@remix-run/node';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { database } from '#app/platform/db/database.server.ts';
import { sha256 } from '#app/platform/ids.server.ts';
import * as file from '#app/routes/media/file.ts';
import * as picture from '#app/routes/media/picture.ts';
import * as upload from '#app/routes/media/upload.tsx';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import * as files from '../../features/media/files.ts';
import { signedIn } from '../signed-in.ts';
import { answered, formWith, sendForm } from './send-form.ts';

useTestDatabase();

let corps: Corps;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  corps = await buildCorps();
  for (const login of ['an', 'thuy', 'giang'] as const) cookies[login] = await signedIn(corps[login]);
});

const send = (who: string, bytes: Uint8Array | null, { alt = 'Sơ đồ', name = 'sơ đồ.png' } = {}) =>
  sendForm(upload.action, cookies[who]!, '/media', {}, formWith({ alt }, bytes && { name, bytes }));
const mediaFolder = () => path.join(process.env.HOCTAP35_DATA!, 'media');
const incoming = () => (existsSync(mediaFolder()) ? readdirSync(path.join(mediaFolder(), 'incoming')) : []);
const get = (who: string, id: string, headers: Record<string, string> = {}, method = 'GET') => {
  const request = new Request(`http://hoctap.test/media/${id}`, {
    method,
    headers: { Cookie: cookies[who]!, ...headers },
  });
  return answered(file.loader, { request, params: { mediaId: id }, context: {} } as unknown as ActionFunctionArgs);
};

describe('a picture that an author uploads', () => {
  const bytes = files.png(20, 10, 'ảnh thứ nhất');
  const id = sha256(bytes as unknown as string);

  it('is kept once under the hash of its content, with what it is, and gives the text that shows it', async () => {
    const first = await send('giang', bytes);
    expect(first).toMatchObject({ status: 200, body: { kind: 'added', text: `![Sơ đồ](media:${id})` } });
    const again = await send('giang', bytes, { name: 'tên khác.gif' });
    expect(again.body).toMatchObject({ id });
    expect(readFileSync(path.join(mediaFolder(), id.slice(0, 2), id)).equals(bytes)).toBe(true);
    const rows = await database().read.mediaFile.findMany();
    expect(rows).toMatchObject([
      {
        id,
        mimeType: 'image/png',
        byteSize: bytes.length,
        width: 20,
        height: 10,
        name: 'sơ đồ.png',
        purpose: 'content',
      },
    ]);
    expect(await database().read.auditEvent.count({ where: { op: 'media.added' } })).toBe(1);
    expect(incoming()).toEqual([]);
  });

  it('is shown to whoever is signed in, kept for ever, and can do nothing', async () => {
    const { status, headers, response } = await get('an', id);
    expect(status).toBe(200);
    expect(Buffer.from(await response!.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(bytes.length),
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `inline; filename="so do.png"; filename*=UTF-8''s%C6%A1%20%C4%91%E1%BB%93.png`,
      etag: `"${id}"`,
    });
    expect((await get('an', id, { 'If-None-Match': `"${id}"` })).status).toBe(304);
    const head = await get('an', id, {}, 'HEAD');
    expect([head.status, head.response!.body]).toEqual([200, null]);
  });

  it.each([
    ['bytes=0-3', 206, [0, 3]],
    ['bytes=4-', 206, [4, bytes.length - 1]],
    ['bytes=-5', 206, [bytes.length - 5, bytes.length - 1]],
    ['bytes=2-100000', 206, [2, bytes.length - 1]],
    ['bytes=100000-', 416, null],
    ['bytes=5-4', 416, null],
    ['bytes=0-1,3-4', 200, null],
    ['lines=0-3', 200, null],
  ] as const)('is given by the part that is asked for: %s', async (range, status, part) => {
    const { status: given, headers, response } = await get('an', id, { Range: range });
    expect(given).toBe(status);
    if (status === 416) expect(headers.get('Content-Range')).toBe(`bytes */${bytes.length}`);
    if (!part) return;
    expect(headers.get('Content-Range')).toBe(`bytes ${part[0]}-${part[1]}/${bytes.length}`);
    expect(Buffer.from(await response!.arrayBuffer()).equals(bytes.subarray(part[0], part[1] + 1))).toBe(true);
  });

  it('is given whole where the part belongs to another content', async () => {
    expect((await get('an', id, { Range: 'bytes=0-3', 'If-Range': '"another"' })).status).toBe(200);
    expect((await get('an', id, { Range: 'bytes=0-3', 'If-Range': `"${id}"` })).status).toBe(206);
  });

  it('is for nobody who is not signed in, and no other file is there', async () => {
    const request = new Request(`http://hoctap.test/media/${id}`);
    const args = { request, params: { mediaId: id }, context: {} } as unknown as ActionFunctionArgs;
    expect((await answered(file.loader, args)).status).toBe(302);
    for (const other of ['0'.repeat(64), 'secret', '..%2fsecret', '../secret', `${id}x`]) {
      expect((await get('an', other)).status).toBe(404);
    }
  });
});

describe('a film that is larger than what is read at once', () => {
  const bytes = Buffer.concat([files.mp4, randomBytes(3 * 1024 * 1024 + 7)]);
  const id = createHash('sha256').update(bytes).digest('hex');
  const last = bytes.length - 1;
  beforeAll(async () => {
    expect(await send('giang', bytes, { name: 'phim.mp4', alt: 'Phim' })).toMatchObject({ body: { id } });
  });

  it.each([
    ['the beginning, as players ask first', 'bytes=0-', 0, last],
    ['a part across many readings', 'bytes=65530-2097159', 65_530, 2_097_159],
    ['the end', 'bytes=-100000', last - 99_999, last],
    ['one byte', `bytes=${last}-${last}`, last, last],
    ['more than there is', 'bytes=3000000-99999999', 3_000_000, last],
  ])('is given by parts: %s', async (_what, range, start, end) => {
    const { status, headers, response } = await get('an', id, { Range: range });
    expect(status).toBe(206);
    expect(headers.get('Content-Range')).toBe(`bytes ${start}-${end}/${bytes.length}`);
    expect(headers.get('Content-Length')).toBe(String(end - start + 1));
    expect(Buffer.from(await response!.arrayBuffer()).equals(bytes.subarray(start, end + 1))).toBe(true);
  });

  it.each(['bytes=-0', `bytes=${last + 1}-`, 'bytes=99999999999999999999-', 'bytes=9-3'])(
    'says how long it is where %s is asked for',
    async (range) => {
      const { status, headers } = await get('an', id, { Range: range });
      expect([status, headers.get('Content-Range')]).toEqual([416, `bytes */${bytes.length}`]);
    },
  );

  it.each(['', 'bytes', 'bytes=', 'bytes=-', 'bytes=a-b', 'bytes=0-1,5-9', 'items=0-3', 'bytes = 0-3'])(
    'is given whole for the range %j',
    async (range) => {
      const { status, headers, response } = await get('an', id, { Range: range });
      expect([status, headers.get('Content-Length')]).toEqual([200, String(bytes.length)]);
      await response!.body!.cancel();
    },
  );

  it('tells its length and the length of a part without sending it', async () => {
    const whole = await get('an', id, {}, 'HEAD');
    expect([whole.status, whole.headers.get('Content-Length'), whole.response!.body]).toEqual([
      ...[200, String(bytes.length), null],
    ]);
    expect(whole.headers.get('Accept-Ranges')).toBe('bytes');
    const part = await get('an', id, { Range: 'bytes=10-19' }, 'HEAD');
    expect([part.status, part.headers.get('Content-Length')]).toEqual([206, '10']);
  });

  it.each([
    [`"${id}"`, 206],
    ['"another"', 200],
    [`W/"${id}"`, 200],
    ['Mon, 23 Nov 2026 00:00:00 GMT', 200],
  ])('goes on from a part only of the same content: If-Range %s', async (condition, status) => {
    const { status: given, response } = await get('an', id, { Range: 'bytes=0-9', 'If-Range': condition });
    expect(given).toBe(status);
    await response!.body!.cancel();
  });

  it('can be broken off in the middle, again and again', async () => {
    for (let time = 0; time < 40; time += 1) {
      const { response } = await get('an', id, { Range: `bytes=${time * 1000}-` });
      const reader = response!.body!.getReader();
      await reader.read();
      await reader.cancel();
    }
  });
});

describe('a picture for a small screen', () => {
  const small = (who: string, id: string, width: string, headers: Record<string, string> = {}) => {
    const request = new Request(`http://hoctap.test/media/${id}/${width}`, {
      headers: { ...(who && { Cookie: cookies[who]! }), ...headers },
    });
    const args = { request, params: { mediaId: id, width }, context: {} } as unknown as ActionFunctionArgs;
    return answered(picture.loader, args);
  };

  it('is a smaller form under a name of its own, and the whole where there is none', { timeout: 90_000 }, async () => {
    const Jimp = createJimp({ formats: [jpeg] });
    const drawn = new Jimp({ width: 1300, height: 300 });
    randomFillSync(drawn.bitmap.data);
    const bytes = await drawn.getBuffer('image/jpeg');
    const { body } = await send('giang', bytes, { name: 'lớn.jpg' });
    const { id } = body as { id: string };
    // On a machine that is busy the whole picture is sent until the smaller form is there.
    const isMade = async () => expect((await small('an', id, '480')).headers.get('ETag')).toContain('-480');
    await vi.waitFor(isMade, { timeout: 60_000, interval: 200 });
    const { status, headers, response } = await small('an', id, '480');
    expect(status).toBe(200);
    const sent = Buffer.from(await response!.arrayBuffer());
    expect((await Jimp.fromBuffer(sent)).width).toBe(480);
    expect(sent.length).toBeLessThan(bytes.length / 3);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(sent.length),
      'cache-control': 'private, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      etag: `"${id}-480"`,
    });
    expect((await small('an', id, '480', { 'If-None-Match': `"${id}-480"` })).status).toBe(304);
    expect((await small('', id, '480')).status).toBe(302);
    for (const width of ['481', '0', '', '480x']) expect((await small('an', id, width)).status).toBe(404);
    const tiny = files.png(20, 10, 'nhỏ');
    const added = (await send('giang', tiny)).body as { id: string };
    const whole = await small('an', added.id, '480');
    expect(whole.headers.get('Content-Length')).toBe(String(tiny.length));
  });

  it('is not sent of what is no picture, and the whole is sent, not kept, where it cannot be made', async () => {
    const sound = (await send('giang', files.mp3, { name: 'a.mp3' })).body as { id: string };
    expect((await small('an', sound.id, '480')).status).toBe(404);
    const pretended = files.png(1500, 900, 'hỏng');
    const { id } = (await send('giang', pretended)).body as { id: string };
    const { status, headers } = await small('an', id, '960');
    expect([status, headers.get('Content-Length'), headers.get('Cache-Control')]).toEqual([
      ...[200, String(pretended.length), 'private, no-store'],
    ]);
  });
});

describe('what is refused', () => {
  it.each([
    ['a page', files.html, 'unknown-type'],
    ['a drawing that runs', files.svg, 'unknown-type'],
    ['a program', files.exe, 'unknown-type'],
    ['a Word document with a program in it', files.docm, 'unknown-type'],
    ['nothing in the file', new Uint8Array(), 'empty'],
    ['a picture of 15 MB and a byte', Buffer.concat([files.png(), Buffer.alloc(15 * 1024 * 1024)]), 'too-large'],
    ['a small file with a huge picture', files.png(60_000, 60_000), 'too-many-pixels'],
    ['more than any file may be', Buffer.alloc(202 * 1024 * 1024), 'too-large'],
  ])('%s, whatever its name says', async (_what, bytes, problem) => {
    const before = await database().read.mediaFile.count();
    expect(await send('giang', bytes, { name: 'ảnh đẹp.png' })).toMatchObject({
      status: 400,
      body: { kind: 'refused', field: 'file', problem },
    });
    expect(await database().read.mediaFile.count()).toBe(before);
    expect(incoming()).toEqual([]);
  });

  it('a picture without words, and words without a picture', async () => {
    expect(await send('giang', files.png(), { alt: ' ' })).toMatchObject({
      status: 400,
      body: { field: 'alt', problem: 'no-alt' },
    });
    expect(await send('giang', null)).toMatchObject({ status: 400, body: { field: 'file', problem: 'no-file' } });
    expect(incoming()).toEqual([]);
  });

  it('anybody but an author, before a byte of the file is read', async () => {
    for (const who of ['an', 'thuy']) expect((await send(who, files.png(7, 7, who))).status).toBe(403);
    expect(incoming()).toEqual([]);
  });

  it('a second file, and what is no form', async () => {
    const two = formWith({ alt: 'x' }, { name: 'a.png', bytes: files.png(1, 1, 'một') });
    two.append('other', new File([files.png(1, 1, 'hai') as unknown as BlobPart], 'b.png'));
    expect((await sendForm(upload.action, cookies.giang!, '/media', {}, two)).status).toBe(400);
    const request = new Request('http://hoctap.test/media', {
      method: 'POST',
      headers: { Cookie: cookies.giang!, 'Content-Type': 'multipart/form-data; boundary=x' },
      body: 'nothing of the kind',
    });
    const args = { request, params: {}, context: {} } as unknown as ActionFunctionArgs;
    expect((await answered(upload.action, args)).status).toBe(400);
    expect(incoming()).toEqual([]);
  });

  it('keeps a hostile name from headers, paths and pages', async () => {
    const name = '../../"; filename="x.html\r\nSet-Cookie: a=b<script>alert(1)</script>.html';
    const { body } = await send('giang', files.png(9, 9, 'tên độc'), { name, alt: '"><script>alert(1)</script>' });
    const { id, text, html } = body as { id: string; text: string; html: string };
    expect(text).not.toMatch(/[<>]/);
    expect(html).not.toContain('<script');
    const { headers } = await get('an', id);
    expect(headers.get('Content-Disposition')).not.toMatch(/[\r\n<>]|html"/);
    expect(headers.get('Set-Cookie')).toBeNull();
  });
});
