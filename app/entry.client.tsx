import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { defaultLang, isLang, themeFrom } from '#app/platform/i18n/language.ts';
import { RootContext } from '#app/root-context.ts';

const { lang, dataset } = document.documentElement;
const state = { nonce: '', lang: isLang(lang) ? lang : defaultLang, theme: themeFrom(dataset.theme) };

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RootContext.Provider value={state}>
        <RemixBrowser />
      </RootContext.Provider>
    </StrictMode>,
  );
});
