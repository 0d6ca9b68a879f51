import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { vi } from '#app/features/courses/messages/lesson-editor-vi.ts';
import { button, sees, signIn, useBrowser, type Visit, visit } from './browser.ts';
import { askOne } from './records.ts';

useBrowser();

const { courseId, lessonId } = askOne<{ courseId: string; lessonId: string }>(
  `SELECT m."courseId" AS "courseId", l."id" AS "lessonId" FROM "Lesson" l JOIN "Module" m ON m."id" = l."moduleId"
   WHERE l."code" = 'nq35-02-01'`,
);
const address = `/author/courses/${courseId}/lessons/${lessonId}`;
const body = (page: Page) => page.getByLabel(vi.body, { exact: true });
const saved = (page: Page) => page.getByText(/^Đã lưu lúc \d/);

let first: Visit;
let second: Visit;

beforeAll(async () => {
  first = await visit({ viewport: { width: 1280, height: 900 } });
  // The answer to the slower of two savings is a conflict: the browser calls it an error, the story does not.
  second = await visit({ viewport: { width: 1280, height: 900 } }, [/409/]);
});

it('an author writes by keyboard, sees it drawn, and it is saved by itself', async () => {
  const { page } = first;
  await signIn(page, 'tacgia', { to: address });
  await page.getByRole('toolbar', { name: vi.toolbar.label }).waitFor();
  await body(page).fill('nhấn');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Alt+n');
  await page.keyboard.type('Điều cần lưu ý.');
  const preview = page.getByRole('region', { name: vi.preview.label });
  await sees(preview.locator('strong', { hasText: 'nhấn' }));
  await sees(preview.locator('aside.note', { hasText: 'Điều cần lưu ý.' }));
  await sees(saved(page));
  expect(await body(page).inputValue()).toContain('**nhấn**');
});

it('a paste from Word keeps its structure, and one undo gives the plain words', async () => {
  const { page } = first;
  await body(page).fill('');
  const word = `<html><body><!--StartFragment--><h1>Phần một<o:p></o:p></h1><p class=MsoNormal>Chữ <b>đậm</b>.<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>Ý một</p><!--EndFragment--></body></html>`;
  await body(page).evaluate((field, html) => {
    const data = new DataTransfer();
    data.setData('text/html', html);
    data.setData('text/plain', 'Phần một\nChữ đậm.\n· Ý một');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, word);
  await sees(page.getByText(vi.paste.done));
  expect(await body(page).inputValue()).toBe('## Phần một\n\nChữ **đậm**.\n\n- Ý một');
  await body(page).press('Control+z');
  expect(await body(page).inputValue()).toBe('Phần một\nChữ đậm.\n· Ý một');
});

it('two authors do not overwrite each other: the second merges, and nothing typed is lost', async () => {
  await body(first.page).fill('Dòng một\n\nDòng hai\n\nDòng ba');
  await sees(saved(first.page));
  await signIn(second.page, 'tacgia2', { to: address });
  await second.page.getByRole('toolbar', { name: vi.toolbar.label }).waitFor();
  await body(first.page).fill('Dòng một của tác giả\n\nDòng hai\n\nDòng ba');
  await body(first.page).press('Control+s');
  await sees(first.page.getByText(/^Đã giữ bản này lúc/));
  await body(second.page).fill('Dòng một\n\nDòng hai\n\nDòng ba của người thứ hai');
  await button(second.page, vi.conflict.merged).click();
  await sees(second.page.getByText(vi.conflict.noClashes));
  expect(await body(second.page).inputValue()).toBe('Dòng một của tác giả\n\nDòng hai\n\nDòng ba của người thứ hai');
  await sees(saved(second.page));
});

it('an earlier version is compared word by word and taken back', async () => {
  const { page } = second;
  await page.goto(`${address}/versions`);
  await page
    .getByRole('main')
    .getByRole('link', { name: vi.states.published(1) })
    .click();
  await sees(page.locator('ins'));
  await sees(page.locator('del'));
  await button(page, vi.states.restore).click();
  await sees(page.getByText(vi.states.restored));
});
