import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemLink, linkedItemIds } from '#app/features/library/core/item-link.ts';
import { itemSearchKey, itemSearchWords } from '#app/features/library/core/item-search.ts';
import { type ShelfRow, shelfOf } from '#app/features/library/core/shelf.ts';

const item = {
  title: 'Nghị quyết về bảo vệ nền tảng tư tưởng',
  ...{ symbol: '35-NQ/TW', topic: 'Nghị quyết 35', tags: ['đại hội XIV'], source: 'Bộ Chính trị', body: 'Đoạn một.' },
};
const isFound = (search: string) => itemSearchWords(search).every((word) => itemSearchKey(item).includes(` ${word}`));

describe('search in the library', () => {
  it.each([
    ['nghi quyet 35', true],
    ['NGHỊ QUYẾT', true],
    ['35-NQ/TW', true],
    ['tuong tu', true],
    ['bo chinh tri doan', true],
    ['dai hoi xiv', true],
    ['quye', true],
    ['uyet', false],
    ['nghi quyet 36', false],
    ['', true],
    ['%', true],
    ['!!! ???', true],
  ])('%s: %s', (search, expected) => {
    expect(isFound(search)).toBe(expected);
  });

  it('keeps a short key however long the text is, and finds each word that fits', () => {
    const body = Array.from({ length: 20_000 }, (_, at) => `từ${at}`).join(' ');
    const key = itemSearchKey({ ...item, body });
    expect(key.length).toBeLessThanOrEqual(6000);
    expect(key).toContain(' tu100');
  });

  it('asks nothing of LIKE: words are letters and digits', () => {
    fc.assert(
      fc.property(fc.string(), (search) => {
        for (const word of itemSearchWords(search)) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    );
  });
});

describe('a shelf', () => {
  const rows: ShelfRow[] = [
    { id: '1', kind: 'document', topic: 'Pháp luật' },
    { id: '2', kind: 'document', topic: 'Đảng' },
    { id: '3', kind: 'clip', topic: 'Đảng' },
  ];
  const all = { kind: '', topic: '', page: 1 } as const;

  it('counts topics of the chosen kind and kinds of the chosen topic', () => {
    const shelf = shelfOf(rows, { ...all, kind: 'document', topic: 'Đảng' }, 10);
    expect(shelf.topics).toEqual([
      { topic: 'Đảng', count: 1 },
      { topic: 'Pháp luật', count: 1 },
    ]);
    expect(shelf.kinds).toEqual({ document: 1, article: 0, picture: 0, clip: 1 });
    expect(shelf).toMatchObject({ ids: ['2'], total: 1, page: 1, pages: 1 });
  });

  it('keeps the chosen topic in sight when it has nothing of the chosen kind', () => {
    expect(shelfOf(rows, { ...all, kind: 'clip', topic: 'Pháp luật' }, 10).topics).toEqual([
      { topic: 'Đảng', count: 1 },
      { topic: 'Pháp luật', count: 0 },
    ]);
  });

  it('gives the last page to who asks for one behind it', () => {
    expect(shelfOf(rows, { ...all, page: 9 }, 2)).toMatchObject({ page: 2, pages: 2, ids: ['3'] });
    expect(shelfOf([], all, 2)).toMatchObject({ page: 1, pages: 1, ids: [], total: 0 });
  });

  it('puts each thing on exactly one page, whatever is chosen', () => {
    const row = fc.record({
      kind: fc.constantFrom('document' as const, 'clip' as const),
      topic: fc.constantFrom('a', 'b', 'c'),
    });
    fc.assert(
      fc.property(
        fc.array(row),
        fc.constantFrom('', 'document' as const),
        fc.integer({ min: 1, max: 5 }),
        (made, kind, size) => {
          const given = made.map((each, at) => ({ ...each, id: String(at) }));
          const { pages, total } = shelfOf(given, { kind, topic: 'a', page: 1 }, size);
          const ids = Array.from(
            { length: pages },
            (_, at) => shelfOf(given, { kind, topic: 'a', page: at + 1 }, size).ids,
          );
          const expected = given.filter((each) => each.topic === 'a' && (kind === '' || each.kind === kind));
          expect(ids.flat()).toEqual(expected.map(({ id }) => id));
          expect(total).toBe(expected.length);
        },
      ),
    );
  });
});

describe('links to the library', () => {
  it('are found in a text, each once', () => {
    expect(linkedItemIds('[a](library:x-1) và [b](library:y "Tên") và [c](library:x-1), không [d](library:)')).toEqual([
      'x-1',
      'y',
    ]);
  });

  it('are written so that they are read again, whatever the title is', () => {
    fc.assert(
      fc.property(fc.string(), (title) => {
        expect(linkedItemIds(itemLink({ id: 'abc', title }))).toEqual(['abc']);
      }),
    );
  });
});
