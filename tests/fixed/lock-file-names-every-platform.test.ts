import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

type Entry = { version?: string; optionalDependencies?: Record<string, string> };

it('names the optional packages of every platform, since npm ci refuses a lock file that lacks one', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };
  const missing = Object.entries(packages).flatMap(([name, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (wanted) => !packages[`node_modules/${wanted}`] && !packages[`${name}/node_modules/${wanted}`],
    ),
  );
  expect(missing).toEqual([]);
});
