import { expect, it } from 'vitest';
import { vi as roles } from '#app/features/access/messages/grants-vi.ts';
import { vi as presence } from '#app/features/org/messages/presence-vi.ts';
import {
  button,
  expectAccessible,
  expectNoSidewaysScroll,
  link,
  picture,
  sees,
  signIn,
  useBrowser,
  visit,
} from './browser.ts';
import { askOne } from './records.ts';

useBrowser();

const companyOf = () =>
  askOne<{ unitId: string; number: string; login: string }>(
    `SELECT g."unitId", l."number", a."login" FROM "RoleGrant" g
       JOIN "Account" b ON b."personId" = g."personId" AND b."login" = 'daidoi'
       JOIN "Person" l ON l."unitId" = g."unitId" AND l."personnelClass" = 'enlisted' AND l."leftAt" IS NULL
       JOIN "Account" a ON a."personId" = l."id" WHERE g."role" = 'leader' ORDER BY l."number" LIMIT 1`,
  );

it('a company’s day is entered by keyboard and confirmed; the level above sees it; who stands in does so too', async () => {
  const { unitId, number, login } = companyOf();
  const { page } = await visit();
  await signIn(page, 'daidoi', { to: `/units/${unitId}/presence` });
  await sees(page.getByText(presence.roll.notYet));
  const choices = page.locator('[data-roll]');
  await choices.first().focus();
  await page.keyboard.press('v');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('p');
  expect(await choices.nth(0).inputValue()).toBe('hospital');
  expect(await choices.nth(1).inputValue()).toBe('leave');
  const many = await choices.count();
  await sees(page.getByRole('status').filter({ hasText: presence.roll.sum(String(many - 2), String(many)) }));
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await button(page, /^Xác nhận quân số/).click();
  await sees(page.getByText(presence.roll.done));
  await picture(page, 'presence');

  // The day comes again, as after a slow line: nothing is counted twice.
  await page.goBack();
  await page.goto(`/units/${unitId}/presence`);
  await button(page, /^Xác nhận lại/).click();
  await sees(page.getByText(presence.roll.unchanged));

  const above = await visit();
  const parent = askOne<{ parentId: string }>('SELECT "parentId" FROM "Unit" WHERE "id" = ?', unitId).parentId;
  await signIn(above.page, 'sudoan', { to: `/units/${parent}/presence` });
  await sees(above.page.getByText(presence.overview.all).first());

  // The leader lets a soldier stand in, by number, for a week.
  await page.goto(`/units/${unitId}/roles`);
  await link(page, roles.delegate.own).click();
  await page.getByLabel(roles.delegate.search).fill(number);
  await button(page, roles.find).click();
  await page.getByRole('link', { name: /^Chọn / }).click();
  const week = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel(roles.grant.until).fill(week);
  await button(page, roles.delegate.button).click();
  await sees(page.getByText(roles.delegate.done));

  const standIn = await visit();
  await signIn(standIn.page, login, { to: `/units/${unitId}/presence` });
  await sees(button(standIn.page, /^Xác nhận lại/));
  await standIn.page.goto(
    `/people/${askOne<{ id: string }>('SELECT "id" FROM "Person" WHERE "number" = ?', number).id}/access`,
  );
  await sees(standIn.page.getByText(/^Làm thay /).first());
  const own = standIn.page.locator('section').filter({ hasText: roles.who.mayOwn }).first();
  await sees(own.getByText(roles.acts['unit.view']));
  expect(await own.getByText(roles.acts['figures.sign']).count()).toBe(0);
});
