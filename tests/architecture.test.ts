import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrowProblems, roomOf } from './architecture/arrows.ts';
import { importsOf } from './architecture/imports.ts';
import { nameProblem } from './architecture/names.ts';

const root = path.resolve(import.meta.dirname, '..');

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder)).flatMap((name) => {
    const file = path.posix.join(folder, name);
    if (name === 'generated') return [];
    return statSync(path.join(root, file)).isDirectory() ? filesBelow(file) : [file];
  });
}

const sources = filesBelow('app').filter((file) => /\.tsx?$/.test(file));

describe('the arrows of the house', () => {
  it('finds the sources and knows the room of each', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((file) => roomOf(file) === null)).toEqual([]);
  });

  it('has no import along another arrow', () => {
    const problems = sources.flatMap((file) =>
      arrowProblems(file, importsOf(file, readFileSync(path.join(root, file), 'utf8'))),
    );
    expect(problems).toEqual([]);
  });

  it('imports only files that exist', () => {
    const missing = sources.flatMap((file) =>
      importsOf(file, readFileSync(path.join(root, file), 'utf8'))
        .filter(({ target }) => target.startsWith('app/') && !target.includes('/generated/'))
        .filter(({ target }) => !existsSync(path.join(root, target.replace(/\?.*$/, ''))))
        .map(({ target }) => `${file} -> ${target}`),
    );
    expect(missing).toEqual([]);
  });

  it('names files after what they do', () => {
    expect(sources.map(nameProblem).filter(Boolean)).toEqual([]);
  });

  it('keeps server files out of core and schema, and marks them elsewhere', () => {
    const wrong = sources.filter((file) => {
      const room = roomOf(file)?.room;
      const isServer = /\.server\.tsx?$/.test(file);
      if (room === 'core' || room === 'schema' || room === 'messages') return isServer;
      if (room === 'data' || room === 'commands' || room === 'queries') return !isServer;
      return false;
    });
    expect(wrong).toEqual([]);
  });
});

describe('the check itself', () => {
  const check = (file: string, source: string) => arrowProblems(file, importsOf(file, source));

  it.each([
    [
      'core that reads the database',
      'app/features/quiz/core/grade.ts',
      `import { x } from '#app/features/quiz/data/answers.server.ts'`,
    ],
    [
      'core that imports a higher rank',
      'app/features/questions/core/question.ts',
      `import { x } from '#app/features/quiz/core/grade.ts'`,
    ],
    [
      'a feature that imports its equal',
      'app/features/courses/commands/a.server.ts',
      `import { x } from '#app/features/questions/queries/b.server.ts'`,
    ],
    [
      'a command that calls a command',
      'app/features/quiz/commands/a.server.ts',
      `import { x } from '#app/features/quiz/commands/b.server.ts'`,
    ],
    [
      'a route that reads the database',
      'app/routes/home.tsx',
      `import { x } from '#app/features/quiz/data/b.server.ts'`,
    ],
    ['a route that decides by a rule', 'app/routes/home.tsx', `import { x } from '#app/features/quiz/core/b.ts'`],
    ['ui with a domain word', 'app/ui/table.tsx', `import type { X } from '#app/features/quiz/core/b.ts'`],
    [
      'feature ui that runs a query',
      'app/features/quiz/ui/sheet.tsx',
      `import { x } from '#app/features/quiz/queries/b.server.ts'`,
    ],
    [
      'a kernel that imports the platform',
      'app/kernel/percent.ts',
      `import { x } from '#app/platform/clock.server.ts'`,
    ],
    ['Prisma in a command', 'app/features/quiz/commands/a.server.ts', `import { x } from '@prisma/client'`],
    ['Zod in core', 'app/features/quiz/core/a.ts', `import { z } from 'zod'`],
    ['React in a query', 'app/features/quiz/queries/a.server.ts', `import { useState } from 'react'`],
    ['Recharts in a feature', 'app/features/progress/ui/chart.tsx', `import { Bar } from 'recharts'`],
    [
      'a transaction opened by hand',
      'app/features/quiz/commands/a.server.ts',
      `await database().write(async () => {})`,
    ],
  ])('refuses %s', (_, file, source) => {
    expect(check(file, source)).not.toEqual([]);
  });

  it.each([
    [
      'a command that uses its data and the one door',
      'app/features/quiz/commands/a.server.ts',
      `import { transact } from '#app/features/audit/commands/transact.server.ts';\nimport { x } from '#app/features/quiz/data/b.server.ts'`,
    ],
    [
      'a core that imports a lower core',
      'app/features/quiz/core/a.ts',
      `import { x } from '#app/features/questions/core/b.ts'`,
    ],
    [
      'feature ui that names the type of a query',
      'app/features/quiz/ui/sheet.tsx',
      `import type { X } from '#app/features/quiz/queries/b.server.ts'`,
    ],
    [
      'a route that calls a command',
      'app/routes/home.tsx',
      `import { x } from '#app/features/quiz/commands/b.server.ts'`,
    ],
  ])('allows %s', (_, file, source) => {
    expect(check(file, source)).toEqual([]);
  });
});
