import { expect, it } from 'vitest';
import { vi as admin } from '#app/features/org/messages/administration-vi.ts';
import { vi as people } from '#app/features/org/messages/people-vi.ts';
import { vi as tree } from '#app/features/org/messages/tree-vi.ts';
import { vi as shell } from '#app/messages/vi.ts';
import {
  button,
  expectAccessible,
  expectNoSidewaysScroll,
  heading,
  link,
  refusedWith,
  sees,
  signIn,
  useBrowser,
  visit,
} from './browser.ts';
import { askOne } from './records.ts';

useBrowser();

const root = askOne<{ id: string; name: string }>(`SELECT "id", "name" FROM "Unit" WHERE "parentId" IS NULL`);
const full = askOne<{ id: string; name: string }>(
  `SELECT u."id", u."name" FROM "Unit" u WHERE u."strength" > 0 AND u."parentId" = ? ORDER BY u."position" LIMIT 1`,
  root.id,
);
const stamp = Date.now().toString(36);
const names = { first: `Đơn vị thử ${stamp}`, second: `Đơn vị thử ${stamp} (mới)`, person: `Vũ Thử ${stamp}` };

it('an administrator grows the tree, mends it, and is told what keeps a unit open', async () => {
  const { page } = await visit({}, [refusedWith(400), refusedWith(409)]);
  await signIn(page, 'quantri');
  await link(page, shell.nav.admin).click();
  await sees(heading(page, admin.title));
  await link(page, root.name).click();
  await link(page, tree.add).click();
  await button(page, tree.newButton).click();
  await sees(page.getByText(tree.problems.name.missing).first());
  await page.getByLabel(tree.field.name).fill(names.first);
  await page.getByLabel(tree.field.kind).selectOption('battalion');
  await button(page, tree.newButton).click();
  await sees(page.getByText(tree.done.added));
  await link(page, tree.rename).click();
  await page.getByLabel(tree.field.name).fill(names.second);
  await button(page, tree.renameButton).click();
  await sees(heading(page, names.second));
  await button(page, tree.undoName(names.first)).click();
  await sees(heading(page, names.first));
  // Other units are found without tone marks; the unit itself is none of the places it can go to.
  await link(page, tree.move).click();
  await page.getByLabel(tree.moveSearch).fill('don vi thu');
  await button(page, tree.searchButton).click();
  await page.waitForURL(/q=/);
  await expect(page.getByRole('radio', { name: names.first }).count()).resolves.toBe(0);
  await page.getByLabel(tree.moveSearch).fill(
    full.name
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/đ/g, 'd')
      .replace(/Đ/g, 'D'),
  );
  await button(page, tree.searchButton).click();
  await sees(page.getByRole('radio', { name: full.name }));
  await page.goto(`/units/${full.id}/structure/closing`);
  await sees(page.getByText(tree.closeBlocked));
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/units/${root.id}/structure`);
  await page
    .getByRole('link', { name: new RegExp(`^${tree.expand('').trim()}`) })
    .first()
    .press('Enter');
  await sees(page.locator('main a[aria-expanded="true"]'));
  await expectNoSidewaysScroll(page);
});

it('a person is added, gets an account, is transferred, leaves and is erased, without JavaScript', async () => {
  const { page } = await visit({ javaScriptEnabled: false }, [refusedWith(400)]);
  await signIn(page, 'quantri');
  const unit = askOne<{ id: string }>(`SELECT "id" FROM "Unit" WHERE "name" = ?`, names.first);
  await page.goto(`/units/${unit.id}/people/new`);
  await page.getByLabel(people.field.fullName).fill(names.person);
  await page.getByLabel(people.field.number, { exact: true }).fill(`TH-${stamp}`);
  await page.getByLabel(people.field.bornOn).fill('2099-01-01');
  await page.getByLabel(people.field.personnelClass).selectOption('officer');
  await page.getByLabel(people.field.membership).selectOption('party');
  await button(page, people.newButton).click();
  await sees(page.getByText(people.problems.bornOn['in-future']).first());
  await page.getByLabel(people.field.bornOn).fill('1999-01-01');
  await button(page, people.newButton).click();
  await sees(page.getByText(people.done.added));
  const here = page.url().split('?')[0]!;
  await page.goto(`${here}/transfer?q=${encodeURIComponent(full.name)}`);
  await page.getByRole('radio').first().check();
  await button(page, people.transferButton).click();
  await sees(page.getByText(people.done.transferred));
  await page.goto(`${here}/departure`);
  await page.getByRole('radio', { name: people.leaveReasons.retired }).check();
  await button(page, people.dischargeButton).click();
  await sees(page.getByText(people.done.discharged));
  await page.goto(`${here}/erasure`);
  await page.getByLabel(people.eraseConfirm(`TH-${stamp}`)).fill('khong dung');
  await button(page, people.eraseButton).click();
  await sees(page.getByText(people.problems.confirm).first());
  await page.getByLabel(people.eraseConfirm(`TH-${stamp}`)).fill(`TH-${stamp}`);
  await button(page, people.eraseButton).click();
  await sees(heading(page, people.erasedName));
  expect(await page.content()).not.toContain(names.person);
});
