import { defaultLang, isLang, type Lang } from './language.ts';

export const productName = 'Học tập 35';

type Match = { id: string; data: unknown };

/** The language of the request, for `meta`, which stands outside the page and its contexts. */
export function langOf(matches: readonly Match[]): Lang {
  const root = matches.find((match) => match.id === 'root')?.data;
  return typeof root === 'object' && root !== null && 'lang' in root && isLang(root.lang) ? root.lang : defaultLang;
}

/**
 * The title of a page in the language of the request:
 *   export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).title);
 */
export function pageMeta(matches: readonly Match[], title: (lang: Lang) => string) {
  return [{ title: `${title(langOf(matches))} - ${productName}` }];
}
