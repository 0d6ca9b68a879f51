import { spawnSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { vi as audience } from '#app/features/courses/messages/audience-vi.ts';
import { vi as assign } from '#app/features/courses/messages/author-vi.ts';
import { vi as courses } from '#app/features/courses/messages/vi.ts';
import { vi as questions } from '#app/features/questions/messages/vi.ts';
import { vi as author } from '#app/features/quiz/messages/author-vi.ts';
import { vi as quiz } from '#app/features/quiz/messages/vi.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { vi as shell } from '#app/messages/vi.ts';
import { formatDate } from '#app/platform/i18n/format.ts';
import {
  button,
  dataFolder,
  heading,
  link,
  picture,
  readTable,
  refusedWith,
  sees,
  signIn,
  useBrowser,
  type Visit,
  visit,
} from './browser.ts';
import { answer, question, slotsHere, standing } from './exam.ts';
import { amend, askOne, personWith, quizCalled } from './records.ts';

const { editor } = questions;
const quizTitle = 'Kiểm tra nhanh về bưu gửi';
/** Stands in each question of this story, so that the picker finds just these. */
const mark = 'bưu gửi';

useBrowser();

let writer: Visit;
let quizAddress = '';
const course = quizCalled('nq35-kiem-tra').courseId;

beforeAll(() => {
  // A second author: the examiner, who gets the role by the administrator's command while the server runs.
  const unit = askOne<{ name: string }>(`SELECT "name" FROM "Unit" WHERE "kind" = 'corps'`).name;
  const { status } = spawnSync(process.execPath, ['scripts/cli.mjs', 'user', 'grant', 'khaothi', 'author', unit], {
    env: { ...process.env, HOCTAP35_DATA: dataFolder, DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  expect(status).toBe(0);
});

// Other stories need an examiner who is no author.
afterAll(() => amend(`DELETE FROM "RoleGrant" WHERE "personId" = ? AND "role" = 'author'`, personWith('khaothi').id));

const area = (page: Page, label: string) => page.getByLabel(label, { exact: true });

/** The fields that each type has. */
async function fillRest(page: Page): Promise<void> {
  await area(page, editor.explanation).fill('Vì quy định về bưu gửi nêu như vậy.');
  await area(page, editor.source).fill('Quy định của đơn vị, mục 2');
  await area(page, editor.category).selectOption({ index: 1 });
  await page.getByRole('radio', { name: questions.difficulties.easy }).check();
}

async function write(page: Page, type: keyof typeof questions.types, fill: () => Promise<void>): Promise<void> {
  await page.goto('/author/questions/new');
  await link(page, questions.types[type]).click();
  await sees(page.getByText(questions.typeHints[type]));
  await fill();
  await fillRest(page);
  await button(page, editor.save).click();
  await sees(page.getByRole('status').filter({ hasText: editor.saved(1) }));
}

it('explains the mistakes of a question beside their fields and loses nothing that was typed', async () => {
  writer = await visit({ viewport: { width: 1280, height: 900 } }, [refusedWith(400)]);
  const { page } = writer;
  await signIn(page, 'tacgia');
  await link(page, shell.nav.author).click();
  await sees(heading(page, questions.area, 1));
  await link(page, questions.list.create).click();
  await sees(heading(page, editor.newTitle, 1));
  await link(page, questions.types.single).click();
  await area(page, editor.stem).fill(`Ai được mở ${mark} của đồng đội?`);
  await area(page, editor.option('A')).fill('Không ai, trừ người nhận');
  await area(page, editor.option('B')).fill('Người trực ban');
  await area(page, editor.option('C')).fill('Người trực ban');
  await sees(page.getByRole('complementary').getByText(`Ai được mở ${mark} của đồng đội?`));
  await button(page, editor.save).click();
  const summary = page.getByRole('alert');
  for (const problem of [
    questions.problems['options.text duplicate']('C'),
    questions.problems['right missing'],
    questions.problems['explanation missing'],
    questions.problems['source missing'],
    questions.problems['categoryId missing'],
    questions.problems['difficulty missing'],
  ]) {
    await sees(link(summary, problem));
    // In the summary and beside the field.
    expect(await page.getByText(problem, { exact: true }).count()).toBeGreaterThanOrEqual(2);
  }
  await link(summary, questions.problems['source missing']).click();
  expect(await area(page, editor.source).evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await area(page, editor.stem).inputValue()).toBe(`Ai được mở ${mark} của đồng đội?`);
  expect(await area(page, editor.option('B')).inputValue()).toBe('Người trực ban');
  await picture(page, 'author-question-mistakes');
  await area(page, editor.option('C')).fill('Chỉ huy trực tiếp');
  await page.getByRole('radio', { name: editor.isRightOf('A') }).check();
  await fillRest(page);
  await button(page, editor.save).click();
  await sees(page.getByRole('status').filter({ hasText: editor.saved(1) }));
});

it('writes questions of the other three types', async () => {
  const { page } = writer;
  await write(page, 'multiple', async () => {
    await area(page, editor.stem).fill(`Khi nhận ${mark} lạ, việc nào đúng?`);
    await area(page, editor.option('A')).fill('Báo trực ban');
    await area(page, editor.option('B')).fill('Để nguyên, không mở');
    await area(page, editor.option('C')).fill('Mở xem bên trong');
    await page.getByRole('checkbox', { name: editor.isRightOf('A') }).check();
    await page.getByRole('checkbox', { name: editor.isRightOf('B') }).check();
    await page.getByRole('radio', { name: questions.scorings.proportional }).check();
  });
  await write(page, 'true-false', async () => {
    await area(page, editor.statement).fill(`Mọi ${mark} đều được ghi sổ.`);
    await page.getByRole('radio', { name: questions.truth.true, exact: true }).check();
  });
  await write(page, 'short-answer', async () => {
    await area(page, editor.stem).fill(`Nơi ghi ${mark} gọi là gì?`);
    await area(page, editor.answer(1)).fill('Sổ trực ban');
    await page.getByRole('checkbox', { name: editor.ignoreTones }).check();
    const trial = area(page, editor.tryLabel);
    await trial.fill('so truc ban');
    await sees(page.getByText(editor.tryFull));
    await trial.fill('sổ tay');
    await sees(page.getByText(editor.tryNone));
  });
});

it('turns an edit of a question into a new version and keeps the one before', async () => {
  const { page } = writer;
  await area(page, editor.explanation).fill('Sổ trực ban ghi mọi bưu gửi theo ngày.');
  await button(page, editor.saveVersion).click();
  await sees(page.getByRole('status').filter({ hasText: editor.saved(2) }));
  await link(page, editor.history).click();
  await sees(heading(page, new RegExp(questions.history.version(1)), 2));
  const changes = await readTable(page.getByRole('table').first());
  // Word by word: each side marks what the other does not have.
  expect(changes.rows.flat().join(' ')).toContain('ngày');
});

it('puts fixed questions and random draws into a quiz and is told beside the field what is wrong', async () => {
  const { page } = writer;
  await page.goto('/author/quizzes');
  await link(page, author.list.create).click();
  await button(page, author.create.button).click();
  await sees(link(page.getByRole('alert'), author.problems['title missing']));
  await area(page, author.create.name).fill(quizTitle);
  await page.getByRole('radio', { name: author.kinds.exam }).check();
  await button(page, author.create.button).click();
  await page.waitForURL(/\/author\/quizzes\/(?!new)/);
  quizAddress = new URL(page.url()).pathname;
  await sees(page.getByText(author.publish.draftLead));
  await area(page, author.editor.place).selectOption(course);
  await area(page, author.editor.instructions).fill('Đọc kỹ từng câu.');
  // The four of this story as fixed lines.
  await area(page, author.slots.search).fill('buu gui');
  await button(page, author.slots.find).click();
  await sees(page.getByText(author.slots.found('4', '4')));
  const found = page.getByRole('group', { name: author.slots.choose }).getByRole('checkbox');
  for (const choice of await found.all()) await choice.check();
  await button(page, author.slots.pick).click();
  await sees(page.getByText(author.slots.total('4', '4')));
  // And two at random of a bank's category.
  await button(page, author.slots.add).click();
  const line = page.getByRole('listitem').filter({ hasText: author.slots.random });
  await line.getByLabel(author.slots.category, { exact: true }).selectOption({ index: 2 });
  await sees(line.getByText(/^Ngân hàng có \d+ câu$/));
  await line.getByLabel(author.slots.count, { exact: true }).fill('2');
  await sees(page.getByText(author.slots.total('6', '6')));
  // Settings with mistakes.
  await area(page, author.editor.timeLimit).fill('nửa giờ');
  await area(page, author.editor.attempts).fill('2');
  await area(page, author.editor.passGrade).fill('11');
  await button(page, author.editor.save).click();
  const summary = page.getByRole('alert');
  await sees(link(summary, author.problems['timeLimitMinutes not-a-number']));
  await sees(link(summary, author.problems['passGrade out-of-range']));
  const time = area(page, author.editor.timeLimit);
  expect(await time.inputValue()).toBe('nửa giờ');
  expect(await time.getAttribute('aria-invalid')).toBe('true');
  expect(await area(page, author.editor.instructions).inputValue()).toBe('Đọc kỹ từng câu.');
  await sees(page.getByText(author.slots.total('6', '6')));
  await picture(page, 'author-quiz-mistakes');
  await time.fill('20');
  await area(page, author.editor.passGrade).fill('6,5');
  await area(page, author.editor.perPage).fill('3');
  await button(page, author.review.presetNames['just-after']).click();
  await button(page, author.editor.save).click();
  await sees(page.getByRole('status').filter({ hasText: author.editor.saved }));
  await page.reload();
  expect(await time.inputValue()).toBe('20');
  expect(await area(page, author.editor.passGrade).inputValue()).toBe('6,5');
});

it('previews the quiz as a learner will see it, without a trace in any result', async () => {
  const { page } = writer;
  await button(page, author.publish.preview).click();
  await page.waitForURL(/\/attempts\//);
  await sees(standing(page).getByText(quiz.attempt.previewText));
  expect(await slotsHere(page)).toHaveLength(3);
  await sees(page.getByText(/^Còn 20 phút/));
  await answer(page, (await slotsHere(page))[0]!);
  await sees(standing(page).getByText(/^Đã lưu lúc/));
  await picture(page, 'author-preview');
  await button(page, quiz.attempt.review).click();
  await button(page, quiz.overview.submitAnyway).click();
  await page.waitForURL(/\/result$/);
  await sees(page.getByText(quiz.attempt.preview));
  await link(page, quiz.result.toQuiz).click();
  await page.waitForURL(`**${quizAddress}`);
  await page.goto('/results');
  await sees(heading(page, quiz.history.title, 1));
  expect(await page.getByText(quizTitle).count()).toBe(0);
});

it('publishes the quiz and assigns the course to a company with a due date', async () => {
  const { page } = writer;
  await page.goto(quizAddress);
  await button(page, author.publish.publish).click();
  await sees(page.getByRole('status').filter({ hasText: author.publish.published }));
  await page.goto(`/author/courses/${course}`);
  await link(page, assign.course.assign).click();
  await sees(heading(page, assign.create.title, 1));
  const name = area(page, assign.create.name);
  await name.fill('Kiểm tra nhanh: cơ quan tham mưu');
  await area(page, assign.create.dueOn).fill('2020-01-31');
  await button(page, assign.create.button).click();
  await sees(link(page.getByRole('alert'), assign.problems['unitIds missing']));
  expect(await name.inputValue()).toBe('Kiểm tra nhanh: cơ quan tham mưu');
  expect(await area(page, assign.create.dueOn).inputValue()).toBe('2020-01-31');
  await page.getByRole('checkbox', { name: /^Bộ Tham mưu/ }).check();
  await sees(page.getByRole('status').filter({ hasText: audience.counted('10') }));
  await button(page, assign.create.button).click();
  await sees(link(page.getByRole('alert'), assign.problems['dueOn due-before-open']));
  const due = new Date(Date.now() + 10 * 86_400_000);
  await area(page, assign.create.dueOn).fill(dateOf(due));
  await page.getByRole('radio', { name: assign.create.lessonsNone }).check();
  await page.getByRole('checkbox', { name: new RegExp(`^${quizTitle}`) }).check();
  await picture(page, 'author-assign');
  await button(page, assign.create.button).click();
  await sees(page.getByRole('status').filter({ hasText: assign.create.done }));
  await sees(page.getByText('Bộ Tham mưu'));
  // A learner there finds it among what is due.
  const learner = await visit();
  await signIn(learner.page, 'khaothi');
  expect(personWith('khaothi').unitId).toBe(
    askOne<{ id: string }>(`SELECT "id" FROM "Unit" WHERE "name" = 'Bộ Tham mưu'`).id,
  );
  const entry = learner.page.getByRole('listitem').filter({ hasText: 'Kiểm tra nhanh: cơ quan tham mưu' }).first();
  await sees(entry.getByText(courses.due.in(formatDate('vi', due), 10)));
  await link(entry, quizTitle).click();
  await sees(learner.page.getByText('Đọc kỹ từng câu.'));
  await button(learner.page, quiz.start.begin.exam).click();
  await sees(question(learner.page, 1));
  await learner.context.close();
});

it('tells the second of two authors what the first has changed, and overwrites nothing silently', async () => {
  const second = await visit({ viewport: { width: 1280, height: 900 } }, [refusedWith(409)]);
  await signIn(second.page, 'khaothi', { to: quizAddress });
  const first = writer.page;
  await first.goto(quizAddress);
  await sees(heading(second.page, quizTitle, 1));
  await area(first, author.editor.timeLimit).fill('25');
  await button(first, author.editor.savePublished).click();
  await sees(first.getByRole('status').filter({ hasText: author.editor.saved }));
  await area(second.page, author.editor.instructions).fill('Lời dặn của người thứ hai.');
  await button(second.page, author.editor.savePublished).click();
  await sees(second.page.getByRole('status').filter({ hasText: author.conflict.title }));
  await sees(second.page.getByText(new RegExp(personWith('tacgia').fullName)));
  const changes = second.page.getByRole('table', { name: author.conflict.changed });
  expect((await readTable(changes)).rows).toEqual([[author.fields.timeLimitMinutes, '20', '25']]);
  expect(await area(second.page, author.editor.instructions).inputValue()).toBe('Lời dặn của người thứ hai.');
  await picture(second.page, 'author-conflict');
  await button(second.page, author.conflict.merge).click();
  await sees(second.page.getByText(author.conflict.mergedTitle));
  expect(await area(second.page, author.editor.timeLimit).inputValue()).toBe('25');
  await button(second.page, author.editor.savePublished).click();
  await sees(second.page.getByRole('status').filter({ hasText: author.editor.saved }));
  const { settings, instructions } = askOne<{ settings: string; instructions: string }>(
    'SELECT "settings", "instructions" FROM "Quiz" WHERE "id" = ?',
    quizAddress.split('/').pop(),
  );
  expect(JSON.parse(settings)).toMatchObject({ timeLimitSeconds: 1500 });
  expect(instructions).toBe('Lời dặn của người thứ hai.');
});
