import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import postcss from 'postcss';
import { transformWithEsbuild } from 'vite';
import { describe, expect, it } from 'vitest';

/** What is sent to browsers, read as files: an old machine in a barracks has Chrome 109 and no internet. */

const client = 'build/client';
const built = readdirSync(client, { recursive: true, encoding: 'utf8' }).map((name) => path.join(client, name));
const scripts = built.filter((name) => name.endsWith('.js'));
const sheets = built.filter((name) => name.endsWith('.css'));
const read = (file: string) => readFileSync(file, 'utf8');

describe('scripts', () => {
  it('are there', () => expect(scripts.length).toBeGreaterThan(10));

  it('are written in nothing newer than Chrome 109 can read', async () => {
    for (const file of scripts) {
      const print = (target: string) =>
        transformWithEsbuild(read(file), file, { target, loader: 'js', sourcemap: false });
      const [old, latest] = await Promise.all([print('chrome109'), print('esnext')]);
      // Whatever is too new for the target would be rewritten.
      expect(old.code === latest.code, `${file} is too new`).toBe(true);
      expect(old.warnings).toEqual([]);
    }
  });

  it('call nothing that Chrome 109 lacks', () => {
    const tooNew = [
      /\.to(Sorted|Reversed|Spliced)\(/,
      /\b(Object|Map)\.groupBy\(/,
      /\bPromise\.(withResolvers|try)\(/,
      /\bAbortSignal\.any\(/,
      /\bURL\.(canParse|parse)\(/,
      /\bArray\.fromAsync\(/,
      /\.(isWellFormed|toWellFormed)\(/,
      /\.(symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/,
      /\bIterator\.from\(/,
      /\bstartViewTransition\(/,
      /\bscheduler\.yield\(/,
      /\b(showPopover|togglePopover)\(/,
    ];
    const found = scripts.flatMap((file) => {
      const code = read(file);
      return tooNew.flatMap((pattern) => {
        const at = code.search(pattern);
        return at < 0 ? [] : [`${file}: ${code.slice(Math.max(0, at - 60), at + 60)}`];
      });
    });
    // A router that asks first whether the browser can is no harm.
    expect(found.filter((each) => !/document\.startViewTransition|"startViewTransition"/.test(each))).toEqual([]);
  });

  it('name no other host as a place to fetch from', () => {
    const fetched =
      /(?:import\(|fetch\(|src=|href=|new (?:Worker|WebSocket|EventSource)\()\s*["'`](?:https?:|wss?:)?\/\/[^"'`]+/g;
    expect(scripts.flatMap((file) => [...read(file).matchAll(fetched)].map(([text]) => `${file}: ${text}`))).toEqual(
      [],
    );
  });
});

describe('style sheets', () => {
  it('are there', () => expect(sheets.length).toBeGreaterThan(0));

  it('use nothing that Chrome 109 passes over', () => {
    const values = /\b(color-mix|oklch|oklab|lch|lab|light-dark|linear|round|anchor|rgb\(from)\(|\bsubgrid\b/;
    const properties =
      /^(text-wrap|text-box|field-sizing|interpolate-size|anchor-name|view-transition-name|animation-timeline|font-size-adjust|white-space-collapse|position-try)/;
    const atRules = new Set(['scope', 'starting-style', 'view-transition', 'position-try', 'function', 'when']);
    const selectors = /:(dir|user-valid|user-invalid|popover-open|state|open)\b|:nth-child\([^)]* of /;
    const found: string[] = [];
    for (const file of sheets) {
      const root = postcss.parse(read(file), { from: file });
      root.walkRules((rule) => {
        if (rule.parent?.type === 'rule' || rule.selector.replace(/\\./g, '').includes('&'))
          found.push(`nested: ${rule.selector}`);
        if (selectors.test(rule.selector)) found.push(rule.selector);
      });
      root.walkDecls((declaration) => {
        if (properties.test(declaration.prop) || values.test(declaration.value)) found.push(declaration.toString());
      });
      root.walkAtRules((rule) => {
        if (atRules.has(rule.name)) found.push(rule.toString().slice(0, 80));
        if (rule.parent?.type === 'rule') found.push(`nested: @${rule.name} ${rule.params}`);
        if (rule.name === 'import') found.push(rule.toString());
      });
    }
    expect(found).toEqual([]);
  });

  it('fetch fonts and pictures from the product alone, and find them', () => {
    for (const file of sheets) {
      for (const [, address = ''] of read(file).matchAll(/url\(\s*["']?([^"')]+)/g)) {
        if (address.startsWith('data:')) continue;
        expect(address).toMatch(/^\/assets\//);
        expect(built).toContain(path.join(client, address));
      }
    }
  });
});

describe('the lock file', () => {
  it('names no registry, so that it installs from whichever one is configured', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { resolved?: string }> };
    const resolved = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined);
    expect(resolved).toEqual([]);
    expect(read('package-lock.json')).not.toMatch(/registry\./);
  });
});
