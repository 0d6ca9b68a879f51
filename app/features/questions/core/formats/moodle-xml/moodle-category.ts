// Moodle's paths name the place that a category belongs to, which another installation does not have.
const CONTEXT = /^\s*\$[a-z0-9]+\$\s*(\/|$)/i;
const TOP = /^\s*top\s*(\/|$)/;
/** A slash within a name, which Moodle writes twice: the product parts names at every slash, so it shows another sign. */
const INNER = '∕';

/** '$course$/top/Chương 1/Bài 2' as 'Chương 1/Bài 2'. */
export function readCategory(path: string): string {
  return path
    .replace(CONTEXT, '')
    .replace(TOP, '')
    .replace(/\/\//g, INNER)
    .split('/')
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '')
    .join('/');
}

export const writeCategory = (path: string): string =>
  path === '' ? '$course$/top' : `$course$/top/${path.replaceAll(INNER, '//')}`;
