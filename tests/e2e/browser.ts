import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { chromiumArguments, findChromium } from '../../scripts/chromium.mjs';

export const address = process.env.E2E_ADDRESS ?? 'http://127.0.0.1:3000';
let browser: Browser;

/** A real browser for the stories of one file. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumArguments });
  });
  afterAll(() => browser.close());
}

/** What a page complained about; a story ends by finding none of it. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  complaints: string[];
}

/** A new visitor with no cookies. `expected` are complaints that belong to the story (a network that is cut on purpose). */
export async function visit(options: BrowserContextOptions = {}, expected: RegExp[] = []): Promise<Visit> {
  const context = await browser.newContext({ baseURL: address, locale: 'vi-VN', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const note = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) complaints.push(text);
  };
  page.on('console', (message) => message.type() === 'error' && note(message.text()));
  page.on('pageerror', (error) => note(error.message));
  return { page, context, complaints };
}

interface DemoAccount {
  role: string;
  login: string;
  password: string;
}

/** The demonstration's account with this login. */
export function account(login: string): DemoAccount {
  const folder = process.env.E2E_DATA ?? 'data';
  const accounts = JSON.parse(readFileSync(path.join(folder, 'demo-accounts.json'), 'utf8')) as DemoAccount[];
  const found = accounts.find((each) => each.login === login);
  if (!found) throw new Error(`No demonstration account ${login}`);
  return found;
}

/** Signs in through the form, as a person does. */
export async function signIn(page: Page, login: string): Promise<void> {
  const { password } = account(login);
  await page.goto('/sign-in');
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of accessibility that the page breaks, as readable lines. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

/** Fails when the page is wider than the window: nothing may be cut off on a phone. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { width, inner } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    inner: window.innerWidth,
  }));
  expect(width, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(inner);
}

/** Keeps a picture under .cache/pictures when PICTURES=1, to be looked at. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES !== '1') return;
  mkdirSync('.cache/pictures', { recursive: true });
  await page.screenshot({ path: `.cache/pictures/${name}.png`, fullPage: true });
}
