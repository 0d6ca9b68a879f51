import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printCategoryPath, readCategoryPath } from '#app/features/questions/core/category-path.ts';
import { placedCategories, placeProblem, subtreeIds } from '#app/features/questions/core/category-tree.ts';

const row = (id: string, parentId: string | null = null, position = 0) => ({ id, name: id, parentId, position });

describe('the path of a category', () => {
  it.each([
    ['Chương 1/Bài 2', ['Chương 1', 'Bài 2']],
    [' / Chương 1 //2 / ', ['Chương 1 /2']],
    ['', []],
    ['1/2/3/4/5/6/7/8/9', ['1', '2', '3', '4', '5', '6', '7', '8 / 9']],
  ])('%s', (path, names) => {
    expect(readCategoryPath(path)).toEqual(names);
  });

  it('is read again as it was printed', () => {
    const name = fc.stringMatching(/^[a-zđ][a-zđ/ ]{0,8}[a-zđ]$/).map((text) => text.replace(/\s+/g, ' '));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), (names) => {
        // A slash at the end of a name would be read with the one that parts: names do not end in one here.
        expect(readCategoryPath(printCategoryPath(names))).toEqual(names);
      }),
    );
  });
});

describe('the tree of categories', () => {
  it('stands in order, and what lost its parent or goes round is shown all the same', () => {
    const rows = [row('b', 'a', 1), row('a'), row('c', 'a', 0), row('lost', 'gone'), row('x', 'y'), row('y', 'x')];
    const placed = placedCategories(rows).map(({ id, depth }) => `${depth}${id}`);
    expect(placed.slice(0, 4)).toEqual(['0a', '1c', '1b', '0lost']);
    expect(placed.map((text) => text.slice(1)).sort()).toEqual(rows.map(({ id }) => id).sort());
  });

  it('knows a subtree, and where a category cannot stand', () => {
    const deep = Array.from({ length: 8 }, (_, at) => row(`d${at}`, at === 0 ? null : `d${at - 1}`));
    const rows = [row('a'), row('b', 'a'), row('c', 'b'), ...deep];
    expect(subtreeIds(rows, 'a').sort()).toEqual(['a', 'b', 'c']);
    expect(subtreeIds(rows, 'none')).toEqual([]);
    expect(placeProblem(rows, 'a', 'c')).toBe('below-itself');
    expect(placeProblem(rows, 'a', 'none')).toBe('unknown-parent');
    expect(placeProblem(rows, null, 'd7')).toBe('too-deep');
    expect(placeProblem(rows, 'a', 'd4')).toBeNull();
    expect(placeProblem(rows, 'a', 'd5')).toBe('too-deep');
    expect(placeProblem(rows, 'c', null)).toBeNull();
  });
});
