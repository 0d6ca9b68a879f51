import { expect, it } from 'vitest';
import { vi as keys } from '#app/features/questions/messages/import-keys-vi.ts';
import { vi as words } from '#app/features/questions/messages/import-screen-vi.ts';
import { button, expectAccessible, heading, picture, sees, signIn, useBrowser, visit } from './browser.ts';
import { askOne } from './records.ts';

useBrowser();

const category = 'Nhập bằng bàn phím';
const paper = `Câu 1. Bàn phím có mấy hàng phím chữ?
A. Hai hàng
B. Ba hàng

Câu 2. Phím nào đi đến chỗ cần xem tiếp theo?
A. Phím F8
B. Phím F5
Đáp án: D

Câu 3. Phím nào quay lại một bước?
A. Ctrl và Z
C. Ctrl và P
D. Ctrl và Q
Đáp án: A

Câu 4. Bàn phím có mấy hàng phím chữ?
A. Hai hàng
B. Ba hàng
Đáp án: B
`;

it('everything between a pasted text and its questions in the bank is done by keyboard, and undone', async () => {
  const { page } = await visit({ viewport: { width: 1024, height: 768 } });
  await signIn(page, 'tacgia', { to: '/author/imports' });
  await page.getByLabel(words.paste, { exact: true }).fill(paper);
  await button(page, words.readPasted).press('Enter');
  await sees(heading(page, words.pasted, 1));
  const source = page.getByLabel(words.sourceLabel);
  const card = (at: number) => page.getByRole('article', { name: words.number(String(at)), exact: true });
  const marked = (letter: string, at: number) =>
    card(at)
      .getByRole('button', { name: `${letter}.` })
      .getAttribute('aria-pressed');

  // From doubt to doubt: the letter of an option, the first mend, its number.
  await source.focus();
  await page.keyboard.press('F8');
  await page.keyboard.press('b');
  await expect.poll(() => marked('B', 1)).toBe('true');
  await page.keyboard.press('Enter');
  await expect.poll(() => marked('A', 2)).toBe('true');
  await page.keyboard.press('Enter');
  await expect.poll(() => source.inputValue()).toContain('B. Ctrl và P');
  await sees(page.getByText(`${words.doubts} (0)`));

  // From question to question; the key, a step back, out and in again, the other side.
  await source.focus();
  await page.keyboard.press('F9');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('b');
  await expect.poll(() => marked('B', 2)).toBe('true');
  await page.keyboard.press('Control+z');
  await expect.poll(() => marked('A', 2)).toBe('true');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Bấm phím nào? ');
  await page.keyboard.press('Escape');
  await expect.poll(() => source.inputValue()).toContain('Bấm phím nào?');
  await page.keyboard.press('Delete');
  await sees(card(2).getByText(words.standings['left-out']));
  await page.keyboard.press('Delete');
  await sees(card(2).getByText(words.standings.good));

  // A near-duplicate within the text, and the list of the keys.
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await sees(card(4).getByText(words.standings.near));
  await page.keyboard.press('1');
  await sees(card(4).getByText(words.standings['left-out']));
  await page.keyboard.press('Control+/');
  await sees(heading(page, keys.title, 2));
  await expectAccessible(page);
  await picture(page, 'import-keys');
  await page.keyboard.press('Escape');

  await page.getByLabel(words.category, { exact: true }).selectOption('');
  await page.getByLabel(words.newCategory, { exact: true }).fill(category);
  await page.keyboard.press('Control+Enter');
  await sees(page.getByText(words.takenTitle('3')));
  const count = () =>
    askOne<{ count: number }>(
      `SELECT COUNT(*) AS "count" FROM "Question" q JOIN "QuestionCategory" c ON c."id" = q."categoryId" WHERE c."name" = '${category}'`,
    ).count;
  expect(count()).toBe(3);
  await button(page, words.undoImport).press('Enter');
  await sees(page.getByText(words.undoneTitle('3')));
  await expect.poll(count).toBe(0);
});
