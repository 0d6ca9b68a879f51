import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { useEffect } from 'react';
import { en } from '#app/messages/errors/en.ts';
import { vi } from '#app/messages/errors/vi.ts';
import type { Lang } from '#app/platform/i18n/language.ts';
import { productName } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ErrorPage } from '#app/ui/shell/error-page.tsx';

type Kind =
  | 'network'
  | 'badRequest'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'tooMany'
  | 'unavailable'
  | 'offline'
  | 'unexpected';

const kindOfStatus: Record<number, Kind> = {
  400: 'badRequest',
  401: 'forbidden',
  403: 'forbidden',
  404: 'notFound',
  405: 'badRequest',
  409: 'conflict',
  413: 'badRequest',
  422: 'badRequest',
  429: 'tooMany',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

const canBeRetried = new Set<Kind>(['network', 'tooMany', 'unavailable', 'offline', 'unexpected']);

/** The page for whatever was thrown: a response with `{ incident }` in its data, or an error that nobody expected. */
export function RootError() {
  const error = useRouteError();
  const words = useMessages(vi, en);
  const kind = kindOf(error);
  const title = errorTitle(error, useLang());
  // In a page that was reached without loading a document nobody else sets it.
  useEffect(() => {
    document.title = title;
  }, [title]);
  const incident = incidentOf(error);
  return (
    <ErrorPage
      {...words[kind]}
      code={incident ? { line: words.code(incident), hint: words.codeHint } : null}
      home={words.home}
      retry={canBeRetried.has(kind) ? words.retry : undefined}
    />
  );
}

export function errorTitle(error: unknown, lang: Lang): string {
  return `${messagesFor(lang, vi, en)[kindOf(error)].title} - ${productName}`;
}

function kindOf(error: unknown): Kind {
  if (isRouteErrorResponse(error) && error.status === 403 && error.data?.reason === 'network') return 'network';
  if (isRouteErrorResponse(error)) return kindOfStatus[error.status] ?? 'unexpected';
  // The browser says so in a TypeError when a page's data or code could not be fetched.
  if (error instanceof TypeError && /fetch|import|network/i.test(error.message)) return 'offline';
  return 'unexpected';
}

/** The incident by which the log knows this failure. */
function incidentOf(error: unknown): string | null {
  const data: unknown = isRouteErrorResponse(error) ? error.data : error;
  if (typeof data !== 'object' || data === null || !('incident' in data)) return null;
  return typeof data.incident === 'string' ? data.incident : null;
}
