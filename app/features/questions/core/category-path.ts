import { foldForSearch, nfc } from '#app/kernel/vietnamese-text.ts';

/** As many levels as anybody can still see on a page; what lies deeper is a mistake of the file. */
export const MAX_CATEGORY_DEPTH = 8;
export const MAX_CATEGORY_NAME = 200;

/**
 * The names in a path such as 'Chương 1/Bài 2', from the top down; '//' stands for a slash within a name. Spaces around names
 * and empty names go; levels beyond the deepest are joined to the last one, so that nothing is lost.
 */
export function readCategoryPath(path: string): string[] {
  const names = nfc(path)
    .replace(/\/\//g, '\0')
    .split('/')
    .map((name) => name.replace(/\0/g, '/').replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '');
  const shown =
    names.length > MAX_CATEGORY_DEPTH
      ? [...names.slice(0, MAX_CATEGORY_DEPTH - 1), names.slice(MAX_CATEGORY_DEPTH - 1).join(' / ')]
      : names;
  return shown.map((name) => name.slice(0, MAX_CATEGORY_NAME).trim());
}

/** The path that `readCategoryPath` reads again. */
export function printCategoryPath(names: readonly string[]): string {
  return names.map((name) => name.replace(/\//g, '//')).join('/');
}

/** Whether two categories side by side would be taken for one another: the same but for tone marks, case and spaces. */
export const isSameCategoryName = (a: string, b: string): boolean => foldForSearch(a) === foldForSearch(b);

/** The readable part of a category's code: 'Chương 1' gives 'chuong-1'. */
export function categoryCodeWords(name: string): string {
  const words = foldForSearch(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 24)
    .replace(/-$/, '');
  return words || 'nhom';
}
