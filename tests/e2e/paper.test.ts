import { expect, it } from 'vitest';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { parsePaper } from '#app/features/quiz/core/paper.ts';
import { paperItemOf } from '#app/features/quiz/core/printed/paper-item.ts';
import { printLetters } from '#app/features/quiz/core/printed/read-letters.ts';
import { vi as words } from '#app/features/quiz/messages/printed-vi.ts';
import { addDays, dateOf } from '#app/kernel/vietnam-time.ts';
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
import { askOne, personWith, quizCalled } from './records.ts';

useBrowser();

let examiner: Visit;
let address = '';
const screens = { viewport: { width: 1024, height: 768 } };

/** A small unit below the examiner's. */
const smallUnit = () =>
  askOne<{ id: string; name: string }>(
    `SELECT u."id", u."name" FROM "Unit" u
     JOIN "RoleGrant" g ON g."personId" = ? AND g."role" = 'examiner' JOIN "Unit" o ON o."id" = g."unitId"
     WHERE u."path" LIKE o."path" || '%'
       AND (SELECT COUNT(*) FROM "Person" p WHERE p."unitId" = u."id" AND p."leftAt" IS NULL) BETWEEN 3 AND 20
       AND NOT EXISTS (SELECT 1 FROM "Unit" c WHERE c."parentId" = u."id")
     ORDER BY u."path" DESC LIMIT 1`,
    personWith('khaothi').id,
  );

/** A string of letters that fits a variant, right or not, and the same with one answer left out. */
function lettersOf(code: string): { letters: string; another: string } {
  const setId = address.split('/').at(-1);
  const { paper } = askOne<{ paper: string }>(
    'SELECT "paper" FROM "PaperVariant" WHERE "setId" = ? AND "code" = ?',
    ...[setId, code],
  );
  const items = parsePaper(paper).map(({ questionVersionId, optionOrder }) => {
    const { body } = askOne<{ body: string }>('SELECT "body" FROM "QuestionVersion" WHERE "id" = ?', questionVersionId);
    return paperItemOf(JSON.parse(body) as QuestionBody, optionOrder);
  });
  const answers = items.map((item) => {
    if (item.kind === 'true-false') return 'S';
    if (item.kind === 'cluster') return 'S'.repeat(item.parts);
    if (item.kind === 'matching') return 'A'.repeat(item.parts);
    return item.kind === 'ordering' ? 'ABCDEFGHIJ'.slice(0, item.options) : 'A';
  });
  return { letters: printLetters(answers, items), another: printLetters(['', ...answers.slice(1)], items) };
}

/** Types one sheet as an examiner does: every field ends with Enter. */
async function type(sheet: readonly string[]): Promise<void> {
  const { page } = examiner;
  for (const [at, name] of (['variant', 'who', 'letters'] as const).entries()) {
    const field = page.locator(`input[name="${name}"]`);
    await field.fill(sheet[at] ?? '');
    await field.press('Enter');
  }
  if ((sheet[2] ?? '').startsWith('X')) return;
  for (const field of await page.locator('input[name^="written."]').all()) await field.press('Enter');
}

it('makes a set of four variants of an exam, and prints it', async () => {
  examiner = await visit(screens, [/status of 4(00|09)/]);
  const { page } = examiner;
  await signIn(page, 'khaothi', { to: '/paper-sets' });
  await sees(heading(page, words.title));
  await picture(page, 'paper-list-empty');
  await link(page, words.create).first().click();
  await page.getByLabel(words.form.quiz, { exact: true }).selectOption(quizCalled('nq35-kiem-tra').id);
  await button(page, words.form.next).click();
  await page.getByLabel(words.form.who).selectOption(`unit:${smallUnit().id}`);
  await page.getByLabel(words.form.name).fill('Kiểm tra trên giấy đợt 2');
  await page.getByLabel(words.form.held).fill(addDays(dateOf(new Date()), -1));
  await button(page, words.form.preview).click();
  await sees(page.getByText(words.form.previewTitle));
  await picture(page, 'paper-new-preview');
  await button(page, words.form.submit).click();
  await page.waitForURL(/paper-sets\/[^/]+\?done=created/);
  address = new URL(page.url()).pathname;
  await sees(page.getByText(words.set.created));
  await picture(page, 'paper-set-new');
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  for (const file of ['papers.pdf', 'grid.docx', 'entry-template.xlsx']) {
    expect((await page.request.get(`${address}/${file}`)).status()).toBe(200);
  }
  // An examiner is no author: no keys, by no address.
  expect(await page.getByText(words.set.keysNever).count()).toBe(1);
  expect((await page.request.get(`${address}/keys.pdf`)).status()).toBe(403);
});

it('types sheets without a mouse, sees mistakes at once, and settles what differs', async () => {
  const { page } = examiner;
  await page.goto(`${address}/entry?round=1`);
  const first = lettersOf('101');
  const second = lettersOf('102');
  await type(['101', '1', `X${first.letters.slice(1)}`]);
  await sees(page.getByText('“X” không hợp'));
  await picture(page, 'paper-entry-wrong');
  await type(['101', '1', first.letters]);
  await sees(page.getByText(words.entry.saved.entered));
  await type(['102', '2', second.letters]);
  await expect.poll(() => page.getByText(words.entry.saved.entered).count()).toBe(2);
  await picture(page, 'paper-entry');
  await expectAccessible(page);

  await page.goto(`${address}/entry?round=2`);
  await type(['101', '1', first.letters]);
  await sees(page.getByText(words.entry.saved.checked));
  await type(['102', '2', second.another]);
  await sees(page.getByText(words.entry.saved.differs));

  await page.goto(`${address}/differences`);
  await picture(page, 'paper-differences');
  await page.locator('label.choice-row').first().click();
  await button(page, words.differences.settle).click();
  await sees(page.getByText(words.differences.none, { exact: true }));
});

it('counts them, and prints the results to be signed', async () => {
  const { page } = examiner;
  await page.goto(address);
  await button(page, words.set.count('2')).click();
  await sees(page.getByText(words.set.counted('2')));
  await picture(page, 'paper-set-counted');
  const { n } = askOne<{ n: number }>(
    'SELECT COUNT(*) AS "n" FROM "Attempt" WHERE "enteredById" = ? AND "state" = \'graded\'',
    personWith('khaothi').id,
  );
  expect(n).toBe(2);
  await page.goto(`${address}/results`);
  await picture(page, 'paper-results');
  await page.setViewportSize({ width: 360, height: 740 });
  for (const [name, where] of [
    ['set', ''],
    ['entry', '/entry?round=1'],
    ['file', '/entry-file'],
  ] as const) {
    await page.goto(address + where);
    await expectNoSidewaysScroll(page);
    await picture(page, `paper-${name}-360`);
  }
});
