import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { vi as questions } from '#app/features/questions/messages/vi.ts';
import { vi } from '#app/features/quiz/messages/regrade-vi.ts';
import {
  button,
  expectNoSidewaysScroll,
  heading,
  link,
  picture,
  readTable,
  refusedWith,
  sees,
  signIn,
  useBrowser,
  visit,
} from './browser.ts';
import { ask, askOne } from './records.ts';

useBrowser();

/** The demonstration's question whose second version has a wrong key on purpose. */
const code = 'nq35-02-q011';
const reason = 'Đáp án đúng là phương án nêu trong mục 2 của văn bản.';
let address = '';

const question = () =>
  askOne<{ id: string; currentVersionId: string }>(
    'SELECT "id", "currentVersionId" FROM "Question" WHERE "code" = ?',
    code,
  );
const grades = () =>
  ask<{ id: string; grade: number; mark: number }>(
    `SELECT a."id", a."grade", s."mark" FROM "Attempt" a JOIN "AttemptAnswer" s ON s."attemptId" = a."id"
     WHERE s."questionId" = ? AND a."number" > 0 AND a."state" = 'graded' ORDER BY a."id"`,
    question().id,
  );

/** The figures of the first row of sums, by heading. */
async function figuresOf(page: Page): Promise<string[]> {
  const { rows } = await readTable(page.getByRole('table').last());
  return rows.at(-1)!;
}

it('is put right by one author, who sees what would change and proposes it', async () => {
  const { page } = await visit({}, [refusedWith(400)]);
  await signIn(page, 'tacgia', { to: `/author/questions/${question().id}` });
  await page.getByRole('radio', { name: questions.editor.isRightOf('D') }).check();
  await button(page, questions.editor.saveVersion).click();
  await sees(page.getByText(vi.offer.title));
  await picture(page, 'key-offer');
  await link(page, vi.offer.action).click();
  await sees(heading(page, vi.create.title, 1));
  await sees(heading(page, vi.figures.title, 2));
  await button(page, vi.create.propose).click();
  await sees(page.getByText(vi.create.reasonMissing));
  await page.getByLabel(vi.create.reason, { exact: true }).fill(reason);
  await picture(page, 'key-propose');
  await button(page, vi.create.propose).click();
  await sees(page.getByRole('status').filter({ hasText: vi.page.proposedDone }));
  address = new URL(page.url()).pathname;
  // Whoever proposes cannot approve.
  await sees(page.getByText(vi.page.own));
  expect(await button(page, vi.page.approve).count()).toBe(0);
});

it('is approved by another author on the figures, and every grade then follows', async () => {
  const before = grades();
  const { page } = await visit({}, [refusedWith(400)]);
  await signIn(page, 'tacgia2', { to: '/author/key-changes' });
  await sees(page.getByText(vi.list.forYou));
  await picture(page, 'key-list');
  await link(page, code).click();
  await sees(heading(page, vi.page.decide, 2));
  const figures = await figuresOf(page);
  expect(Number(figures[1])).toBeGreaterThan(5);
  await button(page, vi.page.refuse).click();
  await sees(page.getByText(vi.page.noteMissing));
  await picture(page, 'key-decide');
  await button(page, vi.page.approve).click();
  // The page follows the regrade by itself.
  await sees(page.getByText(/^Tính lại xong lúc/));
  await picture(page, 'key-done');
  const after = grades();
  const changed = after.filter(({ mark }, index) => mark !== before[index]?.mark);
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(changed.length).toBe(Number(figures[2]));
  expect(await figuresOf(page)).toEqual(figures);
  // Nothing is left to offer.
  await page.goto(`/author/questions/${question().id}`);
  await sees(heading(page, questions.editor.editTitle, 1));
  expect(await page.getByText(vi.offer.title).count()).toBe(0);
});

it('is read by those whose grade it changed, with date and reason', async () => {
  const { login, attemptId } = askOne<{ login: string; attemptId: string }>(
    `SELECT c."login", r."attemptId" FROM "RegradeResult" r JOIN "Attempt" a ON a."id" = r."attemptId"
     JOIN "Account" c ON c."personId" = a."personId" JOIN "Quiz" q ON q."id" = a."quizId"
     WHERE r."oldGrade" <> r."newGrade" AND c."mustChange" = 0 ORDER BY r."attemptId" LIMIT 1`,
  );
  const { page } = await visit({ viewport: { width: 360, height: 740 } });
  await signIn(page, login, { to: `/attempts/${attemptId}/result` });
  await sees(page.getByText(/^Điểm được tính lại ngày/));
  await sees(page.getByText(vi.learner.reason(reason)));
  await expectNoSidewaysScroll(page);
  await picture(page, 'key-learner');
  const author = await visit({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
  await signIn(author.page, 'tacgia2', { to: address });
  await expectNoSidewaysScroll(author.page);
  await picture(author.page, 'key-phone');
});
