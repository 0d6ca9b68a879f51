import { expect, it } from 'vitest';
import { vi as courses } from '#app/features/courses/messages/vi.ts';
import { vi as quiz } from '#app/features/quiz/messages/vi.ts';
import { button, heading, link, picture, sees, signIn, useBrowser, type Visit, visit } from './browser.ts';
import { answer, question, shownAnswer, slotsHere, stored, storedAnswers } from './exam.ts';
import { ask, askOne, idleLearner, personWith, quizCalled } from './records.ts';

const words = quiz.attempt;

useBrowser();

let visitor: Visit;
let person = '';
let attemptId = '';

it('signs in and reads a lesson, which a plain form marks as read', async () => {
  const login = idleLearner();
  person = personWith(login).id;
  visitor = await visit({ javaScriptEnabled: false, viewport: { width: 1024, height: 768 } });
  const { page } = visitor;
  await signIn(page, login);
  await sees(heading(page, courses.home.title, 1));
  const readBefore = ask('SELECT 1 FROM "LessonRead" WHERE "personId" = ? AND "readAt" IS NOT NULL', person).length;
  await link(page, courses.home.startButton).or(link(page, courses.home.continueButton)).click();
  await sees(page.getByRole('article'));
  const lesson = page.url();
  await button(page, courses.lesson.markReadAndNext).click();
  await page.waitForURL((url) => url.href !== lesson && url.pathname.includes('/lessons/'));
  await sees(page.getByRole('article'));
  const readAfter = ask('SELECT 1 FROM "LessonRead" WHERE "personId" = ? AND "readAt" IS NOT NULL', person).length;
  expect(readAfter).toBe(readBefore + 1);
  await page.goto(lesson);
  await sees(page.getByText(/^Đã đọc ngày \d\d\/\d\d\/\d{4}$/));
});

it('sits a whole exam by plain forms: pages, flags, the map, a second thought', async () => {
  const { page } = visitor;
  await page.goto(`/quizzes/${quizCalled('nq35-kiem-tra').id}`);
  await button(page, quiz.start.begin.exam).click();
  await page.waitForURL(/\/attempts\//);
  attemptId = /attempts\/([^/?#]+)/.exec(page.url())![1]!;
  const without = page.locator('noscript p');
  await sees(without);
  expect(await without.first().textContent()).toBe(words.noScript);
  for (let paperPage = 1; paperPage <= 4; paperPage += 1) {
    const slots = await slotsHere(page);
    expect(slots).toHaveLength(5);
    for (const slot of slots) if (slot !== 7) await answer(page, slot);
    if (paperPage === 1) {
      await button(question(page, 2), words.flag).click();
      await sees(button(question(page, 2), words.unflag));
      // What stood on the page was saved with it.
      expect(storedAnswers(attemptId)).toBe(5);
    }
    if (paperPage < 4) await button(page, words.next).click();
    await sees(question(page, paperPage < 4 ? slots[0]! + 5 : slots[0]!));
  }
  await picture(page, 'no-script-exam');
  await button(page, words.review).click();
  await sees(page.getByText(quiz.overview.open(1)));
  await sees(page.getByText(quiz.overview.flaggedList('2')));
  expect(storedAnswers(attemptId)).toBe(19);
  await link(page, quiz.overview.goTo(7)).click();
  await sees(question(page, 7));
  await answer(page, 7);
  await button(page, words.saveAll).click();
  await expect.poll(() => storedAnswers(attemptId)).toBe(20);
  await sees(page.getByText(/^Đã lưu lúc \d\d:\d\d:\d\d, mã \S+$/));
  // By the map back to the first page; another answer replaces the one before.
  await button(page, words.mapEntry(1, words.states.answered)).click();
  await sees(question(page, 1));
  const before = stored(attemptId)[0]!.response;
  await answer(page, 1, 1);
  const chosen = await shownAnswer(page, 1);
  await button(page, words.review).click();
  await sees(page.getByText(quiz.overview.complete));
  expect(stored(attemptId)[0]!.response).not.toBe(before);
  await link(page, quiz.overview.back).click();
  expect(await shownAnswer(page, 1)).toBe(chosen);
  await button(page, words.review).click();
});

it('submits and sees the result', async () => {
  const { page } = visitor;
  await button(page, quiz.overview.submit).click();
  await page.waitForURL(/\/result$/);
  await sees(page.getByText('20/20', { exact: true }));
  await sees(page.getByText(quiz.result.classification, { exact: true }));
  const { state, submittedBy } = askOne<{ state: string; submittedBy: string }>(
    'SELECT "state", "submittedBy" FROM "Attempt" WHERE "id" = ?',
    attemptId,
  );
  expect([state, submittedBy]).toEqual(['graded', 'learner']);
});
