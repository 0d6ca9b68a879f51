import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { PresentedResponse } from '#app/features/questions/core/question.ts';
import { vi as sheets } from '#app/features/quiz/messages/sheets-vi.ts';
import { vi as quiz } from '#app/features/quiz/messages/vi.ts';
import { asDisplayed, tenQuestions, tenSource } from '../fixtures/ten-types.ts';
import {
  button,
  expectAccessible,
  expectNoSidewaysScroll,
  picture,
  sees,
  signIn,
  useBrowser,
  type Visit,
  visit,
} from './browser.ts';
import { question, receives, standing, stored, storedAnswers } from './exam.ts';
import { idleLearner } from './records.ts';
import { addTenTypes, paperOf } from './ten-types.ts';

const words = quiz.attempt;
const slots = tenQuestions.map((_, index) => index + 1);

useBrowser();

/** Presses Tab until the control has the focus: whoever has no mouse must get there too. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await sees(control);
  for (let presses = 0; presses < 150; presses += 1) {
    if (await control.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${control}`);
}

/** In a group of radios Tab stops at the chosen one, or at the first; arrows go on from there. */
async function choose(page: Page, sheet: Locator, name: string, position: number): Promise<void> {
  const radios = sheet.locator(`input[type=radio][name="${name}"]`);
  const chosen = await radios.evaluateAll((all) => all.findIndex((one) => (one as HTMLInputElement).checked));
  await tabTo(page, radios.nth(Math.max(0, chosen)));
  if (chosen < 0 && position === 0) await page.keyboard.press('Space');
  const steps = position - Math.max(0, chosen);
  for (let at = 0; at < Math.abs(steps); at += 1) await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
}

/** Types an answer of any kind into the sheet of a slot with the keyboard alone. */
async function typeAnswer(page: Page, slot: number, answer: PresentedResponse): Promise<void> {
  const sheet = question(page, slot);
  const { type } = tenQuestions[slot - 1]!.body;
  const parts = Object.entries(typeof answer === 'object' && answer !== null ? answer : {});
  const name = (part: string) => `a${slot}.${part}`;
  const fill = async (field: Locator, text: string) => {
    await tabTo(page, field);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
  };
  const pick = async (field: Locator, position: number) => {
    await tabTo(page, field);
    await page.keyboard.press('Home');
    for (let at = 0; at <= position; at += 1) await page.keyboard.press('ArrowDown');
  };
  if (type === 'single') await choose(page, sheet, `a${slot}`, Number(answer));
  else if (type === 'true-false') await choose(page, sheet, `a${slot}`, answer === 'true' ? 0 : 1);
  else if (type === 'cluster') {
    for (const [part, value] of parts) await choose(page, sheet, name(part), value === 'true' ? 0 : 1);
  } else if (type === 'multiple') {
    for (const position of answer as number[]) {
      await tabTo(page, sheet.locator('input[type=checkbox]').nth(position));
      await page.keyboard.press('Space');
    }
  } else if (type === 'matching') {
    for (const [part, value] of parts) await pick(sheet.locator(`select[name="${name(part)}"]`), Number(value));
  } else if (type === 'ordering') {
    // From the last place to the first each item goes to the top, by a digit on its button.
    for (const position of [...(answer as number[])].reverse()) {
      await tabTo(page, sheet.locator(`#cau-${slot}-xep-${position}-up`));
      await page.keyboard.press('1');
    }
  } else if (type === 'blanks') {
    for (const [part, value] of parts) {
      const select = sheet.locator(`select[name="${name(part)}"]`);
      if ((await select.count()) > 0) await pick(select, Number(value));
      else await fill(sheet.locator(`input[name="${name(part)}"]`), String(value));
    }
  } else await fill(sheet.getByRole('textbox'), String(answer));
}

/** Whatever is pressed, chosen or typed into on a sheet is high enough for a finger. */
async function expectRoomForFingers(page: Page): Promise<void> {
  const targets = await page
    .locator(
      'fieldset .choice-row, fieldset select, fieldset textarea, fieldset button, fieldset input:not([type=radio], [type=checkbox], [type=hidden])',
    )
    .evaluateAll((all) =>
      all.map((one) => ({ what: `${one.tagName} ${one.textContent}`, height: one.getBoundingClientRect().height })),
    );
  expect(targets.length).toBeGreaterThan(30);
  expect(targets.filter(({ height }) => height > 0 && height < 43.9)).toEqual([]);
}

let visitor: Visit;
let attemptId = '';

it('begins a practice of every type without a mouse', async () => {
  const quizId = addTenTypes({ kind: 'practice', behaviour: 'tries', triesAllowed: 3, tryPenalty: 0.25 });
  visitor = await visit({ viewport: { width: 1024, height: 768 } });
  const { page } = visitor;
  await signIn(page, idleLearner(), { to: `/quizzes/${quizId}` });
  await tabTo(page, button(page, quiz.start.begin.practice));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/attempts\/[^/]+$/);
  await sees(standing(page));
  attemptId = /attempts\/([^/?#]+)/.exec(page.url())![1]!;
  await expectAccessible(page);
  await picture(page, 'types-empty');
});

it.each(slots.filter((slot) => slot !== 10))(
  'answers question %i wrongly, is told so, and then rightly',
  async (slot) => {
    const { page } = visitor;
    const sheet = question(page, slot);
    const paper = paperOf(attemptId);
    await typeAnswer(page, slot, asDisplayed(paper, slot, 'wrong'));
    await tabTo(page, button(sheet, words.check));
    await page.keyboard.press('Enter');
    await sees(
      sheet.getByText(quiz.result.wrong, { exact: true }).or(sheet.getByText(quiz.result.partial, { exact: true })),
    );
    // While a further try is worth something the key is not on the page.
    expect(await sheet.getByText(tenSource).count()).toBe(0);
    expect(stored(attemptId)[slot - 1]!.response).toBe(JSON.stringify(tenQuestions[slot - 1]!.wrong));
    if (slot === 2) await typeAnswer(page, slot, asDisplayed(paper, slot, 'wrong'));
    await typeAnswer(page, slot, asDisplayed(paper, slot, 'right'));
    await tabTo(page, button(sheet, words.check));
    await page.keyboard.press('Enter');
    await sees(sheet.getByText(sheets.work.stands));
    await sees(sheet.getByText(tenSource));
    await sees(sheet.getByText('0,75/1'));
    expect(await button(sheet, words.check).count()).toBe(0);
    expect(stored(attemptId)[slot - 1]!.response).toBe(JSON.stringify(tenQuestions[slot - 1]!.right));
  },
);

it('writes an essay, which is not checked but kept, and comes back to all of it after a reload', async () => {
  const { page } = visitor;
  await typeAnswer(page, 10, 'Khai sinh nước Việt Nam Dân chủ Cộng hòa.');
  await receives(page, attemptId, 10);
  await sees(question(page, 10).getByText(/^Đã viết 9 từ, cần từ 5 đến 200 từ$/));
  expect(await button(question(page, 10), words.check).count()).toBe(0);
  await expectAccessible(page);
  await picture(page, 'types-answered');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await expectRoomForFingers(page);
  await picture(page, 'types-answered-phone');
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.reload();
  await sees(question(page, 6).getByText(sheets.work.stands));
  expect(storedAnswers(attemptId)).toBe(10);
});

it('is reviewed part by part, and waits for the marker of the essay without a grade', async () => {
  const { page } = visitor;
  await tabTo(page, button(page, words.review));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/overview$/);
  await sees(page.getByText(quiz.overview.complete));
  await tabTo(page, button(page, quiz.overview.submit));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/result$/);
  await sees(page.getByText(sheets.result.waiting));
  expect(await page.getByText(quiz.result.grade, { exact: true }).count()).toBe(0);
  expect(await page.getByText('0,75/1').count()).toBe(9);
  expect(await page.getByText(sheets.work.history('lần 1: chưa đúng, lần 2: đúng')).count()).toBeGreaterThanOrEqual(5);
  await sees(page.locator('#cau-10').getByText(sheets.review.waiting));
  await sees(page.locator('#cau-4').getByText('Đoạn qua Hà Nội dài khoảng 160 km.'));
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await picture(page, 'types-reviewed');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await picture(page, 'types-reviewed-phone');
});

it('works for every type by plain forms, with a certainty to each answer', async () => {
  const quizId = addTenTypes({ kind: 'practice', behaviour: 'immediate', certainty: true });
  const { page } = await visit({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await signIn(page, idleLearner(), { to: `/quizzes/${quizId}` });
  await button(page, quiz.start.begin.practice).click();
  await page.waitForURL(/\/attempts\//);
  const id = /attempts\/([^/?#]+)/.exec(page.url())![1]!;
  const paper = paperOf(id);
  for (const slot of slots) await fillPlainly(page, slot, asDisplayed(paper, slot, slot === 4 ? 'wrong' : 'right'));
  await expectNoSidewaysScroll(page);
  await picture(page, 'types-no-script');
  await button(question(page, 4), words.check).click();
  // Everything on the page was saved with the check, and what was checked stands.
  await sees(question(page, 4).getByText(sheets.work.stands));
  expect(stored(id).map(({ response }) => response)).toEqual(
    tenQuestions.map(({ right, wrong }, index) => JSON.stringify(index === 3 ? wrong : right)),
  );
  await sees(question(page, 4).getByText(sheets.certainty.given(sheets.certainty.levels[3])));
  expect(await question(page, 4).locator('input[name="a4.0"]').first().isDisabled()).toBe(true);
  // What stands is left out of the form: the other answers are saved as before.
  await question(page, 7).getByRole('textbox').fill('Hồng');
  await button(page, words.saveAll).click();
  await expect.poll(() => stored(id)[6]!.response).toBe('"Hồng"');
  expect(await page.getByText(words.stale('4')).count()).toBe(0);
  await button(page, words.review).click();
  await button(page, quiz.overview.submit).click();
  await page.waitForURL(/\/result$/);
  await sees(page.getByText(sheets.result.waiting));
  await picture(page, 'types-no-script-reviewed');
});

/** The same without JavaScript: fields of a form, and how sure one is. */
async function fillPlainly(page: Page, slot: number, answer: PresentedResponse): Promise<void> {
  const sheet = question(page, slot);
  const { type } = tenQuestions[slot - 1]!.body;
  if (type === 'ordering') {
    for (const [place, position] of (answer as number[]).entries()) {
      await sheet.locator(`select[name="a${slot}.${position}"]`).selectOption(String(place + 1));
    }
  } else if (Array.isArray(answer)) {
    for (const position of answer) await sheet.locator('input[type=checkbox]').nth(position).check();
  } else if (typeof answer === 'object' && answer !== null) {
    for (const [part, value] of Object.entries(answer)) {
      const field = sheet.locator(`[name="a${slot}.${part}"]`);
      if (type === 'cluster') await field.nth(value === 'true' ? 0 : 1).check();
      else if ((await field.evaluate((element) => element.tagName)) === 'SELECT')
        await field.selectOption(String(value));
      else await field.fill(String(value));
    }
  } else if (type === 'single' || type === 'true-false') {
    await sheet.locator(`input[name="a${slot}"][value="${answer}"]`).check();
  } else await sheet.getByRole('textbox').fill(String(answer));
  if (type !== 'essay') await sheet.locator(`input[name="c${slot}"][value="3"]`).check();
}
