import { redirect } from '@remix-run/node';
import type { Actor } from '#app/features/access/core/role.ts';
import { currentActor } from '#app/features/access/queries/current-actor.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { readSessionToken } from '#app/platform/http/cookies.server.ts';

/** The signed-in person of a request, or null. */
export const findActor = (request: Request): Promise<Actor | null> => currentActor(readSessionToken(request));

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
