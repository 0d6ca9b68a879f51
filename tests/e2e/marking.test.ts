import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { vi as marking } from '#app/features/quiz/messages/marking-vi.ts';
import { vi as quiz } from '#app/features/quiz/messages/vi.ts';
import {
  button,
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
import { begin, question } from './exam.ts';
import { addCategory, amend, askOne, personWith, quizCalled } from './records.ts';

useBrowser();

const title = 'Viết chính luận';
const quizId = 'bai-luan-e2e';
const texts = { hocvien: 'Bảo vệ nền tảng tư tưởng là việc của mỗi đồng chí.', khaothi: 'Bài của chính người chấm.' };

/** An essay with a rubric and its quiz, on the course that everybody has: as authors leave them behind. */
beforeAll(() => {
  const { courseId } = quizCalled('nq35-kiem-tra');
  const at = Date.now() - 60_000;
  const categoryId = addCategory('Bài luận');
  const { unitId } = askOne<{ unitId: string }>('SELECT "unitId" FROM "Quiz" LIMIT 1');
  const level = (points: number, text: string) => ({ points, text });
  const body = {
    ...{ type: 'essay', stem: 'Đồng chí làm gì khi gặp tin sai sự thật trên mạng?' },
    ...{ minWords: 5, maxWords: 300, maxFiles: 0, markerNotes: 'Ưu tiên việc làm cụ thể.' },
    rubric: [
      { id: 'viec', text: 'Việc làm', levels: [level(0, 'Không nêu'), level(3, 'Nêu chung'), level(6, 'Cụ thể')] },
      { id: 'can-cu', text: 'Căn cứ', levels: [level(0, 'Không có'), level(2, 'Có'), level(4, 'Có, đúng chỗ')] },
    ],
  };
  const everything = ['answers', 'correctness', 'marks', 'explanation', 'right-answer', 'overall'];
  const review = { during: [], 'just-after': everything, 'later-open': everything, 'after-close': everything };
  const settings = { kind: 'exam', review, markers: 2, disagreementFraction: 0.2, attemptsAllowed: 0 };
  amend(
    `INSERT INTO "Question" ("id", "code", "categoryId", "difficulty", "tags", "currentVersionId", "latestNumber",
       "createdAt", "updatedAt") VALUES ('luan-e2e', 'luan-e2e', ?, 'hard', '[]', 'luan-e2e-1', 1, ?, ?)`,
    ...[categoryId, at, at],
  );
  amend(
    `INSERT INTO "QuestionVersion" ("id", "questionId", "number", "type", "body", "explanation", "source", "contentHash",
       "createdAt") VALUES ('luan-e2e-1', 'luan-e2e', 1, 'essay', ?, 'Giải thích.', 'Nguồn.', '', ?)`,
    ...[JSON.stringify(body), at],
  );
  amend(
    `INSERT INTO "Quiz" ("id", "code", "unitId", "courseId", "title", "kind", "state", "settings", "createdAt", "updatedAt",
       "publishedAt") VALUES (?, ?, ?, ?, ?, 'exam', 'published', ?, ?, ?, ?)`,
    ...[quizId, quizId, unitId, courseId, title, JSON.stringify(settings), at, at, at],
  );
  amend(
    `INSERT INTO "QuizSlot" ("id", "quizId", "position", "questionId", "count", "maxMark")
     VALUES ('luan-e2e-slot', ?, 1, 'luan-e2e', 1, 4)`,
    quizId,
  );
});

/** Writes the essay, submits it, and reads that it waits for a marker. */
async function write(page: Page, login: keyof typeof texts): Promise<string> {
  await signIn(page, login, { to: `/quizzes/${quizId}` });
  const attemptId = await begin(page, quiz.start.begin.exam);
  await question(page, 1).getByRole('textbox').fill(texts[login]);
  await question(page, 1).getByRole('textbox').blur();
  await expect
    .poll(
      () =>
        askOne<{ n: number }>(
          'SELECT COUNT(*) AS n FROM "AttemptAnswer" WHERE "attemptId" = ? AND "response" IS NOT NULL',
          attemptId,
        ).n,
    )
    .toBe(1);
  await button(page, quiz.attempt.review).click();
  await button(page, quiz.overview.submit).click();
  await page.waitForURL(/\/result$/);
  expect(askOne('SELECT "state", "grade" FROM "Attempt" WHERE "id" = ?', attemptId)).toEqual({
    state: 'submitted',
    grade: null,
  });
  return attemptId;
}

let resultAddress = '';

it('goes from a learner to two markers, blind and by keyboard, and back', async () => {
  const learner = await visit();
  await write(learner.page, 'hocvien');
  resultAddress = learner.page.url();
  const first = await visit({}, [refusedWith(400)]);
  await write(first.page, 'khaothi');
  const words = marking.task;
  const { fullName } = personWith('hocvien');
  const { page } = first;
  await page.goto('/marking');
  await picture(page, 'marking-queue');
  const row = page.getByRole('row').filter({ hasText: title });
  await button(row, marking.queue.next).click();
  await sees(heading(page, /^Bài [0-9A-Z]{6}$/, 1));
  // Of the two answers only the other person's can be marked.
  await sees(page.getByText(texts.hocvien));
  expect(await page.getByText(fullName).count()).toBe(0);
  await button(page, words.saveAndNext).click();
  await sees(link(page.getByRole('alert'), words.missing('Việc làm')));
  await picture(page, 'marking-missing');
  // 3 chooses the best level of the first criterion and goes on, 2 the middle one of the second; Enter saves.
  await page.locator('#tieu-chi-1').focus();
  await page.keyboard.press('3');
  await page.keyboard.press('2');
  await sees(page.getByText(words.sum('8', '10')));
  await page.getByLabel(words.comment, { exact: true }).fill('Cần nêu căn cứ đúng chỗ.');
  await picture(page, 'marking-task');
  await page.keyboard.press('Control+Enter');
  await sees(page.getByRole('status').filter({ hasText: marking.quiz.noneLeft }));
  await sees(page.getByRole('row').filter({ hasText: marking.states.second }));
  await picture(page, 'marking-quiz');
  expect(
    askOne(
      'SELECT t."state" FROM "MarkingTask" t JOIN "Attempt" a ON a."id" = t."attemptId" WHERE a."quizId" = ? AND t."state" <> \'first\'',
      quizId,
    ),
  ).toEqual({ state: 'second' });
});

it('is changed while it is open, printed, and settled by the second marker on a phone', async () => {
  const first = await visit();
  await signIn(first.page, 'khaothi', { to: `/marking/${quizId}` });
  const { page } = first;
  await page.getByRole('link', { name: /^Mở bài/ }).click();
  expect(await page.getByRole('radio', { name: /Cụ thể/ }).isChecked()).toBe(true);
  await page.getByRole('radio', { name: /Có, đúng chỗ/ }).check();
  await button(page, marking.task.save).click();
  await sees(page.getByRole('status').filter({ hasText: marking.task.saved }));
  await page.goto(`/marking/${quizId}/sheet`);
  await sees(heading(page, marking.sheet.title, 1));
  await picture(page, 'marking-sheet');
  // The second marker: an author of the demonstration who is given the role.
  const { id: personId } = personWith('tacgia2');
  const { id: unitId } = askOne<{ id: string }>(`SELECT "id" FROM "Unit" WHERE "kind" = 'corps'`);
  amend(
    `INSERT INTO "RoleGrant" ("id", "personId", "role", "unitId", "fromAt") VALUES ('cham-e2e', ?, 'examiner', ?, ?)`,
    ...[personId, unitId, Date.now() - 60_000],
  );
  const second = await visit({ viewport: { width: 360, height: 740 } });
  await signIn(second.page, 'tacgia2', { to: `/marking/${quizId}` });
  await button(second.page, marking.queue.next).first().click();
  for (let answers = 0; answers < 2; answers += 1) {
    await sees(heading(second.page, /^Bài [0-9A-Z]{6}$/, 1));
    await expectNoSidewaysScroll(second.page);
    expect(await second.page.getByText('Cần nêu căn cứ').count()).toBe(0);
    await second.page.getByRole('radio', { name: /Cụ thể/ }).check();
    await second.page.getByRole('radio', { name: /Có, đúng chỗ/ }).check();
    await picture(second.page, `marking-phone-${answers}`);
    const address = second.page.url();
    await button(second.page, marking.task.saveAndNext).click();
    await second.page.waitForURL((url) => url.href !== address);
  }
  const learner = await visit();
  await signIn(learner.page, 'hocvien', { to: new URL(resultAddress).pathname });
  await sees(learner.page.getByText('10/10').first());
  await sees(learner.page.getByText('Cần nêu căn cứ đúng chỗ.'));
  await sees(learner.page.getByText(marking.review.titleOf(2)));
  await picture(learner.page, 'marking-result');
});
