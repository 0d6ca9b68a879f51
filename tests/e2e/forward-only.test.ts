import { afterAll, expect, it } from 'vitest';
import { vi as quiz } from '#app/features/quiz/messages/vi.ts';
import { button, refusedWith, sees, signIn, useBrowser, type Visit, visit } from './browser.ts';
import { answer, begin, question, receives, slotsHere, stored } from './exam.ts';
import { amend, askOne, quizCalled } from './records.ts';

const words = quiz.attempt;
const password = 'chìa khóa 35';

useBrowser();

let soldier: Visit;
let attemptId = '';
let settings = '';
const practice = () => quizCalled('nq35-luyen-tap-05');

// The stories after this one find the quiz as it was.
afterAll(() => {
  if (settings !== '') amend('UPDATE "Quiz" SET "settings" = ? WHERE "id" = ?', settings, practice().id);
  amend('DELETE FROM "Attempt" WHERE "id" = ?', attemptId);
});

it('asks for the password before the first page, and says when it is not right', async () => {
  ({ settings } = askOne<{ settings: string }>('SELECT "settings" FROM "Quiz" WHERE "id" = ?', practice().id));
  amend(
    `UPDATE "Quiz" SET "settings" = json_set("settings", '$.forwardOnly', json('true'), '$.questionsPerPage', 2,
       '$.access', json(?)) WHERE "id" = ?`,
    JSON.stringify({ kind: 'password', password }),
    practice().id,
  );
  soldier = await visit({}, [refusedWith(409)]);
  const { page } = soldier;
  await signIn(page, 'hocvien', { to: `/quizzes/${practice().id}` });
  await sees(page.getByText(quiz.start.forwardRule));
  const code = page.getByLabel(quiz.start.access.password);
  await code.fill('sai');
  await button(page, quiz.start.begin.practice).click();
  await sees(page.getByText(quiz.start.codeAgain));
  await page.getByLabel(quiz.start.access.password).fill(password);
  attemptId = await begin(page, quiz.start.begin.practice);
});

it('holds the open page alone, turns it for good once all is saved, and never shows it again', async () => {
  const { page } = soldier;
  expect(await slotsHere(page)).toEqual([1, 2]);
  expect(await page.content()).not.toContain(password);
  await sees(page.getByText(words.forwardNote));
  expect(await page.locator('button[value="go:3"]').isDisabled()).toBe(true);
  await answer(page, 1);
  await receives(page, attemptId, 1);
  // Pressed at once: what was answered last is saved before the page is left.
  await answer(page, 2, 1);
  await button(page, words.nextForGood).click();
  await sees(question(page, 3));
  expect(
    stored(attemptId)
      .filter(({ response }) => response !== null)
      .map(({ slot }) => slot),
  ).toEqual([1, 2]);
  expect(await slotsHere(page)).toEqual([3, 4]);
  expect(await page.getByRole('button', { name: words.previous, exact: true }).count()).toBe(0);
  for (const way of [`/attempts/${attemptId}?page=1`, `/attempts/${attemptId}?page=3`]) {
    await page.goto(way);
    await sees(question(page, 3));
    expect(await slotsHere(page)).toEqual([3, 4]);
  }
  await page.goBack();
  await page.reload();
  expect(await slotsHere(page)).toEqual([3, 4]);
});

it('turns pages without JavaScript too, and keeps what was typed on the page that is left', async () => {
  const state = await soldier.page.context().storageState();
  const { page } = await visit({ javaScriptEnabled: false, storageState: state });
  await page.goto(`/attempts/${attemptId}?page=1`);
  expect(await slotsHere(page)).toEqual([3, 4]);
  await answer(page, 3);
  await button(page, words.nextForGood).click();
  await sees(question(page, 5));
  expect(await slotsHere(page)).not.toContain(3);
  expect(stored(attemptId).find(({ slot }) => slot === 3)?.response).not.toBeNull();
});

it('takes no change of a page that was left, whoever sends it', async () => {
  const { page } = soldier;
  const refused = await page.evaluate(
    async ([url]) => {
      const response = await fetch(url!, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ slot: 1, sequence: 99, response: null }),
      });
      return { status: response.status, body: (await response.json()) as { reason?: string } };
    },
    [`/attempts/${attemptId}/answers`],
  );
  expect(refused).toMatchObject({ status: 409, body: { reason: 'page-closed' } });
});
