import { expect, it } from 'vitest';
import { vi as author } from '#app/features/library/messages/author-vi.ts';
import { vi } from '#app/features/library/messages/vi.ts';
import { vi as shell } from '#app/messages/vi.ts';
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
import { askOne, idleLearner } from './records.ts';

useBrowser();

const { fields, edit, create } = author;
const title = 'Quy định tạm thời về giờ mượn sách';

it('an author adds a document with its file; a learner finds it without tone marks, and another from a lesson', async () => {
  const { page: writer } = await visit({ viewport: { width: 1024, height: 768 } }, [refusedWith(400)]);
  await signIn(writer, 'tacgia', { to: '/author/library/new' });
  await writer.getByLabel(fields.title, { exact: true }).fill(title);
  await writer.getByLabel(fields.topic, { exact: true }).fill('Nội vụ đơn vị');
  await writer.getByLabel(fields.symbol, { exact: true }).fill('12/QyĐ-TV');
  await writer.getByLabel(fields.mediaId, { exact: true }).setInputFiles({
    ...{ name: 'Giờ mượn sách.pdf', mimeType: 'application/pdf' },
    buffer: Buffer.from('%PDF-1.7\n%%EOF'),
  });
  await button(writer, create.button).click();
  // The source is missing: what was typed stays, and so does the file.
  await sees(heading(writer, edit.problemsTitle(1), 2));
  await sees(writer.getByText(fields.fileKept('Giờ mượn sách.pdf')));
  await expectAccessible(writer);
  await picture(writer, 'library-refused');
  await writer.getByLabel(fields.source, { exact: true }).fill('Thư viện đơn vị');
  await button(writer, create.button).click();
  await sees(writer.getByRole('status').filter({ hasText: edit.added }));
  expect(await writer.getByLabel(author.link.label).inputValue()).toMatch(/^\[Quy định tạm thời.*\]\(library:\w+\)$/);
  await expectAccessible(writer);

  const { page: learner } = await visit({ viewport: { width: 360, height: 740 } });
  await signIn(learner, idleLearner());
  await learner.getByText(shell.nav.menu, { exact: true }).click();
  await link(learner, shell.nav.library).click();
  await learner.getByLabel(vi.list.search).fill('gio muon sach');
  await button(learner, vi.list.apply).click();
  await link(learner, title).click();
  await sees(heading(learner, title, 1));
  await sees(learner.getByText('Thư viện đơn vị'));
  const file = learner.getByRole('link', { name: title });
  const answer = await learner.request.get((await file.getAttribute('href')) ?? '');
  expect(answer.headers()['content-type']).toBe('application/pdf');
  await expectNoSidewaysScroll(learner);
  await expectAccessible(learner);

  const lesson = askOne<{ id: string; courseId: string; title: string }>(
    `SELECT l."id", l."title", m."courseId" AS "courseId" FROM "Lesson" l JOIN "Module" m ON m."id" = l."moduleId"
     WHERE l."code" = 'nq35-03-03'`,
  );
  await learner.goto(`/courses/${lesson.courseId}/lessons/${lesson.id}`);
  await learner.getByRole('article').getByRole('link', { name: '37-QĐ/TW' }).click();
  await sees(heading(learner, 'Quy định về những điều đảng viên không được làm', 1));
  await sees(link(learner, lesson.title));
  await expectNoSidewaysScroll(learner);
  await picture(learner, 'library-item');
});
