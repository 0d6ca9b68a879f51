import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node';

interface PageHandler {
  pattern: RegExp;
  /** How many segments are spelt out: of two that match, the more literal one is meant. */
  literal: number;
  handle: RequestHandler;
}

type Routes = ServerBuild['routes'];

/**
 * One request handler for each page. Remix compiles and ranks the whole site map several times for every request, about a
 * quarter of the profile of a page; a build that knows the root and one page matches in no time. What no page matches (the
 * client's own requests for its manifest, unknown addresses) goes to the handler of the whole build.
 */
export function pageHandlers(build: ServerBuild, mode: 'production' | 'development') {
  const whole = createRequestHandler(build, mode);
  const root = build.routes.root as NonNullable<Routes[string]>;
  const pages: PageHandler[] = Object.values(build.routes).flatMap((route) => {
    if (!route || route.id === 'root' || route.parentId !== 'root' || route.path?.includes('*')) return [];
    const segments = (route.path ?? '').split('/').filter(Boolean);
    const routes: Routes = { root, [route.id]: route };
    const files = build.assets.routes;
    const assets = {
      ...build.assets,
      routes: { root: files.root, [route.id]: files[route.id] },
    } as ServerBuild['assets'];
    const pattern = segments.map((segment) => (segment.startsWith(':') ? '/[^/]+' : `/${escaped(segment)}`)).join('');
    return {
      pattern: new RegExp(`^${pattern || '/(?:_root)?'}/?(?:\\.data)?$`),
      literal: segments.filter((segment) => !segment.startsWith(':')).length,
      handle: createRequestHandler({ ...build, routes, assets }, mode),
    };
  });
  pages.sort((a, b) => b.literal - a.literal);
  return (pathname: string): RequestHandler => pages.find(({ pattern }) => pattern.test(pathname))?.handle ?? whole;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
