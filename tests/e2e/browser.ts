import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { vi as access } from '#app/features/access/messages/vi.ts';
import { chromiumArguments, findChromium } from '../../scripts/chromium.mjs';

export const address = process.env.E2E_ADDRESS ?? 'http://127.0.0.1:3000';
export const dataFolder = process.env.E2E_DATA ?? 'data';
/** A state that does not come within this time does not come: generous, since machines are shared. */
const patience = 45_000;
let browser: Browser;
const visits = new Set<Visit>();

/** A real browser for the stories of one file. After each part no page may have complained. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumArguments });
  });
  afterEach(() => {
    // Joined: a report of a list alone would not show what they say.
    expect([...visits].flatMap(({ complaints }) => complaints.splice(0)).join('\n')).toBe('');
  });
  afterAll(async () => {
    visits.clear();
    await browser.close();
  });
}

/** What a page complained about; a story ends by finding none of it. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  complaints: string[];
}

/** A new visitor with no cookies. `expected` are complaints that belong to the story (a network that is cut on purpose). */
export async function visit(options: BrowserContextOptions = {}, expected: RegExp[] = []): Promise<Visit> {
  const baseURL = options.baseURL ?? address;
  const context = await browser.newContext({ locale: 'vi-VN', ...options, baseURL });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const complaints: string[] = [];
  const note = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) complaints.push(`${text} (${page.url()})`);
  };
  page.on('console', (message) => message.type() === 'error' && note(message.text()));
  page.on('pageerror', (error) => note(error.message));
  // Nothing is fetched from anywhere but the product itself.
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== baseURL) note(`fetched from elsewhere: ${request.url()}`);
  });
  const made = { page, context, complaints };
  visits.add(made);
  return made;
}

/** A status that the browser reports of a page which refuses. */
export const refusedWith = (status: number) => new RegExp(`Failed to load resource.*status of ${status}`);
/** What the browser reports while the network is cut. */
export const networkCut = /net::ERR_INTERNET_DISCONNECTED/;

interface DemoAccount {
  role: string;
  login: string;
  password: string;
}

function demoAccounts(): DemoAccount[] {
  return JSON.parse(readFileSync(path.join(dataFolder, 'demo-accounts.json'), 'utf8')) as DemoAccount[];
}

/** The demonstration's account with this login. */
export function account(login: string): DemoAccount {
  const found = demoAccounts().find((each) => each.login === login);
  if (!found) throw new Error(`No demonstration account ${login}`);
  return found;
}

/** The one password that the demonstration gives to everybody. */
export const demoPassword = (): string => demoAccounts()[0]!.password;

/** Types login and password into the form and sends it. */
export async function fillSignIn(page: Page, login: string, password: string): Promise<void> {
  const words = access.signIn;
  await page.getByLabel(words.login, { exact: true }).fill(login);
  await page.getByLabel(words.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: words.button, exact: true }).click();
}

/** Signs in through the form, as a person does, and lands on `to`. */
export async function signIn(page: Page, login: string, { to = '/', password = demoPassword() } = {}): Promise<void> {
  await page.goto(`/sign-in?returnTo=${encodeURIComponent(to)}`);
  await fillSignIn(page, login, password);
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Waits until it can be seen. */
export async function sees(locator: Locator): Promise<void> {
  await locator.first().waitFor({ state: 'visible' });
}

export const heading = (page: Page, name: string | RegExp, level?: number): Locator =>
  page.getByRole('heading', { name, ...(level && { level }), exact: typeof name === 'string' });

export const button = (page: Page | Locator, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

export const link = (page: Page | Locator, name: string | RegExp): Locator =>
  page.getByRole('link', { name, exact: typeof name === 'string' });

/** A table as it is read: heads, then one list of trimmed texts a row. */
export async function readTable(table: Locator): Promise<{ heads: string[]; rows: string[][] }> {
  const trimmed = (texts: string[]) => texts.map((text) => text.replace(/\s+/g, ' ').trim());
  const heads = trimmed(await table.locator('thead th').allInnerTexts());
  const rows: string[][] = [];
  for (const row of await table.locator('tbody tr, tfoot tr').all()) {
    rows.push(trimmed(await row.locator('th, td').allInnerTexts()));
  }
  return { heads, rows };
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails with readable lines when the page breaks rules of accessibility: any of axe's, or only those named. */
export async function expectAccessible(page: Page, only?: string[]): Promise<void> {
  expect((await accessibilityProblems(page, only)).join('\n'), page.url()).toBe('');
}

async function accessibilityProblems(page: Page, only?: string[]): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(axeSource);
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as {
      axe: {
        run(
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; any: { message: string }[] }[] }[] }>;
      };
    };
    const { violations } = await axe.run(rules ? { runOnly: rules } : {});
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message.slice(0, 160) ?? ''}`),
    );
  }, only);
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
