import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { en } from '#app/features/quiz/messages/room-en.ts';
import { vi } from '#app/features/quiz/messages/room-vi.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { vi as shell } from '#app/messages/vi.ts';
import { formatTime } from '#app/platform/i18n/format.ts';
import {
  button,
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
import { ask, askOne, quizCalled } from './records.ts';

const { form, plan, lobby, home, list } = vi;

useBrowser();

/** Three soldiers without a part in the demonstration, who have not sat the trial exam and have a seat in no session. */
const [first, second, late] = ask<{ login: string; fullName: string; personId: string }>(
  `SELECT a."login", p."fullName", p."id" AS "personId" FROM "Account" a JOIN "Person" p ON p."id" = a."personId"
   WHERE a."login" LIKE 'mh%' AND NOT EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."personId" = p."id")
   AND NOT EXISTS (SELECT 1 FROM "ExamSeat" e WHERE e."personId" = p."id")
   AND NOT EXISTS (SELECT 1 FROM "Attempt" t WHERE t."personId" = p."id")
   AND (SELECT COUNT(*) FROM "Person" o WHERE o."fullName" = p."fullName") = 1
   ORDER BY a."login" LIMIT 3`,
);
const title = `Kiểm tra thử trên trình duyệt ${Date.now()}`;

async function seat(page: Page, fullName: string): Promise<void> {
  await page.getByLabel(plan.searchPerson).fill(fullName);
  await button(page, plan.search).click();
  await button(page, plan.addOneOf(fullName)).click();
  await sees(page.getByText(plan.done.seated('1')));
}

it('lets an examiner plan, seat, prepare and release, and opens the papers of who waits by themselves', async () => {
  if (!first || !second || !late) throw new Error('The demonstration has too few soldiers.');
  const examiner = await visit({ viewport: { width: 1024, height: 768 } }, [refusedWith(400)]);
  await signIn(examiner.page, 'khaothi');
  await link(examiner.page.getByRole('navigation', { name: shell.nav.label }), shell.nav.examiner).click();
  await sees(heading(examiner.page, list.title, 1));
  await picture(examiner.page, 'exam-sessions');
  await link(examiner.page, list.create).click();
  await button(examiner.page, form.create).click();
  await sees(heading(examiner.page, form.problems));
  await picture(examiner.page, 'exam-session-problems');
  const planned = new Date(Date.now() + 20 * 60_000);
  await examiner.page.getByLabel(form.quiz, { exact: true }).selectOption(quizCalled('nq35-thi-thu').id);
  await examiner.page.getByLabel(form.title).fill(title);
  await examiner.page.getByLabel(form.room).fill('Phòng 204');
  await examiner.page.getByLabel(form.date).fill(dateOf(planned));
  await examiner.page.getByLabel(form.time).fill(formatTime(planned));
  await button(examiner.page, form.create).click();
  await sees(heading(examiner.page, title, 1));
  for (const { fullName } of [first, second, late]) await seat(examiner.page, fullName);
  await sees(examiner.page.getByText(plan.papers('3/3')));
  await expectAccessible(examiner.page);
  await picture(examiner.page, 'exam-session-plan');

  const waiting = [];
  for (const { login, fullName } of [first, second]) {
    const learner = await visit({ viewport: { width: 360, height: 740 } });
    await signIn(learner.page, login);
    await sees(heading(learner.page, home.title, 2));
    await expectNoSidewaysScroll(learner.page);
    await picture(learner.page, 'exam-session-home');
    await link(learner.page, home.steps.enter).click();
    await sees(learner.page.getByText(lobby.way.wait));
    await sees(learner.page.getByText(fullName));
    await expectNoSidewaysScroll(learner.page);
    waiting.push(learner);
  }
  await sees(waiting[0]!.page.getByText(lobby.arrived));
  await expectAccessible(waiting[0]!.page);
  await picture(waiting[0]!.page, 'exam-session-lobby');

  await sees(examiner.page.getByText(plan.arrivedOf('2/3'), { exact: true }));
  await examiner.page.getByText(plan.release, { exact: true }).click();
  await picture(examiner.page, 'exam-session-release');
  await button(examiner.page, plan.releaseConfirm).click();
  await sees(examiner.page.getByText(plan.done.released));

  for (const { page } of waiting) {
    await page.waitForURL(/\/attempts\/\w+$/);
    await sees(page.locator('fieldset#cau-1'));
  }
  const { id } = askOne<{ id: string }>('SELECT "id" FROM "ExamSession" WHERE "title" = ?', title);
  const started = ask<{ personId: string; startedAt: number; releasedAt: number }>(
    `SELECT a."personId", a."startedAt", s."releasedAt" FROM "Attempt" a JOIN "ExamSession" s ON s."id" = a."sessionId"
     WHERE s."id" = ? AND a."state" = 'in-progress'`,
    id,
  );
  expect(started.map(({ personId }) => personId).sort()).toEqual([first.personId, second.personId].sort());

  // Who comes late presses a button, and needs no JavaScript for it.
  const plain = await visit({ javaScriptEnabled: false });
  await signIn(plain.page, late.login, { to: `/exam-sessions/${id}` });
  await sees(plain.page.getByText(lobby.way.begin));
  await picture(plain.page, 'exam-session-late');
  await button(plain.page, lobby.begin).click();
  await plain.page.waitForURL(/\/attempts\/\w+$/);

  await button(examiner.page, plan.endButton).click();
  await sees(examiner.page.getByText(plan.stillWorking('3')));
});

it('shows a lobby without JavaScript, where one says that one is there', async () => {
  const planned = askOne<{ id: string; login: string }>(
    `SELECT s."id", a."login" FROM "ExamSession" s JOIN "ExamSeat" e ON e."sessionId" = s."id"
     JOIN "Account" a ON a."personId" = e."personId"
     WHERE s."releasedAt" IS NULL AND s."lobbyAt" > ? ORDER BY e."number" LIMIT 1`,
    Date.now(),
  );
  const { page, context } = await visit({ javaScriptEnabled: false });
  await signIn(page, planned.login, { to: `/exam-sessions/${planned.id}` });
  await sees(page.getByText(lobby.way['too-early']));
  await context.addCookies([{ name: 'lang', value: 'en', url: page.url() }]);
  await page.reload();
  await sees(page.getByText(en.lobby.way['too-early']));
});
