import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { vi as quiz } from '#app/features/quiz/messages/vi.ts';
import { vi as errors } from '#app/messages/errors/vi.ts';
import { vi as shell } from '#app/messages/vi.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  heading,
  link,
  picture,
  refusedWith,
  sees,
  signIn,
  useBrowser,
  visit,
} from './browser.ts';
import { answer, begin, question, receives, standing, storedAnswers } from './exam.ts';
import { askOne, idleLearner, personWith, quizCalled, unitCalled } from './records.ts';

const small = { width: 360, height: 740 };
const words = quiz.attempt;

useBrowser();

/** The screen fits a phone, and axe finds nothing, in light and in dark. */
async function expectFit(page: Page, name: string): Promise<void> {
  await expectNoSidewaysScroll(page);
  await picture(page, `phone-${name}`);
  await page.emulateMedia({ colorScheme: 'light' });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  // What changes with the theme is colour alone.
  await expectAccessible(page, ['color-contrast']);
  await picture(page, `phone-${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function go(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await sees(page.getByRole('heading', { level: 1 }));
}

describe('at 360 x 740, without a sideways scroll and without a barrier in light and dark', () => {
  it('a learner reads, practises and sits an exam', async () => {
    const { page } = await visit({ viewport: small, hasTouch: true, isMobile: true, colorScheme: 'light' });
    await go(page, '/sign-in');
    await expectFit(page, 'sign-in');
    const exam = quizCalled('nq35-kiem-tra');
    await signIn(page, idleLearner());
    await sees(heading(page, /./, 1));
    await expectFit(page, 'home');
    await go(page, `/courses/${exam.courseId}`);
    await expectFit(page, 'course');
    const lesson = askOne<{ id: string }>(
      `SELECT "id" FROM "Lesson" WHERE "body" LIKE '%|---%' OR "body" LIKE '%| ---%' LIMIT 1`,
    );
    await go(page, `/courses/${exam.courseId}/lessons/${lesson.id}`);
    await expectFit(page, 'lesson');
    await go(page, `/quizzes/${exam.id}`);
    await expectFit(page, 'quiz');
    const attemptId = await begin(page, quiz.start.begin.exam);
    await answer(page, 1);
    await receives(page, attemptId, 1);
    await expectFit(page, 'exam');
    // Fingers need room: whole rows of options, the flags, the map, the buttons that lead on. Every type: question-types.
    const targets = page.locator(
      'fieldset .choice-row, fieldset button[value^="flag:"], nav button, form > div button:not([value^="clear:"])',
    );
    expect(await targets.count()).toBeGreaterThan(30);
    for (const target of await targets.all()) {
      const box = await target.boundingBox();
      if (box) expect(box.height, (await target.textContent()) ?? '').toBeGreaterThanOrEqual(43.9);
    }
    // The line with time and receipt is in sight at the end of the page, and covers no button.
    await page.getByRole('button', { name: words.review }).scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: words.review }).click({ trial: true });
    await page.getByRole('button', { name: words.review }).click();
    await sees(heading(page, quiz.overview.title, 1));
    await expectFit(page, 'overview');
    await page.getByRole('button', { name: quiz.overview.submitAnyway }).click();
    await page.waitForURL(/\/result$/);
    await expectFit(page, 'result');
    await go(page, '/results');
    await expectFit(page, 'results');
    await go(page, '/account');
    await expectFit(page, 'account');
    await go(page, '/account/password');
    await expectFit(page, 'password');
    // A review with keys and explanations.
    const reviewed = askOne<{ id: string; login: string }>(
      `SELECT t."id", a."login" FROM "Attempt" t JOIN "Quiz" q ON q."id" = t."quizId"
       JOIN "Account" a ON a."personId" = t."personId"
       WHERE q."kind" = 'practice' AND t."state" = 'graded' AND a."mustChange" = 0 LIMIT 1`,
    );
    const other = await visit({ viewport: small, colorScheme: 'light' });
    await signIn(other.page, reviewed.login, { to: `/attempts/${reviewed.id}/result` });
    await sees(other.page.getByText(quiz.result.explanation, { exact: true }));
    await expectFit(other.page, 'review');
  });

  it('a leader looks at units, people and a person', async () => {
    const { page } = await visit({ viewport: small, colorScheme: 'light' });
    const division = unitCalled('Sư đoàn 9010').id;
    await signIn(page, 'sudoan', { to: `/units/${division}` });
    await sees(page.locator('figure svg.recharts-surface'));
    await expectFit(page, 'division');
    const company = askOne<{ id: string }>('SELECT "id" FROM "Unit" WHERE "parentId" = ? LIMIT 1', division).id;
    await go(page, `/units/${company}`);
    await expectFit(page, 'company');
    await go(page, `/units/${division}/people`);
    await expectFit(page, 'people');
    await go(page, `/people/${personWith('hocvien').id}`);
    await expectFit(page, 'person');
    // The menu of a phone opens by touch and leads on.
    await page.getByText(shell.nav.menu, { exact: true }).click();
    await expectFit(page, 'menu');
    await link(page, shell.nav.learner).click();
    await sees(heading(page, /./, 1));
  });

  it('an author writes questions and quizzes and assigns courses', async () => {
    const { page } = await visit({ viewport: small, colorScheme: 'light' });
    const exam = quizCalled('nq35-kiem-tra');
    const question = askOne<{ id: string }>(
      `SELECT q."id" FROM "Question" q JOIN "QuestionVersion" v ON v."id" = q."currentVersionId" WHERE v."type" = 'multiple' LIMIT 1`,
    ).id;
    await signIn(page, 'tacgia', { to: '/author' });
    const screens = {
      author: '/author',
      questions: '/author/questions',
      'question-types': '/author/questions/new',
      'question-multiple': `/author/questions/${question}`,
      'question-short': '/author/questions/new?type=short-answer',
      'question-truth': '/author/questions/new?type=true-false',
      history: `/author/questions/${question}/history`,
      categories: '/author/categories',
      quizzes: '/author/quizzes',
      'quiz-new': '/author/quizzes/new',
      'quiz-editor': `/author/quizzes/${exam.id}`,
      courses: '/author/courses',
      'course-author': `/author/courses/${exam.courseId}`,
      assign: `/author/courses/${exam.courseId}/assignments/new`,
    };
    for (const [name, path] of Object.entries(screens)) {
      await go(page, path);
      await expectFit(page, name);
    }
  });

  it('somebody who is lost finds the way back', async () => {
    const { page } = await visit({ viewport: small, colorScheme: 'light' }, [refusedWith(404)]);
    await signIn(page, 'hocvien', { to: '/no/such/page' });
    // The heading of the sign-in goes before the page that says so comes.
    await sees(heading(page, errors.notFound.title, 1));
    await expectFit(page, 'not-found');
  });
});

/** Presses Tab until the focus stands where it is wanted. */
async function tabTo(page: Page, selector: string, most = 120): Promise<void> {
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}

describe('by keyboard alone', () => {
  it('a learner skips to the content, answers, turns the page, and submits the exam', async () => {
    // React 18 says so (#345) of a key that comes before it has taken the page over, and takes it over all the same.
    const { page } = await visit({ viewport: { width: 1024, height: 768 } }, [/React error #345/]);
    const trial = quizCalled('nq35-thi-thu');
    const login = idleLearner();
    await page.goto(`/sign-in?returnTo=/quizzes/${trial.id}`);
    await tabTo(page, 'input[name=login]');
    await page.keyboard.type(login);
    await tabTo(page, 'input[name=password]');
    await page.keyboard.type('Hoctap35-minhhoa');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === `/quizzes/${trial.id}`);
    await page.reload();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(shell.skipToContent);
    await page.keyboard.press('Enter');
    await tabTo(page, 'main button[type=submit]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/attempts\/[^/]+$/);
    await sees(standing(page));
    const attemptId = /attempts\/([^/?#]+)/.exec(page.url())![1]!;
    // Statements have several groups of buttons, 'a4.0'; a choice has one.
    const names = await page
      .locator('fieldset input[type=radio]')
      .evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).name));
    const slot = Number(names.find((name) => /^a\d+$/.test(name))!.slice(1));
    await tabTo(page, `fieldset#cau-${slot} input[type=radio]`);
    await page.keyboard.press('Space');
    await receives(page, attemptId, slot);
    // The save takes the focus from nobody; arrows choose among the options.
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe(`a${slot}`);
    await page.keyboard.press('ArrowDown');
    await receives(page, attemptId, slot);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).checked)).toBe(true);
    expect(storedAnswers(attemptId)).toBe(1);
    await tabTo(page, 'button[value^="go:"]');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('cau-1');
    await tabTo(page, 'button[value=overview]');
    await page.keyboard.press('Enter');
    await sees(heading(page, quiz.overview.title, 1));
    await tabTo(page, 'main form button[type=submit]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/result$/);
    await sees(question(page, 1).or(page.getByText(quiz.result.grade, { exact: true })));
  });
});
