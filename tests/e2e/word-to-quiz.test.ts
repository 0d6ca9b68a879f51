import { expect, it } from 'vitest';
import { vi as words } from '#app/features/questions/messages/import-screen-vi.ts';
import { vi as formats } from '#app/features/questions/messages/import-vi.ts';
import { vi as questions } from '#app/features/questions/messages/vi.ts';
import { untidyPaper } from '#tests/fixtures/word/untidy-paper.ts';
import {
  button,
  expectAccessible,
  expectNoSidewaysScroll,
  heading,
  link,
  picture,
  sees,
  signIn,
  useBrowser,
  visit,
} from './browser.ts';
import { askOne } from './records.ts';

useBrowser();

const minutes = 3;
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

it('from a Word file of forty questions to a quiz assigned to three units in under three minutes', async () => {
  const { page } = await visit({ viewport: { width: 1280, height: 900 } });
  await signIn(page, 'tacgia', { to: '/author' });
  const started = performance.now();
  const stations: string[] = [];
  const clock = (station: string) => stations.push(`${station} ${((performance.now() - started) / 1000).toFixed(1)} s`);

  await link(page, questions.list.fromWord).click();
  await sees(heading(page, words.title, 1));
  const file = { name: 'Đề 40 câu.docx', mimeType: docx, buffer: Buffer.from(untidyPaper()) };
  await page.getByLabel(words.drop).setInputFiles(file);
  await sees(heading(page, file.name, 1));
  await sees(page.getByText(words.kicker(formats.formats.docx)));
  await sees(page.getByRole('article', { name: words.number('40') }));
  clock('seen');

  const source = page.getByLabel(words.sourceLabel);
  const before = await source.inputValue();
  const card = page.getByRole('article', { name: words.number('1'), exact: true });
  // A press on the card writes the key into the source; Ctrl+Z takes it back.
  await card.getByRole('button', { name: 'B.' }).click();
  await expect.poll(() => source.inputValue()).not.toBe(before);
  await page.keyboard.press('Control+z');
  await expect.poll(() => source.inputValue()).toBe(before);
  // Words typed in the source are on the card at once.
  await source.evaluate((area: HTMLTextAreaElement) => {
    const at = area.value.indexOf('?');
    area.focus();
    area.setSelectionRange(at, at);
  });
  await page.keyboard.type(' (đã sửa)');
  await sees(card.getByText('(đã sửa)'));
  const nears = button(page, words.nearChoices.keep);
  if ((await nears.count()) > 0) await nears.first().click();
  await expectAccessible(page);
  await picture(page, 'import-screen');
  clock('mended');

  await page.getByLabel(words.newCategory, { exact: true }).fill('Từ tệp Word');
  await button(page, /^Nhận \d+ câu$/).click();
  await sees(page.getByText(/^Đã nhận \d+ câu vào ngân hàng$/));
  clock('in the bank');

  await link(page, words.makeQuiz).click();
  await sees(heading(page, words.quiz.title, 1));
  const place = page.getByLabel(words.quiz.place);
  if ((await place.inputValue()) === '') await place.selectOption({ index: 1 });
  const boxes = page.getByRole('group', { name: words.quiz.assign }).getByRole('checkbox');
  for (const at of [1, 2, 3]) await boxes.nth(at).check();
  await picture(page, 'quiz-of-import');
  await button(page, words.quiz.createAll).click();
  await page.waitForURL(/\/author\/assignments\/[0-9a-z]+\?done=assigned/);
  clock('assigned');
  const seconds = (performance.now() - started) / 1000;
  console.info(`Word file to assigned quiz: ${stations.join(', ')}`);
  expect(seconds).toBeLessThan(minutes * 60);

  const quiz = askOne<{ id: string; slots: number }>(
    `SELECT q."id", COUNT(s."id") AS "slots" FROM "Quiz" q JOIN "QuizSlot" s ON s."quizId" = q."id"
      WHERE q."title" = '${words.quiz.defaultName('Đề 40 câu')}' AND q."state" = 'published' GROUP BY q."id"`,
  );
  expect(quiz.slots).toBeGreaterThanOrEqual(38);
  const assigned = askOne<{ units: number }>(
    `SELECT COUNT(*) AS "units" FROM "AssignmentUnit" u JOIN "Assignment" a ON a."id" = u."assignmentId"
      WHERE a."title" = '${words.quiz.defaultName('Đề 40 câu')}'`,
  );
  expect(assigned.units).toBe(3);

  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/author/imports');
  await link(page, file.name).first().click();
  await sees(button(page, words.undoImport));
  await expectNoSidewaysScroll(page);
});
