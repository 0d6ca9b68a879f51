import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { signOut } from '#app/features/access/commands/sign-out.server.ts';
import { endedSessionCookieHeader, readSessionToken } from '#app/platform/http/cookies.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';

export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const token = readSessionToken(request);
  if (token) await signOut(token);
  throw redirect('/sign-in?signed-out', { status: 303, headers: { 'Set-Cookie': endedSessionCookieHeader(request) } });
});

/** Nothing is shown here, and a link must not sign anybody out. */
export const loader = () => redirect('/account');
