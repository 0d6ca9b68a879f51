import { expect, it } from 'vitest';
import { vi as access } from '#app/features/access/messages/vi.ts';
import { vi as courses } from '#app/features/courses/messages/vi.ts';
import { vi as quiz } from '#app/features/quiz/messages/vi.ts';
import { vi as shell } from '#app/messages/vi.ts';
import { formatMark } from '#app/platform/i18n/format.ts';
import {
  account,
  button,
  demoPassword,
  fillSignIn,
  heading,
  link,
  networkCut,
  picture,
  refusedWith,
  sees,
  signIn,
  useBrowser,
  type Visit,
  visit,
} from './browser.ts';
import { answer, begin, question, receives, shownAnswer, slotsHere, standing, stored, storedAnswers } from './exam.ts';
import { ask, askOne, bringDeadlineNear, idleLearner, personWith, quizCalled } from './records.ts';

const ownPassword = 'bốn từ không liên quan';
const words = quiz.attempt;

useBrowser();

let soldier: Visit;
let attemptId = '';
let exam = { id: '', title: '', courseId: '' };

it('lets a new soldier in only after a password of the own was set', async () => {
  soldier = await visit({}, [refusedWith(400)]);
  const { page } = soldier;
  await page.goto('/');
  await sees(heading(page, access.signIn.title));
  await fillSignIn(page, 'hocvien2', account('hocvien2').password);
  await sees(heading(page, access.password.firstTitle));
  // No way around it.
  await page.goto('/results');
  await sees(heading(page, access.password.firstTitle));
  const next = page.getByLabel(access.password.next, { exact: true });
  const repeat = page.getByLabel(access.password.repeat, { exact: true });
  for (const [typed, problem] of [
    ['ngắn', access.problems['too-short']],
    ['password', access.problems.common],
    [demoPassword(), access.problems.same],
  ] as const) {
    await next.fill(typed);
    await repeat.fill(typed);
    await button(page, access.password.button).click();
    await sees(page.getByRole('alert').getByRole('link', { name: problem }));
    expect(await next.getAttribute('aria-invalid')).toBe('true');
  }
  await next.fill(ownPassword);
  await repeat.fill(ownPassword);
  await button(page, access.password.button).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/account'));
});

it('shows what is due, until when and what to do next', async () => {
  const { page } = soldier;
  await page.goto('/');
  await sees(heading(page, courses.home.due));
  const due = askOne<{ title: string }>(`SELECT "title" FROM "Assignment" WHERE "rule" LIKE '%"lessons":"all"%'`);
  await sees(link(page, due.title));
  await sees(page.getByText(/Hạn \d\d\/\d\d\/\d{4}, còn \d+ ngày/));
  await sees(page.getByText(/đã đọc 0\/\d+ bài, 0%/));
  // The trial exam is overdue: it comes before the lesson, which is merely due.
  await sees(page.getByText(courses.home.continueNext));
  const [first, second] = await page.getByRole('main').getByRole('link').allTextContents();
  expect([first, second]).toEqual([courses.home.quizButton, courses.home.startButton]);
  await picture(page, 'learner-home');
});

it('reads a lesson, is brought back to the place, marks it as read and goes on to the next', async () => {
  const { page } = soldier;
  await link(page, courses.home.startButton).click();
  await sees(page.getByRole('article'));
  const lesson = page.url();
  await sees(page.getByRole('navigation', { name: courses.lesson.contents }).getByRole('link'));
  await sees(page.getByText(/Dữ kiện đúng đến ngày \d\d\/\d\d\/\d{4}/));
  const kept = page.waitForRequest((request) => request.url().endsWith('/reading') && request.method() === 'POST');
  await page.evaluate(() => {
    const text = document.querySelector('article')!;
    window.scrollTo({ top: text.offsetTop + text.offsetHeight / 2, behavior: 'instant' });
  });
  await kept;
  await link(page, courses.home.title).first().click();
  await sees(page.getByText(courses.home.continueBegun));
  await link(page, courses.home.continueButton).click();
  await page.waitForURL(lesson);
  await sees(page.getByText(/Lần trước đồng chí đọc đến khoảng \d+% của bài/));
  await button(page, courses.lesson.placeButton).click();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(300);
  await button(page, courses.lesson.markReadAndNext).click();
  await page.waitForURL((url) => /\/lessons\//.test(url.pathname) && !lesson.endsWith(url.pathname));
  await sees(page.getByText(/^Bài 2\/\d+/));
  await link(page, courses.lesson.previous)
    .or(page.getByRole('navigation', { name: courses.lesson.neighbours }).getByRole('link').first())
    .first()
    .click();
  await page.waitForURL(lesson);
  await sees(page.getByText(/^Đã đọc ngày \d\d\/\d\d\/\d{4}$/));
  await page.goto('/');
  await sees(page.getByText(/đã đọc 1\/\d+ bài/));
});

it('practises with the verdict, the explanation and its source at once, and may try again', async () => {
  const { page } = soldier;
  const practice = quizCalled('nq35-luyen-tap-01');
  await page.goto(`/courses/${practice.courseId}`);
  await link(page, practice.title).click();
  const id = await begin(page, quiz.start.begin.practice);
  const sheet = question(page, 1);
  await answer(page, 1);
  await receives(page, id, 1);
  await button(sheet, words.check).click();
  await sees(sheet.getByText(/^(Đúng|Chưa đúng|Đúng một phần)$/));
  await sees(sheet.getByText(quiz.result.explanation, { exact: true }));
  await sees(sheet.getByText(new RegExp(`^${quiz.result.source}: `)));
  await picture(page, 'practice-feedback');
  // Another answer takes the verdict away until it is asked for again; one that is right stands.
  if ((await sheet.getByText('Đúng', { exact: true }).count()) === 0) {
    await answer(page, 1, 1);
    await sheet.getByText(quiz.result.explanation, { exact: true }).waitFor({ state: 'detached' });
  }
  await button(page, words.review).click();
  await button(page, quiz.overview.submitAnyway).click();
  await page.waitForURL(/\/result$/);
  await sees(page.getByText(quiz.result.explanation, { exact: true }));
});

it('begins the exam after its rules, gets a receipt for each answer and marks a question for later', async () => {
  const { page } = soldier;
  exam = quizCalled('nq35-kiem-tra');
  await page.goto('/');
  await link(page, exam.title).click();
  await sees(heading(page, exam.title, 1));
  for (const rule of [
    quiz.start.questions,
    quiz.start.time,
    quiz.start.attempts,
    quiz.start.passGrade,
    quiz.start.key,
  ]) {
    await sees(page.getByText(rule, { exact: true }));
  }
  await sees(page.getByText(quiz.start.savingTimed));
  attemptId = await begin(page, quiz.start.begin.exam);
  expect(await slotsHere(page)).toEqual([1, 2, 3, 4, 5]);
  await sees(standing(page).getByText(words.nothingSaved));
  await sees(
    standing(page)
      .getByRole('timer')
      .getByText(/^Còn 30 phút/),
  );
  for (const slot of [1, 2]) {
    await answer(page, slot);
    await receives(page, attemptId, slot);
  }
  await button(question(page, 3), words.flag).click();
  await sees(button(question(page, 3), words.unflag));
  await sees(button(page, words.mapEntry(3, `${words.states.open}, ${words.states.flagged}`)));
  await sees(button(page, words.mapEntry(1, words.states.answered)));
  await expect.poll(() => stored(attemptId).find(({ slot }) => slot === 3)?.flagged).toBe(1);
  // By the map to another page of the paper, and back.
  await button(page, words.mapEntry(12, words.states.open)).click();
  await sees(question(page, 12));
  expect(await slotsHere(page)).toEqual([11, 12, 13, 14, 15]);
  await picture(page, 'exam');
});

it('keeps answers on the machine while the network is away and sends them when it is back', async () => {
  const visitor = await visit({}, [networkCut]);
  const { page, context } = visitor;
  await signIn(page, 'hocvien2', { password: ownPassword, to: `/attempts/${attemptId}?page=1` });
  await sees(question(page, 4));
  await context.setOffline(true);
  await sees(page.getByText(shell.connection.offlineTitle));
  await answer(page, 4, 1);
  await sees(standing(page).getByText(`${words.offline}: ${words.waiting(1)}`));
  // Pages are turned without the network too; only submitting must wait.
  await button(page, words.next).click();
  await sees(question(page, 6));
  await answer(page, 6);
  await sees(standing(page).getByText(words.waiting(2)));
  await button(page, words.review).click();
  await sees(page.getByText(words.notLeaving(2)));
  expect(storedAnswers(attemptId)).toBe(2);
  await picture(page, 'exam-offline');
  await context.setOffline(false);
  await expect.poll(() => storedAnswers(attemptId), { timeout: 20_000 }).toBe(4);
  await sees(standing(page).getByText(/^Đã lưu lúc/));
  await page.getByText(shell.connection.offlineTitle).waitFor({ state: 'detached' });
  await context.close();
});

it('goes on with another device, its answers there, after the browser was closed', async () => {
  const onFirst = await soldier.page.evaluate(() => location.pathname);
  expect(onFirst).toBe(`/attempts/${attemptId}`);
  await soldier.context.close();
  soldier = await visit({ viewport: { width: 360, height: 740 } });
  const { page } = soldier;
  await signIn(page, 'hocvien2', { password: ownPassword });
  await sees(page.getByText(courses.quiz.underWay));
  await link(page, exam.title).click();
  await sees(page.getByText(quiz.start.resumeLead));
  await link(page, quiz.start.resume).click();
  await sees(question(page, 1));
  expect(await shownAnswer(page, 1)).not.toMatch(/^-*$/);
  expect(await shownAnswer(page, 3)).toMatch(/^-*$/);
  await sees(page.getByText(words.answeredOf(4, 20)));
  await sees(button(question(page, 3), words.unflag));
});

it('warns before an incomplete submission, then submits and shows no key that the quiz keeps back', async () => {
  const { page } = soldier;
  await answer(page, 3, 1);
  await button(page, words.review).click();
  await sees(heading(page, quiz.overview.title, 1));
  await sees(page.getByText(quiz.overview.open(15)));
  await sees(page.getByText(quiz.overview.flaggedList('3')));
  await picture(page, 'exam-overview-phone');
  await link(page, quiz.overview.goTo(5)).click();
  await sees(question(page, 5));
  await answer(page, 5);
  await button(page, words.review).click();
  await sees(page.getByText(quiz.overview.open(14)));
  await button(page, quiz.overview.submitAnyway).click();
  await page.waitForURL(new RegExp(`/attempts/${attemptId}/result`));
  await sees(heading(page, exam.title, 1));
  for (const fact of [quiz.result.grade, quiz.result.classification, quiz.result.outcome, quiz.result.submittedAt]) {
    await sees(page.getByText(fact, { exact: true }));
  }
  await sees(page.getByText('6/20', { exact: true }));
  expect(await page.getByText(quiz.result.rightAnswer).count()).toBe(0);
  expect(await page.getByText(quiz.result.explanation, { exact: true }).count()).toBe(0);
  await picture(page, 'exam-result-phone');
  // The way back leads to the result, not into the paper.
  await page.goto(`/attempts/${attemptId}`);
  await page.waitForURL(/\/result$/);
});

it('keeps the history of attempts with grade and outcome', async () => {
  const { page } = soldier;
  await page.goto('/results');
  await sees(heading(page, quiz.history.title, 1));
  const { grade } = askOne<{ grade: number }>('SELECT "grade" FROM "Attempt" WHERE "id" = ?', attemptId);
  const row = page.getByRole('row').filter({ hasText: exam.title });
  await sees(row);
  expect(await row.textContent()).toContain(`${formatMark('vi', grade)}/10`);
  await row.getByRole('link').first().click();
  await page.waitForURL(`**/attempts/${attemptId}/result`);
});

it('submits by the clock of the server when the time is up, with what was saved, and then shows the key', async () => {
  const { page } = await visit();
  const login = idleLearner();
  const trial = quizCalled('nq35-thi-thu');
  await signIn(page, login, { to: `/quizzes/${trial.id}` });
  const id = await begin(page, quiz.start.begin.exam);
  await answer(page, 1);
  await receives(page, id, 1);
  bringDeadlineNear(id, 3);
  // The browser's own clock says it is yesterday: it plays no part.
  await page.clock.setFixedTime(new Date(Date.now() - 86_400_000));
  await page.reload();
  await sees(page.getByRole('timer').getByText(/^Còn \d+ giây/));
  await page.waitForURL(/\/result$/);
  await sees(page.getByText(quiz.result.by.time));
  await sees(page.getByText('1/10', { exact: true }));
  await sees(page.getByText(quiz.result.rightAnswer, { exact: false }));
  await expect
    .poll(() => ask('SELECT "submittedBy", "personId" FROM "Attempt" WHERE "id" = ?', id), { timeout: 20_000 })
    .toEqual([{ submittedBy: 'time', personId: personWith(login).id }]);
});
