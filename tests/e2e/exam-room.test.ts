import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { boardVi as board } from '#app/features/quiz/messages/board-vi.ts';
import { printVi as print } from '#app/features/quiz/messages/print-vi.ts';
import { pulseVi as pulse } from '#app/features/quiz/messages/pulse-vi.ts';
import { vi as room } from '#app/features/quiz/messages/room-vi.ts';
import { vi as quiz } from '#app/features/quiz/messages/vi.ts';
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
  type Visit,
  visit,
} from './browser.ts';
import { answer, question, receives, standing } from './exam.ts';
import { amend, ask, askOne, idleLearner, personWith, quizCalled } from './records.ts';

useBrowser();

const sessionId = randomUUID().replaceAll('-', '').slice(0, 20);
const address = `/exam-sessions/${sessionId}`;
let examiner: Visit;
let learner: Visit;
let attemptId = '';
let login = '';

const row = (page: Visit['page'], name: string) => page.getByRole('row').filter({ hasText: name }).first();
const attempt = () =>
  askOne<{ state: string; extraSeconds: number; pausedAt: number | null; deadlineAt: number; submittedBy: string }>(
    'SELECT "state", "extraSeconds", "pausedAt", "deadlineAt", "submittedBy" FROM "Attempt" WHERE "id" = ?',
    attemptId,
  );
/** A row says this without the page being loaded again. */
const says = (text: string | RegExp) =>
  expect.poll(() => row(examiner.page, name()).textContent(), { timeout: 20_000 }).toMatch(text);
const name = () => personWith(login).fullName;

/** Fills one form of the page, named by its section, and sends it. */
async function act(page: Visit['page'], form: string, reason: string, press: string): Promise<void> {
  const section = page.locator(`#${form}`);
  await section.getByLabel(board.measures.reason, { exact: true }).fill(reason);
  await button(section, press).click();
}

it('opens a room that is released, with people who have not come', async () => {
  login = idleLearner();
  // One with a time limit: other stories publish exams without.
  const exam = quizCalled('nq35-kiem-tra');
  const now = Date.now();
  const unit = askOne<{ unitId: string }>(
    `SELECT g."unitId" FROM "RoleGrant" g JOIN "Account" a ON a."personId" = g."personId" WHERE a."login" = 'khaothi'`,
  );
  amend(
    `INSERT INTO "ExamSession" ("id", "quizId", "unitId", "title", "room", "examinerId", "lobbyAt", "plannedAt",
       "releasedAt", "extraSeconds", "preparation", "revision", "createdAt") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 'none', 1, ?)`,
    ...[sessionId, exam.id, unit.unitId, 'Ca thi thử trình duyệt', 'Phòng máy 1', personWith('khaothi').id],
    ...[now - 60_000, now - 1000, now - 1000, now - 60_000],
  );
  const people = ask<{ id: string }>(
    'SELECT "id" FROM "Person" WHERE "id" <> ? ORDER BY "id" LIMIT 35',
    personWith(login).id,
  );
  for (const [index, { id }] of [{ id: personWith(login).id }, ...people].entries()) {
    amend(
      `INSERT INTO "ExamSeat" ("sessionId", "personId", "number", "extraSeconds", "note") VALUES (?, ?, ?, 0, '')`,
      ...[sessionId, id, index + 1],
    );
  }
  examiner = await visit({ viewport: { width: 1024, height: 768 } }, [/status of 4(00|09)/]);
  await signIn(examiner.page, 'khaothi', { to: `${address}/board` });
  await sees(heading(examiner.page, 'Ca thi thử trình duyệt'));
  await sees(examiner.page.getByText(new RegExp(`^${board.link.live}`)));
  await says(board.states['not-arrived']);
  await picture(examiner.page, 'room-board-1024');
});

it('shows without reload how a learner comes, begins and answers, and never what', async () => {
  learner = await visit({}, [/status of 409/]);
  await signIn(learner.page, login, { to: address });
  await button(learner.page, room.lobby.begin).click();
  await learner.page.waitForURL(/\/attempts\/[^/]+$/);
  attemptId = /attempts\/([^/?#]+)/.exec(learner.page.url())?.[1] ?? '';
  await sees(standing(learner.page));
  await says(board.states.working);
  await answer(learner.page, 1);
  await receives(learner.page, attemptId, 1);
  await says(/\D1\/\d+/);
});

it('stops the learner’s clock, covers the questions, and lets both go on', async () => {
  const { page } = examiner;
  await link(row(page, name()), board.actOn(name())).click();
  await sees(heading(page, new RegExp(name())));
  // Nothing is done without a reason.
  await button(page.locator('#pause'), board.measures.pauseOne).click();
  await sees(page.locator('#pause').getByText(board.problems['no-reason']));
  await picture(page, 'room-seat-problem');
  await act(page, 'pause', 'Máy bị lỗi chuột', board.measures.pauseOne);
  await sees(page.getByText(board.done.pause(1)));
  expect(attempt().pausedAt).not.toBeNull();
  await sees(learner.page.getByText(pulse.paused, { exact: true }));
  expect(await question(learner.page, 1).isVisible()).toBe(false);
  await picture(learner.page, 'room-learner-paused');
  await act(page, 'resume', 'Đã thay chuột', board.measures.resumeOne);
  await sees(page.getByText(board.done.resume(1)));
  await question(learner.page, 1).waitFor({ state: 'visible' });
  await sees(learner.page.getByText(pulse.reason('Đã thay chuột')));
  expect(attempt()).toMatchObject({ pausedAt: null });
  expect(attempt().extraSeconds).toBeGreaterThan(0);
});

it('gives the room minutes, once however often the form is sent, and the learner reads why', async () => {
  const { page } = examiner;
  await link(page, board.seat.back).click();
  await sees(page.getByText(new RegExp(`^${board.link.live}`)));
  const before = attempt().deadlineAt;
  const form = page.locator('#minutes');
  await form.getByLabel(board.measures.minutesLabel, { exact: true }).fill('5');
  await form.getByLabel(board.measures.reason, { exact: true }).fill('Mất điện phòng máy');
  await button(form, board.measures.give).dblclick();
  await sees(page.getByText(/Đã cộng 5 phút cho 1 người|Việc này đã làm rồi/));
  expect(attempt().deadlineAt - before).toBe(300_000);
  await sees(learner.page.getByText(pulse.given('5 phút')));
  await sees(learner.page.getByText(pulse.reason('Mất điện phòng máy')));
  await picture(learner.page, 'room-learner-minutes');
  await sees(page.locator('#log').getByText('Mất điện phòng máy'));
});

it('finds people by state and name, on a phone and in the dark, and breaks no rule of accessibility', async () => {
  const { page } = examiner;
  await page.getByRole('navigation', { name: board.counts }).getByRole('link', { name: board.states.working }).click();
  await expect.poll(() => page.locator('table').first().locator('tbody tr').count()).toBe(1);
  await page.getByRole('navigation', { name: board.counts }).getByRole('link', { name: board.states.all }).click();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await picture(page, 'room-board-360');
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'room-board-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNoSidewaysScroll(page);
});

it('shows the submission, and an attempt that is voided says so to its learner', async () => {
  await learner.page.goto(`/attempts/${attemptId}/overview`);
  await learner.page
    .getByRole('button', { name: new RegExp(`^${quiz.overview.submit}`) })
    .first()
    .click();
  await learner.page.waitForURL(/\/result$/);
  await says(board.states.submitted);
  const { page } = examiner;
  await link(row(page, name()), board.actOn(name())).click();
  await act(page, 'void', 'Người khác làm hộ', board.measures.voidOne);
  await sees(page.getByText(board.done.void));
  await learner.page.goto(`/attempts/${attemptId}/result`);
  await sees(learner.page.getByText(pulse.voided.title));
  await sees(learner.page.getByText(pulse.reason('Người khác làm hộ')));
  await picture(learner.page, 'room-learner-voided');
  await page.getByLabel(board.measures.reason, { exact: true }).fill('Làm lại dưới sự giám sát');
  await button(page, board.measures.restartOne).click();
  await sees(page.getByText(board.done.restart));
});

it('proposes to give an outage back and gives it with one button', async () => {
  const people = ask<{ personId: string }>(
    'SELECT "personId" FROM "ExamSeat" WHERE "sessionId" = ? AND "number" BETWEEN 2 AND 5 ORDER BY "number"',
    sessionId,
  );
  const now = Date.now();
  const { id: quizId, settings } = askOne<{ id: string; settings: string }>(
    'SELECT q."id", q."settings" FROM "Quiz" q JOIN "ExamSession" s ON s."quizId" = q."id" WHERE s."id" = ?',
    sessionId,
  );
  for (const [index, { personId }] of people.entries()) {
    const id = `${sessionId}${index}`;
    amend(
      `INSERT INTO "Attempt" ("id", "quizId", "personId", "number", "preview", "seed", "state", "startedAt", "deadlineAt",
         "settings", "paper", "sessionId", "extraSeconds") VALUES (?, ?, ?, 90, 0, 's', 'in-progress', ?, ?, ?, '[]', ?, 0)`,
      ...[id, quizId, personId, now - 600_000, now + 600_000, settings, sessionId],
    );
    amend(
      'UPDATE "ExamSeat" SET "attemptId" = ?, "arrivedAt" = ?, "lastSeenAt" = ? WHERE "sessionId" = ? AND "personId" = ?',
      ...[id, now - 600_000, now, sessionId, personId],
    );
    amend(
      'INSERT INTO "ExamGap" ("id", "sessionId", "personId", "fromAt", "untilAt", "givenBack") VALUES (?, ?, ?, ?, ?, 0)',
      ...[id, sessionId, personId, now - 300_000, now - 148_000],
    );
  }
  const { page } = examiner;
  await page.goto(`${address}/board`);
  await sees(page.getByText(/4\/4 máy im lặng cùng lúc/));
  await picture(page, 'room-board-outage');
  await button(page, board.outage.give).click();
  await sees(page.getByText(/Đã trả lại thời gian cho 4 người, nhiều nhất 2 phút 32 giây/));
  const given = ask<{ extraSeconds: number }>(
    'SELECT "extraSeconds" FROM "Attempt" WHERE "sessionId" = ? AND "number" = 90',
    sessionId,
  );
  expect(given.map(({ extraSeconds }) => extraSeconds)).toEqual([152, 152, 152, 152]);
  await expect.poll(() => page.getByText(/máy im lặng cùng lúc/).count(), { timeout: 30_000 }).toBe(0);
  amend('DELETE FROM "Attempt" WHERE "sessionId" = ? AND "number" = 90', sessionId);
});

it('prints lists, and results only once the session is closed', async () => {
  const { page } = examiner;
  await page.goto(`${address}/results`);
  await sees(page.getByText(print.notYet));
  const over = askOne<{ id: string }>('SELECT "id" FROM "ExamSession" WHERE "closedAt" IS NOT NULL LIMIT 1');
  for (const [where, kind] of [
    [sessionId, 'attendance'],
    [sessionId, 'seating'],
    [over.id, 'results'],
    [over.id, 'slips'],
  ] as const) {
    await page.goto(`/exam-sessions/${where}/${kind}`);
    await sees(button(page, print.print));
    await expectNoSidewaysScroll(page);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.setViewportSize({ width: 643, height: 950 });
    await page.emulateMedia({ media: 'print' });
    await picture(page, `print-${kind}`);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1024, height: 768 });
    if (process.env.PICTURES === '1') {
      mkdirSync('.cache/pictures', { recursive: true });
      await page.pdf({ format: 'A4', preferCSSPageSize: true, path: `.cache/pictures/print-${kind}.pdf` });
    }
  }
  const download = page.waitForEvent('download');
  await page.goto(`/exam-sessions/${over.id}/results`);
  await link(page, print.export).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  const [logged] = ask<{ details: string }>(`SELECT "details" FROM "AuditEvent" WHERE "op" = 'quiz.results-exported'`);
  expect(JSON.parse(logged?.details ?? '{}')).toMatchObject({ format: 'xlsx' });
});
