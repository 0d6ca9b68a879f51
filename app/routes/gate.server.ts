import { redirect } from '@remix-run/node';
import type { Actor } from '#app/features/access/core/role.ts';
import { currentActor } from '#app/features/access/queries/current-actor.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { LruMap } from '#app/kernel/lru-map.ts';
import { readSessionToken } from '#app/platform/http/cookies.server.ts';
import { markOf } from '#app/platform/http/request-mark.server.ts';

/** Those whom the pages under way are made for: the shell asks and the page, and the session is looked up once. */
const asked = new LruMap<string, { actor: Promise<Actor | null>; at: number }>(100);
/** Loaders of a page begin together; a stream that asks again whether it may go on asks anew. */
const togetherMs = 1000;

/** The signed-in person of a request, or null. */
export function findActor(request: Request): Promise<Actor | null> {
  const mark = markOf(request);
  if (mark === null) return currentActor(readSessionToken(request));
  const at = performance.now();
  const found = asked.get(mark);
  if (found && at - found.at < togetherMs) return found.actor;
  const actor = currentActor(readSessionToken(request));
  asked.set(mark, { actor, at });
  return actor;
}

/**
 * The signed-in person. Sends others to the sign-in page and back again; who still has the first password goes to the
 * page that changes it.
 */
export async function requireActor(request: Request, { evenWithFirstPassword = false } = {}): Promise<Actor> {
  const actor = await findActor(request);
  const url = new URL(request.url);
  const isPage = request.method === 'GET';
  const back = isPage
    ? `?returnTo=${encodeURIComponent(url.pathname.replace(/\.data$/, '') + url.search.replace(/[?&]_routes=[^&]*/, ''))}`
    : '';
  if (!actor) {
    if (!isPage && request.headers.get('Content-Type')?.includes('json')) throw new AppError('signed-out');
    throw redirect(`/sign-in${back}`);
  }
  if (actor.mustChangePassword && !evenWithFirstPassword) throw redirect(`/account/password${back}`);
  return actor;
}
