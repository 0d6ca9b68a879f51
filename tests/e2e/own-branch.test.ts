import { expect, it } from 'vitest';
import { vi as presence } from '#app/features/org/messages/presence-import-vi.ts';
import { vi as roll } from '#app/features/org/messages/presence-vi.ts';
import { vi as tree } from '#app/features/org/messages/tree-vi.ts';
import {
  address,
  button,
  expectAccessible,
  expectNoSidewaysScroll,
  heading,
  refusedWith,
  sees,
  signIn,
  useBrowser,
  type Visit,
  visit,
} from './browser.ts';
import { askOne } from './records.ts';

useBrowser();

// A battalion of the story's own: nothing here is anybody else's.
const stamp = Date.now().toString(36);
const root = askOne<{ id: string }>(`SELECT "id" FROM "Unit" WHERE "parentId" IS NULL`);
const units = { battalion: `rieng${stamp}d`, one: `rieng${stamp}a`, two: `rieng${stamp}b` };
const nameOf = (unit: keyof typeof units) => `Nhánh riêng ${stamp} ${unit}`;
const people = [1, 2].map((each) => ({ id: `rieng${stamp}p${each}`, number: `NR-${stamp}-${each}` }));

let admin: Visit;

async function send(url: string, form: Record<string, string>): Promise<void> {
  const answer = await admin.page.request.post(url, { form, headers: { Origin: address }, maxRedirects: 0 });
  expect(answer.status(), url).toBe(303);
}

it('two companies are merged and parted again by one press', async () => {
  // A file with a problem is answered as a refusal.
  admin = await visit({}, [refusedWith(400)]);
  const { page } = admin;
  await signIn(page, 'quantri');
  const add = (parent: string, unit: keyof typeof units, kind: string) =>
    send(`/units/${parent}/structure/new-unit`, { id: units[unit], name: nameOf(unit), shortName: unit, kind });
  await add(root.id, 'battalion', 'battalion');
  await add(units.battalion, 'one', 'company');
  await add(units.battalion, 'two', 'company');
  for (const { id, number } of people)
    await send(`/units/${units.one}/people/new`, {
      ...{ id, number, fullName: `Vũ Riêng ${number}`, bornOn: '', rank: '', position: '' },
      ...{ personnelClass: 'civilian', membership: 'none', effectiveOn: '', note: '' },
    });
  await page.goto(`/units/${units.one}/structure/merger?q=${encodeURIComponent(nameOf('two'))}`);
  await page.getByRole('radio', { name: nameOf('two') }).check();
  await button(page, tree.mergeButton).click();
  await sees(page.getByText(tree.done.merged));
  await button(page, tree.undoMerge(nameOf('one'))).click();
  await sees(page.getByText(tree.done.parted));
  await sees(heading(page, nameOf('one'), 1));
  const strength = () => askOne<{ n: number }>('SELECT "strength" AS n FROM "Unit" WHERE "id" = ?', units.one).n;
  expect(strength()).toBe(people.length);
});

it('the presence of a day comes in from a file, problems first at their row and column', async () => {
  const { page } = admin;
  await page.goto(`/units/${units.battalion}/presence/import`);
  const file = (...rows: string[]) => ({
    name: 'vang-mat.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Số hiệu;Lý do;Từ ngày;Đến ngày', ...rows].join('\r\n')),
  });
  await page.getByLabel(presence.file, { exact: true }).setInputFiles(file(`${people[0]!.number};Đi chơi;;`));
  await button(page, presence.preview).click();
  await sees(page.getByText(presence.problemsText));
  await expectAccessible(page);
  await page.getByLabel(presence.file, { exact: true }).setInputFiles(file(`${people[0]!.number};Nghỉ phép;;`));
  await button(page, presence.preview).click();
  await sees(page.getByText(`Vũ Riêng ${people[0]!.number}`));
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: /^Ghi / }).click();
  await sees(page.getByText(roll.overview.all).first());
});

it('leaves nobody of its own behind', async () => {
  for (const { id } of people) {
    const { revision } = askOne<{ revision: number }>('SELECT "revision" FROM "Person" WHERE "id" = ?', id);
    const order = { effectiveOn: '', note: '', revision: String(revision) };
    await send(`/people/${id}/departure`, { reason: 'retired', ...order });
  }
});
