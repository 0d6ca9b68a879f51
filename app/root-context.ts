import { createContext } from 'react';
import { defaultLang, type Lang, type Theme } from '#app/platform/i18n/language.ts';

/**
 * What the document needs even when no loader answered: the nonce of this response (empty in the browser, which hides
 * it) and the language and theme of the request, for error pages.
 */
export type RootState = { nonce: string; lang: Lang; theme: Theme };

export const RootContext = createContext<RootState>({ nonce: '', lang: defaultLang, theme: null });
