import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { en as progressEn } from '#app/features/progress/messages/en.ts';
import { vi as progress } from '#app/features/progress/messages/vi.ts';
import { formatPercent } from '#app/kernel/percent.ts';
import { vi as errors } from '#app/messages/errors/vi.ts';
import { vi as shell } from '#app/messages/vi.ts';
import { formatDate, formatMark } from '#app/platform/i18n/format.ts';
import {
  address,
  button,
  heading,
  link,
  picture,
  readTable,
  refusedWith,
  sees,
  signIn,
  useBrowser,
  type Visit,
  visit,
} from './browser.ts';
import { ask, askOne, unitCalled } from './records.ts';

const { dashboard, list, standings } = progress;

useBrowser();

let leader: Visit;

const whole = askOne<{ id: string; title: string }>(
  `SELECT "id", "title" FROM "Assignment" WHERE "rule" LIKE '%"lessons":"all"%'`,
);
const trial = askOne<{ id: string; title: string }>(
  `SELECT "id", "title" FROM "Assignment" WHERE "rule" LIKE '%"lessons":"none"%' AND "dueAt" < ?`,
  Date.now(),
);

const figures = (text: string | null) => text?.match(/\d+/g)?.map(Number) ?? [];

/** The table under this heading. */
const tableUnder = (page: Page, name: string): Locator =>
  page
    .locator('section')
    .filter({ has: heading(page, name, 2) })
    .getByRole('table');

/** What a press on this link hands over, as bytes. */
async function download(page: Page, name: string): Promise<{ bytes: Buffer; file: string }> {
  const coming = page.waitForEvent('download');
  await link(page, name).click();
  const given = await coming;
  return { bytes: readFileSync(await given.path()), file: given.suggestedFilename() };
}

/** A CSV of ours, by the rules of RFC 4180. */
function parseCsv(bytes: Buffer): string[][] {
  const text = bytes.toString('utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

async function parseXlsx(bytes: Buffer, firstHead: string): Promise<ExcelJS.CellValue[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const rows: ExcelJS.CellValue[][] = [];
  book.worksheets[0]!.eachRow((row) => rows.push((row.values as ExcelJS.CellValue[]).slice(1)));
  return rows.slice(rows.findIndex(([first]) => first === firstHead));
}

it('brings a division leader straight to the own division, whose counts add up to its strength', async () => {
  leader = await visit({ viewport: { width: 1280, height: 900 }, acceptDownloads: true }, [refusedWith(404)]);
  const { page } = leader;
  await signIn(page, 'sudoan');
  await link(page, shell.nav.leader).click();
  const division = unitCalled('Sư đoàn 9010');
  await page.waitForURL(`**/units/${division.id}**`);
  await sees(heading(page, 'Sư đoàn 9010', 1));
  const { strength } = askOne<{ strength: number }>(
    'SELECT COUNT(*) AS "strength" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE u."path" LIKE ? AND p."leftAt" IS NULL',
    `${division.path}%`,
  );
  await page.getByLabel(progress.choose.label).selectOption({ label: whole.title });
  await button(page, progress.choose.button).click();
  await page.waitForURL((url) => url.searchParams.get('assignment') === whole.id);
  const said = await page
    .getByText(new RegExp(` = quân số ${strength}$`))
    .first()
    .textContent();
  const numbers = figures(said);
  expect(numbers.pop()).toBe(strength);
  expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(strength);
  for (const standing of ['completed', 'in-progress', 'not-started', 'failed', 'exempt'] as const) {
    const { count } = askOne<{ count: number }>(
      `SELECT COUNT(*) AS "count" FROM "Enrolment" e JOIN "Unit" u ON u."id" = e."unitId"
       WHERE e."assignmentId" = ? AND e."status" = ? AND e."releasedAt" IS NULL AND u."path" LIKE ?`,
      whole.id,
      standing,
      `${division.path}%`,
    );
    await sees(link(page, `${standings[standing]}: ${count}`));
  }
  const ratio = await page
    .getByText(/^\d+\/\d+ đồng chí, \d+(,\d)?%$/)
    .first()
    .textContent();
  expect(figures(ratio)[1]).toBe(strength);
});

it('draws the sub-units as a chart and says the same in a table that can be sorted', async () => {
  const { page } = leader;
  await sees(page.locator('figure svg.recharts-surface'));
  const { heads, rows } = await readTable(tableUnder(page, dashboard.subUnits));
  expect(heads.slice(0, 4)).toEqual([list.unit, dashboard.strength, standings.completed, dashboard.share]);
  const parts = rows.slice(0, -1);
  const [totals] = rows.slice(-1) as [string[]];
  expect(totals[0]).toBe(dashboard.total);
  for (const [at, head] of heads.entries()) {
    if (at === 0 || head === dashboard.share) continue;
    const sum = parts.reduce((so, row) => so + Number(row[at]), 0);
    expect(sum, head).toBe(Number(totals[at]));
  }
  await link(page, dashboard.share).click();
  const isOrdered = async () => {
    const { rows } = await readTable(tableUnder(page, dashboard.subUnits));
    // The people directly under the unit stand last in any order.
    const sorted = rows.slice(0, -1).filter(([name]) => !name!.startsWith(dashboard.ownPeople('')));
    const shares = sorted.map((row) => Number(row[3]!.replace('%', '').replace(',', '.')));
    expect(shares.length).toBeGreaterThan(1);
    const ordered = [...shares].sort((a, b) => a - b);
    return [ordered, ordered.toReversed()].some((each) => each.join() === shares.join());
  };
  await expect.poll(isOrdered).toBe(true);
  await picture(page, 'leader-division');
});

it('goes down to a company and a person and back up by the path', async () => {
  const { page } = leader;
  await tableUnder(page, dashboard.subUnits).getByRole('link', { name: 'Đại đội 1', exact: true }).click();
  await sees(heading(page, 'Đại đội 1', 1));
  const people = tableUnder(page, list.title);
  const { rows } = await readTable(people);
  const { strength } = askOne<{ strength: number }>(
    'SELECT "strength" FROM "Unit" WHERE "id" = ?',
    /units\/([^/?]+)/.exec(page.url())![1],
  );
  expect(rows).toHaveLength(strength);
  const person = people.getByRole('link').first();
  const name = (await person.textContent())?.trim() ?? '';
  await person.click();
  await sees(heading(page, new RegExp(name), 1));
  await sees(heading(page, whole.title, 2));
  await sees(page.getByText(progress.person.quizzes, { exact: true }));
  await picture(page, 'leader-person');
  await link(page.getByRole('main'), 'Đại đội 1').first().click();
  await sees(heading(page, 'Đại đội 1', 1));
  await link(page.getByRole('main'), 'Sư đoàn 9010').first().click();
  await sees(heading(page, 'Sư đoàn 9010', 1));
});

it('lists who is late, by name and by how many days', async () => {
  const { page } = leader;
  await page.getByLabel(progress.choose.label).selectOption({ label: trial.title });
  await button(page, progress.choose.button).click();
  const late = ask(
    `SELECT e."personId" FROM "Enrolment" e WHERE e."assignmentId" = ? AND e."releasedAt" IS NULL
     AND e."status" NOT IN ('completed', 'exempt')`,
    trial.id,
  );
  await sees(page.getByText(dashboard.late(String(late.length))));
  await link(page, dashboard.seeLate).click();
  await sees(page.getByRole('status').filter({ hasText: new RegExp(`^${late.length}/\\d+ đồng chí$`) }));
  const { rows } = await readTable(page.getByRole('table'));
  expect(rows).toHaveLength(late.length);
  for (const row of rows) expect(row.join(' ')).toMatch(/Quá hạn \d+ ngày/);
  // Without tone marks too.
  const [name = ''] = rows[0]!;
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();
  await page.getByLabel(list.search).fill(plain.split('\n')[0]!);
  await button(page, list.filter).click();
  await page.waitForURL(/q=/);
  await sees(page.getByRole('row').filter({ hasText: name }));
});

it('shows results by classification, whose parts make the whole', async () => {
  const { page } = leader;
  await link(page.getByRole('main'), 'Sư đoàn 9010').first().click();
  await sees(heading(page, dashboard.results, 2));
  const { rows } = await readTable(tableUnder(page, dashboard.results));
  const counts = rows.map((row) => Number(row[1]));
  const total = counts.pop();
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(total);
  expect(rows.map(([name]) => name)).toEqual([...Object.values(progress.classes), dashboard.total]);
});

it('exports the table of units exactly as it stands, as XLSX and as CSV', async () => {
  const { page } = leader;
  await page.goto(`/units/${unitCalled('Sư đoàn 9010').id}?assignment=${whole.id}&sort=-coverage`);
  const seen = await readTable(tableUnder(page, dashboard.subUnits));
  const shareAt = seen.heads.indexOf(dashboard.share);
  const asShown = (value: unknown, at: number) =>
    at === shareAt ? formatPercent(value === '' || value === null ? null : Number(value), 'vi') : String(value ?? '');
  const csv = await download(page, progress.export.csv);
  expect(csv.file).toMatch(/\.csv$/);
  const [csvHeads, ...csvRows] = parseCsv(csv.bytes);
  expect(csvHeads).toEqual(seen.heads);
  expect(csvRows.map((row) => row.map(asShown))).toEqual(seen.rows);
  const xlsx = await download(page, progress.export.xlsx);
  expect(xlsx.file).toMatch(/\.xlsx$/);
  const [xlsxHeads, ...xlsxRows] = await parseXlsx(xlsx.bytes, list.unit);
  expect(xlsxHeads).toEqual(seen.heads);
  expect(xlsxRows.map((row) => row.map(asShown))).toEqual(seen.rows);
});

it('exports the people as they are filtered, numbers as numbers and days as days', async () => {
  const { page } = leader;
  await page.goto(`/units/${unitCalled('Sư đoàn 9010').id}/people?assignment=${whole.id}&standing=completed`);
  const seen = await readTable(page.getByRole('table'));
  const { bytes } = await download(page, progress.export.xlsx);
  const [heads = [], ...rows] = await parseXlsx(bytes, list.name);
  const at = (head: string) => heads.indexOf(head);
  const shown = rows.map((row) => ({
    name: row[at(list.name)],
    grade: formatMark('vi', Number(row[at(list.grade)])),
    day: formatDate('vi', row[at(list.completedAt)] as Date),
  }));
  const seenAt = (head: string) => seen.heads.indexOf(head);
  const page1 = seen.rows.map((row) => ({
    name: row[seenAt(list.name)],
    grade: row[seenAt(list.grade)],
    day: row[seenAt(list.completedAt)],
  }));
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.slice(0, page1.length)).toEqual(page1);
});

it('finds nothing outside the own division by any address', async () => {
  const { page, context } = leader;
  const other = unitCalled('Sư đoàn 9020');
  const corps = askOne<{ id: string }>(`SELECT "id" FROM "Unit" WHERE "kind" = 'corps'`);
  const people = ask<{ id: string }>(
    'SELECT p."id" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE u."path" LIKE ? LIMIT 3',
    `${other.path}%`,
  );
  const units = ask<{ id: string }>('SELECT "id" FROM "Unit" WHERE "path" LIKE ?', `${other.path}%`);
  const addresses = [
    ...[...units, corps].flatMap(({ id }) => [
      `/units/${id}`,
      `/units/${id}?assignment=${whole.id}`,
      `/units/${id}.data`,
      `/units/${id}/people`,
      `/units/${id}/table.xlsx`,
      `/units/${id}/table.csv?view=people`,
    ]),
    ...people.flatMap(({ id }) => [`/people/${id}`, `/people/${id}.data`]),
  ];
  for (const each of addresses) {
    const response = await context.request.get(each);
    expect([each, response.status()]).toEqual([each, 404]);
  }
  await page.goto(`/units/${other.id}`);
  await sees(heading(page, errors.notFound.title, 1));
  const exempted = await context.request.post(`/people/${people[0]!.id}/exemptions`, {
    form: { intent: 'exempt', assignmentId: whole.id, reason: 'thử' },
    headers: { Origin: address },
  });
  expect(exempted.status()).toBe(404);
});

it('speaks English and goes dark when asked, and remembers both', async () => {
  const { page } = leader;
  await page.goto(`/units/${unitCalled('Sư đoàn 9010').id}?assignment=${whole.id}`);
  const brightness = () =>
    page.evaluate(() => {
      const [red = 0, green = 0, blue = 0] = getComputedStyle(document.documentElement)
        .backgroundColor.match(/\d+/g)!
        .map(Number);
      return red + green + blue;
    });
  expect(await brightness()).toBeGreaterThan(600);
  await button(page, shell.preferences.dark).click();
  await expect.poll(brightness).toBeLessThan(200);
  await button(page, shell.preferences.toEnglish).click();
  await sees(heading(page, progressEn.dashboard.subUnits, 2));
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  const { heads } = await readTable(tableUnder(page, progressEn.dashboard.subUnits));
  expect(heads[0]).toBe(progressEn.list.unit);
  const [csvHeads] = parseCsv((await download(page, progressEn.export.csv)).bytes);
  expect(csvHeads).toEqual(heads);
  await page.goto('/');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await brightness()).toBeLessThan(200);
  await picture(page, 'leader-english-dark');
});
