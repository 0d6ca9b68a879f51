import { Writable } from 'node:stream';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { openInstallation } from '#app/boot.server.ts';
import { isDatabaseOpen } from '#app/platform/db/database.server.ts';
import { langFromCookieHeader, themeFromCookieHeader } from '#app/platform/i18n/language.ts';
import { log } from '#app/platform/log.server.ts';
import { RootContext } from '#app/root-context.ts';

/** How long a page may wait for what its loaders promised. */
export const streamTimeout = 5_000;

/**
 * Renders the page whole: nothing here is deferred, and one write costs less than sixty small ones. Every inline
 * script carries the nonce of this response; the server that set it also sends the policy.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext?: AppLoadContext,
): Promise<Response> {
  const nonce = typeof loadContext?.nonce === 'string' ? loadContext.nonce : '';
  const cookies = request.headers.get('Cookie');
  const state = { nonce, lang: langFromCookieHeader(cookies), theme: themeFromCookieHeader(cookies) };
  return new Promise((resolve, reject) => {
    let finalStatus = status;
    const { pipe, abort } = renderToPipeableStream(
      <RootContext.Provider value={state}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </RootContext.Provider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(patience);
          headers.set('Content-Type', 'text/html; charset=utf-8');
          const chunks: Buffer[] = [];
          const whole = new Writable({
            write(chunk, _, done) {
              chunks.push(chunk);
              done();
            },
            final(done) {
              resolve(new Response(Buffer.concat(chunks), { headers, status: finalStatus }));
              done();
            },
          });
          pipe(whole);
        },
        onShellError: reject,
        onError(error) {
          finalStatus = 500;
          log().error({ err: error }, 'a page could not be rendered whole');
        },
      },
    );
    const patience = setTimeout(abort, streamTimeout + 1_000);
  });
}

// One module graph: what boots the product is part of the build that serves it.
export { bootAndServe } from '#app/boot.server.ts';

// In development nobody boots the product before the first page asks for it.
if (import.meta.env.DEV && !isDatabaseOpen()) await openInstallation();
