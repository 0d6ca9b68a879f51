import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { vi as assigning } from '#app/features/courses/messages/author-vi.ts';
import { vi as outline } from '#app/features/courses/messages/outline-vi.ts';
import { vi as revisions } from '#app/features/courses/messages/revision-vi.ts';
import { vi as learning } from '#app/features/courses/messages/vi.ts';
import {
  button,
  expectAccessible,
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
import { amend, askOne, idleLearner, personWith } from './records.ts';

useBrowser();

const words = outline.outline;

async function addLesson(page: Page, title: string, module = 0): Promise<void> {
  await page.getByLabel(words.lessonName, { exact: true }).nth(module).fill(title);
  await button(page, words.addLesson).nth(module).click();
  await sees(page.getByText(outline.outline.done(words.steps['add-lesson'](title))));
}

/** Writing a text is the story of the lesson editor; here it is simply there. */
function write(courseId: string, title: string): void {
  const { outline: stored } = askOne<{ outline: string }>(
    'SELECT "outline" FROM "CourseDraft" WHERE "courseId" = ?',
    courseId,
  );
  const { modules } = JSON.parse(stored) as { modules: { lessons: { lessonId: string; title: string }[] }[] };
  const { lessonId } = modules.flatMap(({ lessons }) => lessons).find((lesson) => lesson.title === title)!;
  amend(
    `INSERT INTO "LessonDraft" ("lessonId", "courseId", "title", "body", "minutes", "asOf", "sources", "updatedAt")
     VALUES (?, ?, ?, ?, 5, '2026-11-22', '["Nghị quyết số 35-NQ/TW"]', ?)`,
    ...[lessonId, courseId, title, `## ${title}\n\nNội dung của bài.`, Date.now()],
  );
}

it('an author makes a course and publishes its second revision while a learner is in the middle of the first', async () => {
  const { page: author } = await visit({ viewport: { width: 1024, height: 768 } }, [refusedWith(400)]);
  const { page: learner } = await visit({ viewport: { width: 360, height: 740 } });
  const login = idleLearner();

  await signIn(author, 'tacgia', { to: '/author/courses/new' });
  await author.getByLabel(outline.create.name, { exact: true }).fill('Bảo vệ bí mật nhà nước');
  await button(author, outline.create.button).click();
  await sees(author.getByText(words.noModules));
  await picture(author, 'outline-empty');
  const courseId = new URL(author.url()).pathname.split('/')[3]!;
  await author.getByLabel(words.moduleName, { exact: true }).last().fill('Quy định chung');
  await button(author, words.addModuleButton).click();
  await sees(heading(author, words.module('1', 'Quy định chung')));
  await addLesson(author, 'Bí mật nhà nước là gì');
  await addLesson(author, 'Độ mật');
  await link(author, words.publish).click();
  await sees(author.getByText(revisions.publish.problem['lesson-without-text']).first());
  await picture(author, 'publication-problems');
  write(courseId, 'Bí mật nhà nước là gì');
  write(courseId, 'Độ mật');
  await author.reload();
  await button(author, revisions.publish.button).click();
  await sees(author.getByText(revisions.publish.done('1')));

  await link(author, assigning.course.assign).first().click();
  await author.getByLabel(assigning.create.name, { exact: true }).fill('Bảo vệ bí mật');
  const { unitId } = personWith(login);
  await author.locator(`input[name="unitIds"][value="${unitId}"]`).evaluate((box: HTMLInputElement) => box.click());
  await button(author, assigning.create.button).click();
  await sees(author.getByText(assigning.create.done));

  await signIn(learner, login, { to: `/courses/${courseId}` });
  await link(learner, 'Bí mật nhà nước là gì').click();
  await button(learner, learning.lesson.markRead).click();
  await sees(learner.locator('#da-doc').getByRole('link'));

  // By keyboard: the second lesson goes up and keeps the focus; then a third one comes.
  await author.goto(`/author/courses/${courseId}/outline`);
  await button(author, words.down('Độ mật')).focus();
  await author.keyboard.press('Alt+ArrowUp');
  await sees(author.getByText(words.done(words.steps['shift-lesson']('Độ mật'))));
  await expect
    .poll(() => author.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe(words.up('Độ mật'));
  await addLesson(author, 'Giao, nhận tài liệu mật');
  write(courseId, 'Giao, nhận tài liệu mật');
  await picture(author, 'outline');
  await expectAccessible(author);
  await link(author, words.publish).click();
  await sees(author.getByText(revisions.publish.studying('1', '1')));
  await button(author, revisions.publish.button).click();
  await sees(author.getByRole('alert').getByText(revisions.publish.noteMissing).first());
  await author.getByLabel(revisions.publish.note, { exact: true }).fill('Thêm bài giao, nhận tài liệu mật');
  await picture(author, 'publication');
  await button(author, revisions.publish.button).click();
  await sees(author.getByText(revisions.publish.done('2')));

  await learner.goto(`/courses/${courseId}`);
  await sees(learner.getByText(revisions.news.notice));
  await expect.poll(() => link(learner, 'Giao, nhận tài liệu mật').count()).toBe(0);
  await picture(learner, 'course-older');
  await link(learner, revisions.news.link).click();
  await sees(learner.getByText('Thêm bài giao, nhận tài liệu mật'));
  await expectNoSidewaysScroll(learner);
  await picture(learner, 'course-news');
  await expectAccessible(learner);
  await button(learner, revisions.news.button).click();
  await sees(learner.getByText(revisions.news.done));
  await sees(link(learner, 'Giao, nhận tài liệu mật'));
  await sees(learner.getByText('1/3'));

  await author.goto(`/author/courses/${courseId}/revisions`);
  const { rows } = await readTable(author.getByRole('table'));
  expect(rows.map((row) => [row[0], row[4]])).toEqual([
    ['2 (mới nhất)', '1'],
    ['1', '0'],
  ]);
  await picture(author, 'revisions');
  // Other stories find their learners without this course.
  await author.goto(`/author/courses/${courseId}`);
  await author.getByText(outline.course.archive).click();
  await button(author, outline.course.archiveButton).click();
  await sees(author.getByText(outline.course.archived));
});
