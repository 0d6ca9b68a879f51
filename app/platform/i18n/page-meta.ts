import { defaultLang, isLang, type Lang } from './language.ts';

export const productName = 'Học tập 35';

type Match = { id: string; data: unknown };

/**
 * The title of a page in the language of the request:
 *   export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).title);
 */
export function pageMeta(matches: readonly Match[], title: (lang: Lang) => string) {
  const root = matches.find((match) => match.id === 'root')?.data;
  const lang =
    typeof root === 'object' && root !== null && 'lang' in root && isLang(root.lang) ? root.lang : defaultLang;
  return [{ title: `${title(lang)} - ${productName}` }];
}
