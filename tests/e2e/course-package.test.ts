import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { vi } from '#app/features/course-package/messages/vi.ts';
import { button, heading, link, picture, refusedWith, sees, signIn, useBrowser, visit } from './browser.ts';
import { askOne } from './records.ts';

/** An author packs a course, sends a spoilt copy, then the good one, and is told that everything is here already. */

useBrowser();

it('a course goes out as one file and is looked at before it comes in', async () => {
  const { page } = await visit({ viewport: { width: 1024, height: 768 } }, [refusedWith(400)]);
  const { id, title, code } = askOne<{ id: string; title: string; code: string }>(
    `SELECT "id", "title", "code" FROM "Course" WHERE "state" = 'published' ORDER BY "createdAt" LIMIT 1`,
  );
  await signIn(page, 'tacgia', { to: `/author/courses/${id}` });
  await link(page, vi.export.link).click();
  await sees(heading(page, vi.export.title));
  await picture(page, 'package-export');
  const downloading = page.waitForEvent('download');
  await page
    .getByRole('link', { name: /^Tải gói về/ })
    .first()
    .click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`${code}.hoctap35.zip`);
  const bytes = readFileSync(await download.path());

  await page.goto('/author/courses');
  await link(page, vi.import.link).click();
  const spoilt = Buffer.from(bytes);
  spoilt[Math.floor(spoilt.length / 2)]! ^= 255;
  const send = async (buffer: Buffer) => {
    await page
      .getByLabel(vi.import.file)
      .setInputFiles({ name: `${code}.hoctap35.zip`, mimeType: 'application/zip', buffer });
    await button(page, vi.import.button).click();
  };
  await send(spoilt);
  await sees(page.getByRole('alert').filter({ hasText: vi.refusals.checksum }));
  await sees(page.getByText(vi.import.nothingWritten));
  await picture(page, 'package-refused');
  await send(bytes);
  await sees(heading(page, title, 1));
  // All of the page, so that a failure tells what would be taken in.
  await expect.poll(() => page.locator('main').textContent()).toContain(vi.preview.nothingText);
  await picture(page, 'package-preview');
  await page.getByLabel(vi.preview.asPublished).check();
  await page.waitForURL(/as=published/);
  await sees(page.getByText(vi.preview.nothingText));
});
