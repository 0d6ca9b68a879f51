import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { vi as slipWords } from '#app/features/access/messages/first-passwords-vi.ts';
import { vi as access } from '#app/features/access/messages/vi.ts';
import { vi as words } from '#app/features/org/messages/roster-vi.ts';
import { button, fillSignIn, heading, link, refusedWith, sees, signIn, useBrowser, visit } from './browser.ts';
import { askOne } from './records.ts';

useBrowser();

/** Somebody of the demonstration, whose row changes and is brought back. */
const known = askOne<{ number: string; fullName: string; position: string; unitId: string }>(
  `SELECT "number", "fullName", "position", "unitId" FROM "Person" WHERE "leftAt" IS NULL ORDER BY "number" DESC LIMIT 1`,
);

async function roster(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Danh sách');
  sheet.addRow(['DANH SÁCH QUÂN NHÂN']);
  sheet.addRow([]);
  sheet.addRow(['Số hiệu', 'HỌ TÊN', 'Ngày sinh', 'CB', 'Chức vụ', 'Đối tượng', 'Đảng/Đoàn', 'Đơn vị']);
  sheet.addRow([
    'E2E001',
    'Phan Thị Mới',
    new Date(Date.UTC(1999, 3, 30)),
    'Hạ sĩ',
    null,
    null,
    'Đoàn viên',
    'Tiểu đoàn E2E / Đại đội 1',
  ]);
  sheet.addRow(['E2E002', 'PHAN VĂN HAI', '31/02/1999', 'B2', null, null, null, 'Tiểu đoàn E2E / Đại đội 1']);
  sheet.addRow([known.number, known.fullName, null, null, 'Chức vụ trong tệp', null, null, null]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

it('a roster is sent, looked at, decided, applied, handed out as slips and taken back', async () => {
  // Applying is refused once on purpose.
  const { page } = await visit({}, [refusedWith(409)]);
  await signIn(page, 'quantri', { to: '/roster-imports' });
  await page.getByLabel(words.file).setInputFiles({
    name: 'danh-sach.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await roster(),
  });
  await page.getByLabel(words.makesUnits).check();
  await button(page, words.sendButton).click();

  await sees(heading(page, words.countsTitle, 2));
  await sees(page.getByText('Tiểu đoàn E2E / Đại đội 1'));
  await sees(page.getByText(words.problems['day-impossible']()));
  await sees(page.getByText(words.askedLeft('1')));
  await button(page, words.updateFor(known.fullName)).click();
  await sees(page.getByText(words.applySums('2', '0')));
  await button(page, words.applyButton).click();
  await sees(page.getByText(words.refusals.problems));
  await page.getByLabel(words.leavesProblems('1')).check();
  await button(page, words.applyButton).click();
  await sees(page.getByText(words.appliedTitle('2', '2')));
  const file = page.url().replace(/\?.*$/, '');
  expect(
    askOne<{ position: string }>('SELECT "position" FROM "Person" WHERE "number" = ?', known.number).position,
  ).toBe('Chức vụ trong tệp');

  await page.getByLabel(words.rules.name).check();
  await button(page, words.accountsButton).click();
  await sees(page.getByText(words.accountsMade('1')));
  await link(page, words.toSlips).click();
  await sees(heading(page, slipWords.title, 1));
  await button(page, slipWords.printButton).click();
  const slip = page.locator('.first-password-slip', { hasText: 'Phan Thị Mới' });
  await sees(slip);
  const [login = '', password = ''] = await slip.locator('dd.font-mono').allInnerTexts();
  expect(login).toMatch(/^moipt/);

  const soldier = await visit();
  await soldier.page.goto('/sign-in');
  await fillSignIn(soldier.page, login, password);
  await sees(heading(soldier.page, access.password.title, 1).or(soldier.page.getByLabel(access.password.next)));
  expect(soldier.page.url()).toContain('/account/password');

  await page.goto(file);
  await button(page, words.undoButton).click();
  await sees(page.getByText(words.undoneTitle('2')));
  expect(
    askOne<{ position: string }>('SELECT "position" FROM "Person" WHERE "number" = ?', known.number).position,
  ).toBe(known.position);
  expect(askOne<{ leftReason: string }>(`SELECT "leftReason" FROM "Person" WHERE "number" = 'E2E001'`).leftReason).toBe(
    'undone',
  );
  expect(
    askOne<{ n: number }>(`SELECT COUNT(*) AS n FROM "Unit" WHERE "name" = 'Tiểu đoàn E2E' AND "closedAt" IS NULL`).n,
  ).toBe(0);
});
