/**
 * npm run screenshots: the pictures of README.md, taken from the running product with a small demonstration corps in a
 * folder of its own, under docs/pictures. A server that already runs is taken when E2E_ADDRESS and E2E_DATA name it.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { chromium } from 'playwright-core';
import { chromiumArguments, findChromium } from './chromium.mjs';
import { root } from './install.mjs';

process.chdir(root);
const pictures = path.join(root, 'docs/pictures');
const largestBytes = 200_000;

/** Starts the product on a free port; resolves with where it is and how it is ended. */
async function startProduct() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hoctap35-pictures-'));
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      ...process.env,
      ...{ LOG_LEVEL: 'warn', PORT: '0', HOST: '127.0.0.1', DATABASE_URL: '' },
      ...{ HOCTAP35_DATA: folder, HOCTAP35_DEMO_PEOPLE: '600' },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const address = await new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const port = /http:\/\/localhost:(\d+)/.exec(printed)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
    child.once('exit', (code) => reject(new Error(`The product ended with ${code}:\n${printed}`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { address, folder, stop };
}

/** Which records the pictures show. */
function chooseRecords(folder) {
  const database = new Database(path.join(folder, 'hoctap35.sqlite'), { readonly: true });
  const id = (sql) => database.prepare(sql).get().id;
  try {
    return {
      lesson: database
        .prepare(`SELECT l."id", m."courseId" FROM "Lesson" l JOIN "Module" m ON m."id" = l."moduleId"
        WHERE m."code" = (SELECT "code" FROM "Module" ORDER BY "position" LIMIT 1) ORDER BY l."position" LIMIT 1`)
        .get(),
      attempt: id(`SELECT t."id" FROM "Attempt" t JOIN "Account" a ON a."personId" = t."personId"
        WHERE a."login" = 'hocvien3' AND t."state" = 'in-progress'`),
      division: id(`SELECT "unitId" AS "id" FROM "RoleGrant" g JOIN "Account" a ON a."personId" = g."personId"
        WHERE a."login" = 'sudoan'`),
      quiz: id(`SELECT "id" FROM "Quiz" WHERE "code" = 'nq35-kiem-tra'`),
      question: id(`SELECT "id" FROM "Question" WHERE "code" = 'nq35-02-q001'`),
    };
  } finally {
    database.close();
  }
}

/** A signed-in page of the size that an old monitor has. */
async function signedIn(browser, { address, folder }, login) {
  const accounts = JSON.parse(readFileSync(path.join(folder, 'demo-accounts.json'), 'utf8'));
  const context = await browser.newContext({
    baseURL: address,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    viewport: { width: 1024, height: 768 },
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.locator('[name=login]').fill(login);
  await page.locator('[name=password]').fill(accounts.find((account) => account.login === login).password);
  await page.locator('main [type=submit]').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return page;
}

async function take(page, name, address, prepare = async () => {}) {
  await page.goto(address, { waitUntil: 'networkidle' });
  await prepare(page);
  await page.evaluate(() => document.fonts.ready);
  const file = path.join(pictures, `${name}.png`);
  await page.screenshot({ path: file });
  const { size } = statSync(file);
  console.log(`${path.relative(root, file)}  ${Math.ceil(size / 1000)} kB`);
  if (size > largestBytes) throw new Error(`${name}.png is larger than ${largestBytes / 1000} kB.`);
}

/** Brings a part of a long page under the top of the window. */
const scrollTo = (selector) => async (page) => {
  await page.evaluate((sought) => {
    const top = document.querySelector(sought).getBoundingClientRect().top;
    window.scrollBy({ top: top - 16, behavior: 'instant' });
  }, selector);
};

/** Answers the first question that has options and waits for its receipt. */
async function answerOne(page) {
  const option = page.locator('fieldset[id^="cau-"] input[type=radio]').nth(1);
  if ((await option.count()) > 0 && !(await option.isChecked())) {
    const saved = page.waitForResponse((response) => response.url().includes('/answers'));
    await option.check();
    await saved;
  }
  await page.evaluate(() => window.scrollTo(0, 0));
}

const { E2E_ADDRESS, E2E_DATA } = process.env;
const product =
  E2E_ADDRESS && E2E_DATA ? { address: E2E_ADDRESS, folder: E2E_DATA, stop: async () => {} } : await startProduct();
mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumArguments });
try {
  const { lesson, attempt, division, quiz, question } = chooseRecords(product.folder);
  const learner = await signedIn(browser, product, 'hocvien');
  await take(learner, 'home', '/');
  await take(learner, 'lesson', `/courses/${lesson.courseId}/lessons/${lesson.id}`);
  await take(await signedIn(browser, product, 'hocvien3'), 'exam', `/attempts/${attempt}`, answerOne);
  const leader = await signedIn(browser, product, 'sudoan');
  await take(leader, 'unit', `/units/${division}`);
  await take(leader, 'people', `/units/${division}/people`);
  const author = await signedIn(browser, product, 'tacgia');
  await take(author, 'quiz-editor', `/author/quizzes/${quiz}`, scrollTo('#questions'));
  await take(author, 'question-editor', `/author/questions/${question}`);
} finally {
  await browser.close();
  await product.stop();
}
