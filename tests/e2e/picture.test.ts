import { expect, it } from 'vitest';
import { vi as picture } from '#app/features/progress/messages/picture-vi.ts';
import { vi as progress } from '#app/features/progress/messages/vi.ts';
import { vi as topics } from '#app/features/progress/messages/weak-topics-vi.ts';
import { addDays, dateOf, formatDate } from '#app/kernel/vietnam-time.ts';
import {
  button,
  heading,
  picture as keepPicture,
  link,
  sees,
  signIn,
  useBrowser,
  type Visit,
  visit,
} from './browser.ts';
import { askOne } from './records.ts';

useBrowser();

let leader: Visit;
const today = dateOf(new Date());
const monthAgo = addDays(today, -30);
const whole = askOne<{ id: string }>(`SELECT "id" FROM "Assignment" WHERE "rule" LIKE '%"lessons":"all"%'`);
const main = () => leader.page.getByRole('main');
const tableOf = (title: string) =>
  leader.page
    .locator('section')
    .filter({ has: heading(leader.page, title, 2) })
    .getByRole('table');

it('tells the corps leader the state, what is to be done, and the trend, before any script has run', async () => {
  const plain = await visit({ javaScriptEnabled: false });
  await signIn(plain.page, 'quandoan', { to: '/units' });
  await sees(plain.page.getByText(/^\d+\/\d+ đồng chí, \d+(,\d)?%$/));
  await sees(heading(plain.page, picture.attention.title, 2));
  // A flat line has no height, and is none the less drawn.
  expect(await plain.page.locator('figure svg path[vector-effect]').count()).toBeGreaterThan(0);
  await plain.context.close();
});

it('goes down from the corps to a person, and back by the path', async () => {
  leader = await visit();
  await signIn(leader.page, 'quandoan', { to: '/units' });
  const { page } = leader;
  await page.goto(`${page.url()}?assignment=${whole.id}`);
  const corps = await page.locator('h1').textContent();
  let depth = 0;
  let unit = '';
  while (await tableOf(progress.dashboard.subUnits).count()) {
    const next = tableOf(progress.dashboard.subUnits).getByRole('rowheader').getByRole('link').first();
    unit = (await next.textContent()) ?? '';
    await next.click();
    await sees(heading(page, unit, 1));
    await sees(link(main(), corps ?? '').first());
    depth += 1;
    await page.waitForLoadState('networkidle');
  }
  expect(depth).toBeGreaterThan(0);
  const person = tableOf(progress.list.title).getByRole('link').first();
  const name = (await person.textContent()) ?? '';
  await person.click();
  await sees(heading(page, new RegExp(name), 1));
  await page.goBack();
  // The person's page has a link to the corps too, which knows nothing of the chosen course.
  await sees(heading(page, unit, 1));
  await link(main(), corps ?? '')
    .first()
    .click();
  await sees(heading(page, corps ?? '', 1));
});

it('looks at the end of an earlier day, and every figure leads to its people of that day', async () => {
  const { page } = leader;
  await page.getByLabel(picture.controls.day).fill(monthAgo);
  await button(page, picture.controls.button).click();
  await sees(page.getByText(picture.past.title(formatDate(monthAgo)), { exact: true }));
  expect(await heading(page, picture.attention.title, 2).count()).toBe(0);
  const then = page.url();
  const completed = link(main(), new RegExp(`^${progress.standings.completed}: `)).first();
  const [count] = /\d+$/.exec((await completed.getAttribute('aria-label')) ?? '') ?? [];
  await completed.click();
  await sees(page.getByText(picture.past.title(formatDate(monthAgo)), { exact: true }));
  await sees(page.getByRole('status').filter({ hasText: new RegExp(`^${count}/\\d+ đồng chí$`) }));
  expect(page.url()).toContain(`asOf=${monthAgo}`);
  await page.goto(then);
  await link(page, picture.controls.today).click();
  await sees(heading(page, picture.attention.title, 2));
});

it('prints the whole screen on A4 without what only a screen needs', async () => {
  const { page } = leader;
  await page.emulateMedia({ media: 'print' });
  expect(await button(page, picture.controls.button).isVisible()).toBe(false);
  await sees(heading(page, progress.dashboard.subUnits, 2));
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await page.emulateMedia({ media: 'screen' });
  await keepPicture(page, 'leader-picture');
});

it('compares two days, and comes from a weak topic to practice for exactly those people', async () => {
  const { page } = leader;
  const top = page.url();
  await link(page, picture.links.compare).click();
  await page.getByLabel(picture.compare.from).fill(monthAgo);
  await button(page, picture.compare.button).click();
  await sees(page.getByRole('cell', { name: new RegExp(picture.compare.better) }));
  await page.goto(top);
  await link(page, picture.links.weak).click();
  await sees(heading(page, topics.title, 1));
  expect(await page.getByText(/Đáp án|phương án đúng/).count()).toBe(0);
  await link(page, new RegExp(`^${topics.practiceFor('')}`))
    .first()
    .click();
  await sees(button(page, /^Giao cho \d+ đồng chí$/));
  const offered = Number(/\d+/.exec((await button(page, /^Giao cho/).textContent()) ?? '')?.[0]);
  expect(await page.getByRole('table').getByRole('row').count()).toBe(offered + 1);
});
