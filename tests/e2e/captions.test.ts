import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { vi } from '#app/features/media/messages/captions-vi.ts';
import { vi as files } from '#app/features/media/messages/files-vi.ts';
import { vi as media } from '#app/features/media/messages/vi.ts';
import { button, link, refusedWith, sees, signIn, useBrowser, type Visit, visit } from './browser.ts';

useBrowser();

/** Eight seconds of silence. */
function wav(): Buffer {
  const rate = 8000;
  const samples = Buffer.alloc(8 * rate, 128);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

const text = (page: Page, number: number) => page.getByLabel(vi.textOf(number));
/** The place where the player stands. */
async function seek(page: Page, seconds: number): Promise<void> {
  await page.locator('audio').evaluate(
    (player: HTMLAudioElement, at) =>
      new Promise<void>((resolve) => {
        player.addEventListener('seeked', () => resolve(), { once: true });
        player.currentTime = at;
      }),
    seconds,
  );
}

let first: Visit;
let second: Visit;
let address = '';

beforeAll(async () => {
  first = await visit();
  // What another was faster with, and a row that is wrong, are answered as refusals.
  second = await visit({}, [refusedWith(409), refusedWith(400), /net::ERR_CONNECTION_REFUSED/]);
});

it('an author uploads a sound, finds it among the files and writes its captions by keys alone', async () => {
  const { page } = first;
  await signIn(page, 'tacgia', { to: '/media' });
  await page.getByLabel(media.alt).fill('Lời căn dặn');
  await page.getByLabel(media.file).setInputFiles({ name: 'căn dặn.wav', mimeType: 'audio/wav', buffer: wav() });
  await button(page, media.upload).click();
  await sees(page.getByText(media.done));
  await page.goto('/author/media?state=no-captions');
  await link(page, 'căn dặn.wav').click();
  await link(page, files.file.write).click();
  await sees(text(page, 1));
  await page.waitForFunction(() => (document.querySelector('audio')?.duration ?? 0) > 7);
  await text(page, 1).focus();
  await seek(page, 1);
  await page.keyboard.press('F8');
  await page.keyboard.type('Chào các đồng chí');
  await seek(page, 2.5);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Giữ gìn sức khỏe');
  await seek(page, 4);
  await page.keyboard.press('F9');
  await page.keyboard.press('Control+s');
  await sees(page.getByText(/^Đã lưu lúc \d/));
  expect(await text(page, 2).evaluate((field) => field === document.activeElement)).toBe(true);
  const { pathname, search } = new URL(page.url());
  address = pathname + search;
  const saved = await page.request.get(page.url().replace('/author', '').replace('?lang=', '/'));
  expect(await saved.text()).toBe(
    'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nChào các đồng chí\n\n00:00:02.500 --> 00:00:04.000\nGiữ gìn sức khỏe\n',
  );
});

it('a wrong row is shown at the row; of two writers the second chooses and loses nothing', async () => {
  const { page } = second;
  await signIn(page, 'tacgia2', { to: address });
  await text(page, 2).fill('Của người thứ hai');
  await page.getByLabel(vi.endOf(2)).fill('0:02');
  await button(page, vi.save).click();
  await sees(page.getByText(vi.problems['end-before-start']));
  await page.getByLabel(vi.endOf(2)).fill('0:05');
  await text(first.page, 1).fill('Chào đồng chí');
  await button(first.page, vi.save).click();
  await sees(first.page.getByText(/^Đã lưu lúc \d/));
  await button(page, vi.save).click();
  await sees(button(page, vi.conflict.mine));
  expect(await text(page, 2).inputValue()).toBe('Của người thứ hai');
  await button(page, vi.conflict.mine).click();
  await sees(page.getByText(/^Đã lưu lúc \d/));
});

it('what was typed is there again after the page was left, and a file takes its place only until it is saved', async () => {
  const { page } = second;
  await text(page, 1).fill('Chưa lưu');
  await page.reload();
  await sees(page.getByText(vi.restored));
  expect(await text(page, 1).inputValue()).toBe('Chưa lưu');
  const srt = '1\n00:00:00,500 --> 00:00:01,000\nTừ tệp\n';
  await page.getByLabel(vi.file.label).setInputFiles({ name: 'a.srt', mimeType: '', buffer: Buffer.from(srt) });
  await button(page, vi.file.button).click();
  await sees(page.getByText(vi.file.read('1')));
  expect(await text(page, 1).inputValue()).toBe('Từ tệp');
  await button(page, vi.file.before).click();
  expect(await text(page, 1).inputValue()).toBe('Chưa lưu');
});

it('a server out of reach takes nothing from the page, which saves by itself as soon as it answers again', async () => {
  const { page } = second;
  const away = (url: URL) => url.pathname.includes('/captions');
  await page.route(away, (route) => route.abort('connectionrefused'));
  await button(page, vi.save).click();
  await sees(page.getByText(vi.unreached.save));
  expect(await text(page, 1).inputValue()).toBe('Chưa lưu');
  await page.unroute(away);
  await sees(page.getByText(/^Đã lưu lúc \d/));
  expect(await page.getByText(vi.unreached.save).count()).toBe(0);
});
