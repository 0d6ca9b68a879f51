import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { linkedItemIds } from '#app/features/library/core/item-link.ts';
import { judgeItem } from '#app/features/library/core/judge-item.ts';
import { contentItemSchema } from '#app/features/library/schema.ts';
import { listCourseFolders, readContentFolder } from '#app/platform/files/content-folder.server.ts';

const [folderPath = ''] = listCourseFolders(path.resolve(import.meta.dirname, '../../../prisma/content'));
const { library, modules } = readContentFolder(folderPath);
const items = library.map((entry) => contentItemSchema.parse(entry));

it('keeps the documents of the course with number, source, day and address', () => {
  expect(items.length).toBeGreaterThanOrEqual(15);
  expect(new Set(items.map(({ code }) => code)).size).toBe(items.length);
  for (const { item } of items) {
    expect(judgeItem(item, null, '2026-11-22')).toEqual([]);
    expect(item.symbol).toMatch(/^\d+[-/]/);
    expect(item.issuedOn).not.toBeNull();
    expect(item.link).toMatch(/^https?:/);
  }
});

it('has everything that lessons and its own texts point at', () => {
  const codes = new Set(items.map(({ code }) => code));
  const texts = modules.flatMap(({ lessons }) =>
    lessons.map(({ file }) => readFileSync(path.join(folderPath, file), 'utf8')),
  );
  const named = [...texts, ...items.map(({ item }) => item.body)].flatMap(linkedItemIds);
  expect(named.length).toBeGreaterThanOrEqual(3);
  expect(named.filter((id) => !codes.has(id))).toEqual([]);
});
