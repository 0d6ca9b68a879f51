import { rmSync } from 'node:fs';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { vi as slips } from '#app/features/access/messages/first-passwords-vi.ts';
import { vi as access } from '#app/features/access/messages/vi.ts';
import { vi as assign } from '#app/features/courses/messages/author-vi.ts';
import { vi as courses } from '#app/features/courses/messages/vi.ts';
import { vi as roster } from '#app/features/org/messages/roster-vi.ts';
import { vi as tree } from '#app/features/org/messages/tree-vi.ts';
import { vi as progress } from '#app/features/progress/messages/vi.ts';
import { vi as reports } from '#app/features/reports/messages/vi.ts';
import { addDays, dateOf } from '#app/kernel/vietnam-time.ts';
import { runCli, runCliJson } from '../cli/run-cli.ts';
import { button, fillSignIn, heading, link, picture, refusedWith, sees, useBrowser, visit } from './browser.ts';
import { letDaysPass } from './passing-days.ts';
import { openRecords } from './records.ts';
import { newDataFolder, type RunningServer, startProduct } from './server.ts';

useBrowser();

// An installation of its own, in which there is nothing: the story fills it by the product's own doors alone.
const folder = newDataFolder();
const password = 'bốn từ không liên quan';
const top = 'Quân đoàn 99';
let server: RunningServer;
const passwords = new Map<string, { login: string; first: string }>();
const pages = new Map<string, Page>();

beforeAll(async () => {
  server = await startProduct(folder, 0, { HOCTAP35_DEMO: 'no' });
});
afterAll(async () => {
  server.kill('SIGTERM');
  await server.ended;
  rmSync(folder, { recursive: true, force: true });
});

function one<Row>(sql: string, ...values: unknown[]): Row {
  const database = openRecords(folder);
  try {
    return database.prepare(sql).get(...values) as Row;
  } finally {
    database.close();
  }
}
const unit = (name: string) => one<{ id: string }>('SELECT "id" FROM "Unit" WHERE "name" = ?', name).id;
const person = (name: string) => one<{ id: string }>('SELECT "id" FROM "Person" WHERE "fullName" = ?', name).id;

/** The page of somebody, who signs in with the first password and sets an own one. */
async function pageOf(name: string): Promise<Page> {
  const known = pages.get(name);
  if (known) return known;
  const { login, first } = passwords.get(name)!;
  const { page } = await visit({ baseURL: server.address, viewport: { width: 1024, height: 768 } }, [
    refusedWith(404),
    refusedWith(403),
  ]);
  await page.goto('/sign-in');
  await fillSignIn(page, login, first);
  await page.getByLabel(access.password.next, { exact: true }).fill(password);
  await page.getByLabel(access.password.repeat, { exact: true }).fill(password);
  await button(page, access.password.button).click();
  await page.waitForURL((url) => !url.pathname.includes('password'));
  pages.set(name, page);
  return page;
}

const people: [number: string, name: string, rank: string, position: string, unit: string][] = [
  ['L1', 'Lê Văn Lữ', 'Đại tá', 'Lữ đoàn trưởng', 'Lữ đoàn 1'],
  ['T1', 'Trần Văn Tiểu', 'Thiếu tá', 'Tiểu đoàn trưởng', 'Lữ đoàn 1 / Tiểu đoàn 11'],
  ['D1', 'Đỗ Văn Đại', 'Đại úy', 'Đại đội trưởng', 'Lữ đoàn 1 / Tiểu đoàn 11 / Đại đội 111'],
  ['B1', 'Nguyễn Thị Bình', 'Hạ sĩ', 'Chiến sĩ', 'Lữ đoàn 1 / Tiểu đoàn 11 / Đại đội 111'],
  ['B2', 'Hoàng Văn Chung', 'Binh nhì', 'Chiến sĩ', 'Lữ đoàn 1 / Tiểu đoàn 11 / Đại đội 111'],
  ['A1', 'Phạm Văn An', 'Binh nhất', 'Chiến sĩ', 'Lữ đoàn 1 / Tiểu đoàn 12 / Đại đội 121'],
  ['A2', 'Vũ Văn Dũng', 'Binh nhì', 'Chiến sĩ', 'Lữ đoàn 1 / Tiểu đoàn 12 / Đại đội 121'],
  ['E1', 'Đặng Văn Em', 'Binh nhì', 'Chiến sĩ', 'Lữ đoàn 2 / Tiểu đoàn 21 / Đại đội 211'],
];

it('the first unit, the first administrator and the course come from the command line', () => {
  for (const words of [
    ['unit', 'create', '--name', top, '--kind', 'corps'],
    ['content', 'import', 'prisma/content'],
  ]) {
    expect(runCli(folder, words)).toMatchObject({ status: 0 });
  }
  const who = [
    '--login',
    'quantri',
    '--name',
    'Trần Quản Trị',
    '--number',
    'QT01',
    '--unit',
    top,
    '--class',
    'officer',
  ];
  const { json } = runCliJson<{ password: string }>(folder, ['user', 'create', ...who]);
  passwords.set('Trần Quản Trị', { login: 'quantri', first: json.password });
  for (const role of ['administrator', 'author', 'leader']) {
    expect(runCli(folder, ['user', 'grant', 'quantri', role, top])).toMatchObject({ status: 0 });
  }
});

it('units and people come by one file, accounts by slips', async () => {
  const page = await pageOf('Trần Quản Trị');
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Quân số');
  sheet.addRow(['Số hiệu', 'Họ và tên', 'Cấp bậc', 'Chức vụ', 'Đảng/Đoàn', 'Đơn vị']);
  for (const [number, name, rank, position, where] of people) {
    sheet.addRow([number, name, rank, position, rank.startsWith('Đại') ? 'Đảng viên' : 'Đoàn viên', where]);
  }
  await page.goto('/roster-imports');
  await page.getByLabel(roster.file).setInputFiles({
    name: 'quan-so.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await book.xlsx.writeBuffer()),
  });
  await page.getByLabel(roster.makesUnits).check();
  await button(page, roster.sendButton).click();
  await sees(heading(page, roster.countsTitle, 2));
  await button(page, roster.applyButton).click();
  await sees(page.getByText(roster.appliedTitle(String(people.length), String(people.length))));
  await page.getByLabel(roster.rules.name).check();
  await button(page, roster.accountsButton).click();
  await sees(page.getByText(roster.accountsMade(String(people.length))));
  await link(page, roster.toSlips).click();
  await sees(heading(page, slips.title, 1));
  await button(page, slips.printButton).click();
  await sees(page.locator('.first-password-slip'));
  for (const [, name] of people) {
    const slip = page.locator('.first-password-slip', { hasText: name });
    const [login = '', first = ''] = await slip.locator('dd.font-mono').allInnerTexts();
    passwords.set(name, { login, first });
  }
  for (const [name, where] of [
    ['Lê Văn Lữ', 'Lữ đoàn 1'],
    ['Trần Văn Tiểu', 'Tiểu đoàn 11'],
    ['Đỗ Văn Đại', 'Đại đội 111'],
  ] as const) {
    expect(runCli(folder, ['user', 'grant', passwords.get(name)!.login, 'leader', where])).toMatchObject({ status: 0 });
  }
});

it('the course is assigned to the corps, and two soldiers study it to the end', async () => {
  const page = await pageOf('Trần Quản Trị');
  const course = one<{ id: string }>('SELECT "id" FROM "Course"');
  await page.goto(`/author/courses/${course.id}/assignments/new`);
  const main = page.getByRole('main');
  await main.getByLabel(assign.create.name, { exact: true }).fill('Học tập Nghị quyết 35');
  await main.getByLabel(assign.create.dueOn, { exact: true }).fill(addDays(dateOf(new Date()), 30));
  await page.getByRole('checkbox', { name: new RegExp(`^${top}`) }).check();
  await button(page, assign.create.button).click();
  await sees(page.getByRole('status').filter({ hasText: assign.create.done }));
  for (const name of ['Nguyễn Thị Bình', 'Phạm Văn An']) {
    const learner = await pageOf(name);
    await learner.goto('/');
    await sees(learner.getByText('Học tập Nghị quyết 35'));
    const lessons = await readLessons(learner, course.id);
    expect(lessons).toBeGreaterThan(5);
  }
});

/** The first lesson by its button, the others as the page's script tells the server. */
async function readLessons(page: Page, courseId: string): Promise<number> {
  const database = openRecords(folder);
  const lessons = database
    .prepare(
      `SELECT l."id" FROM "Lesson" l JOIN "Module" m ON m."id" = l."moduleId" WHERE m."courseId" = ? AND l."retiredAt" IS NULL`,
    )
    .all(courseId) as { id: string }[];
  database.close();
  await page.goto(`/courses/${courseId}/lessons/${lessons[0]!.id}`);
  await page
    .getByRole('button', { name: new RegExp(`^${courses.lesson.markRead}`) })
    .first()
    .click();
  await page.waitForURL((url) => !url.pathname.endsWith(lessons[0]!.id) || url.hash !== '');
  const statuses = await page.evaluate(
    async (ids) => {
      const told: number[] = [];
      for (const id of ids) {
        const headers = { 'Content-Type': 'application/json' };
        told.push(
          (await fetch(`/lessons/${id}/reading`, { method: 'POST', headers, body: '{"intent":"read"}' })).status,
        );
      }
      return told;
    },
    lessons.map(({ id }) => id),
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
  return lessons.length;
}

it('ten days later a battalion goes to the other brigade and a soldier is exempted', async () => {
  letDaysPass(folder, 10);
  const page = await pageOf('Trần Quản Trị');
  await page.goto(`/units/${unit('Tiểu đoàn 12')}/structure/place`);
  await page.getByLabel(tree.moveSearch).fill('lu doan 2');
  await button(page, tree.searchButton).click();
  await page.getByRole('radio', { name: 'Lữ đoàn 2' }).first().check();
  await button(page, tree.moveButton).click();
  await sees(page.getByText(tree.done.moved));
  const company = await pageOf('Đỗ Văn Đại');
  await company.goto(`/people/${person('Hoàng Văn Chung')}`);
  await company.getByText(progress.exemption.summary).click();
  await company.getByLabel(progress.exemption.reason).fill('Điều trị tại bệnh viện');
  await button(company, progress.exemption.button).click();
  await sees(company.getByText(progress.exemption.done.exempted));
});

it('the brigade is seen and reported as of then and as of now', async () => {
  const page = await pageOf('Lê Văn Lữ');
  const brigade = unit('Lữ đoàn 1');
  const assignment = one<{ id: string }>('SELECT "id" FROM "Assignment"');
  const then = addDays(dateOf(new Date()), -5);
  await page.goto(`/units/${brigade}?asOf=${then}`);
  await sees(page.getByText(/2\/7 đồng chí/));
  await sees(page.getByText('Tiểu đoàn 12'));
  await page.goto(`/units/${brigade}`);
  await sees(page.getByText(/1\/5 đồng chí/));
  expect(await page.getByRole('main').getByText('Tiểu đoàn 12').count()).toBe(0);
  await picture(page, 'brigade-now');
  for (const [number, day, strength, completed] of [
    ['01', then, '7', '2'],
    ['02', dateOf(new Date()), '5', '1'],
  ] as const) {
    await page.goto(`/units/${brigade}/reports/new`);
    await page.getByLabel('Học tập Nghị quyết 35').check();
    await page.getByLabel(reports.make.asOf).fill(day);
    await page.getByLabel(reports.make.number).fill(number);
    await button(page, reports.make.save).click();
    await sees(heading(page, reports.report.title(number), 1));
    const text = await page.locator('article').textContent();
    expect(text, day).toContain(`${completed}/${strength}`);
    expect(text?.includes('Tiểu đoàn 12'), day).toBe(day === then);
    await button(page, reports.report.check).click();
    await sees(page.getByText(reports.report.checkSame, { exact: true }));
  }
  await page.goto(`/units/${brigade}/figures?assignment=${assignment.id}&day=${then}`);
  await button(page, reports.figures.sign).click();
  await sees(page.getByText(reports.figures.done.sign, { exact: true }));
});

it('leaders at four levels see their subtree and nothing else', async () => {
  const units = [
    top,
    'Lữ đoàn 1',
    'Lữ đoàn 2',
    'Tiểu đoàn 11',
    'Tiểu đoàn 12',
    'Đại đội 111',
    'Đại đội 121',
    'Đại đội 211',
  ];
  const reach: Record<string, string[]> = {
    'Trần Quản Trị': units,
    'Lê Văn Lữ': ['Lữ đoàn 1', 'Tiểu đoàn 11', 'Đại đội 111'],
    'Trần Văn Tiểu': ['Tiểu đoàn 11', 'Đại đội 111'],
    'Đỗ Văn Đại': ['Đại đội 111'],
  };
  for (const [name, seen] of Object.entries(reach)) {
    const page = await pageOf(name);
    for (const each of units) {
      for (const at of ['', '/people', '/reports', '/presence']) {
        const { status } = await page.request
          .get(`/units/${unit(each)}${at}`)
          .then((answer) => ({ status: answer.status() }));
        expect(status, `${name}: ${each}${at}`).toBe(seen.includes(each) ? 200 : 404);
      }
    }
  }
  const soldier = await pageOf('Nguyễn Thị Bình');
  expect((await soldier.request.get(`/units/${unit('Đại đội 111')}`)).status()).toBeGreaterThanOrEqual(403);
});

it('every figure agrees with its recomputation', () => {
  expect(runCli(folder, ['counters', 'verify'])).toMatchObject({ status: 0 });
});
