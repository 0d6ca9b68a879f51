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

/**
 * Gives any whole answer that the question's type takes, whichever the draw has put here: an option, a word, and of parts every
 * one, since a part that is left out makes an answer that cannot be checked.
 */
export async function answer(page: Page, slot: number, which = 0): Promise<void> {
  const sheet = question(page, slot);
  // How sure one is comes beside an answer, as `c3`.
  const fields = sheet.locator('[name^="a"]');
  const names = await fields.evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLInputElement).name))]);
  for (const [part, name] of names.entries()) {
    const field = fields.and(page.locator(`[name="${name}"]`));
    const kind = await field.first().evaluate((one) => (one as HTMLInputElement).type);
    if (kind === 'radio' || kind === 'checkbox') await field.nth(which).check();
    else if (kind === 'select-one') {
      const options = field.locator('option');
      const values = await options.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
      const given = values.filter((value) => value !== '');
      await field.selectOption(given[(which + part) % given.length]!);
    } else {
      await field.fill(`trả lời ${which}`);
      await field.blur();
    }
  }
}

/** What a question's sheet shows as answered: the texts and choices of its fields, or which options are ticked. */
export async function shownAnswer(page: Page, slot: number): Promise<string> {
  return question(page, slot)
    .locator('input:not([type=hidden]), select, textarea')
    .evaluateAll((fields) =>
      (fields as HTMLInputElement[])
        .map((field) => (/radio|checkbox/.test(field.type) ? (field.checked ? 'x' : '-') : field.value))
        .join(''),
    );
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
