import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { vi as quiz } from '#app/features/quiz/messages/vi.ts';
import { button, sees } from './browser.ts';
import { ask } from './records.ts';

/** What a learner does in an exam: shared by the stories that sit one. */

const words = quiz.attempt;

/** The sheet of one question by its number. */
export const question = (page: Page, slot: number): Locator => page.locator(`fieldset#cau-${slot}`);

/** The line beside the questions: time left, receipt, map. */
export const standing = (page: Page): Locator => page.getByRole('complementary', { name: words.status });

const receipt = /^Đã lưu lúc \d\d:\d\d:\d\d, mã (\S+)$/;

/** Gives any answer that the question's type takes: the first option, or a word. */
export async function answer(page: Page, slot: number, which = 0): Promise<void> {
  const sheet = question(page, slot);
  const choices = sheet.locator('input[type=radio], input[type=checkbox]');
  if ((await choices.count()) > 0) await choices.nth(which).check();
  else {
    await sheet.getByRole('textbox').fill(`trả lời ${which}`);
    await sheet.getByRole('textbox').blur();
  }
}

/** What a question's sheet shows as answered: positions that are ticked, or the text. */
export async function shownAnswer(page: Page, slot: number): Promise<string> {
  const sheet = question(page, slot);
  const text = sheet.getByRole('textbox');
  if ((await text.count()) > 0) return text.inputValue();
  return sheet
    .locator('input[type=radio], input[type=checkbox]')
    .evaluateAll((inputs) => inputs.map((input) => ((input as HTMLInputElement).checked ? 'x' : '-')).join(''));
}

/** What the server keeps of an attempt. */
export const stored = (attemptId: string) =>
  ask<{ slot: number; response: string | null; receipt: string | null; flagged: number; sequence: number }>(
    'SELECT "slot", "response", "receipt", "flagged", "sequence" FROM "AttemptAnswer" WHERE "attemptId" = ? ORDER BY "slot"',
    attemptId,
  );

export const storedAnswers = (attemptId: string): number =>
  stored(attemptId).filter(({ response }) => response !== null).length;

/** Waits until the page shows a receipt that the server's record of this question carries. */
export async function receives(page: Page, attemptId: string, slot: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const [said = ''] = await standing(page).getByText(receipt).allTextContents();
        const shown = receipt.exec(said)?.[1];
        const kept = stored(attemptId).find((one) => one.slot === slot);
        return shown !== undefined && kept?.receipt === shown;
      },
      { timeout: 20_000, message: `the receipt of question ${slot}` },
    )
    .toBe(true);
}

/** Presses the quiz page's button and waits for the paper; answers the attempt's id. */
export async function begin(page: Page, name: string): Promise<string> {
  await button(page, name).click();
  await page.waitForURL(/\/attempts\/[^/]+$/);
  await sees(standing(page));
  return /attempts\/([^/?#]+)/.exec(page.url())?.[1] ?? '';
}

/** Which questions stand on the page now. */
export async function slotsHere(page: Page): Promise<number[]> {
  const ids = await page.locator('fieldset[id^="cau-"]').evaluateAll((sheets) => sheets.map(({ id }) => id));
  return ids.map((id) => Number(id.slice('cau-'.length)));
}
