import { expect, it } from 'vitest';
import { vi as audience } from '#app/features/courses/messages/audience-vi.ts';
import { vi as terms } from '#app/features/courses/messages/terms-vi.ts';
import { vi as certificates } from '#app/features/progress/messages/certificates-vi.ts';
import { vi as extensions } from '#app/features/progress/messages/extensions-vi.ts';
import { vi as reminders } from '#app/features/progress/messages/reminders-vi.ts';
import { addDays, dateOf } from '#app/kernel/vietnam-time.ts';
import {
  button,
  expectAccessible,
  expectNoSidewaysScroll,
  heading,
  link,
  picture,
  readTable,
  refusedWith,
  sees,
  signIn,
  useBrowser,
  visit,
} from './browser.ts';
import { ask, askOne } from './records.ts';

useBrowser();

// The trial exam of the first division: due ten days ago, so somebody is late.
const trial = askOne<{ id: string; title: string }>(
  `SELECT "id", "title" FROM "Assignment" WHERE "rule" LIKE '%"lessons":"none"%' AND "dueAt" < ?`,
  Date.now(),
);

it('an author sees who is in the audience and why, and lets the assignment give a certificate', async () => {
  const { page } = await visit({ viewport: { width: 1024, height: 768 } }, [refusedWith(400)]);
  await signIn(page, 'tacgia', { to: `/author/assignments/${trial.id}/audience` });
  await sees(page.getByText(audience.edit.same));
  const tree = page.getByRole('checkbox', { name: /^Bộ Tham mưu/ });
  await tree.check();
  await sees(page.getByText(/So với hiện nay: thêm [1-9]/));
  const opening = page.waitForEvent('popup');
  await button(page, audience.see).click();
  const preview = await opening;
  await sees(heading(preview, audience.preview.title, 1));
  const table = preview.getByRole('table').last();
  expect((await readTable(table)).rows[0]?.at(-1)).toMatch(/^đơn vị /);
  await preview.close();
  // Nothing was saved: the audience is as it was.
  await page.goto(`/author/assignments/${trial.id}/certification`);
  await page.getByRole('radio', { name: terms.certificate.kinds.months }).check();
  await page.getByLabel(terms.certificate.months, { exact: true }).fill('0');
  await button(page, terms.certificate.button).click();
  await sees(link(page.getByRole('alert'), terms.certificate.problems['months out-of-range']));
  await page.getByLabel(terms.certificate.months, { exact: true }).fill('12');
  await button(page, terms.certificate.button).click();
  await sees(page.getByText(terms.certificate.saved));
  await expectAccessible(page);
  await page.context().close();
});

it('whoever had completed bears a certificate, which the leader looks up by its number', async () => {
  const { number } = askOne<{ number: string }>(`SELECT "number" FROM "Certificate" WHERE "revokedAt" IS NULL LIMIT 1`);
  const { page } = await visit({ viewport: { width: 1024, height: 768 } });
  await signIn(page, 'sudoan', { to: '/certificates' });
  await page.getByLabel(certificates.lookUp.number, { exact: true }).fill('2026-AAAA-AAAA-AAAA');
  await button(page, certificates.lookUp.button).click();
  await sees(page.getByText(certificates.lookUp.unknown));
  await page.getByLabel(certificates.lookUp.number, { exact: true }).fill(number.toLowerCase());
  await button(page, certificates.lookUp.button).click();
  await sees(heading(page, certificates.paper.title, 1));
  await sees(page.getByText(certificates.paper.number(number)));
  await picture(page, 'certificate');
  await page.context().close();
});

it('a leader takes up who is late, calls them by a sheet, and gives one of them longer', async () => {
  const { page } = await visit({ viewport: { width: 360, height: 740 } }, [refusedWith(400)]);
  await signIn(page, 'sudoan', { to: '/reminders' });
  await sees(heading(page, reminders.title, 1));
  await expectNoSidewaysScroll(page);
  // What other leaders have to answer is folded away.
  for (const folded of await page.locator('main details:not([open]) > summary').all()) await folded.click();
  await page.getByLabel(reminders.note, { exact: true }).first().fill('Học bù tối thứ Tư');
  await page
    .getByRole('button', { name: /^Tiếp nhận: / })
    .first()
    .click();
  await sees(page.getByText(reminders.done.acknowledged));
  await sees(page.getByText(/Học bù tối thứ Tư/));
  await expectAccessible(page);
  await page
    .getByRole('button', { name: /^Bỏ tiếp nhận: / })
    .first()
    .click();
  await sees(page.getByText(reminders.done.undone));

  await link(page, reminders.sheet).first().click();
  await sees(heading(page, reminders.callSheet.title, 1));
  const before = (await readTable(page.getByRole('table'))).rows.length;
  expect(before).toBeGreaterThan(1);
  const unitId = new URL(page.url()).searchParams.get('unit') ?? '';

  await page.goto(`/units/${unitId}/extensions?assignment=${trial.id}`);
  await page.locator('input[name="personIds"]').first().check();
  await page.getByLabel(extensions.dueOn, { exact: true }).fill(addDays(dateOf(new Date()), 10));
  await button(page, extensions.button).click();
  await sees(link(page.getByRole('alert'), extensions.problems['reason-missing']));
  await page.getByLabel(extensions.reason, { exact: true }).fill('Đi công tác');
  await button(page, extensions.button).click();
  await sees(page.getByText(extensions.done.extended));
  await sees(heading(page, extensions.standing, 2));
  await expectNoSidewaysScroll(page);
  await page.goto(`/reminders/call-sheet?unit=${unitId}`);
  expect((await readTable(page.getByRole('table'))).rows.length).toBe(before - 1);
  // As it was, for the stories that come after.
  await page.goto(`/units/${unitId}/extensions?assignment=${trial.id}`);
  await button(page, /^Kết thúc gia hạn của /)
    .first()
    .click();
  await sees(page.getByText(extensions.done.ended));
  expect(ask(`SELECT 1 FROM "DueExtension" WHERE "endedAt" IS NULL`)).toEqual([]);
  await page.context().close();
});
