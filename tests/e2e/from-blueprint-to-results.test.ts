import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { vi as author } from '#app/features/quiz/messages/author-vi.ts';
import { boardVi as board } from '#app/features/quiz/messages/board-vi.ts';
import { printVi as print } from '#app/features/quiz/messages/print-vi.ts';
import { vi as room } from '#app/features/quiz/messages/room-vi.ts';
import { vi as rules } from '#app/features/quiz/messages/rules-vi.ts';
import { vi as quiz } from '#app/features/quiz/messages/vi.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { formatTime } from '#app/platform/i18n/format.ts';
import {
  button,
  expectNoSidewaysScroll,
  heading,
  link,
  picture,
  sees,
  signIn,
  useBrowser,
  type Visit,
  visit,
} from './browser.ts';
import { answer, receives, standing } from './exam.ts';
import { ask, askOne, quizCalled } from './records.ts';

/** One exam from its matrix to the list that is signed, by the hands of an author, an examiner and three soldiers. */

useBrowser();

const title = `Kiểm tra trọn vòng ${Date.now() % 100_000}`;
const desk = { width: 1024, height: 768 };
const sitters = ask<{ login: string; fullName: string; personId: string }>(
  `SELECT a."login", p."fullName", p."id" AS "personId" FROM "Account" a JOIN "Person" p ON p."id" = a."personId"
   WHERE a."login" LIKE 'mh%' AND NOT EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."personId" = p."id")
   AND NOT EXISTS (SELECT 1 FROM "ExamSeat" e WHERE e."personId" = p."id")
   AND NOT EXISTS (SELECT 1 FROM "Session" s WHERE s."personId" = p."id")
   AND (SELECT COUNT(*) FROM "Person" o WHERE o."fullName" = p."fullName") = 1
   ORDER BY a."login" DESC LIMIT 3`,
);
/** A category with enough for a small paper that is graded by itself. */
const topic = askOne<{ name: string }>(
  `SELECT c."name" FROM "QuestionCategory" c JOIN "Question" q ON q."categoryId" = c."id"
    GROUP BY c."id", c."name"
   HAVING COUNT(DISTINCT CASE WHEN q."difficulty" = 'easy' THEN q."id" END) >= 2
      AND COUNT(DISTINCT CASE WHEN q."difficulty" = 'medium' THEN q."id" END) >= 2
    ORDER BY MIN(q."code") LIMIT 1`,
).name;
let writer: Visit;
let examiner: Visit;
let quizId = '';
let session = '';
const learners: { page: Visit['page']; attemptId: string }[] = [];

const gradeOf = (attemptId: string) =>
  askOne<{ state: string; grade: number | null; submittedBy: string | null; extraSeconds: number }>(
    'SELECT "state", "grade", "submittedBy", "extraSeconds" FROM "Attempt" WHERE "id" = ?',
    attemptId,
  );

it('begins with a matrix: the bank says what it lacks, and the slots follow from what it has', async () => {
  writer = await visit({ viewport: desk }, [/status of 400/]);
  const { page } = writer;
  await signIn(page, 'tacgia', { to: '/author/quizzes/new' });
  await page.getByLabel(author.create.name, { exact: true }).fill(title);
  await page.getByRole('radio', { name: author.kinds.exam }).check();
  await button(page, author.create.button).click();
  await page.waitForURL(/\/author\/quizzes\/(?!new)/);
  quizId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.getByLabel(author.editor.place, { exact: true }).selectOption(quizCalled('nq35-kiem-tra').courseId);
  await page.getByLabel(author.editor.timeLimit, { exact: true }).fill('20');
  await button(page, author.editor.save).click();
  await sees(page.getByRole('status').filter({ hasText: author.editor.saved }));

  await link(page, rules.blueprint.title).click();
  await sees(heading(page, rules.blueprint.title));
  await page.getByLabel(rules.blueprint.addTopic).selectOption({ label: `${rules.blueprint.category}: ${topic}` });
  await button(page, rules.blueprint.add).click();
  const easy = page.locator('input[name="rows[0].easy.count"]');
  await easy.fill('150');
  await button(page, rules.blueprint.build).click();
  await sees(page.getByText(/^Còn thiếu \d+ \(có \d+\/150\)/));
  await picture(page, 'round-blueprint-short');
  await easy.fill('2');
  await page.locator('input[name="rows[0].medium.count"]').fill('2');
  await button(page, rules.blueprint.build).click();
  await sees(page.getByText(rules.blueprint.built));
  await picture(page, 'round-blueprint');
  expect(
    ask<{ difficulty: string; count: number }>(
      'SELECT "difficulty", "count" FROM "QuizSlot" WHERE "quizId" = ? ORDER BY "position"',
      quizId,
    ),
  ).toEqual([
    { difficulty: 'easy', count: 2 },
    { difficulty: 'medium', count: 2 },
  ]);
  await page.goto(`/author/quizzes/${quizId}`);
  await button(page, author.publish.publish).click();
  await sees(page.getByRole('status').filter({ hasText: author.publish.published }));
});

it('goes on with a session: people, papers, an attendance sheet', async () => {
  expect(sitters).toHaveLength(3);
  examiner = await visit({ viewport: desk }, [/status of 4(00|09)/]);
  const { page } = examiner;
  await signIn(page, 'khaothi', { to: '/exam-sessions/new' });
  const planned = new Date(Date.now() + 15 * 60_000);
  await page.getByLabel(room.form.quiz, { exact: true }).selectOption(quizId);
  await page.getByLabel(room.form.title).fill(title);
  await page.getByLabel(room.form.room).fill('Phòng máy 2');
  await page.getByLabel(room.form.date).fill(dateOf(planned));
  await page.getByLabel(room.form.time).fill(formatTime(planned));
  await button(page, room.form.create).click();
  await sees(heading(page, title, 1));
  session = /\/exam-sessions\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  for (const { fullName } of sitters) {
    await page.getByLabel(room.plan.searchPerson).fill(fullName);
    await button(page, room.plan.search).click();
    await button(page, room.plan.addOneOf(fullName)).click();
    await sees(page.getByText(room.plan.done.seated('1')));
  }
  await sees(page.getByText(room.plan.papers('3/3')));
  await page.goto(`/exam-sessions/${session}/attendance`);
  for (const { fullName } of sitters) await sees(page.getByText(fullName));
  await keepPdf(page, 'round-attendance');
});

it('is released to those who wait, watched, and given the minutes that the room lost', async () => {
  for (const { login } of sitters.slice(0, 2)) {
    const { page } = await visit({ viewport: desk }, [/status of 409/]);
    await signIn(page, login, { to: `/exam-sessions/${session}` });
    await sees(page.getByText(room.lobby.arrived));
    learners.push({ page, attemptId: '' });
  }
  const { page } = examiner;
  await page.goto(`/exam-sessions/${session}/plan`);
  await sees(page.getByText(room.plan.arrivedOf('2/3'), { exact: true }));
  await page.getByText(room.plan.release, { exact: true }).click();
  await button(page, room.plan.releaseConfirm).click();
  await sees(page.getByText(room.plan.done.released));
  for (const learner of learners) {
    await learner.page.waitForURL(/\/attempts\/\w+$/);
    learner.attemptId = /attempts\/([^/?#]+)/.exec(learner.page.url())?.[1] ?? '';
    await sees(standing(learner.page));
    for (const slot of [1, 2]) {
      await answer(learner.page, slot);
      await receives(learner.page, learner.attemptId, slot);
    }
  }
  await page.goto(`/exam-sessions/${session}/board`);
  await sees(page.getByRole('row').filter({ hasText: sitters[0]!.fullName }).getByText('2/4'));
  await sees(page.getByRole('row').filter({ hasText: sitters[2]!.fullName }).getByText(board.states['not-arrived']));
  const minutes = page.locator('#minutes');
  await minutes.getByLabel(board.measures.minutesLabel, { exact: true }).fill('3');
  await minutes.getByLabel(board.measures.reason, { exact: true }).fill('Mất điện phòng máy');
  await button(minutes, board.measures.give).click();
  await expect.poll(() => learners.map(({ attemptId }) => gradeOf(attemptId).extraSeconds)).toEqual([180, 180]);
  await picture(page, 'round-board');
});

it('ends: one hands in, one is handed in, one never came, and the session is closed', async () => {
  const [first, second] = learners;
  await first!.page.goto(`/attempts/${first!.attemptId}/overview`);
  await first!.page
    .getByRole('button', { name: new RegExp(`^${quiz.overview.submit}`) })
    .first()
    .click();
  await first!.page.waitForURL(/\/result$/);
  const { page } = examiner;
  await page.goto(`/exam-sessions/${session}/seats/${sitters[1]!.personId}`);
  const form = page.locator('#submit');
  await form.getByLabel(board.measures.reason, { exact: true }).fill('Máy hỏng, đồng ý nộp');
  await button(form, board.measures.submitOne).click();
  await expect.poll(() => gradeOf(second!.attemptId).submittedBy).toBe('examiner');
  expect(gradeOf(first!.attemptId)).toMatchObject({ state: 'graded', submittedBy: 'learner' });
  await page.goto(`/exam-sessions/${session}/plan`);
  await button(page, room.plan.endButton).click();
  await sees(page.getByText(/^Đã đóng/));
});

it('closes with the list that is signed, a slip for each, a table, and what the quiz says of itself', async () => {
  const { page } = examiner;
  await page.goto(`/exam-sessions/${session}/results`);
  await sees(heading(page, print.results));
  const shown = ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ');
  for (const { fullName } of sitters) expect(shown).toContain(fullName);
  for (const { attemptId } of learners) {
    const { grade } = gradeOf(attemptId);
    expect(shown).toContain(String(Number((grade ?? -1).toFixed(2))).replace('.', ','));
  }
  expect(shown).toContain(print.summary.others(1, 0, 0));
  expect(shown).toContain(print.signatures.examiner);
  expect(shown).toContain(print.signatures.commander);
  await keepPdf(page, 'round-results');
  await page.goto(`/exam-sessions/${session}/slips`);
  await sees(page.getByText(print.slip).first());
  await keepPdf(page, 'round-slips');
  const table = await page.request.get(`/exam-sessions/${session}/results.xlsx`);
  expect(table.status()).toBe(200);
  expect((await table.body()).subarray(0, 2).toString()).toBe('PK');
  await writer.page.goto(`/author/quizzes/${quizId}/statistics`);
  await sees(writer.page.locator('main h1'));
  await picture(writer.page, 'round-statistics');
  // The demonstration's exam has many questions, and addresses without a place to break in them.
  await writer.page.goto(`/author/quizzes/${quizCalled('nq35-kiem-tra').id}/statistics`);
  await sees(writer.page.locator('main h1'));
  await expectNoSidewaysScroll(writer.page);
});

/** What the printer gets: not empty, and kept to be looked at with PICTURES=1. */
async function keepPdf(page: Visit['page'], name: string): Promise<void> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(10_000);
  if (process.env.PICTURES !== '1') return;
  mkdirSync('.cache/pictures', { recursive: true });
  writeFileSync(`.cache/pictures/${name}.pdf`, pdf);
}
