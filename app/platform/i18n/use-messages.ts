import { createContext, useContext } from 'react';
import { defaultLang, type Lang } from './language.ts';
import type { Messages } from './messages.ts';

const LanguageContext = createContext<Lang>(defaultLang);

/** Set once, in root.tsx. */
export const LanguageProvider = LanguageContext.Provider;

export function useLang(): Lang {
  return useContext(LanguageContext);
}

/** The words of the current language. */
export function useMessages<Source>(vi: Source, en: Messages<Source>): Messages<Source> {
  return useLang() === 'vi' ? (vi as Messages<Source>) : en;
}

/** The same outside React: loaders, reports, mail. */
export function messagesFor<Source>(lang: Lang, vi: Source, en: Messages<Source>): Messages<Source> {
  return lang === 'vi' ? (vi as Messages<Source>) : en;
}
