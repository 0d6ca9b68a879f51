import { expect, it } from 'vitest';
import { address } from './browser.ts';
import { type RawPerson, raw, signInRaw } from './raw.ts';

/** How many pages of each kind (the same address but for its ids) are looked at. */
const ofEachKind = 2;
const idPattern = /[0-9a-z]{20}/g;

const isSource = (path: string, url: URL) => path.startsWith('/library/') && url.origin !== address;

/** Every address that pages name, looked at one after the other from the home page; those that lead nowhere. */
async function deadLinks(person: RawPerson): Promise<string[]> {
  const waiting = [{ path: '/', from: '' }];
  const seen = new Set(['/']);
  const kinds = new Map<string, number>();
  const dead: string[] = [];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { path, from } = next;
    const kind = path.replace(/\?.*$/, '').replaceAll(idPattern, 'ID');
    const count = (kinds.get(kind) ?? 0) + 1;
    kinds.set(kind, count);
    if (count > ofEachKind) continue;
    const { status, headers, text } = await person.get(path);
    if (status >= 400) dead.push(`${status} ${path} on ${from}`);
    const found = status < 400 && headers['content-type']?.startsWith('text/html') ? text : '';
    const named = [...found.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    for (const href of [...named, ...(headers.location ? [headers.location] : [])]) {
      const url = new URL(href, new URL(path, address));
      // A document of the library names where it was published; nobody in a barracks follows that, and nor does this.
      if (isSource(path, url)) continue;
      expect(url.origin, `${href} on ${path}`).toBe(address);
      const target = url.pathname + url.search;
      if (!seen.has(target)) waiting.push({ path: target, from: path });
      seen.add(target);
    }
  }
  expect(kinds.size).toBeGreaterThan(5);
  return dead;
}

for (const login of ['hocvien', 'daidoi', 'sudoan', 'tacgia', 'khaothi', 'quantri']) {
  it(`leads ${login} nowhere in vain: every link of every screen is answered`, async () => {
    expect(await deadLinks(await signInRaw(address, login))).toEqual([]);
  });
}

it('leads a visitor without an account to nothing but the sign-in', async () => {
  const { text } = await raw(address, '/sign-in');
  const hrefs = [...text.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)].map(([, href]) => href);
  for (const href of hrefs) expect((await raw(address, href!)).status).toBeLessThan(400);
});
