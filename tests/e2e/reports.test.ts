import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { vi as picture } from '#app/features/progress/messages/picture-vi.ts';
import { documentVi } from '#app/features/reports/messages/document-vi.ts';
import { vi } from '#app/features/reports/messages/vi.ts';
import { addDays, dateOf } from '#app/kernel/vietnam-time.ts';
import { button, heading, link, refusedWith, sees, signIn, useBrowser, type Visit, visit } from './browser.ts';
import { askOne, unitCalled } from './records.ts';

const { list, make, report, figures } = vi;

useBrowser();

let leader: Visit;
let reportUrl: string;
const assignment = askOne<{ id: string; title: string }>(
  `SELECT "id", "title" FROM "Assignment" WHERE "rule" LIKE '%"lessons":"all"%'`,
);
const yesterday = addDays(dateOf(new Date()), -1);

it('makes a report from the unit’s page: chosen, looked at, kept', async () => {
  leader = await visit({ viewport: { width: 1024, height: 768 }, acceptDownloads: true });
  const { page } = leader;
  const unit = unitCalled('Sư đoàn 9010');
  await signIn(page, 'sudoan', { to: `/units/${unit.id}` });
  await link(page, new RegExp(`^${picture.links.reports}`)).click();
  await page.waitForURL(`**/units/${unit.id}/reports`);
  await link(page, list.make).first().click();
  await page.getByLabel(assignment.title).check();
  await page.getByLabel(make.asOf).fill(yesterday);
  await page.getByLabel(make.number).fill('35');
  await page.getByLabel(make.nameChoices.owing).check();
  await button(page, make.preview).click();
  await sees(page.getByText(documentVi.head.nation));
  const previewed = await page.locator('article').textContent();
  await button(page, make.save).click();
  await sees(heading(page, report.title('35'), 1));
  reportUrl = new URL(page.url()).pathname;
  const kept = await page.locator('article').textContent();
  // The kept one tells its check code, and is otherwise what was looked at.
  const [seal] = kept?.match(/Số liệu lưu tại .*? mã kiểm tra [0-9A-F]{12}\./) ?? [];
  expect(kept?.replace(seal ?? '', '')).toBe(previewed);
  expect(seal).toBeDefined();
  expect(kept).toContain(documentVi.annex.name('').trim());
});

it('takes it out in three forms and finds that its figures still agree', async () => {
  const { page } = leader;
  for (const [name, start] of [
    [report.docx, 'PK'],
    [report.pdf, '%PDF'],
    [report.xlsx, 'PK'],
  ] as const) {
    const coming = page.waitForEvent('download');
    await link(page, name).click();
    const file = await coming;
    expect(
      readFileSync(await file.path())
        .subarray(0, start.length)
        .toString('latin1'),
      name,
    ).toBe(start);
    expect(file.suggestedFilename()).toMatch(/^Báo-cáo-kết-quả-học-tập-Sư-đoàn-9010-.*\.(docx|pdf|xlsx)$/);
  }
  await button(page, report.check).click();
  await sees(page.getByText(report.checkSame, { exact: true }));
});

it('signs the figures of the division; a regiment’s leader and a soldier see nothing of it', async () => {
  const { page } = leader;
  const unit = unitCalled('Sư đoàn 9010');
  await page.goto(`/units/${unit.id}/figures?assignment=${assignment.id}&day=${yesterday}`);
  await button(page, figures.sign).click();
  await sees(page.getByText(figures.done.sign, { exact: true }));
  await sees(page.getByText(figures.holds).first());
  for (const login of ['daidoi', 'hocvien']) {
    const other = await visit({}, [refusedWith(403), refusedWith(404)]);
    await signIn(other.page, login);
    const asked = [reportUrl, `${reportUrl}/report.pdf`, `/units/${unit.id}/reports`, `/units/${unit.id}/figures`];
    for (const url of asked) {
      const answer = await other.page.request.get(url);
      expect([403, 404], `${login} ${url}`).toContain(answer.status());
    }
  }
});
