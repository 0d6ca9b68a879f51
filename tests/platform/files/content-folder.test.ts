import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listCourseFolders, readContentFolder } from '#app/platform/files/content-folder.server.ts';

let folder: string;
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hoctap35-content-'));
  write('course.yaml', 'code: kh\ntitle: Khóa\n');
  write('02-b/module.yaml', 'code: kh-02\n');
  write('01-a/module.yaml', 'code: kh-01\n');
  write('01-a/02-y.md', '---\ncode: y\n---\nThân Y\n');
  write('01-a/01-x.md', '\ufeff---\r\ncode: x\r\nasOf: 2026-11-22\r\n---\r\nThân X\r\n\r\n---\r\nHết\r\n');
  write('01-a/questions.yaml', '- code: q1\n');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('reads modules and lessons in the order of their names, also from Windows', () => {
  const { course, modules, quizzes, problems } = readContentFolder(folder);
  expect(problems).toEqual([]);
  expect(course).toEqual({ file: 'course.yaml', value: { code: 'kh', title: 'Khóa' } });
  expect(modules.map(({ module }) => module.value)).toEqual([{ code: 'kh-01' }, { code: 'kh-02' }]);
  expect(modules[0]!.lessons).toEqual([
    { file: '01-a/01-x.md', value: { code: 'x', asOf: '2026-11-22', body: 'Thân X\n\n---\nHết' } },
    { file: '01-a/02-y.md', value: { code: 'y', body: 'Thân Y' } },
  ]);
  expect(modules[0]!.questions).toEqual([{ code: 'q1' }]);
  expect(modules[1]!.questions).toEqual([]);
  expect(quizzes).toEqual([]);
});

it('names the file of each problem', () => {
  rmSync(path.join(folder, 'course.yaml'));
  write('01-a/02-y.md', 'Không có đầu bài\n');
  write('01-a/03-z.md', '---\ncode: z\ntitle: "dở\n---\nThân\n');
  write('01-a/questions.yaml', 'code: q1\n');
  write('quizzes.yaml', '- code: [a\n');
  expect(readContentFolder(folder).problems).toEqual([
    { file: '01-a/02-y.md', code: 'no-front-matter' },
    { file: '01-a/03-z.md', code: 'bad-yaml', line: expect.any(Number) },
    { file: '01-a/questions.yaml', code: 'not-a-list' },
    { file: 'course.yaml', code: 'missing-file' },
    { file: 'quizzes.yaml', code: 'bad-yaml', line: expect.any(Number) },
  ]);
});

it('finds course folders: the folder itself, or those in it', () => {
  expect(listCourseFolders(folder)).toEqual([folder]);
  write('library/kh/course.yaml', 'code: kh\n');
  expect(listCourseFolders(path.join(folder, 'library'))).toEqual([path.join(folder, 'library', 'kh')]);
  expect(listCourseFolders(path.join(folder, 'nowhere'))).toEqual([]);
});
