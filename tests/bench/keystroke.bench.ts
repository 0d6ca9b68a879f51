/**
 * Keystroke to preview on the import screen, in Chromium: from the key to the next frame in which the card shows it; and how
 * large the page is, when it is alive, and when its last question is drawn.
 * `--questions 100 --keys 200`. Baseline in the same run: the same keys into a bare text area of the same length.
 */
import { chromium, type Page } from 'playwright-core';
import { createCategory } from '#app/features/questions/commands/create-category.server.ts';
import { stageImport } from '#app/features/questions/commands/imports/stage-import.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { chromiumArguments, findChromium } from '../../scripts/chromium.mjs';
import { buildCorps } from '../fixtures/corps.ts';
import { argument } from './arguments.ts';
import { print, quantile, rounded } from './measure.ts';
import { onStage, sessionCookie, stageFolder, startProduct } from './stage.ts';

const questions = Number(argument('questions', '100'));
const keys = Number(argument('keys', '200'));

/** Real layouts mixed: options on lines and on one line, keys by star, by line and in the table, explanations. */
function paper(count: number): string {
  const table: string[] = [];
  const blocks = Array.from({ length: count }, (_, index) => {
    const n = index + 1;
    const stem = `Câu ${n}. Theo Điều ${n} của Điều lệnh, trách nhiệm thứ ${n * 7} của quân nhân là gì?`;
    const options = ['Chấp hành nghiêm mệnh lệnh', 'Giữ gìn bí mật', 'Đoàn kết nội bộ', 'Rèn luyện tác phong'];
    const lettered = options.map((text, at) => `${'ABCD'[at]}. ${text} ${n}`);
    if (n % 3 === 0) {
      table.push(`${n}-C`);
      return [stem, lettered.join('   ')].join('\n');
    }
    if (n % 3 === 1) return [stem, ...lettered.map((line, at) => (at === 1 ? `*${line}` : line))].join('\n');
    return [stem, ...lettered, 'Đáp án: A', `Giải thích: theo Điều ${n}.`].join('\n');
  });
  return `${blocks.join('\n\n')}\n\nBẢNG ĐÁP ÁN\n${table.join(' ')}\n`;
}

/** Milliseconds from each key to the frame after the change that it makes to `watched`. */
async function typed(page: Page, area: string, watched: string): Promise<number[]> {
  await page.evaluate(
    ({ area, watched }) => {
      const store = window as unknown as { times: number[]; began: number };
      store.times = [];
      const text = document.querySelector(area) as HTMLTextAreaElement;
      const at = text.value.indexOf('?', text.value.length / 2);
      text.focus();
      text.setSelectionRange(at, at);
      text.addEventListener('keydown', () => {
        store.began = performance.now();
      });
      const shown = () => {
        if (store.began === 0) return;
        const { began } = store;
        store.began = 0;
        // The frame with the change has been drawn when a task after its animation frame runs.
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => store.times.push(performance.now() - began);
          channel.port2.postMessage(null);
        });
      };
      const target = document.querySelector(watched)!;
      if (target === text) text.addEventListener('input', shown);
      else new MutationObserver(shown).observe(target, { subtree: true, childList: true, characterData: true });
    },
    { area, watched },
  );
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press('abcdefgh'[key % 8]!);
    await page.waitForTimeout(25);
  }
  await page.waitForTimeout(300);
  return page.evaluate(() => (window as unknown as { times: number[] }).times);
}

stageFolder();
const { cookie, importId } = await onStage(async () => {
  const { giang } = await buildCorps();
  await createCategory(giang, { name: 'Ngân hàng', unitId: '' });
  const id = await stageImport(giang, {
    ...{ importId: newId(), unitId: '', name: 'bench.txt', source: paper(questions) },
    ...{ format: 'text', fileFormat: 'text', fileProblems: [] },
  });
  return { cookie: await sessionCookie(giang.personId), importId: id };
});
const server = await startProduct();
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumArguments });
try {
  const baseURL = `http://127.0.0.1:${server.port}`;
  const context = await browser.newContext({ baseURL, viewport: { width: 1024, height: 768 } });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: baseURL }]);
  // The compiler of the benches names functions by a helper that a page does not have.
  await context.addInitScript('window.__name = (named) => named');
  const page = await context.newPage();
  const before = performance.now();
  const opened = await page.goto(`/author/imports/${importId}`);
  await page.locator('form.import-alive').waitFor();
  const aliveMs = performance.now() - before;
  const documentKilobytes = ((await opened?.body())?.length ?? 0) / 1000;
  // The last card is drawn whole: everything of a long import is there.
  await page.locator(`#question-${questions} [data-letter]`).first().waitFor({ state: 'attached' });
  const wholeMs = performance.now() - before;
  const times = await typed(page, '#import-source', '.import-questions');
  const bare = await context.newPage();
  // A page without scripts: one that comes to life would take the area away.
  await bare.goto('/health');
  await bare.evaluate((text) => {
    const area = document.createElement('textarea');
    area.id = 'bare';
    area.value = text;
    document.body.prepend(area);
  }, paper(questions));
  const baseline = await typed(bare, '#bare', '#bare');
  print({
    ...{ bench: 'keystroke', questions, keys: times.length, unit: 'ms' },
    ...{ aliveMs: rounded(aliveMs, 0), wholeMs: rounded(wholeMs, 0), documentKilobytes: rounded(documentKilobytes, 0) },
    ...{
      p50: rounded(quantile(times, 0.5), 1),
      p95: rounded(quantile(times, 0.95), 1),
      max: rounded(Math.max(...times), 1),
    },
    ...{ baselineP50: rounded(quantile(baseline, 0.5), 1), baselineP95: rounded(quantile(baseline, 0.95), 1) },
  });
} finally {
  await browser.close();
  await server.stop();
}
