import { foldForSearch } from '#app/kernel/vietnamese-text.ts';

/** A code for a course, module or lesson: the words of its title without tone marks, and the end of its id, which makes it the only one. */
export function codeOf(title: string, id: string, otherwise: string): string {
  const words = foldForSearch(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
  return `${words || otherwise}-${id.slice(-6)}`;
}
