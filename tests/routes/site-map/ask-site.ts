import type { ServerBuild } from '@remix-run/node';
import { pageHandlers } from '#app/platform/http/page-handlers.server.ts';
import { siteMap } from '../../../remix.config.js';

export type Verb = 'get' | 'post';
type Module = NonNullable<ServerBuild['routes'][string]>['module'];

/** Every address of the site map with the file that answers it. */
export const siteRoutes = siteMap.map(({ path = '', file, index }) => ({ path: index ? '' : path, file }));

/**
 * Asks the product as the server does, without a socket and without drawing pages: the real request handlers over the
 * real route files, root and its gate included.
 */
export async function siteAsker() {
  const all = import.meta.glob<Module>(['../../../app/root.tsx', '../../../app/routes/**/*.{ts,tsx}']);
  const load = async (file: string) => {
    const found = all[`../../../app/${file}`];
    if (!found) throw new Error(`no such file: ${file}`);
    return found();
  };
  const routes: ServerBuild['routes'] = { root: { id: 'root', path: '', module: await load('root.tsx') } };
  for (const [at, { path, file }] of siteRoutes.entries()) {
    const id = `route-${at}`;
    const place = path === '' ? { index: true as const, path: undefined } : { path };
    routes[id] = { id, parentId: 'root', ...place, module: await load(file) };
  }
  const files = Object.fromEntries(
    Object.values(routes).map((route) => [
      route!.id,
      {
        ...{ id: route!.id, module: '', parentId: route!.parentId, path: route!.path, index: route!.index },
        ...{ hasAction: 'action' in route!.module, hasLoader: 'loader' in route!.module, hasErrorBoundary: false },
        ...{ hasClientAction: false, hasClientLoader: false, imports: [], css: [] },
      },
    ]),
  );
  const build = {
    entry: {
      module: { default: (_: Request, status: number, headers: Headers) => new Response('', { status, headers }) },
    },
    routes,
    assets: { entry: { imports: [], module: '' }, routes: files, url: '', version: 'test' },
    ...{ publicPath: '/', assetsBuildDirectory: '', isSpaMode: false, mode: 'production' },
    future: {
      ...{ v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true },
      ...{ v3_singleFetch: true, v3_lazyRouteDiscovery: true, v3_routeConfig: true },
    },
  } as unknown as ServerBuild;
  const handlerOf = pageHandlers(build, 'production');
  const moduleOf = (path: string) => routes[`route-${siteRoutes.findIndex((each) => each.path === path)}`]!.module;

  return {
    /** What can be asked of an address: to see (get), to change (post). */
    verbsOf: (path: string): Verb[] => [
      ...('loader' in moduleOf(path) || 'default' in moduleOf(path) ? (['get'] as const) : []),
      ...('action' in moduleOf(path) ? (['post'] as const) : []),
    ],
    async ask(path: string, cookie: string, form?: URLSearchParams): Promise<Response> {
      const headers = new Headers(cookie ? { Cookie: cookie } : {});
      const request = new Request(
        `http://hoctap.test${path}`,
        form ? { method: 'POST', headers, body: form } : { headers },
      );
      const stop = new AbortController();
      const answer = await handlerOf(new URL(request.url).pathname)(new Request(request, { signal: stop.signal }), {
        ...{ nonce: 'nonce', address: '10.0.0.1' },
      });
      // What goes on for ever (events of a room) is left at once.
      stop.abort();
      await answer.body?.cancel().catch(() => undefined);
      return answer;
    },
  };
}
