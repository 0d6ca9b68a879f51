import latin400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url';
import vietnamese400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url';
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { lazy, type ReactNode, Suspense, useContext } from 'react';
import { en } from '#app/messages/en.ts';
import { vi } from '#app/messages/vi.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { langOf, productName } from '#app/platform/i18n/page-meta.ts';
import { LanguageProvider, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { RootContext } from '#app/root-context.ts';
import { findActor } from '#app/routes/gate.server.ts';
import { type Area, type ShellData, shellDataOf } from '#app/shell-data.server.ts';
import styles from '#app/styles/app.css?url';
import { Notice } from '#app/ui/notice.tsx';
import { ConnectionNotice } from '#app/ui/shell/connection-notice.tsx';
import { NavigationLine } from '#app/ui/shell/navigation-line.tsx';
import { PageAnnouncer } from '#app/ui/shell/page-announcer.tsx';
import { SiteFooter } from '#app/ui/shell/site-footer.tsx';
import { SiteHeader } from '#app/ui/shell/site-header.tsx';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  ...[latin400, vietnamese400].map((href) => ({
    rel: 'preload' as const,
    as: 'font' as const,
    type: 'font/woff2',
    crossOrigin: 'anonymous' as const,
    href,
  })),
  { rel: 'icon', type: 'image/svg+xml', href: '/icons/icon.svg' },
];

export const meta: MetaFunction<typeof loader> = ({ matches, error }) =>
  error && errorPage ? [{ title: errorPage.errorTitle(error, langOf(matches)) }] : [{ title: productName }];

export const loader = answer(
  async ({ request }: LoaderFunctionArgs): Promise<ShellData> => shellDataOf(request, await findActor(request)),
);

/** What a route may say to the shell: `export const handle: ShellHandle = { area: 'leader' }`. */
export type ShellHandle = {
  /** Which part of the product the page belongs to; marked in the navigation. */
  area?: Area;
  /** Only the product's name around the page: an exam in progress. */
  isQuiet?: boolean;
};

export function Layout({ children }: { children: ReactNode }) {
  const context = useContext(RootContext);
  const data = useRouteLoaderData<typeof loader>('root');
  // An error page that the server sent is plain HTML: it works when scripts are what is broken.
  const isErrorDocument = Boolean(useRouteError());
  const lang = data?.lang ?? context.lang;
  const theme = data ? data.theme : context.theme;
  return (
    <html lang={lang} data-theme={theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <LanguageProvider value={lang}>
          <Shell>{children}</Shell>
        </LanguageProvider>
        {!isErrorDocument && (
          <>
            <ScrollRestoration nonce={context.nonce} />
            <Scripts nonce={context.nonce} />
          </>
        )}
      </body>
    </html>
  );
}

// Few people ever see an error page, so its words and drawing are fetched when one is wanted. The server has them at hand.
const errorPage = import.meta.env.SSR ? await import('#app/root-error.tsx') : null;
const RootError =
  errorPage?.RootError ??
  lazy(() =>
    import('#app/root-error.tsx').then(
      (page) => ({ default: page.RootError }),
      () => ({ default: Unreachable }),
    ),
  );

/** Where not even the error page can be fetched. */
function Unreachable() {
  const { connection } = useMessages(vi, en);
  return (
    <Notice kind="warning" title={connection.offlineTitle} live>
      {connection.offlineText}
    </Notice>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  // On the server there is no boundary: what waits in one is hidden from browsers without scripts.
  return errorPage ? (
    <RootError />
  ) : (
    <Suspense fallback={null}>
      <RootError />
    </Suspense>
  );
}

const areaPaths: Record<Area, string> = {
  learner: '/',
  library: '/library',
  leader: '/units',
  examiner: '/exam-sessions',
  author: '/author',
  admin: '/administration',
};
const preferences = '/preferences';

function Shell({ children }: { children: ReactNode }) {
  const words = useMessages(vi, en);
  const data = useRouteLoaderData<typeof loader>('root');
  const lang = useLang();
  const location = useLocation();
  const handles = useMatches().map((match) => match.handle as ShellHandle | undefined);
  const isQuiet = handles.some((handle) => handle?.isQuiet);
  const current = handles.reduce<Area | undefined>((area, handle) => handle?.area ?? area, undefined);
  const returnTo = location.pathname + location.search;
  const areas = (Object.keys(areaPaths) as Area[]).filter((area) => data?.areas[area]);
  return (
    <div className="flex min-h-screen flex-col">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:left-2 focus:top-2 focus:z-50 focus:bg-surface focus:px-4 focus:py-3"
      >
        {words.skipToContent}
      </a>
      <NavigationLine label={words.loading} />
      <PageAnnouncer />
      <SiteHeader
        product={words.product}
        isQuiet={isQuiet}
        pageKey={location.key}
        nav={areas.map((area) => ({ to: areaPaths[area], label: words.nav[area], isCurrent: area === current }))}
        // The page of the sign-in needs no way to itself.
        person={
          location.pathname === '/sign-in'
            ? undefined
            : data && (data.person ? { name: data.person.name, to: '/account' } : null)
        }
        signIn={{ to: '/sign-in', label: words.nav.signIn }}
        signOut={{ action: '/sign-out', label: words.nav.signOut }}
        language={
          lang === 'vi'
            ? { action: preferences, value: 'en', label: words.preferences.toEnglish, returnTo }
            : { action: preferences, value: 'vi', label: words.preferences.toVietnamese, returnTo }
        }
        words={{ nav: words.nav.label, menu: words.nav.menu }}
      />
      <ConnectionNotice words={words.connection} />
      <main id="main" tabIndex={-1} className="flex-1">
        {children}
      </main>
      {!isQuiet && (
        <SiteFooter
          about={words.productLong}
          theme={{
            action: preferences,
            returnTo,
            label: words.preferences.theme,
            choices: (['light', 'dark', 'auto'] as const).map((value) => ({
              value,
              label: words.preferences[value],
              isCurrent: value === (data?.theme ?? 'auto'),
            })),
          }}
        />
      )}
    </div>
  );
}
